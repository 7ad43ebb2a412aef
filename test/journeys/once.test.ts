// Two newsrooms print one agency's report, one of them edits its headline: readers see one story, and what became of it.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSettings } from "../../config/settings.ts";
import { type Desk, openDesk } from "../../src/desk.ts";
import { gatherNews } from "../../src/pipeline.ts";
import { fakeClock } from "../fakes/clock.ts";
import { silentLog } from "../fakes/log.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../fakes/loopback-site.ts";

const startAt = Date.parse("2026-11-23T10:00:00+08:00");
const dayMs = 86_400_000;
const report =
  "港口新橋今天上午通車，全長三公里，車程縮短一半。市府表示，工程歷時四年，耗資二十億元，沿線設有自行車道與觀景平台。" +
  "市長在典禮上感謝施工團隊，並宣布下個月起公車路線將延伸到對岸。附近居民說，等這座橋等了整整十年，以後上班不用再繞路。";

const clock = fakeClock(startAt);
let folder: string;
let site: LoopbackSite;
let desk: Desk;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lede-once-"));
  site = await openLoopbackSite();
  const sourcesFile = join(folder, "sources.yaml");
  const sources = ["harbour", "strait"].map((id) => ({ id, name: id, kind: "feed", url: `${site.origin}/${id}` }));
  await writeFile(sourcesFile, JSON.stringify({ sources: sources.map((source) => ({ ...source, fullText: "feed" })) }));
  const settings = { SOURCES_FILE: sourcesFile, ALLOW_PRIVATE_NETWORKS: "true", DATABASE_URL: "sqlite::memory:" };
  desk = await openDesk(readSettings(settings), silentLog, { clock });
});

afterEach(async () => {
  await desk.close();
  await site.close();
  await rm(folder, { recursive: true });
});

function publish(id: string, link: string, title: string, text: string): void {
  const item = `<item><title>${title}</title><link>${site.origin}${link}</link><description>${text}</description></item>`;
  const xml = `<rss version="2.0"><channel><title>${id}</title>${item}</channel></rss>`;
  site.serve(`/${id}`, answer(200, { "content-type": "text/xml" }, xml));
}

it("one event is one card naming both newsrooms, and an edited headline replaces the old one, which is kept", async () => {
  publish("harbour", "/news/1?utm_source=rss", "港口新橋今天通車 車程縮短一半", report);
  site.serve("/strait", answer(404));
  await gatherNews(desk);
  publish("harbour", "/news/1/amp", "港口新橋通車 首日湧入萬人", report);
  publish("strait", "/a/9", "等了十年 跨港大橋終於啟用", `（本報綜合報導）${report}（編輯：林小明）`);
  clock.advance(dayMs);
  expect(await gatherNews(desk)).toEqual({ imported: 1, updated: 1, duplicates: 0 });

  const cards = await desk.store.latestCards([], 10, 0);
  expect(cards).toMatchObject([{ headline: "等了十年 跨港大橋終於啟用", alsoIn: ["harbour"] }]);
  const [first] = await Array.fromAsync(desk.store.eachArticle());
  expect(await desk.store.headlinesOf(first?.id ?? "")).toEqual([
    { headline: "港口新橋今天通車 車程縮短一半", seenAt: startAt },
    { headline: "港口新橋通車 首日湧入萬人", seenAt: startAt + dayMs },
  ]);
});
