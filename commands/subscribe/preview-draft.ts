// What a draft would bring: how many articles in the last seven days, and the next digest as it would be now.
import { queryOfFilter } from "../../src/language/filter-text.ts";
import { firstSpanStart } from "../../src/language/first-span.ts";
import { lookOn } from "../../src/language/look.ts";
import { settingsIdsOf, shownSettings } from "../../src/language/server-settings.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { Channel } from "../../src/records/channel.ts";
import type { EditionPreview } from "../../src/records/reply.ts";
import type { Filter } from "../../src/records/subscription.ts";
import type { SubscriptionDraft } from "../../src/records/subscription-draft.ts";
import { flowWords } from "./flow-words.ts";

const weekMs = 7 * 24 * 3_600_000;
// As an edition has at most.
const storiesShown = 10;

export interface DraftPreview {
  readonly text: string;
  readonly preview: EditionPreview;
}

/** As of now, in the look and with the votes of the channel that it is for, and without what that channel was sent. */
export async function previewDraft(
  draft: SubscriptionDraft,
  { filter, channel }: { readonly filter: Filter; readonly channel: Channel },
  request: CommandRequest,
  desk: CommandDesk,
): Promise<DraftPreview> {
  const { now } = request;
  const { store } = desk;
  const { timeZone, schedule } = draft;
  const { locale } = request.channel;
  const words = flowWords[locale];
  const number = new Intl.NumberFormat(locale);
  const query = queryOfFilter(filter, { now, timeZone });
  const week = await store.search({ ...query, after: Math.max(query.after ?? 0, now - weekMs) }, 1, 0);
  const counted = (week.isCounted ? words.week : words.weekMore)(number.format(week.total));
  const isRunning = schedule.kind === "now";
  const from = await spanStart(draft, request, desk);
  const opened = await store.openSelection({ query, from, until: now, order: "best", limit: storiesShown });
  // A running channel is sent everything at once, so that what it was sent is what it would have been.
  const { cards, total } = isRunning ? opened.forAnyone : await opened.forChannel(channel.id);
  const heading = total === 0 ? words.emptyPreview : isRunning ? words.running : words.preview(number.format(total));
  const { look, template } = shownSettings(channel, await store.channelSettings(settingsIdsOf(channel)));
  const publishedAt = desk.nextDueAfter(schedule, timeZone, now);
  const edition = { id: draft.id, subscriptionId: "", publishedAt, from, until: now, cards, total, timeZone };
  return {
    text: `${counted}\n${heading}`,
    preview: { edition, look: lookOn(channel.platform, draft.look ?? look), template },
  };
}

/** What the next digest would look back to if it came now. */
async function spanStart(
  { schedule, edits }: SubscriptionDraft,
  { channel, now }: CommandRequest,
  { store }: CommandDesk,
): Promise<number> {
  if (schedule.kind === "now") return now - weekMs;
  const edited = edits === null ? undefined : (await store.subscriptionsOf(channel.id)).find(({ id }) => id === edits);
  return edited?.coveredUntil ?? firstSpanStart(schedule, now, now);
}
