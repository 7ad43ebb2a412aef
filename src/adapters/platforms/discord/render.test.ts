import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messageViolations } from "../../../../test/fakes/discord-limits.ts";
import { aChart, bluePixel } from "../../../../test/fakes/pictures.ts";
import { locales } from "../../../records/channel.ts";
import type { Edition } from "../../../records/edition.ts";
import type { Reply } from "../../../records/reply.ts";
import type { Card } from "../../../records/story.ts";
import type { DiscordMessage } from "./message.ts";
import { type DiscordReply, renderEdition, renderReply } from "./render.ts";

const card: Card = {
  storyId: "story-1",
  articleId: "article-1",
  headline: "Ferry line opens",
  lede: "The first boat left at dawn.",
  url: "https://news.example/ferry",
  image: "https://news.example/ferry.jpg",
  sourceId: "harbour",
  sourceName: "Harbour Post",
  tags: ["transport", "sea"],
  language: "en",
  publishedAt: 1_696_392_000_000,
  alsoIn: [],
};

const edition: Edition = {
  id: "edition-1",
  subscriptionId: "subscription-1",
  publishedAt: 1_696_392_000_000,
  from: 0,
  until: 1_696_392_000_000,
  cards: [card],
  total: 1,
  timeZone: "Asia/Taipei",
};

const reply: Reply = {
  title: "",
  text: "Hello",
  cards: [],
  wanted: [],
  fields: [],
  choices: [],
  footer: "",
  menus: [],
  picture: null,
  isPrivate: false,
};

const isRefused = (messages: readonly (DiscordMessage & Partial<Pick<DiscordReply, "files">>)[]) =>
  messages.flatMap(({ files = [], ...message }) =>
    messageViolations({
      ...message,
      attachments: files.map(({ description = "" }) => ({ description })),
      fileNames: files.map(({ name = "" }) => name),
    }),
  );
const embedsOf = (messages: readonly DiscordMessage[]) => messages.flatMap(({ embeds }) => embeds);

describe("an edition", () => {
  it("is one message: the date, a story an embed, and what is left below the last", () => {
    const cards = Array.from({ length: 10 }, (_, index) => ({ ...card, storyId: `story-${index}` }));
    const [message, ...others] = renderEdition({ ...edition, cards, total: 12 }, "zh-TW");
    expect(others).toEqual([]);
    expect(message?.content).toMatch(/^\*\*新聞摘要 · 10月4日.*\*\*$/);
    expect(message?.embeds).toHaveLength(10);
    expect(message?.embeds[0]).toEqual({
      title: "Ferry line opens",
      url: "https://news.example/ferry",
      author: { name: "Harbour Post" },
      description: "The first boat left at dawn.\n<t:1696392000:f> · #transport #sea",
      thumbnail: { url: "https://news.example/ferry.jpg" },
    });
    expect(message?.embeds[9]?.footer?.text).toContain("2");
  });

  it("too long for one message is parted between stories, in their order", () => {
    const cards = Array.from({ length: 12 }, (_, index) => ({
      ...card,
      headline: `Story ${index}`,
      lede: "word ".repeat(200),
    }));
    const messages = renderEdition({ ...edition, cards }, "en");
    expect(messages.length).toBeGreaterThan(1);
    expect(embedsOf(messages).map(({ title }) => title)).toEqual(cards.map(({ headline }) => headline));
    expect(messages.filter(({ content }) => content)).toEqual([messages[0]]);
    expect(isRefused(messages)).toEqual([]);
  });

  it.each(["javascript:alert(1)", "ftp://news.example/a", "no address", `https://news.example/${"a".repeat(2048)}`])(
    "shows a story without its link when the address is %j",
    (address) => {
      const [embed] = embedsOf(renderEdition({ ...edition, cards: [{ ...card, url: address, image: address }] }, "en"));
      expect(embed).not.toHaveProperty("url");
      expect(embed).not.toHaveProperty("thumbnail");
    },
  );

  it("loads no image over plain http", () => {
    const [embed] = embedsOf(
      renderEdition({ ...edition, cards: [{ ...card, image: "http://news.example/a.jpg" }] }, "en"),
    );
    expect(embed).not.toHaveProperty("thumbnail");
  });
});

