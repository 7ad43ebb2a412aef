import { describe, expect, it } from "vitest";
import { card, cardsOf, editionOf } from "../../../../../test/fakes/editions.ts";
import { actionsIn, asSent, bubblesIn, type LineMessage, textsIn } from "../../../../../test/fakes/flex-parts.ts";
import { lineProblems } from "../../../../../test/fakes/line-limits.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import { type LookOf, looksOf } from "../../../../records/look.ts";
import { renderEdition } from "./edition.ts";

const render = (edition: Edition, look: LookOf<"line">, locale: Locale = "en"): readonly LineMessage[] =>
  asSent(renderEdition(edition, { locale, look }));

const cardsIn = (edition: Edition, locale: Locale = "en") => bubblesIn(render(edition, "cards", locale));
const listIn = (edition: Edition) => bubblesIn(render(edition, "list"))[0];
const rowsIn = (edition: Edition) => (listIn(edition)?.body?.contents ?? []).filter(({ type }) => type === "box");
const textOf = (messages: readonly LineMessage[]) => messages.map(({ text }) => text ?? "").join("\n\n");

const moreOf = (edition: Edition, look: LookOf<"line">) => {
  const [, count = "0"] = /([\d,]+) more"/.exec(JSON.stringify(render(edition, look))) ?? [];
  return Number(count.replaceAll(",", ""));
};

/** The button for what comes after so many. */
const restOf = (shown: number) => ({
  ...{ type: "postback", label: "More", displayText: "More" },
  data: `ask=/digest rest:1696392000000-story-0:${shown}`,
});

describe("cards", () => {
  it("are a bubble a story: picture, headline, lede, tags, source and time, a link and what the desk can be asked", () => {
    const corrected = { ...card, alsoIn: ["RTHK"], isCorrected: true };
    const [bubble, ...others] = cardsIn(editionOf([corrected]), "zh-TW");
    expect(others).toEqual([]);
    expect(bubble?.hero).toMatchObject({ type: "image", url: card.image, aspectMode: "cover" });
    expect(textsIn(bubble?.body)).toEqual([
      expect.stringMatching(/^新聞摘要 · 10月4日/),
      ...["Ferry line opens", "The first boat left at dawn.", "#transport #sea"],
      expect.stringMatching(/^Harbour Post · 10\/4\s12:00$/),
      ...["另見 RTHK", "標題已更新"],
    ]);
    expect(actionsIn(bubble?.footer)).toEqual([
      { type: "uri", label: "閱讀全文", uri: "https://news.example/ferry" },
      { type: "postback", label: "多看這類", data: "story=more:article-1" },
      { type: "postback", label: "收藏", data: "story=save:article-1" },
      { type: "postback", label: "為什麼", data: "story=why:article-1" },
    ]);
  });

  it.each([
    null,
    "http://news.example/a.jpg",
    "https://news.example/a.svg",
    `https://news.example/${"a".repeat(2000)}`,
  ])("show the source in its colour where the picture is %j", (image) => {
    const [bubble, other] = cardsIn(editionOf(cardsOf(2, { image })));
    expect(bubble?.hero).toMatchObject({ type: "box", height: "195px", action: { uri: card.url } });
    expect(textsIn(bubble?.hero)).toEqual(["Harbour Post", "#transport"]);
    expect(other?.hero).toEqual(bubble?.hero);
  });

  it("of twelve stories are all there is room for, and of more the last bubble asks for the rest", () => {
    expect(cardsIn(editionOf(cardsOf(12)))).toHaveLength(12);
    const bubbles = cardsIn(editionOf(cardsOf(12), 40));
    expect(bubbles).toHaveLength(12);
    expect(textsIn(bubbles.at(-1)?.body)[0]).toContain("29 more");
    expect(actionsIn(bubbles.at(-1)?.footer)).toEqual([restOf(11)]);
  });

  it("drop whole stories when they are too large together, and count them", () => {
    const url = `https://news.example/${"a".repeat(900)}`;
    const long = editionOf(cardsOf(12, { lede: "長".repeat(2000), url, image: `${url}${"b".repeat(1000)}.jpg` }));
    const shown = cardsIn(long).length - 1;
    expect(shown).toBeGreaterThan(5);
    expect(moreOf(long, "cards")).toBe(12 - shown);
  });
});

