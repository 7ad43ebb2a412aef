import { afterEach, beforeEach, expect, it } from "vitest";
import { articleEntry } from "../test/fakes/articles.ts";
import { type Chat, hourMs, noon, openChat } from "../test/fakes/chat.ts";

let chat: Chat;

beforeEach(async () => {
  chat = await openChat();
});

afterEach(() => chat.close());

it("shows five a page and offers the next one", async () => {
  await chat.archive(...Array.from({ length: 7 }, (_, index) => `高雄新聞 ${index}`));
  const first = await chat.ask("/search 高雄");
  expect(first.cards).toHaveLength(5);
  expect(first.text).toBe("7 found · page 1 of 2");
  const second = await chat.ask(first.choices[0]?.text ?? "");
  expect(second.cards).toHaveLength(2);
  expect(second.choices).toEqual([{ label: "Back", text: "/search 高雄 page:1" }]);
  expect((await chat.ask("/search 高雄 page:1")).cards).toEqual(first.cards);
});

it("shows the place of the hit where headline and lede do not show it", async () => {
  const entry = articleEntry({ headline: "City council meets", sourceId: "island", at: noon - hourMs });
  const text = `The council met. ${"Many things were said. ".repeat(20)}The harbour bridge will open in June.`;
  const lede = [{ text: "The council met.", start: 0, end: 16 }];
  await chat.store.archive([{ ...entry, article: { ...entry.article, text, lede } }]);
  expect((await chat.ask("/search bridge")).cards[0]?.lede).toContain("harbour bridge");
  expect((await chat.ask("/search council")).cards[0]?.lede).toBe("The council met.");
});

it("names the publisher as readers know it", async () => {
  await chat.archive("高雄推動智慧城市");
  expect((await chat.ask("/search 高雄")).cards[0]?.sourceName).toBe("港都日報");
});

it("names the publisher of imported posts, whom the sources file does not list", async () => {
  await chat.store.registerSources([{ id: "fucheng", name: "府城新聞" }], noon);
  await chat.store.archive([articleEntry({ headline: "台南燈節登場", sourceId: "fucheng", at: noon - hourMs })]);
  expect((await chat.ask("/search 台南")).cards[0]?.sourceName).toBe("府城新聞");
});

it("says so when nothing holds all the words, and shows what comes near", async () => {
  await chat.archive("高雄推動智慧城市展覽計畫");
  const near = await chat.ask("/search 高雄推動智慧城市 火山");
  expect(near.text).toBe("Nothing matches all of it. These come close.");
  expect(near.cards.map(({ headline }) => headline)).toEqual(["高雄推動智慧城市展覽計畫"]);
});

it("suggests each word alone when all together find nothing", async () => {
  await chat.archive("高雄推動智慧城市");
  const reply = await chat.ask("/search 火山 隕石");
  expect(reply.cards).toEqual([]);
  expect(reply.choices.map(({ text }) => text)).toEqual(["/search 火山", "/search 隕石"]);
});

it("a query that can't be read is answered with how to write it", async () => {
  expect((await chat.ask("/search after:someday", { locale: "zh-TW" })).text.length).toBeGreaterThan(0);
  expect(chat.log.lines.join()).not.toContain("could not be answered");
});

it("finds a Thai word inside a sentence, which sets no spaces, and no word that is not there", async () => {
  const headlines = [
    "กรุงเทพมหานครเตือนน้ำท่วมริมแม่น้ำเจ้าพระยา",
    "รถไฟฟ้าสายใหม่เปิดให้บริการวันจันทร์",
    "ทะเลไทยคลื่นสูงห้ามเรือเล็กออกจากฝั่ง",
  ];
  await chat.archive(...headlines);
  const found = async (text: string) => (await chat.ask(text, { locale: "th" })).cards.map(({ headline }) => headline);
  expect(await found("/ค้นหา น้ำท่วม")).toEqual([headlines[0]]);
  expect(await found("/ค้นหา เจ้าพระยา")).toEqual([headlines[0]]);
  expect(await found("/ค้นหา รถไฟฟ้า วันจันทร์")).toEqual([headlines[1]]);
  // The sign for am may come in two pieces.
  expect(await found("/ค้นหา น\u0e49\u0e4d\u0e32ท่วม")).toEqual([headlines[0]]);
  expect(await found("/ค้นหา คลื่น -รถไฟ")).toEqual([headlines[2]]);
  expect(await found("/ค้นหา แผ่นดินไหว")).toEqual([]);
});
