// What readers saved and voted for, and how channels want to be served.
import { tagKey } from "../../language/tag/normalize.ts";
import type { ReaderStore, TagWeight } from "../../ports/reader-store.ts";
import type { ChannelSettings } from "../../records/channel-settings.ts";
import type { Place } from "../../records/place.ts";
import type { Card } from "../../records/story.ts";
import type { ChannelSettingsTable } from "./reader-tables.ts";
import type { Database } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

/** The store's part on readers, over an open database. */
export function readerSection(database: Database): ReaderStore {
  return {
    saveCard: async (readerId, card, at) => {
      const saved = await database
        .insertInto("saved_cards")
        .values({ reader_id: readerId, article_id: card.articleId, saved_at: at, json: JSON.stringify(card) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return Number(saved.numInsertedOrUpdatedRows ?? 0n) > 0;
    },

    dropSaved: async (readerId, articleId) => {
      const dropped = await database
        .deleteFrom("saved_cards")
        .where("reader_id", "=", readerId)
        .where("article_id", "=", articleId)
        .executeTakeFirst();
      return dropped.numDeletedRows > 0n;
    },

    savedCards: (readerId, limit, offset) => savedCards(database, readerId, limit, offset),

    castVote: async ({ channelId, readerId, articleId, value, tags, votedAt }) => {
      const said = { value, tags: JSON.stringify(tags), voted_at: votedAt };
      await database
        .insertInto("votes")
        .values({ channel_id: channelId, article_id: articleId, reader_id: readerId, ...said })
        .onConflict((conflict) => conflict.columns(["channel_id", "article_id", "reader_id"]).doUpdateSet(said))
        .execute();
    },

    tagWeights: (channelId, since) => tagWeights(database, channelId, since),

    dropVotes: async (channelId) => {
      const dropped = await database.deleteFrom("votes").where("channel_id", "=", channelId).executeTakeFirst();
      return Number(dropped.numDeletedRows);
    },

    channelSettings: (channelIds) => readChannelSettings(database, channelIds),

    saveChannelSettings: (channelId, settings) =>
      inTransaction(database, async (transaction) => {
        const columns = columnsOf(settings);
        await transaction
          .insertInto("channel_settings")
          .values({ channel_id: channelId, ...columns })
          .onConflict((conflict) => conflict.column("channel_id").doUpdateSet(columns))
          .execute();
        const { locale } = settings;
        if (locale !== null)
          await transaction.updateTable("channels").set({ locale }).where("id", "=", channelId).execute();
      }),
  };
}

/** The settings of those channels that have set anything, by channel id. */
export async function readChannelSettings(
  database: Database,
  channelIds: readonly string[],
): Promise<ReadonlyMap<string, ChannelSettings>> {
  if (channelIds.length === 0) return new Map();
  const rows = await database
    .selectFrom("channel_settings")
    .selectAll()
    .where("channel_id", "in", channelIds)
    .execute();
  return new Map(rows.map((row) => [row.channel_id, settingsOf(row)]));
}

async function savedCards(database: Database, readerId: string, limit: number, offset: number) {
  const saved = database.selectFrom("saved_cards").where("reader_id", "=", readerId);
  const rows = await saved
    .select("json")
    .orderBy("saved_at", "desc")
    .orderBy("article_id")
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await saved.select((select) => select.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  return { total, cards: rows.map(({ json }) => JSON.parse(json) as Card) };
}

/** The weights of a channel's tags; also asked for when an edition is chosen. */
export async function tagWeights(database: Database, channelId: string, since: number): Promise<readonly TagWeight[]> {
  const rows = await database
    .selectFrom("votes")
    .select(["tags", "value"])
    .where("channel_id", "=", channelId)
    .where("voted_at", ">=", since)
    .orderBy("voted_at", "desc")
    .execute();
  const weights = new Map<string, { tag: string; weight: number }>();
  for (const { tags, value } of rows)
    for (const tag of JSON.parse(tags) as readonly string[]) {
      const key = tagKey(tag);
      weights.set(key, { tag: weights.get(key)?.tag ?? tag, weight: (weights.get(key)?.weight ?? 0) + value });
    }
  return [...weights.values()]
    .filter(({ weight }) => weight !== 0)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

const columnsOf = ({ locale, timeZone, quietHours, look, template, place }: ChannelSettings) => ({
  ...{ locale, look, template },
  time_zone: timeZone,
  quiet_from: quietHours?.from ?? null,
  quiet_until: quietHours?.until ?? null,
  place: place === null ? null : JSON.stringify(place),
});

function settingsOf(row: ChannelSettingsTable): ChannelSettings {
  const { locale, look, template, time_zone: timeZone, quiet_from: from, quiet_until: until } = row;
  const quietHours = from === null || until === null ? null : { from, until };
  const place = row.place === null ? null : placeOf(JSON.parse(row.place) as Place);
  return { ...{ locale, look, template, place }, timeZone, quietHours };
}

/** A forum's tags could not be named at first. */
const placeOf = (kept: Place): Place => (kept.kind === "forum" ? { kind: "forum", tags: kept.tags ?? [] } : kept);
