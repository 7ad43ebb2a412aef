import { expect, it } from "vitest";
import { silentLog } from "../../test/fakes/log.ts";
import type { Subscription } from "../records/subscription.ts";
import { alikeAmong } from "./alike.ts";

const day = Date.UTC(2026, 10, 23);

const subscription = (id: string, said: Partial<Subscription> = {}): Subscription => ({
  ...{ id, channelId: `web:${id}`, filter: { words: "", tags: [], sources: [] }, timeZone: "Asia/Taipei" },
  ...{ schedule: { kind: "daily", hour: 8, minute: 0 }, creatorId: null, look: null },
  ...{ createdAt: day, dueAt: day, coveredUntil: day },
  ...said,
});

const words = (text: string) => ({ filter: { words: text, tags: [], sources: [] } });

async function together(subscriptions: readonly Subscription[]): Promise<readonly (readonly string[])[]> {
  async function* each() {
    yield* subscriptions;
  }
  const found: (readonly string[])[] = [];
  for await (const alike of alikeAmong(each(), silentLog)) found.push(alike.subscriptions.map(({ id }) => id));
  return found;
}

it("subscriptions of one search and span come together, whichever channel, look and time of day they are of", async () => {
  expect(
    await together([
      subscription("a", words("高雄")),
      subscription("b"),
      subscription("c", { ...words("高雄"), look: "embed", schedule: { kind: "hourly" } }),
      subscription("d", { coveredUntil: day - 1 }),
      subscription("e", { schedule: { kind: "now" } }),
      subscription("f"),
    ]),
  ).toEqual([["a", "c"], ["b", "f"], ["d"], ["e"]]);
});

it("a relative date is each subscription's own: the same words mean another search a day later", async () => {
  const said = words("高雄 after:yesterday");
  expect(
    await together([subscription("a", said), subscription("b", { ...said, createdAt: day + 86_400_000 })]),
  ).toEqual([["a"], ["b"]]);
});

it("one that can't be read is left out, and the others come", async () => {
  expect(await together([subscription("a", words('"')), subscription("b")])).toEqual([["b"]]);
});
