// A draft becomes a subscription, or changes one.
import { describeFilter } from "../../src/language/filter-text.ts";
import { firstSpanStart } from "../../src/language/first-span.ts";
import { shortTime } from "../../src/language/phrases.ts";
import { reply } from "../../src/language/reply.ts";
import { bracketedZone, describeSchedule } from "../../src/language/schedule-text.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { Channel } from "../../src/records/channel.ts";
import { unsetChannel } from "../../src/records/channel-settings.ts";
import type { Place } from "../../src/records/place.ts";
import type { Reply } from "../../src/records/reply.ts";
import type { Subscription } from "../../src/records/subscription.ts";
import type { SubscriptionDraft, Target } from "../../src/records/subscription-draft.ts";
import { filterOf } from "./draft-filter.ts";
import { draftGone } from "./errors.ts";
import { flowWords } from "./flow-words.ts";
import { refuseRepeatOrMany } from "./refuse.ts";

/** Throws UserError when the channel has it already, has too many, or when the one to be changed has ended. */
export async function confirmDraft(
  draft: SubscriptionDraft,
  request: CommandRequest,
  desk: CommandDesk,
): Promise<Reply> {
  const subscription = draft.edits === null ? await add(draft, request, desk) : await change(draft, request, desk);
  const { locale } = request.channel;
  const words = flowWords[locale];
  const { filter, schedule, timeZone, dueAt } = subscription;
  return reply({
    title: draft.edits === null ? words.subscribed : words.changed,
    fields: [
      { name: words.what, value: describeFilter(filter, desk.sources, locale) },
      { name: words.when, value: describeSchedule(schedule, timeZone, locale) },
      { name: words.next, value: shortTime(dueAt, timeZone, locale) + bracketedZone(timeZone, locale) },
    ],
    isPrivate: true,
  });
}

async function add(draft: SubscriptionDraft, request: CommandRequest, desk: CommandDesk): Promise<Subscription> {
  const { asker, now } = request;
  const { store, timeZone } = desk;
  const channel = channelOf(draft.target, request.channel);
  const { schedule, look } = draft;
  const subscription: Subscription = {
    ...{ id: desk.newId(), channelId: channel.id, filter: filterOf(draft, request, desk), schedule, timeZone, look },
    ...{ createdBy: asker.name, creatorId: asker.id, createdAt: now },
    dueAt: desk.nextDueAfter(schedule, timeZone, now),
    coveredUntil: firstSpanStart(schedule, now),
  };
  refuseRepeatOrMany(subscription, await store.subscriptionsOf(channel.id));
  await store.saveChannel(channel);
  await settlePlace(draft.target, channel, desk);
  await store.addSubscription(subscription);
  return subscription;
}

async function change(draft: SubscriptionDraft, request: CommandRequest, desk: CommandDesk): Promise<Subscription> {
  const { channel, now } = request;
  const list = await desk.store.subscriptionsOf(channel.id);
  const before = list.find(({ id }) => id === draft.edits);
  if (before === undefined) throw draftGone();
  const { schedule, look } = draft;
  const after: Subscription = {
    ...before,
    ...{ filter: filterOf(draft, request, desk), schedule, look },
    dueAt: desk.nextDueAfter(schedule, before.timeZone, now),
  };
  refuseRepeatOrMany(
    after,
    list.filter(({ id }) => id !== before.id),
  );
  if (!(await desk.store.changeSubscription(after))) throw draftGone();
  return after;
}

function channelOf(target: Target, here: Channel): Channel {
  if (target.kind !== "channel") return here;
  return { ...here, id: `${here.platform}:${target.address}`, address: target.address };
}

/** How the channel is posted to; one that was settled before is settled anew. */
async function settlePlace(target: Target, { id }: Channel, { store }: CommandDesk): Promise<void> {
  const settings = (await store.channelSettings([id])).get(id) ?? unsetChannel;
  const place = placeOf(target, settings.place);
  if (place !== null || settings.place !== null) await store.saveChannelSettings(id, { ...settings, place });
}

/** A webhook that the channel has already only gets another name and picture. */
function placeOf(target: Target, before: Place | null): Place | null {
  if (target.kind === "threads") return { kind: "thread" };
  if (target.kind === "webhook") {
    const hook = before?.kind === "webhook" ? before.hook : null;
    return { kind: "webhook", hook, name: target.name, picture: target.picture };
  }
  if (target.kind !== "channel") return null;
  if (target.form === "forum") return { kind: "forum", tagIds: [] };
  return target.form === "announcement" ? { kind: "announcement" } : null;
}
