// A manager adds a page without a feed in the chat: it is read in the next round, and says so when it has changed.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSettings } from "../../config/settings.ts";
import { type Desk, openDesk } from "../../src/desk.ts";
import { gatherNews } from "../../src/pipeline.ts";
import type { Reply } from "../../src/records/reply.ts";
import { channelOf, hourMs, noon, owner } from "../fakes/chat.ts";
import { type FakeClock, fakeClock } from "../fakes/clock.ts";
import { agencyPage, listedHeadlines } from "../fakes/list-pages.ts";
import { rememberingLog } from "../fakes/log.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../fakes/loopback-site.ts";
import { newsSitemap, sitemapIndex } from "../fakes/sitemaps.ts";

let folder: string;
let site: LoopbackSite;
let clock: FakeClock;
let desk: Desk;
const log = rememberingLog();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lede-added-"));
  site = await openLoopbackSite();
  clock = fakeClock(noon);
  await writeFile(join(folder, "sources.yaml"), "sources: []\n");
  const settings = readSettings({
    DATABASE_URL: `sqlite:${join(folder, "lede.db")}`,
    SOURCES_FILE: join(folder, "sources.yaml"),
    ALLOW_PRIVATE_NETWORKS: "true",
  });
  desk = await openDesk(settings, log, { clock });
});

afterEach(async () => {
  await desk.close();
  await site.close();
  await rm(folder, { recursive: true });
});

const ask = (text: string): Promise<Reply> =>
  desk.answer({ channel: channelOf("zh-TW"), asker: owner, ask: { form: "text", text } });

it("a page that is added while the desk runs is read in the next round, and a change of it is no silence", async () => {
  const url = site.serve("/list", answer(200, {}, agencyPage));
  await ask(`/來源 新增 ${url} confirm:yes`);
  await gatherNews(desk);
  expect(await desk.store.countArticles()).toBe(listedHeadlines.length);

  site.serve("/list", answer(200, {}, "<main><p>網站全新改版！</p></main>"));
  clock.moveTo(noon + 25 * hourMs);
  await gatherNews(desk);
  expect((await ask("/來源")).fields[0]?.value).toContain("網站改版");
  expect(log.lines.join("\n")).toMatch(/could not be polled.*The page has changed.*add the page again/);

  const renewed = agencyPage
    .replaceAll("mainList", "newsFlow")
    .replaceAll("<h2><span>", "<h2>")
    .replaceAll("</span></h2>", "</h2>");
  site.serve("/list", answer(200, {}, renewed));
  expect((await ask(`/來源 新增 ${url} confirm:yes`)).title).toContain("已新增來源");
  await gatherNews(desk);
  expect((await ask("/來源")).fields).toMatchObject([{ value: expect.stringContaining("上次讀取") }]);
});

it("a site that has a news sitemap alone is followed by it, and a sitemap that becomes a page is no silence", async () => {
  const published = new Date(noon - hourMs).toISOString();
  const news = ["渡輪復航", "市集開張"].map((title, index) => ({
    url: `${site.origin}/news/${index}`,
    title,
    published,
  }));
  site.serve(
    "/news/0",
    answer(200, {}, "<article><h1>渡輪復航</h1><p>停航三年的渡輪今天上午重新載客，首航座無虛席。</p></article>"),
  );
  const sitemap = site.serve("/gn.xml.gz", answer(200, {}, gzipSync(newsSitemap("港都日報", "zh-tw", news))));
  site.serve("/sitemap.xml", answer(200, {}, sitemapIndex([[`${site.origin}/pages.xml`], [sitemap]])));
  site.serve("/robots.txt", answer(200, {}, `Sitemap: ${site.origin}/sitemap.xml`));
  const added = await ask(`/來源 新增 ${site.serve("/", answer(200, {}, "<p>歡迎光臨</p>"))}`);
  expect([added.title, added.text]).toEqual(["已新增來源：港都日報", expect.stringMatching(/渡輪復航\n.*市集開張/)]);
  await gatherNews(desk);
  const [ferry] = (await ask("/搜尋 首航座無虛席")).cards;
  expect(JSON.stringify(ferry)).toContain("渡輪復航");

  site.serve("/gn.xml.gz", answer(200, {}, "<!doctype html><html><body>找不到網頁</body></html>"));
  clock.moveTo(noon + 25 * hourMs);
  await gatherNews(desk);
  expect((await ask("/來源")).fields[0]?.value).toContain("網站改版");
  expect(log.lines.join("\n")).toMatch(/could not be polled.*Expected a sitemap but found <html>/);
});
