// A draft becomes a subscription, or changes one.
import { describeFilter } from "../../src/language/filter-text.ts";
import { firstSpanStart } from "../../src/language/first-span.ts";
import { shortTime } from "../../src/language/phrases.ts";
import { reply } from "../../src/language/reply.ts";
import { bracketedZone, describeSchedule } from "../../src/language/schedule-text.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import { unsetChannel } from "../../src/records/channel-settings.ts";
import type { Reply } from "../../src/records/reply.ts";
import type { Subscription } from "../../src/records/subscription.ts";
import type { SubscriptionDraft } from "../../src/records/subscription-draft.ts";
import { filterOf } from "./draft-filter.ts";
import { draftGone } from "./errors.ts";
import { flowWords } from "./flow-words.ts";
import { refuseRepeatOrMany } from "./refuse.ts";
import { whereField } from "./show-where.ts";
import { type Destination, destinationOf } from "./where.ts";

/** Throws UserError when the channel has it already, has too many, or when the one to be changed has ended. */
export async function confirmDraft(
  draft: SubscriptionDraft,
  request: CommandRequest,
  desk: CommandDesk,
): Promise<Reply> {
  const destination = await destinationOf(draft, request, desk);
  const settle = draft.edits === null ? add : change;
  const subscription = await settle(draft, destination, request, desk);
  const { locale } = request.channel;
  const words = flowWords[locale];
  const { filter, schedule, timeZone, dueAt } = subscription;
  return reply({
    title: draft.edits === null ? words.subscribed : words.changed,
    fields: [
      { name: words.what, value: describeFilter(filter, desk.sources, locale) },
      { name: words.when, value: describeSchedule(schedule, timeZone, locale) },
      ...(request.channel.server === undefined ? [] : [whereField(destination, request)]),
      { name: words.next, value: shortTime(dueAt, timeZone, locale) + bracketedZone(timeZone, locale) },
    ],
    isPrivate: true,
  });
}

async function add(
  draft: SubscriptionDraft,
  destination: Destination,
  request: CommandRequest,
  desk: CommandDesk,
): Promise<Subscription> {
  const { asker, now } = request;
  const { channel } = destination;
  const { schedule, timeZone, look } = draft;
  const dueAt = desk.nextDueAfter(schedule, timeZone, now);
  const subscription: Subscription = {
    ...{ id: desk.newId(), channelId: channel.id, filter: filterOf(draft, request, desk), schedule, timeZone, look },
    ...{ creatorId: asker.id, createdAt: now },
    dueAt,
    coveredUntil: firstSpanStart(schedule, now, dueAt),
  };
  refuseRepeatOrMany(subscription, await desk.store.subscriptionsOf(channel.id));
  await settleChannel(destination, desk);
  await desk.store.addSubscription(subscription);
  return subscription;
}

async function change(
  draft: SubscriptionDraft,
  destination: Destination,
  request: CommandRequest,
  desk: CommandDesk,
): Promise<Subscription> {
  const { store } = desk;
  const { id: channelId } = destination.channel;
  const before = (await store.subscriptionsOf(request.channel.id)).find(({ id }) => id === draft.edits);
  if (before === undefined) throw draftGone();
  const { schedule, timeZone, look } = draft;
  const after: Subscription = {
    ...before,
    ...{ channelId, filter: filterOf(draft, request, desk), schedule, timeZone, look },
    dueAt: desk.nextDueAfter(schedule, timeZone, request.now),
  };
  const others = (await store.subscriptionsOf(channelId)).filter(({ id }) => id !== before.id);
  refuseRepeatOrMany(after, others);
  await settleChannel(destination, desk);
  if (!(await store.changeSubscription(after))) throw draftGone();
  return after;
}

/** Makes the channel known, and keeps how it is posted to. */
async function settleChannel({ channel, place, present }: Destination, { store }: CommandDesk): Promise<void> {
  await store.saveChannel(channel);
  if (place === null && present === null) return;
  const settings = (await store.channelSettings([channel.id])).get(channel.id) ?? unsetChannel;
  await store.saveChannelSettings(channel.id, { ...settings, place });
}
