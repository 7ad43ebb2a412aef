import { afterEach, beforeEach, expect, it } from "vitest";
import { type Chat, hourMs, noon, openChat } from "../../test/fakes/chat.ts";
import { rssFeed } from "../../test/fakes/feeds.ts";
import { agencyPage, listedHeadlines } from "../../test/fakes/list-pages.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../../test/fakes/loopback-site.ts";

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

const dated = (title: string, ...headlines: readonly string[]): string =>
  rssFeed(title, headlines).replaceAll(/<link>https:\/\/news\.example\/(\d+)<\/link>/g, (_, index) => {
    const page = `${site.origin}/page${index}`;
    return `<link>${page}</link><pubDate>${new Date(noon - (10 - Number(index)) * hourMs).toUTCString()}</pubDate>`;
  });

const follow = (url: string, fullText: "page" | "feed" = "page") =>
  chat.store.keepSource({ kind: "feed", id: "hill", name: "山城週報", url, fullText }, noon);

it("a test reads a source now and shows its newest five with their times, and nothing is kept of it", async () => {
  await follow(site.serve("/feed", answer(200, {}, dated("山城週報", "一", "二", "三", "四", "五", "六"))));
  const before = await chat.store.sourceStates();
  const reply = await chat.ask("/來源 測試 山城", { locale: "zh-TW", asker: reader });
  expect(reply).toMatchObject({ title: "山城週報 可以讀取", isPrivate: true });
  expect(reply.text).toContain("共列出 6 則");
  // Between the date and the time stands a space of its own kind.
  expect(reply.text.replaceAll(/[^\S\n]/g, " ").match(/・.*/g)).toEqual([
    "・5/1 07:00 六",
    "・5/1 06:00 五",
    "・5/1 05:00 四",
    "・5/1 04:00 三",
    "・5/1 03:00 二",
  ]);
  expect(reply.text).toContain("全文：無法取得");
  expect(reply.footer).toContain("12:00");
  expect(await chat.store.sourceStates()).toEqual(before);
  expect(await chat.store.countArticles()).toBe(0);
});

it("a test says whether the full text can be had from the pages", async () => {
  await follow(site.serve("/feed", answer(200, {}, dated("山城週報", "市集開張"))));
  const paragraph = `<p>${"山城的市集今天開張，湧入許多遊客。".repeat(12)}</p>`;
  site.serve("/page0", answer(200, {}, `<html><body><article>${paragraph}</article></body></html>`));
  expect((await chat.ask("/配信元 テスト hill", { locale: "ja" })).text).toContain("記事のページから取得できます");
});

it.each([
  [404, "en", /nothing at its address any more/],
  [403, "zh-TW", /拒絕程式讀取/],
  [429, "zh-CN", /要求稍后再来/],
  [500, "ja", /応答がないか/],
  [200, "ko", /사이트가 바뀐 것/],
] as const)("a source that answers %i is told of in %s, without its address", async (status, locale, words) => {
  await follow(site.serve("/feed", answer(status, {}, "<p>港都</p>")));
  const reply = await chat.ask("/sources test hill", { locale });
  expect(reply.text).toMatch(words);
  expect(JSON.stringify(reply)).not.toContain("127.0.0.1");
});

it("a source is read for a test every five minutes at most, whoever asks, and anew when it was changed", async () => {
  let readings = 0;
  const serve = (path: string) =>
    site.serve(path, (request, response) => {
      readings += 1;
      feed("山城週報", "市集開張")(request, response);
    });
  await follow(serve("/feed"), "feed");
  await Promise.all([1, 2, 3].map(() => chat.ask("/sources test hill")));
  expect(readings).toBe(1);
  chat.clock.advance(4 * 60_000);
  expect((await chat.ask("/sources test hill", { asker: reader })).footer).toContain("12:00");
  expect(readings).toBe(1);
  await follow(serve("/moved"), "feed");
  await chat.ask("/sources test hill");
  expect(readings).toBe(2);
  chat.clock.advance(5 * 60_000);
  expect((await chat.ask("/sources test hill")).footer).toContain("12:09");
  expect(readings).toBe(3);
});

it("a test of a paused source says that it is paused", async () => {
  await follow(site.serve("/feed", feed("山城週報", "市集開張")), "feed");
  await chat.ask("/sources pause hill");
  expect((await chat.ask("/sources test hill")).text).toMatch(/市集開張[\s\S]*paused since .*小明/);
});

it("a test of an address shows what could be added, adds nothing, and its button does", async () => {
  const url = site.serve("/feed", feed("山城週報", "市集開張"));
  const shown = await chat.ask(`/來源 測試 ${url}`, { locale: "zh-TW" });
  expect(shown).toMatchObject({ title: "可以新增這個來源", isPrivate: true });
  expect(shown.fields).toEqual([{ name: "山城週報", value: `・市集開張\n${url}` }]);
  expect(await chat.store.addedSources()).toEqual([]);
  const [button] = shown.choices;
  expect(button?.text.length).toBeLessThanOrEqual(100);
  expect(shown.footer).toContain(button?.text);
  expect((await chat.ask(button?.text ?? "", { locale: "zh-TW" })).title).toContain("已新增來源");
  expect((await chat.ask(`/來源 測試 ${url}`, { locale: "zh-TW" })).title).toBe("山城週報 可以讀取");
});

it("a list that a test inferred is added by its button without being shown again", async () => {
  const url = site.serve("/list", answer(200, {}, agencyPage));
  const shown = await chat.ask(`/sources test ${url}`);
  for (const headline of listedHeadlines.slice(0, 5)) expect(shown.fields[0]?.value).toContain(headline);
  await chat.ask(shown.choices[0]?.text ?? "");
  expect(await chat.store.addedSources()).toMatchObject([{ kind: "page", url }]);
});

it("what stands at an address inside the operator's network is no more told by a test than by adding it", async () => {
  const guarded = await openChat({ allowPrivateNetworks: false });
  await guarded.store.keepSource(
    { kind: "feed", id: "inside", name: "Inside", url: `${site.origin}/feed`, fullText: "feed" },
    noon,
  );
  site.serve("/feed", feed("Secret", "Secret headline"));
  const ofSource = await guarded.ask("/sources test inside");
  expect(ofSource.text).toBe("It does not answer, or not with anything that can be read. Try again later.");
  expect(JSON.stringify(ofSource)).not.toMatch(/127\.0\.0\.1|Secret/);
  expect((await guarded.ask(`/sources test ${site.origin}/other`)).text).toMatch(/not on the open internet/);
  await guarded.close();
});
