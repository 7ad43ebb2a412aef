import { describe, expect, it } from "vitest";
import type { Item, PollingHints } from "../records/feed.ts";
import type { Rhythm } from "../records/source.ts";
import { learnRhythm, outsideSkippedHours, pollInterval } from "./rhythm.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
// A Monday.
const now = Date.UTC(2026, 10, 23, 8, 0, 0);

const feed = { title: null, link: null, description: null, language: null, id: null, updatedAt: null, author: null };
const nothing = { id: null, url: null, title: null, updatedAt: null, summary: null, content: null, author: null };
const itemAt = (publishedAt: number | null): Item => ({ ...nothing, publishedAt, tags: [], enclosures: [] });
const parsed = (times: readonly (number | null)[], polling?: PollingHints) => ({
  feed,
  items: times.map(itemAt),
  problems: [],
  ...(polling ? { polling } : {}),
});

const everyMs = (gapMs: number, newestAt = now, count = 20) =>
  Array.from({ length: count }, (_, index) => newestAt - index * gapMs);
const learned = (times: readonly (number | null)[]) => learnRhythm(null, { maxAgeMs: null }, parsed(times), now);
const intervalOf = (times: readonly (number | null)[], at = now) => pollInterval(learned(times), null, at);

describe("a source's interval", () => {
  it("is half of what usually passes between two of its articles", () => {
    expect(intervalOf(everyMs(40 * minute))).toBe(20 * minute);
  });

  it("is never shorter than five minutes nor longer than a day", () => {
    expect(intervalOf(everyMs(minute))).toBe(5 * minute);
    expect(intervalOf(everyMs(30 * day))).toBe(day);
  });

  it("is not misled by a burst of articles or by a long holiday", () => {
    const steady = everyMs(hour, now, 10);
    const burst = everyMs(minute, now - 20 * day, 4);
    expect(intervalOf([...steady, ...burst])).toBe(30 * minute);
  });

  it("grows while the source is silent, up to a day", () => {
    const times = everyMs(10 * minute);
    expect(intervalOf(times, now + 4 * hour)).toBe(30 * minute);
    expect(intervalOf(times, now + 40 * day)).toBe(day);
  });

  it("is a quarter of an hour for a source without times, and one that is new", () => {
    expect(intervalOf([null, null])).toBe(15 * minute);
    expect(pollInterval(null, null, now)).toBe(15 * minute);
  });

  it("takes articles of one instant for one publication, and a time to come for none", () => {
    expect(learned([now, now, now, now, now + day])).toMatchObject({ gapMs: null, newestAt: now });
  });

  it("is the operator's when they stated one", () => {
    expect(pollInterval(learned(everyMs(40 * minute)), 2 * hour, now)).toBe(2 * hour);
  });

  it("is as long as the answer or the feed may be kept, but no longer than a day for it", () => {
    const hints = { ttlMs: 90 * minute, skipHours: [], skipDays: [] };
    const asked = (maxAgeMs: number) => learnRhythm(null, { maxAgeMs }, parsed(everyMs(minute), hints), now);
    expect(pollInterval(asked(0), null, now)).toBe(90 * minute);
    expect(pollInterval(asked(2 * hour), 15 * minute, now)).toBe(2 * hour);
    expect(pollInterval(asked(365 * day), null, now)).toBe(day);
  });
});

describe("an answer of 'not modified'", () => {
  const before: Rhythm = { gapMs: hour, newestAt: now, maxAgeMs: minute, hints: null };

  it("leaves the rhythm as it was", () => {
    expect(learnRhythm(before, { maxAgeMs: null }, null, now + hour)).toEqual(before);
  });

  it("may tell anew how long it stays fresh", () => {
    expect(learnRhythm(before, { maxAgeMs: hour }, null, now)).toEqual({ ...before, maxAgeMs: hour });
  });
});

describe("hours in which a source wants to be left alone", () => {
  const skipping = (skipHours: readonly number[], skipDays: readonly number[] = []) =>
    outsideSkippedHours(now + 20 * minute, { ttlMs: null, skipHours, skipDays });

  it("put the poll off to the first hour after them", () => {
    expect(skipping([8, 9])).toBe(now + 2 * hour);
    expect(skipping([0, 7, 9])).toBe(now + 20 * minute);
  });

  it("put it off over days", () => {
    expect(skipping([], [1, 2])).toBe(now + 40 * hour);
    expect(skipping([0], [1])).toBe(now + 17 * hour);
  });

  it("are not believed when they are all there are", () => {
    expect(skipping(Array.from({ length: 24 }, (_, index) => index))).toBe(now + 20 * minute);
    expect(skipping([], [0, 1, 2, 3, 4, 5, 6])).toBe(now + 20 * minute);
  });
});
