import { afterEach, beforeEach, expect, it } from "vitest";
import { locales } from "../src/records/channel.ts";
import { articleEntry } from "../test/fakes/articles.ts";
import { type Chat, hourMs, noon, openChat } from "../test/fakes/chat.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../test/fakes/loopback-site.ts";
import { summarize } from "./summarize.ts";

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

const paragraphs = [
  "高雄新橋今天通車，市長與上千名市民一同走過這座全長一點二公里的大橋。",
  "新橋連接鹽埕與旗津，通車後往返時間由三十分鐘縮短為八分鐘。",
  "市府表示，新橋工程歷時五年，總經費四十二億元，由中央與地方各負擔一半。",
  "附近店家說，期待新橋帶來更多遊客。",
];
const article = (title: string, texts = paragraphs) =>
  `<!doctype html><html lang="zh-Hant"><head><title>${title}</title></head><body><article><h1>${title}</h1>` +
  `${texts.map((text) => `<p>${text}</p>`).join("")}</article></body></html>`;
const serve = (path: string, html: string) =>
  site.serve(path, answer(200, { "content-type": "text/html; charset=utf-8" }, html));

it("a page that the desk has never read is told in its own sentences, and nothing of it is kept", async () => {
  const url = serve("/bridge", article("高雄新橋今天通車"));
  const told = await chat.ask(`/summarize 看這個：${url}。`);
  expect(told.cards).toMatchObject([{ headline: "高雄新橋今天通車", url, articleId: "" }]);
  const sentences = told.text.split("\n").map((line) => line.slice(1));
  expect(sentences.length).toBeGreaterThanOrEqual(3);
  for (const sentence of sentences) expect(paragraphs.join("")).toContain(sentence);
  expect(told).toMatchObject({ isPrivate: true, choices: [] });
  expect(await chat.store.countArticles()).toBe(0);
});

it("an article of the archive is told from there, by its link, headline or id, and may be saved", async () => {
  const entry = articleEntry({
    headline: "高雄新橋今天通車",
    sourceId: "harbour",
    at: noon - hourMs,
    text: paragraphs.join("\n\n"),
  });
  await chat.store.archive([entry]);
  for (const typed of [entry.article.url, "高雄新橋今天通車", entry.article.id]) {
    const told = await chat.ask(`/summarize ${typed}`);
    expect(told.cards).toMatchObject([{ articleId: entry.article.id, sourceName: "港都日報" }]);
    expect(told.choices[0]).toEqual({ label: "Save", text: `/save ${entry.article.id}` });
  }
});

it("of several links each is told in short, and those that can't be read say why", async () => {
  const one = serve("/one", article("高雄新橋今天通車"));
  const gone = `${site.origin}/gone`;
  const told = await chat.ask(`/summarize ${one} ${gone}`);
  expect(told.cards.map(({ headline }) => headline)).toEqual(["高雄新橋今天通車"]);
  expect(told.fields).toEqual([{ name: gone, value: expect.stringContaining("can't be read") }]);
});

it("a page is read once in ten minutes, however many ask, and a reader may have twenty read", async () => {
  let reads = 0;
  const url = site.serve("/bridge", (_, response) => {
    reads += 1;
    response.writeHead(200, { "content-type": "text/html" }).end(article("高雄新橋今天通車"));
  });
  await chat.ask(`/summarize ${url}`);
  expect((await chat.ask(`/summarize ${url}`)).cards[0]?.headline).toBe("高雄新橋今天通車");
  expect(reads).toBe(1);
  for (let page = 0; page < 19; page += 1) await chat.ask(`/summarize ${site.origin}/${page}`);
  expect((await chat.ask(`/summarize ${site.origin}/more`)).text).toContain("many pages");
  chat.clock.advance(11 * 60_000);
  expect((await chat.ask(`/summarize ${site.origin}/more`)).text).toContain("can't be read");
});

it("a site whose robots.txt forbids it is not read", async () => {
  let wasRead = false;
  site.serve("/robots.txt", answer(200, { "content-type": "text/plain" }, "User-agent: *\nDisallow: /"));
  const url = site.serve("/secret", (_, response) => {
    wasRead = true;
    response.end();
  });
  expect((await chat.ask(`/summarize ${url}`)).text).toContain("robots.txt");
  expect(wasRead).toBe(false);
});

it("addresses inside the operator's network are refused", async () => {
  const guarded = await openChat({ allowPrivateNetworks: false });
  const url = serve("/inside", article("內部"));
  expect((await guarded.ask(`/summarize ${url}`)).text).toContain("not on the open internet");
  await guarded.close();
});

it("a page without an article says so", async () => {
  const url = serve("/empty", "<!doctype html><title></title><body></body>");
  expect((await chat.ask(`/summarize ${url}`)).text).toContain("no article");
});

it.each(locales)("a message without a link is refused in %s before anything is asked", (locale) => {
  expect(() => summarize.menu?.readMessage("只是聊天")).toThrow();
  expect(summarize.menu?.names[locale].length).toBeLessThanOrEqual(32);
  expect(summarize.menu?.readMessage("看 https://a.example/x，還有 https://b.example/y")).toEqual({
    article: "https://a.example/x https://b.example/y",
  });
});
