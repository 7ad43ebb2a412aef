// What the articles of the last days report, by their profiles: how a report finds others of its event.
import { sql } from "kysely";
import type { ArchiveEntry, ComparedReport } from "../../ports/store.ts";
import { keepReports } from "./compared-reports.ts";
import type { Database } from "./tables.ts";

const fewestShared = 2;
const mostFound = 40;

/** Reports that share keys, of stories that began in the time asked for, those that share most first. */
export async function findProfiles(
  database: Database,
  keys: readonly number[],
  from: number,
  until: number,
): Promise<readonly ComparedReport[]> {
  if (keys.length < fewestShared) return [];
  const sharing = database
    .selectFrom("event_keys")
    .select(["number", (expression) => expression.fn.countAll<number>().as("shared")])
    .where("key", "in", keys)
    .where("published_at", ">=", from)
    .where("published_at", "<=", until)
    .groupBy("number")
    .having((expression) => expression.fn.countAll(), ">=", fewestShared)
    .orderBy("shared", "desc")
    .orderBy("number", "desc")
    .limit(mostFound);
  const rows = await database
    .selectFrom(sharing.as("sharing"))
    .innerJoin("event_profiles as profile", "profile.number", "sharing.number")
    .select(["article_id as articleId", "source_id as sourceId", "story_id as storyId"])
    .select(["published_at as publishedAt", "bytes"])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("event_profiles as earlier")
            .select(sql.lit(1).as("one"))
            .whereRef("earlier.story_id", "=", "profile.story_id")
            .where("earlier.published_at", "<", from),
        ),
      ),
    )
    .execute();
  return rows.map((row) => ({ ...row }));
}

/** Keeps the entries' profiles in place of their earlier ones, for a week. */
export async function keepProfiles(database: Database, entries: readonly ArchiveEntry[], now: number): Promise<void> {
  const kept = await keepReports(database, "event_profiles", entries, ({ profile }) => profile, now);
  const keys = kept.flatMap(({ number, publishedAt, compared }) =>
    [...new Set(compared.keys)].map((key) => ({ key, published_at: publishedAt, number })),
  );
  for (let start = 0; start < keys.length; start += keysAtOnce)
    await database
      .insertInto("event_keys")
      .values(keys.slice(start, start + keysAtOnce))
      .execute();
}

// Three values each, and a statement takes 32,766 at most.
const keysAtOnce = 5000;
