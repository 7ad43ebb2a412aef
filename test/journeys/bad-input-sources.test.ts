// A source that means harm costs itself only: its problem stands where the operator looks, and the other news arrives.
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, type Handler, pour } from "../fakes/loopback-site.ts";
import { openTwoSourceDesk, rss, rssItem, type TwoSourceDesk } from "./two-source-desk.ts";

const earlierNews = rssItem("bad-1", "舊碼頭倉庫將改建為市民書房");
const [firstNews, secondNews] = [
  rssItem("good-1", "港口新橋今天通車典禮"),
  rssItem("good-2", "市立圖書館延長開放時間"),
];

const megabyteOfItems = rssItem("same", "一樣的消息").repeat(1e6 / 200);
const feedHead = '<?xml version="1.0"?><rss version="2.0"><channel><title>feed</title>';

const hostileFeeds: readonly (readonly [name: string, handle: Handler, problem: RegExp])[] = [
  ["is of 50 MB", pour(feedHead, megabyteOfItems, 50), /more than 5242880 bytes/],
  ["never ends", pour(feedHead, megabyteOfItems, Number.POSITIVE_INFINITY), /more than 5242880 bytes/],
  [
    "is a gzip bomb",
    answer(200, { "content-encoding": "gzip" }, gzipSync(Buffer.alloc(100_000_000, " "))),
    /more than 5242880 bytes/,
  ],
  ["breaks off", (_, response) => void response.writeHead(200).write(feedHead, () => response.destroy()), /broke off/],
  ["is empty", answer(200), /Expected RSS/],
  ["is a login page", answer(200, { "content-type": "text/html" }, "<html><body>Log in</body></html>"), /Expected RSS/],
  [
    "is a picture",
    answer(200, { "content-type": "image/png" }, Buffer.from("89504e470d0a1a0a0000", "hex")),
    /Expected RSS/,
  ],
  ["turns in a circle", answer(302, { location: "/feed" }), /circle/],
  ["leads to the cloud's metadata", answer(302, { location: "http://169.254.169.254/latest" }), /link-local address/],
];

describe.each(hostileFeeds)("a feed that %s", (_, handle, problem) => {
  let journey: TwoSourceDesk;

  beforeAll(async () => {
    journey = await openTwoSourceDesk();
    journey.publishGood(firstNews);
    journey.publishBad(rss(earlierNews));
    await journey.nextHour();
    journey.publishGood(firstNews + secondNews);
    journey.publishBad(handle);
    await journey.nextHour();
  });

  afterAll(() => journey.close());

  it("fails alone, and the operator and the readers can see it", async () => {
    const { desk, discord, log } = journey;
    const states = new Map((await desk.store.sourceStates()).map((state) => [state.sourceId, state]));
    expect(states.get("good")).toMatchObject({ failures: 0, problem: null });
    expect(states.get("bad")).toMatchObject({ failures: 1, problem: expect.stringMatching(problem) });
    expect(log.lines.find((line) => line.startsWith("a source could not be polled"))).toMatch(problem);
    const answered = await discord.slash("sources", { locale: "zh-TW", serverLocale: "zh-TW" });
    expect(JSON.stringify(answered)).toContain("連續 1 次讀取失敗");
  });

  it("takes nothing with it: what was archived is there, what others report arrives", async () => {
    const { discord, line } = journey.digests();
    for (const headline of ["港口新橋今天通車典禮", "市立圖書館延長開放時間", "舊碼頭倉庫將改建為市民書房"])
      expect([discord.split(headline).length - 1, line.includes(headline)]).toEqual([1, true]);
    expect(await journey.desk.store.countArticles()).toBe(3);
    expect(await journey.desk.store.check()).toEqual([]);
  });

  it("is read again once it is well", async () => {
    journey.publishBad(rss(earlierNews + rssItem("bad-2", "夜市攤位下月起重新抽籤")));
    await journey.nextHour();
    expect(journey.digests().discord).toContain("夜市攤位下月起重新抽籤");
    expect((await journey.desk.store.sourceStates()).map(({ failures }) => failures)).toEqual([0, 0]);
  });

  it("gives the platforms no cause to object, and tells no secret", () => {
    expect(journey.faults()).toEqual([]);
  });
});
