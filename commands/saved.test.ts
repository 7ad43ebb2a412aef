import { afterEach, beforeEach, expect, it } from "vitest";
import { locales } from "../src/records/channel.ts";
import type { Asker } from "../src/records/question.ts";
import { articleEntry } from "../test/fakes/articles.ts";
import { type Chat, hourMs, noon, openChat } from "../test/fakes/chat.ts";

let chat: Chat;
const reader: Asker = { id: "7", name: "讀者", mayManage: false };

beforeEach(async () => {
  chat = await openChat();
  await chat.archive("高雄推動智慧城市", "台北下雨");
});

afterEach(() => chat.close());

it("a story is saved by its headline, listed for who saved it alone, and taken out again", async () => {
  const first = await chat.ask("/save 高雄推動智慧城市", { asker: reader });
  expect(first).toMatchObject({ title: "Saved", text: "高雄推動智慧城市", isPrivate: true });
  expect((await chat.ask("/save 高雄推動智慧城市", { asker: reader })).title).toBe("Saved before");
  const list = await chat.ask("/saved", { asker: reader });
  expect(list.cards.map(({ headline }) => headline)).toEqual(["高雄推動智慧城市"]);
  expect((await chat.ask("/saved")).cards).toEqual([]);
  const [remove] = list.choices;
  expect((await chat.ask(remove?.text ?? "", { asker: reader })).text).toBe("It is no longer in your list.");
  expect((await chat.ask(remove?.text ?? "", { asker: reader })).text).toBe("It was not in your list.");
  expect((await chat.ask("/saved", { asker: reader })).title).toBe("Your saved stories (0)");
});

it("a long list comes in pages", async () => {
  await chat.archive(...["一", "二", "三", "四", "五", "六"].map((sign) => `第${sign}則港口新聞`));
  const { hits } = await chat.store.search({ clauses: [], without: [], after: null, before: null }, 10, 0);
  for (const { id } of hits) await chat.ask(`/save ${id}`);
  const list = await chat.ask("/saved");
  expect(list.cards).toHaveLength(5);
  const next = list.choices.at(-1);
  expect(next?.label).toBe("More");
  expect((await chat.ask(next?.text ?? "")).cards).toHaveLength(3);
});

it.each(locales)("in %s each of its choices is a command that works", async (locale) => {
  const saved = await chat.ask("/save 台北下雨", { locale });
  for (const { text } of saved.choices) expect((await chat.ask(text, { locale })).isPrivate).toBe(true);
  expect((await chat.ask("/saved", { locale })).text).not.toBe("");
});

it("what is not in the archive is refused with what to do", async () => {
  expect((await chat.ask("/save https://elsewhere.example/a")).text).toContain("no article with this link");
});

it("an empty list names a button where stories have one, and only there", async () => {
  const onDiscord = { id: "discord:7", platform: "discord", address: "7", locale: "en" } as const;
  const empty = await chat.answer({ channel: onDiscord, asker: reader, ask: { form: "text", text: "/saved" } });
  expect(empty.text).toContain("Press Save");
  expect((await chat.ask("/saved", { asker: reader })).text).toBe(
    "You have saved nothing yet. Send /save with a story's link or headline.",
  );
});

it("of two reports of one story under one headline the earlier is meant; of two stories, it is asked which", async () => {
  const report = (sourceId: string, at: number, storyId: string) =>
    articleEntry({ headline: "港口新橋今天通車", sourceId, at, storyId });
  await chat.store.archive([report("island", noon, "bridge"), report("harbour", noon - hourMs, "bridge")]);
  expect(await chat.ask("/save 港口新橋今天通車", { asker: reader })).toMatchObject({ title: "Saved" });
  const { cards } = await chat.ask("/saved", { asker: reader });
  expect(cards.map(({ sourceId }) => sourceId)).toEqual(["harbour"]);
  await chat.store.archive([report("third", noon, "another bridge")]);
  expect((await chat.ask("/save 港口新橋今天通車", { asker: reader })).text).toBe("Which one do you mean?");
});
