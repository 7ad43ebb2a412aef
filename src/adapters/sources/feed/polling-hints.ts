// How often an RSS feed wants to be asked (RSS 2.0: ttl, skipHours, skipDays).
import type { PollingHints } from "../../../records/feed.ts";
import { childrenNamed, type Element, firstText, textOf } from "./element.ts";

const dayNames: readonly string[] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** The channel's hints; what can't be read says nothing. */
export function pollingHintsOf(channel: Element): PollingHints {
  const minutes = wholeNumber(firstText(channel, "ttl") ?? "");
  return {
    ttlMs: minutes === null ? null : minutes * 60_000,
    skipHours: unique(textsIn(channel, "skiphours", "hour").map(hourOf)),
    skipDays: unique(textsIn(channel, "skipdays", "day").map(dayOf)),
  };
}

const textsIn = (channel: Element, list: string, entry: string): readonly string[] =>
  childrenNamed(channel, list)
    .flatMap((element) => childrenNamed(element, entry))
    .map(textOf);

/** RSS 0.92 counts the hours from 1 to 24, RSS 2.0 from 0 to 23. */
function hourOf(text: string): number | null {
  const hour = wholeNumber(text);
  return hour === null || hour > 24 ? null : hour % 24;
}

function dayOf(text: string): number | null {
  const day = dayNames.indexOf(text.trim().toLowerCase());
  return day === -1 ? null : day;
}

function wholeNumber(text: string): number | null {
  return /^\s*\d{1,7}\s*$/.test(text) ? Number(text) : null;
}

const unique = (values: readonly (number | null)[]): readonly number[] => [
  ...new Set(values.filter((value) => value !== null)),
];
