import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDice } from "../../../../test/fakes/dice.ts";
import { actionsIn, asSent, bubblesIn } from "../../../../test/fakes/flex-parts.ts";
import { hostileCard, hostileText } from "../../../../test/fakes/hostile.ts";
import { lineProblems } from "../../../../test/fakes/line-limits.ts";
import { messageRules } from "../../../../test/fakes/line-rules.ts";
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

it("any reply keeps to LINE's limits, whatever it is made of", () => {
  const dice = createDice(7);
  const texts = fc.sample(hostileText, { numRuns: 400, seed: 8 });
  const pool = fc.sample(hostileCard, { numRuns: 300, seed: 9 });
  const text = () => texts[dice(texts.length)] ?? "";
  const several = <Value>(most: number, make: () => Value) => Array.from({ length: dice(most + 1) }, make);
  for (let run = 0; run < 2000; run++) {
    const answer: Reply = {
      ...{ ...reply, title: text(), text: text(), footer: text() },
      cards: several(15, () => pool[dice(pool.length)] ?? card),
      wanted: several(2, () => text().slice(0, 5)),
      fields: several(5, () => ({ name: text(), value: text() })),
      choices: several(15, () => ({ label: text(), text: text() })),
    };
    const locale = locales[dice(locales.length)] ?? "en";
    const picture = pool[dice(pool.length)]?.image ?? null;
    const messages = asSent(renderReply(answer, { locale, timeZone: "Asia/Taipei", picture }));
    const refused = [...lineProblems(messages), ...messageRules(messages)];
    expect(refused, `run ${run}: ${refused.length > 0 && JSON.stringify(answer)}`).toEqual([]);
  }
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