describe("a list", () => {
  it("is one bubble of ten numbered headlines, each a link, and says how many more there are", () => {
    const edition = editionOf(cardsOf(12), 14);
    const rows = rowsIn(edition);
    expect(rows).toHaveLength(10);
    expect(rows[1]?.action).toEqual({ type: "uri", label: "Read", uri: card.url });
    expect(textsIn(rows[1])).toEqual(["2", "Story 1", card.lede, "Harbour Post · Oct 4, 12:00", "⋯"]);
    expect(actionsIn(rows[1])).toContainEqual({ type: "postback", label: "Details", data: "story=story:article-1" });
    expect(textsIn(listIn(edition)?.footer)[0]).toContain("4 more");
    expect(actionsIn(listIn(edition)?.footer)).toEqual([restOf(10)]);
  });

  it("opens a story without an address as the desk has it", () => {
    const [row] = rowsIn(editionOf([{ ...card, url: "javascript:alert(1)" }]));
    expect(row?.action).toEqual({ type: "postback", label: "Read", data: "story=story:article-1" });
    const unnamed = { ...card, url: null, articleId: "i".repeat(300) };
    expect(rowsIn(editionOf([unnamed]))[0]?.action).toBeUndefined();
  });
});

describe("text", () => {
  it("begins with the first headline and ends with the date", () => {
    const [message, ...others] = render(editionOf(cardsOf(2), 5), "text");
    expect(others).toEqual([]);
    expect(message?.text?.split("\n\n")).toEqual([
      `1. Story 0\n${card.lede}\nHarbour Post · Oct 4, 12:00\n${card.url}`,
      `2. Story 1\n${card.lede}\nHarbour Post · Oct 4, 12:00\n${card.url}`,
      expect.stringMatching(/^News digest · .*\n3 more$/),
    ]);
    expect(message?.quickReply?.items).toMatchObject([{ action: restOf(2) }]);
  });

  it("goes on in the next message at a story's border, and counts what five do not hold", () => {
    const long = editionOf(cardsOf(30, { lede: "長".repeat(400), url: `https://news.example/${"a".repeat(900)}` }));
    const messages = render(long, "text");
    expect(messages).toHaveLength(5);
    expect(messages.slice(1, 4).every(({ text }) => /^\d+\. Story \d+\n/.test(text ?? ""))).toBe(true);
    const shown = textOf(messages).match(/^\d+\. /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(10);
    expect(moreOf(long, "text")).toBe(30 - shown);
    const fewer = asSent(renderEdition(long, { locale: "en", look: "text", most: 4 }));
    expect(fewer).toHaveLength(4);
    expect(JSON.stringify(fewer)).toContain(restOf(textOf(fewer).match(/^\d+\. /gm)?.length ?? 0).data);
  });
});

describe("the notification", () => {
  const altText = (cards: readonly (typeof card)[]) => render(editionOf(cards), "list")[0]?.altText;

  it("begins with the first headline, the next ones below it", () => {
    expect(altText([card])).toBe("Ferry line opens");
    expect(altText(cardsOf(3))).toBe("Story 0\n• Story 1\n• Story 2");
  });

  it("is cut between headlines when they are too many", () => {
    const headline = "h".repeat(99);
    expect(altText(cardsOf(20, { headline }))).toBe(Array(14).fill(headline).join("\n• "));
  });
});

it.each(looksOf.line)("the look %s of an edition without stories is still a message that LINE takes", (look) => {
  const messages = render(editionOf([]), look);
  expect(messages).toMatchObject([{ type: "text", text: expect.stringContaining("News digest") }]);
  expect(lineProblems(messages)).toEqual([]);
});