describe("a reply", () => {
  it("with more fields than an embed holds shows them all", () => {
    const fields = Array.from({ length: 60 }, (_, index) => ({ name: `source ${index}`, value: "v".repeat(200) }));
    const messages = renderReply({ ...reply, fields }, "en", null);
    expect(
      embedsOf(messages)
        .flatMap((embed) => embed.fields ?? [])
        .map(({ name }) => name),
    ).toEqual(fields.map(({ name }) => name));
    expect(isRefused(messages)).toEqual([]);
  });

  it("offers each choice once, under the last message, and none whose command does not fit a button", () => {
    const choices = [
      { label: "Newest", text: "/latest" },
      { label: "Again", text: "/latest" },
      { label: "Long", text: `/search ${"a".repeat(100)}` },
      { label: "", text: "/help" },
    ];
    const [message] = renderReply({ ...reply, choices }, "en", null);
    expect(message?.components).toMatchObject([
      {
        components: [
          { custom_id: "/latest", label: "Again" },
          { custom_id: "/help", label: "/help" },
        ],
      },
    ]);
  });

  it("shows its picture in the first message, attached with what it shows in words", () => {
    const fields = Array.from({ length: 60 }, (_, index) => ({ name: `source ${index}`, value: "v".repeat(200) }));
    const messages = renderReply({ ...reply, fields, picture: aChart }, "zh-TW", bluePixel);
    const [first, ...others] = messages;
    expect(first?.files).toEqual([{ name: "picture.png", data: bluePixel.png, description: aChart.alt }]);
    expect(embedsOf(messages).map(({ image }) => image?.url)).toEqual([
      "attachment://picture.png",
      ...embedsOf(messages)
        .slice(1)
        .map(() => undefined),
    ]);
    expect(others.flatMap(({ files }) => files)).toEqual([]);
  });

  it("whose picture could not be drawn says the same in words", () => {
    const [message] = renderReply({ ...reply, picture: aChart }, "zh-TW", null);
    expect(message).toMatchObject({ embeds: [{ description: "Hello" }], files: [] });
    expect(JSON.stringify(message)).not.toContain("attachment:");
  });

  it("of nothing but blanks is still an answer", () => {
    expect(isRefused(renderReply({ ...reply, text: " \u0000 ", title: "\n" }, "en", null))).toEqual([]);
    const fields = [{ name: "found", value: "" }];
    expect(isRefused(renderReply({ ...reply, text: " ".repeat(5000), fields }, "en", null))).toEqual([]);
  });
});

// Texts that break naive renderers: too long, blank, half characters, Markdown, joined emoji, controls.
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 50 }),
  fc.constantFrom("", " ", "\u0000", "\ud83d", "**@everyone**", "<@1>", "\\", "# a\n- b", "\u202e", "\u200b"),
  fc
    .tuple(fc.constantFrom("a", "字", "\\*", "👩‍👩‍👧‍👦", "e\u0301", "`", " \n"), fc.integer({ min: 1, max: 5000 }))
    .map(([part, count]) => part.repeat(count)),
);
const address = fc.oneof(fc.constant(null), fc.webUrl(), text);
const anyCard: fc.Arbitrary<Card> = fc.record({
  storyId: fc.uuid(),
  articleId: fc.uuid(),
  headline: text,
  lede: text,
  url: address,
  image: address,
  sourceId: text,
  sourceName: text,
  tags: fc.array(text, { maxLength: 6 }),
  language: text,
  publishedAt: fc.oneof(fc.integer({ min: 0, max: 4e12 }), fc.constant(Number.NaN)),
  alsoIn: fc.array(text, { maxLength: 6 }),
});
const anyReply: fc.Arbitrary<Reply> = fc.record({
  title: text,
  text,
  cards: fc.array(anyCard, { maxLength: 12 }),
  wanted: fc.array(text, { maxLength: 3 }),
  fields: fc.array(fc.record({ name: text, value: text }), { maxLength: 40 }),
  choices: fc.array(fc.record({ label: text, text }), { maxLength: 30 }),
  footer: text,
  menus: fc.array(
    fc.record({
      label: text,
      text: fc.string({ maxLength: 120, minLength: 1 }),
      options: fc.oneof(
        fc.constant("channels" as const),
        fc.array(fc.record({ label: text, value: text, isChosen: fc.boolean() }), { maxLength: 40 }),
      ),
      most: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 4 },
  ),
  picture: fc.option(text.map((alt) => ({ ...aChart, alt }))),
  isPrivate: fc.boolean(),
});

it("any reply, in any language, is one that Discord takes", () => {
  fc.assert(
    fc.property(anyReply, fc.constantFrom(...locales), (hostile, locale) => {
      expect(isRefused(renderReply(hostile, locale, hostile.picture && bluePixel))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("what was looked for stands in bold in the lede, whatever script it was typed in, and the rest as published", () => {
  const found = { ...card, lede: "新的*軟體*上市，搭計程車去" };
  const [message] = renderReply({ ...reply, cards: [found], wanted: ["软件", "出租车"] }, "zh-TW", null);
  expect(message?.embeds.at(-1)?.description).toContain("新的\\***軟體**\\*上市，搭**計程車**去");
});

it("any edition, in any language, is one that Discord takes, and shows every story once", () => {
  fc.assert(
    fc.property(fc.array(anyCard, { maxLength: 15 }), fc.nat(), fc.constantFrom(...locales), (cards, more, locale) => {
      const messages = renderEdition({ ...edition, cards, total: cards.length + more }, locale);
      expect(isRefused(messages)).toEqual([]);
      expect(embedsOf(messages)).toHaveLength(cards.length);
    }),
    { numRuns: 300 },
  );
});
