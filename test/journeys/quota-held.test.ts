// Editions that wait for room in LINE's month, shown by replies: once, or as nearly so as a reply without a key can be.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseQuery } from "../../src/language/query.ts";
import { openQuotaDesk, type QuotaDesk } from "./quota-desk.ts";
import { daily, dayMs, hourMs, morning, storyOf } from "./quota-story.ts";

let desk: QuotaDesk;
afterEach(async () => {
  await desk.close();
  expect(desk.line.violations).toEqual([]);
});

const nextDay = (...headlines: readonly string[]) => storyOf(desk).nextDay(...headlines);
const shown = () => storyOf(desk).shown();
const texts = () => storyOf(desk).texts();

describe("a group that the month is too small for", () => {
  beforeEach(async () => {
    desk = await openQuotaDesk(morning, 30);
  });

  it("is told so with the answer to its subscription, once, though nothing waits yet", async () => {
    const group = desk.newGroup(50);
    await desk.subscribe(group, daily);
    expect(await desk.say(group)).toBe(false);
    expect(texts()).toEqual([expect.stringMatching(/^LINE 本月的訊息額度不夠送到這裡/), "好"]);
    await desk.say(group);
    expect(texts()).toHaveLength(3);
  });

  it("is told with the next answer when LINE did not take the one that told it", async () => {
    const group = desk.newGroup(50);
    await desk.subscribe(group, daily);
    const refusal = { status: 400, message: "Invalid reply token", times: 1 };
    desk.line.faults.push({ route: "POST /v2/bot/message/reply", ...refusal });
    await desk.say(group);
    expect(texts()).toEqual([]);
    await desk.say(group);
    expect(texts()).toEqual([expect.stringMatching(/^LINE 本月的訊息額度不夠/), "好"]);
  });

  it("is told nothing where there is room for it", async () => {
    const group = desk.newGroup(1);
    await desk.subscribe(group, daily);
    await desk.say(group);
    expect(texts()).toEqual(["好"]);
  });
});

it("who was to be told with an edition that LINE refused is told with the next answer", async () => {
  desk = await openQuotaDesk(morning, 20_000);
  const group = desk.newGroup(100);
  await desk.subscribe(group, daily);
  await nextDay("第一則消息");
  await desk.turn();
  desk.setQuota(700);
  desk.clock.advance(hourMs);
  await nextDay("第二則消息");
  const used = "You have reached your monthly limit.";
  desk.line.faults.push({ route: "POST /v2/bot/message/push", status: 429, message: used, times: 1 });
  for (let day = 0; day < 20 && storyOf(desk).refusals().length === 0; day++) {
    await desk.turn();
    await nextDay(`第${day}天的消息`);
  }
  expect(texts()).toEqual([]);
  expect(await desk.say(group)).toBe(true);
  expect(texts()).toEqual([expect.stringMatching(/^LINE 本月的訊息額度不夠/), "好"]);
});

describe("an edition that waits", () => {
  let group: string;
  const retry = "POST /v2/bot/message/reply";

  beforeEach(async () => {
    desk = await openQuotaDesk(morning, 30);
    group = desk.newGroup(50);
    await desk.subscribe(group, daily);
    await nextDay("等待的消息");
    await desk.turn();
    expect(shown()).toEqual([]);
  });
  const once = () => expect(shown()).toEqual([["reply", group, ["等待的消息"]]]);

  it("is shown once, whoever asks how often, and is no more offered then", async () => {
    expect(await desk.take(group)).toBe(true);
    expect(await desk.take(group)).toBe(false);
    expect(await desk.say(group)).toBe(false);
    once();
  });

  it("is told of in plain words with the first answer, and not again", async () => {
    expect(await desk.say(group)).toBe(true);
    expect(texts()).toEqual([expect.stringMatching(/^LINE 本月的訊息額度不夠送到這裡/), "好"]);
    expect(await desk.say(group)).toBe(true);
    expect(texts()).toHaveLength(3);
  });

  it("is not pushed as well when room is made at the moment that it is shown", async () => {
    desk.setQuota(5000);
    desk.clock.advance(dayMs);
    await Promise.all([desk.take(group), desk.turn(), desk.publish()]);
    await desk.turn();
    expect(shown()).toHaveLength(1);
  });

  it("that LINE refused to show is held back again", async () => {
    desk.line.faults.push({ route: retry, status: 400, message: "Invalid reply token", times: 1 });
    expect(await desk.take(group)).toBe(false);
    await desk.turn();
    expect(await desk.say(group)).toBe(true);
    expect(await desk.take(group)).toBe(true);
    once();
  });

  it("of which it is not known whether it was shown is offered again, and never pushed", async () => {
    desk.line.faults.push({ route: retry, reset: true, after: true, times: 1 });
    await desk.take(group);
    desk.setQuota(5000);
    desk.clock.advance(hourMs);
    await desk.turn();
    expect(shown()).toHaveLength(1);
    expect(await desk.say(group)).toBe(true);
    expect(await desk.take(group)).toBe(true);
    expect(shown().map(([kind]) => kind)).toEqual(["reply", "reply"]);
    expect(desk.line.used).toBe(0);
    expect(await desk.say(group)).toBe(false);
  });

  it("that a killed desk may have shown is offered again when its lease is over, and counts as shown after a day", async () => {
    const [subscription] = await desk.store.subscriptionsOf(`line:${group}`);
    const query = parseQuery("", { now: desk.clock.now(), timeZone: "Asia/Taipei" });
    const wanted = { query, order: "best", limit: 10, from: 0, until: desk.clock.now() } as const;
    const cards = (await desk.store.openSelection(wanted)).forAnyone;
    const span = { from: 0, until: desk.clock.now(), publishedAt: desk.clock.now(), timeZone: "Asia/Taipei" };
    const edition = { ...span, ...cards, id: "e", subscriptionId: subscription?.id ?? "" };
    const next = { subscriptionId: subscription?.id ?? "", dueAt: desk.clock.now() + dayMs, coveredUntil: span.until };
    const askedUntil = desk.clock.now() + 120_000;
    expect(await desk.store.publishEdition(edition, "d", subscription?.dueAt ?? 0, next, { askedUntil })).toBe(true);
    expect(await desk.take(group)).toBe(false);
    desk.clock.advance(121_000);
    expect(await desk.say(group)).toBe(true);
    desk.clock.advance(dayMs);
    await nextDay();
    expect(await desk.say(group)).toBe(false);
    await desk.turn();
    expect(shown()).toEqual([]);
  });
});
