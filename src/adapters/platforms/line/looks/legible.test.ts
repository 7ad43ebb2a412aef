import { expect, it } from "vitest";
import { card, cardsOf, editionOf } from "../../../../../test/fakes/editions.ts";
import { asSent, bubblesIn, type FlexBubble, type FlexPart, flexBlocks } from "../../../../../test/fakes/flex-parts.ts";
import { reply } from "../../../../language/reply.ts";
import { covers, palette } from "../palette.ts";
import { renderReply } from "../render.ts";
import { renderEdition } from "./edition.ts";

/** A text and what is behind it; null where nothing says so, and the client's own background shows, white or black. */
interface Ink {
  readonly text: string;
  readonly color: string | null;
  readonly paper: string | null;
}

function inksIn(part: FlexPart, paper: string | null): readonly Ink[] {
  const behind = part.backgroundColor ?? paper;
  if (part.type === "text") return [{ text: part.text ?? "", color: part.color ?? null, paper: behind }];
  if (part.type === "button") return [buttonInk(part, behind)];
  return (part.contents ?? []).flatMap((inner) => inksIn(inner, behind));
}

// LINE Messaging API reference, "Button": `primary` is white on its colour, `link` is in its colour.
const buttonInk = ({ style, color = "", action }: FlexPart, paper: string | null): Ink =>
  style === "primary"
    ? { text: action?.label ?? "", color: "#FFFFFF", paper: color }
    : { text: action?.label ?? "", color, paper };

const inksOf = (bubble: FlexBubble): readonly Ink[] =>
  flexBlocks.flatMap((name) => {
    const block = bubble[name];
    return block ? inksIn(block, bubble.styles?.[name]?.backgroundColor ?? null) : [];
  });

/** WCAG 2.2, "contrast ratio": 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const everything = { ...card, image: null, alsoIn: ["RTHK"], isCorrected: true, rewritten: "translated" } as const;
const edition = editionOf([everything, ...cardsOf(3)], 9);
const answer = renderReply(reply({ cards: edition.cards }), { locale: "en", timeZone: "Asia/Taipei", picture: null });

it.each([
  ["the look cards", renderEdition(edition, { locale: "en", look: "cards" })],
  ["the look list", renderEdition(edition, { locale: "en", look: "list" })],
  ["an answer", answer],
])("in %s every text brings its colour and its paper, and stands out from it", (_, messages) => {
  const inks = bubblesIn(asSent(messages)).flatMap(inksOf);
  expect(inks.length).toBeGreaterThan(10);
  const pale = inks.filter(({ color, paper }) => color === null || paper === null || contrast(color, paper) < 4.5);
  expect(pale).toEqual([]);
});

it("a source's name is legible on every cover", () => {
  expect(covers.filter((cover) => contrast(palette.light, cover) < 4.5)).toEqual([]);
});
