// What becomes of editions when LINE's month is short: nothing is lost, nothing comes twice, and everybody is told once.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseQuery } from "../../src/language/query.ts";
import { articleEntry } from "../fakes/articles.ts";
import { openQuotaDesk, type QuotaDesk, rigName } from "./quota-desk.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// In Taipei, a day that is the same in Japan.
const morning = Date.parse("2026-12-10T07:30:00+08:00");
const daily = { kind: "daily", hour: 8, minute: 0 } as const;

let desk: QuotaDesk;
afterEach(async () => {
  await desk.close();
  expect(desk.line.violations).toEqual([]);
});

const news = (...headlines: readonly string[]) =>
  desk.store.archive(
    headlines.map((headline) => articleEntry({ headline, sourceId: "harbour", at: desk.clock.now() - 1000 })),
  );
/** To the next eight o'clock, with news of the day before it. */
const nextDay = async (...headlines: readonly string[]) => {
  desk.clock.moveTo(desk.clock.now() + ((24.5 * hourMs - ((desk.clock.now() - morning) % dayMs)) % dayMs || dayMs));
  await news(...headlines);
};
/** The headlines of each push and reply that showed an edition. */
const shown = () =>
  desk.line.sent.flatMap(({ kind, to, messages }) =>
    messages.flatMap(({ type, altText }) =>
      type === "flex" ? [[kind, to[0], altText?.split("\n• ").toSorted()]] : [],
    ),
  );
const texts = () => desk.line.sent.flatMap(({ messages }) => messages.flatMap(({ text }) => text ?? []));
const refusals = () => desk.log.lines.filter((line) => line.startsWith("edition held back"));

describe(`a month that is short, on ${rigName}`, () => {
  let group: string;

  /** A group of `people` with a daily digest. */
  const open = async (quota: number, people: number, used = 0) => {
    desk = await openQuotaDesk(morning, quota);
    group = desk.newGroup(people);
    desk.line.used = used;
    await desk.subscribe(group, daily);
  };

  describe("the limit is met in the midst", () => {
    // Another sender has used it up since it was read.
    beforeEach(async () => {
      await open(2000, 50);
      await nextDay("第一則消息");
      await desk.turn();
      expect(shown()).toHaveLength(1);
      desk.clock.advance(dayMs - 60_000);
      await news("第二則消息");
      await desk.plan();
      desk.line.faults.push({
        ...{ route: "POST /v2/bot/message/push", status: 429, times: 1 },
        message: "You have reached your monthly limit.",
      });
      desk.clock.advance(60_000);
      await desk.turn();
    });

    it("the edition is held back with a word in the log, and offered with the next answer", async () => {
      expect(shown()).toHaveLength(1);
      expect(refusals()).toHaveLength(1);
      await desk.turn();
      expect(await desk.say(group)).toBe(true);
      expect(await desk.take(group)).toBe(true);
      expect(shown().at(-1)).toEqual(["reply", group, ["第二則消息"]]);
      expect(desk.line.used).toBe(50);
    });

    it("it comes with the next one when LINE has room again, each story once", async () => {
      await desk.turn();
      expect(refusals()).toHaveLength(1);
      await nextDay("第三則消息");
      await desk.turn();
      expect(shown()).toEqual([
        ["push", group, ["第一則消息"]],
        ["push", group, ["第三則消息", "第二則消息"].toSorted()],
      ]);
    });
  });

  it("the limit is lowered: what is held goes out together as the new plan allows, and the chat is told in its edition, once", async () => {
    await open(20_000, 100);
    await nextDay("一");
    await desk.turn();
    expect(texts()).toEqual([]);
    desk.setQuota(600);
    const headlines = ["二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"];
    for (const headline of headlines) {
      await nextDay(`第${headline}則消息`);
      await desk.turn();
    }
    const told = texts();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^LINE 本月的訊息額度不夠，這裡的新聞摘要改為每 \d 天一次。/);
    const stories = shown().flatMap(([, , headlinesShown]) => headlinesShown ?? []);
    expect(new Set(stories).size).toBe(stories.length);
    expect(shown().length).toBeGreaterThanOrEqual(3);
    expect(shown().length).toBeLessThanOrEqual(5);
    expect(refusals()).toEqual([]);
    const warnings = desk.log.lines.filter((line) => /^line: .*A plan of [\d,]+ messages/.test(line));
    expect(warnings).toHaveLength(1);
  });

  it("a month that others have used up holds everything until the next, which begins in Japan", async () => {
    await open(1000, 40, 990);
    for (let day = 0; day < 20; day++) {
      await nextDay(`十二月第${day}則消息`);
      await desk.turn();
    }
    expect(shown()).toEqual([]);
    expect(await desk.plan()).toMatchObject({ others: 990, channels: [{ rhythm: { kind: "held" } }] });
    // LINE begins its month later than the desk thinks: it is not pushed to before.
    desk.clock.moveTo(Date.parse("2027-01-01T00:00:30+09:00"));
    await desk.turn();
    expect(shown()).toEqual([]);
    desk.line.used = 0;
    for (let day = 0; day < 4; day++) {
      await nextDay(`一月第${day}則消息`);
      await desk.turn();
    }
    expect(shown().length).toBeGreaterThanOrEqual(1);
    expect(shown()[0]?.[2]).toHaveLength(10);
    expect(refusals()).toEqual([]);
  });

  it("LINE can't be asked for its count: what is known goes on to hold, counted along", async () => {
    await open(120, 50);
    await nextDay("一");
    await desk.turn();
    desk.line.faults.push({ route: "GET /v2/bot/message/quota/consumption", status: 500, times: 100 });
    for (let day = 0; day < 19; day++) {
      await nextDay(`第${day}日的消息`);
      await desk.turn();
    }
    desk.line.faults.length = 0;
    // Two of the three that the group's 50 members would take.
    expect(desk.line.used).toBe(100);
    expect(refusals()).toEqual([]);
  });

  it("subscriptions of one chat come together in one push", async () => {
    await open(200, 40);
    await desk.subscribe(
      group,
      { kind: "daily", hour: 8, minute: 0 },
      { filter: { words: "港口", tags: [], sources: [] } },
    );
    await desk.subscribe(group, { kind: "hourly" }, { filter: { words: "公車", tags: [], sources: [] } });
    for (let day = 0; day < 14; day++) {
      await nextDay(`第${day}則港口消息`, `第${day}則公車消息`);
      await desk.turn();
    }
    expect(shown().length).toBeGreaterThanOrEqual(2);
    const stories = shown().flatMap(([, , headlines]) => headlines ?? []);
    expect(new Set(stories).size).toBe(stories.length);
    expect(desk.line.used).toBe(40 * shown().length);
    expect(desk.line.used).toBeLessThanOrEqual(190);
  });
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
    expect(texts()).toEqual([expect.stringMatching(/^LINE 本月的訊息額度已經用完/), "好"]);
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
