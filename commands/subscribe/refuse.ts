// What a channel may not subscribe to: the same twice, or more than anybody reads.
import { isSameFilter } from "../../src/language/filter-text.ts";
import { describeSchedule } from "../../src/language/schedule-text.ts";
import { inListOrder } from "../../src/language/subscription-text.ts";
import type { Subscription } from "../../src/records/subscription.ts";
import { alreadySubscribed, tooMany } from "./errors.ts";

const mostSubscriptions = 20;

/** Throws UserError `already-subscribed`, with the number of the one that is there, or `too-many-subscriptions`. */
export function refuseRepeatOrMany(wanted: Subscription, others: readonly Subscription[]): void {
  const scheduleOf = ({ schedule, timeZone }: Subscription) => describeSchedule(schedule, timeZone, "en");
  const index = inListOrder(others).findIndex(
    (other) => isSameFilter(other.filter, wanted.filter) && scheduleOf(other) === scheduleOf(wanted),
  );
  if (index >= 0) throw alreadySubscribed(index + 1);
  if (others.length >= mostSubscriptions) throw tooMany(mostSubscriptions);
}
