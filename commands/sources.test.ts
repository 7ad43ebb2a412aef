import { afterEach, beforeEach, expect, it } from "vitest";
import { type Chat, hourMs, noon, openChat } from "../test/fakes/chat.ts";
import { rssFeed } from "../test/fakes/feeds.ts";
import { agencyPage, listedHeadlines } from "../test/fakes/list-pages.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../test/fakes/loopback-site.ts";
import { newsSitemap, sitemapOf } from "../test/fakes/sitemaps.ts";

let chat: Chat;
let site: LoopbackSite;

beforeEach(async () => {
  chat = await openChat();
  site = await openLoopbackSite();
});

afterEach(async () => {
  await chat.close();
  await site.close();
});

const reader = { id: "2", name: "小華", mayManage: false } as const;
const feed = (title: string, ...headlines: readonly string[]) => answer(200, {}, rssFeed(title, headlines));

async function fail(id: string, problem: string, problemCode: string): Promise<void> {
  const [state] = await chat.store.claimDueSources(new Set([id]), noon, hourMs, 1);
  if (!state) throw new Error("the source must be due");
  await chat.store.finishPolls([{ ...state, polledAt: noon, failures: 3, problem, problemCode, dueAt: noon + hourMs }]);
}

it("sources tells how each one's last poll went, and keeps the operator's details out of the chat", async () => {
  await fail("island", "http://10.0.0.5/feed answered 503", "http-status");
  const reply = await chat.ask("/sources");
  expect(reply.fields.map(({ name }) => name)).toEqual(["港都日報 · harbour", "Island Times · island"]);
  expect(reply.fields[0]?.value).toBe("not read yet");
  expect(reply.fields[1]?.value).toMatch(/can't be read \(3 failures in a row\).*13:00/);
  expect(JSON.stringify(reply)).not.toContain("10.0.0.5");
});

it("a page whose list is no longer found says so, and what to do", async () => {
  const list = {
    id: "town-hall",
    name: "市政府",
    kind: "page",
    url: "https://town.example/news",
    fullText: "page",
  } as const;
  await chat.store.keepSource({ ...list, intervalMinutes: 15, selectors: { item: "li", link: "a" } }, noon);
  await fail("town-hall", "The page has changed", "parse");
  await fail("island", "That is no feed", "parse");
  const [, feedState, pageState] = (await chat.ask("/來源", { locale: "zh-TW" })).fields.map(({ value }) => value);
  expect(pageState).toMatch(/網站改版.*重新新增/);
  expect(feedState).toMatch(/連續 3 次/);
});

it("a feed is added at once, shown in the list, and can be removed by the button beside it", async () => {
  const url = site.serve("/feed", feed("山城週報", "市集開張"));
  const added = await chat.ask(`/來源 新增 ${url}`, { locale: "zh-TW" });
  expect(added).toMatchObject({ title: "已新增來源：山城週報", isPrivate: false });
  expect(added.text).toContain("市集開張");
  expect((await chat.ask("/sources")).fields.map(({ name }) => name).join()).toContain("山城週報 · ");
  const undone = await chat.ask(added.choices[0]?.text ?? "", { locale: "zh-TW" });
  expect(undone.title).toBe("已移除來源：山城週報");
  expect(await chat.store.addedSources()).toEqual([]);
});

it("of a site with several feeds one is chosen, and its button adds it", async () => {
  const links = ["a", "b"].map((name) => {
    const url = site.serve(`/${name}.xml`, feed(`Feed ${name}`, "News"));
    return `<link rel="alternate" type="application/rss+xml" href="${url}">`;
  });
  const offered = await chat.ask(`/sources add ${site.serve("/", answer(200, {}, links.join("")))}`);
  expect(offered.choices.map(({ label }) => label)).toEqual(["Feed a", "Feed b"]);
  expect(await chat.store.addedSources()).toEqual([]);
  await chat.ask(offered.choices[1]?.text ?? "");
  expect(await chat.store.addedSources()).toMatchObject([{ kind: "feed", name: "Feed b" }]);
});

it("an inferred list is shown first, and added when it is confirmed", async () => {
  const url = site.serve("/list", answer(200, {}, agencyPage));
  const shown = await chat.ask(`/配信元 追加 ${url}`, { locale: "ja" });
  for (const headline of listedHeadlines.slice(0, 5)) expect(shown.text).toContain(headline);
  expect(await chat.store.addedSources()).toEqual([]);
  const added = await chat.ask(shown.choices[0]?.text ?? "", { locale: "ja" });
  expect(added.title).toContain("配信元を追加しました");
  expect(await chat.store.addedSources()).toMatchObject([{ kind: "page", url }]);
});

const announced = (count: number) =>
  newsSitemap(
    "山城週報",
    "zh-tw",
    Array.from({ length: count }, (_, index) => ({
      ...{ url: `${site.origin}/${index}`, title: `市集開張 ${index}` },
      published: new Date(noon - index * hourMs).toISOString(),
    })),
  );

it("a news sitemap is added at once, and beside a feed of the same name it says what it is", async () => {
  const sitemap = site.serve("/news.xml", answer(200, {}, announced(6)));
  const added = await chat.ask(`/來源 新增 ${sitemap}`, { locale: "zh-TW" });
  expect(added.title).toBe("已新增來源：山城週報");
  expect(added.text.match(/・市集開張/g)).toHaveLength(5);
  site.serve("/robots.txt", answer(200, {}, `Sitemap: ${sitemap}`));
  const rss = site.serve("/rss.xml", feed("山城週報", "市集開張"));
  const home = site.serve("/", answer(200, {}, `<link rel="alternate" type="application/rss+xml" href="${rss}">`));
  const offered = await chat.ask(`/來源 新增 ${home}`, { locale: "zh-TW" });
  expect(offered.title).toContain("2 個可以追蹤的來源");
  expect(offered.choices.map(({ label }) => label)).toEqual(["山城週報", "山城週報 · 新聞 sitemap"]);
});

it.each([
  ["zh-TW", /只列出最近更新的網頁/],
  ["ja", /最近更新されたページ/],
  ["ko", /최근에 바뀐 페이지/],
] as const)("a plain sitemap is explained in %s, and added when it is confirmed", async (locale, words) => {
  const entry = `<url><loc>${site.origin}/ferry</loc><lastmod>${new Date(noon - hourMs).toISOString()}</lastmod></url>`;
  const url = site.serve("/sitemap.xml", answer(200, {}, sitemapOf([entry])));
  const shown = await chat.ask(`/sources add ${url}`, { locale });
  expect(shown.text).toMatch(words);
  expect(shown.text).toContain(`${site.origin}/ferry`);
  expect(await chat.store.addedSources()).toEqual([]);
  await chat.ask(shown.choices[0]?.text ?? "", { locale });
  expect(await chat.store.addedSources()).toMatchObject([{ kind: "sitemap", url }]);
});

it("a sitemap without news any more says that the site has changed", async () => {
  const source = {
    id: "harbour-map",
    name: "港都",
    kind: "sitemap",
    url: "https://h.example/n.xml",
    fullText: "page",
  } as const;
  await chat.store.keepSource(source, noon);
  await fail("harbour-map", "Expected a sitemap but found <html>", "parse");
  expect((await chat.ask("/來源", { locale: "zh-TW" })).fields.at(-1)?.value).toMatch(/網站改版/);
});

it("those who may not manage the channel may look and test, and neither change anything nor send the desk anywhere", async () => {
  const url = site.serve("/feed", feed("山城週報", "市集開張"));
  for (const line of [
    `/sources add ${url}`,
    "/sources remove island",
    "/sources pause island",
    "/sources resume island",
    `/sources test ${url}`,
  ])
    expect((await chat.ask(line, { asker: reader })).text).toMatch(/Only those who may manage/);
  expect(await chat.store.addedSources()).toEqual([]);
  expect((await chat.ask("/sources", { asker: reader })).fields).toHaveLength(2);
  expect((await chat.ask("/sources test island", { asker: reader })).title).toContain("Island Times");
  expect(await chat.store.pausedSources()).toEqual(new Map());
});

it("a source of the operator's file can't be removed in the chat", async () => {
  expect((await chat.ask("/sources remove Island Times")).text).toContain("config/sources.yaml");
});

it.each([
  ["/sources add", /Write it like this/],
  ["/sources add nonsense", /not a web address/],
  ["/sources remove nobody", /which source/],
  ["/sources pause nobody", /which source/],
  ["/sources test", /sources test cna/],
  ["/來源 暫停", /sources pause cna/],
])("%s is answered with what to do", async (line, advice) => {
  expect((await chat.ask(line)).text).toMatch(advice);
});

it("sources tells of one that has ended, and that it must be removed or corrected", async () => {
  const [state] = await chat.store.claimDueSources(new Set(["island"]), noon, hourMs, 1);
  if (!state) throw new Error("the source must be due");
  await chat.store.finishPolls([{ ...state, polledAt: noon, failures: 1, problem: "answered 410", endedAt: noon }]);
  const reply = await chat.ask("/sources");
  expect(reply.fields[1]?.value).toContain("gone for good");
});

it("help explains each order with what it takes, and which are for managers", async () => {
  const { fields } = await chat.ask("/說明 來源", { locale: "zh-TW" });
  expect(fields.map(({ name }) => name)).toEqual(
    ["清單", "新增", "測試", "暫停", "恢復", "移除"].map((order) => `/來源 ${order}`),
  );
  expect(fields[3]?.value).toMatch(/暫停讀取[\s\S]*限可管理此頻道的人[\s\S]*來源: /);
  expect(fields[2]?.value).not.toContain("限可管理");
});
