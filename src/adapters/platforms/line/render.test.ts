import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actionsIn, asSent, bubblesIn } from "../../../../test/fakes/flex-parts.ts";
import { lineProblems } from "../../../../test/fakes/line-limits.ts";
import { locales } from "../../../records/channel.ts";
import type { Reply } from "../../../records/reply.ts";
import type { Card } from "../../../records/story.ts";
import { renderReply } from "./render.ts";

const noon = Date.UTC(2023, 9, 4, 4);

const card: Card = {
  storyId: "story-1",
  articleId: "article-1",
  headline: "Ferry line opens between the two islands",
  lede: "The crossing takes forty minutes.",
  url: "https://news.example/ferry",
  image: "https://news.example/ferry.jpg",
  sourceId: "harbour",
  sourceName: "Harbour Times",
  tags: ["transport"],
  language: "en",
  publishedAt: noon,
  alsoIn: [],
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

const cards = (count: number, change: Partial<Card> = {}) =>
  Array.from({ length: count }, (_, index) => ({ ...card, headline: `Story ${index + 1}`, ...change }));

describe("hostile content", () => {
  const nasty = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom("", " ", "\n", "\u200b", "\u202eevil", "\ud800", "<b>", "@everyone", "👨‍👩‍👧‍👦"),
    fc
      .tuple(fc.constantFrom("字", "e\u0301", "👩‍🚀", "\u0007", "\ud83d", "a\n"), fc.integer({ min: 1, max: 9000 }))
      .map(([unit, count]) => unit.repeat(count)),
  );
  const address = fc.oneof(
    fc.constant(null),
    nasty,
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    nasty.map((path) => `https://news.example/${path}`),
    fc.constantFrom(
      "javascript:alert(1)",
      "http://user@news.example/",
      "https://例え.jp/新聞?q=%zz|{}#a#b",
      "https://[::1]/x",
    ),
  );
  const hostileCard: fc.Arbitrary<Card> = fc.record({
    storyId: nasty,
    articleId: nasty,
    headline: nasty,
    lede: nasty,
    url: address,
    image: address,
    sourceId: nasty,
    sourceName: nasty,
    tags: fc.array(nasty, { maxLength: 8 }),
    language: nasty,
    publishedAt: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    alsoIn: fc.array(nasty, { maxLength: 8 }),
  });
  const hostileCards = fc.array(hostileCard, { maxLength: 16 });
  const locale = fc.constantFrom(...locales);

  it("any reply keeps to LINE's limits", () => {
    const hostileReply: fc.Arbitrary<Reply> = fc.record({
      title: nasty,
      text: nasty,
      cards: hostileCards,
      wanted: fc.array(nasty, { maxLength: 3 }),
      fields: fc.array(fc.record({ name: nasty, value: nasty }), { maxLength: 5 }),
      choices: fc.array(fc.record({ label: nasty, text: nasty }), { maxLength: 16 }),
      footer: nasty,
      menus: fc.constant([]),
      picture: fc.constant(null),
      isPrivate: fc.boolean(),
    });
    fc.assert(
      fc.property(hostileReply, locale, address, (answer, language, picture) => {
        expect(lineProblems(renderReply(answer, { locale: language, timeZone: "Asia/Taipei", picture }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

it("what was looked for stands in bold in a reply's lede, whatever script it was typed in", () => {
  const found = { ...card, lede: "新的軟體上市" };
  const shownReply = renderReply(
    { ...reply, cards: [found], wanted: ["软件"] },
    { locale: "zh-TW", timeZone: "Asia/Taipei", picture: null },
  );
  expect(JSON.stringify(shownReply)).toContain(
    '[{"type":"span","text":"新的"},{"type":"span","text":"軟體","weight":"bold"},{"type":"span","text":"上市"}]',
  );
  expect(lineProblems(shownReply)).toEqual([]);
});

describe("a reply", () => {
  const render = (changed: Partial<Reply>) =>
    renderReply({ ...reply, ...changed }, { locale: "en", timeZone: "Asia/Taipei", picture: null });

  it("shows its picture after its text, and no picture that LINE can't show", () => {
    const withPicture = (picture: string | null) =>
      renderReply(
        { ...reply, choices: [{ label: "More", text: "/more" }] },
        { locale: "en", timeZone: "UTC", picture },
      );
    const address = "https://desk.example/pictures/b1.png";
    expect(withPicture(address)).toMatchObject([
      { type: "text", text: "Hello" },
      { type: "image", originalContentUrl: address, previewImageUrl: address, quickReply: {} },
    ]);
    expect(withPicture("http://desk.example/pictures/b1.png")).toHaveLength(1);
    expect(withPicture(null)).toHaveLength(1);
  });

  it("without cards is a text with its fields on lines", () => {
    const fields = [
      { name: "Sources", value: "12" },
      { name: "Articles", value: "3,400" },
    ];
    const text = "State\n\nHello\n\nSources: 12\nArticles: 3,400\n\nAll is well";
    expect(render({ title: "State", fields, footer: "All is well" })).toEqual([{ type: "text", text }]);
  });

  it("with cards is a text and a compact carousel, its choices under the last message", () => {
    const choices = [{ label: "Latest", text: "/latest" }];
    const [text, flex, ...others] = render({ cards: cards(2), choices });
    expect(text).toEqual({ type: "text", text: "Hello" });
    expect(flex).toMatchObject({ quickReply: { items: [{ action: { label: "Latest", text: "/latest" } }] } });
    expect(JSON.stringify(flex)).not.toContain("hero");
    const [bubble] = bubblesIn(asSent(flex ? [flex] : []));
    expect(actionsIn(bubble?.footer).map(({ type, label }) => [type, label])).toEqual([
      ["uri", "Read"],
      ["postback", "Details"],
      ["postback", "Save"],
      ["postback", "Why this?"],
    ]);
    expect(others).toEqual([]);
  });

  it("that is too long for one message goes on in the next, broken between lines", () => {
    const lines = Array.from({ length: 400 }, (_, index) => `source number ${index} is well`);
    const messages = render({ text: lines.join("\n") });
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.map((message) => ("text" in message ? message.text : "")).join("\n")).toBe(lines.join("\n"));
  });

  it("leaves out a choice whose command is too long to be typed in full", () => {
    const choices = [{ label: "Search", text: `/search ${"x".repeat(300)}` }];
    expect(render({ choices })).toEqual([{ type: "text", text: "Hello" }]);
  });
});
