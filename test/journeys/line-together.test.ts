// What many people subscribed to alike goes out in one call, however much of it the edition has no room for.
import { afterEach, beforeEach, expect, it } from "vitest";
import { openQuotaDesk, type QuotaDesk } from "./quota-desk.ts";
import { daily, morning, storyOf } from "./quota-story.ts";

let desk: QuotaDesk;

beforeEach(async () => {
  desk = await openQuotaDesk(morning, 100_000);
});

afterEach(async () => {
  await desk.close();
  expect(desk.line.violations).toEqual([]);
});

it.each([3, 14])("eight people who subscribed to the same get %i stories by one multicast", async (stories) => {
  const people = Array.from({ length: 8 }, () => desk.line.hex("U"));
  for (const person of people) await desk.subscribe(person, daily);
  await storyOf(desk).nextDay(...Array.from({ length: stories }, (_, index) => `第${index}號港口公告`));
  await desk.turn();
  expect(desk.line.sent.map(({ kind, to }) => [kind, to.toSorted()])).toEqual([["multicast", people.toSorted()]]);
  expect(JSON.stringify(desk.line.sent).includes("/digest rest:")).toBe(stories > 10);
});
