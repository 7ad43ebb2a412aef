// How a channel's subscriptions are counted and named, the same in the list and where one is ended.
import type { Locale, Localized } from "../records/channel.ts";
import type { Field } from "../records/reply.ts";
import type { Source } from "../records/source.ts";
import type { Subscription } from "../records/subscription.ts";
import { describeFilter } from "./filter-text.ts";
import { shortTime } from "./phrases.ts";
import { describeSchedule } from "./schedule-text.ts";

/** Oldest first: the first one's number is 1, and a new one takes the next number. */
export function inListOrder(subscriptions: readonly Subscription[]): readonly Subscription[] {
  return subscriptions.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** One line of the numbered list: `1. 高雄` and `每天 08:00（Asia/Taipei） · 下一份摘要 11/24 08:00`. */
export function subscriptionField(
  subscription: Subscription,
  number: number,
  sources: readonly Source[],
  locale: Locale,
): Field {
  const { filter, schedule, timeZone, dueAt } = subscription;
  const next = `${nextLabel[locale]} ${shortTime(dueAt, timeZone, locale)}`;
  return {
    name: `${number}. ${describeFilter(filter, sources, locale)}`,
    value: `${describeSchedule(schedule, timeZone, locale)} · ${next}`,
  };
}

const nextLabel: Localized = {
  en: "next digest",
  "zh-TW": "下一份摘要",
  "zh-CN": "下一份摘要",
  ja: "次回",
  ko: "다음 발송",
};
