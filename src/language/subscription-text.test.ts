import { expect, it } from "vitest";
import { aSubscription } from "../../test/conformance/store-fixtures.ts";
import { locales } from "../records/channel.ts";
import { subscriptionField } from "./subscription-text.ts";

it.each(locales)("a paused subscription says so in place of its next digest, in %s", (locale) => {
  const running = subscriptionField(aSubscription("daily"), 1, [], locale);
  const paused = subscriptionField(aSubscription("daily", { paused: "code 50013" }), 1, [], locale);
  expect(running.value).toMatch(/12:00$/);
  expect(paused.value).toMatch(/⏸ \S/);
  expect(paused.value).not.toMatch(/50013|12:00$/);
});

it.each(locales)("a digest that was given up is told of beside the next one, in %s", (locale) => {
  const { value } = subscriptionField(aSubscription("daily"), 1, [], locale, aSubscription("daily").dueAt);
  expect(value).toMatch(/12:00 · ⚠ .*12:00/);
});
