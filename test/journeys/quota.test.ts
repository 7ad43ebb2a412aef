// What becomes of editions when LINE's month is short: nothing is lost, nothing comes twice, and everybody is told once.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openQuotaDesk, type QuotaDesk, rigName } from "./quota-desk.ts";
import { daily, dayMs, headlinesOf, morning, storyOf } from "./quota-story.ts";

let desk: QuotaDesk;
afterEach(async () => {
  await desk.close();
  expect(desk.line.violations).toEqual([]);
});

const news = (...headlines: readonly string[]) => storyOf(desk).news(...headlines);
const nextDay = (...headlines: readonly string[]) => storyOf(desk).nextDay(...headlines);
const shown = () => storyOf(desk).shown();
const texts = () => storyOf(desk).texts();
const refusals = () => storyOf(desk).refusals();

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

  it("a plan without a limit plans nothing", async () => {
    await open(Number.POSITIVE_INFINITY, 5000);
    for (let day = 0; day < 3; day++) {
      await nextDay(`第${day}日的消息`);
      await desk.turn();
    }
    expect(desk.line.used).toBe(15_000);
    expect(await desk.plan()).toMatchObject({ reading: { limit: null }, channels: [] });
  });

  it("a priority is a larger share", async () => {
    const weights = new Map<string, number>();
    desk = await openQuotaDesk(morning, 420, { reserve: { messages: 0 }, weights });
    const [first, second] = [desk.newGroup(20), desk.newGroup(20)];
    weights.set(first, 2);
    for (const address of [first, second]) await desk.subscribe(address, daily);
    for (let day = 0; day < 21; day++) {
      await nextDay(`第${day}日的消息`);
      await desk.turn();
    }
    const editions = (address: string) => shown().filter(([, to]) => to === address).length;
    expect(editions(first)).toBeGreaterThanOrEqual(13);
    expect(editions(second)).toBeGreaterThanOrEqual(6);
    expect(editions(second)).toBeLessThanOrEqual(8);
    expect(desk.line.used).toBeLessThanOrEqual(420);
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

it("the limit reached in the midst of a multicast: as many as it reaches have theirs, and the others' wait for them", async () => {
  desk = await openQuotaDesk(morning, 1000);
  const people = Array.from({ length: 10 }, () => desk.line.hex("U"));
  for (const person of people) await desk.subscribe(person, daily);
  await nextDay("第一則消息");
  await desk.publish();
  // Somebody else was faster.
  desk.line.used = 996;
  await desk.deliver();
  expect(shown()).toEqual([]);
  // Parted, each goes alone.
  await desk.deliver();
  const reached = () => new Set(shown().map(([, to]) => to));
  expect(reached().size).toBe(4);
  expect(refusals()).toHaveLength(6);
  const waiting = people.filter((person) => !reached().has(person));
  for (const person of waiting)
    expect((await desk.store.subscriptionsOf(`line:${person}`))[0]?.heldSince).toBeDefined();
  await desk.turn();
  expect(refusals()).toHaveLength(6);
  desk.setQuota(5000);
  await nextDay("第二則消息");
  await desk.turn();
  expect(desk.line.used).toBe(1000 + 10);
  const latest = desk.line.sent
    .slice(4)
    .flatMap(({ to, messages }) => to.map((person) => [person, headlinesOf(messages.at(-1)?.altText).length]));
  for (const [person, stories] of latest) expect(stories).toBe(waiting.includes(String(person)) ? 2 : 1);
});
