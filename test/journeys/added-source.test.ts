// A manager adds a page without a feed in the chat: it is read in the next round, and says so when it has changed.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
