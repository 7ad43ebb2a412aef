import { describe, expect, it } from "vitest";
import { readMarkdown, type Seen } from "../../../../../test/fakes/discord-markdown.ts";
import { card, editionOf } from "../../../../../test/fakes/editions.ts";
import { locales } from "../../../../records/channel.ts";
import { type LookOf, looksOf } from "../../../../records/look.ts";
import type { Card } from "../../../../records/story.ts";
import { renderEdition } from "./edition.ts";

const url = "https://news.example/ferry";

const hostile: readonly (readonly [kind: string, text: string])[] = [
  ["everyone", "Free rides, @everyone and @here"],
  ["a person, a role and a channel", "Ask <@123>, <@!4>, <@&5> in <#1>"],
  ["a command and a time", "Try </x:1> at <t:0:R>"],
  ["a server's emoji and one by its name", "Good <a:wave:5> news :tada: today"],
  ["a masked link", "[free money](https://evil.example) now"],
  ["the end of a link", "a](https://evil.example) b"],
  ["a bare address", "See https://evil.example/login today"],
  ["an invitation", "Join discord.gg/abc today"],
  ["bold, italic and underlined", "**bold** *slant* __under__ _low_ text"],
  ["struck out", "It is ~~gone~~ here"],
  ["a spoiler", "The winner is ||nobody|| again"],
  ["code", "Run `rm -rf` or ``more``"],
  ["a fence", "```js alert(1) ``` after"],
  ["a heading", "# Big news"],
  ["a subtext", "-# small news"],
  ["a list", "- one thing"],
  ["a numbered list", "1. first thing"],
  ["a quotation", "> said nobody"],
  ["a long quotation", ">>> said nobody"],
  ["backslashes", "C:\\temp\\*.txt \\@everyone"],
  ["a clock", "Blast at 10:30:45 in the harbour"],
  ["brackets", "[Video] The harbour (new) [live]"],
  ["Arabic", "قناة السويس تُفتح من جديد"],
  ["Hebrew", "שלום עולם *חדש*"],
  ["Persian with its joiners", "می‌خواهم خانه‌ها را ببینم"],
  ["Hindi with its joiners", "क्‍ष और र्‍य"],
  ["emoji", "👩‍👩‍👧‍👦 family 👍🏽 of 🇹🇼 1️⃣"],
  ["Chinese", "高雄輕軌（環狀線）「今日」通車＊免費＊"],
  ["Japanese", "「東京」新線、__開業__へ"],
  ["Korean", "서울 도서관, ~~내일~~ 오늘 개관"],
];

const parts = {
  headline: (text: string): Partial<Card> => ({ headline: text }),
  lede: (text: string): Partial<Card> => ({ lede: text }),
  sourceName: (text: string): Partial<Card> => ({ sourceName: text }),
  tags: (text: string): Partial<Card> => ({ tags: [text, "sea"] }),
  alsoIn: (text: string): Partial<Card> => ({ alsoIn: [text] }),
} as const;

/** Every text of every message that Discord's clients read as Markdown; an author's name, which they don't, is seen as it is. */
function seenIn(look: LookOf<"discord">, said: Partial<Card>): readonly Seen[] {
  // The second story of the look `full` stands in its thread.
  const cards = [card, { ...card, storyId: "2", articleId: "article-2" }].map((one) => ({ ...one, url, ...said }));
  return renderEdition(editionOf(cards), { locale: "en", look, template: null }).flatMap((step) =>
    step.kind === "message" ? textsOf(JSON.parse(JSON.stringify(step.message))) : [],
  );
}

function textsOf(part: unknown): readonly Seen[] {
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, value]): readonly Seen[] => {
    if (typeof value !== "string") return textsOf(value);
    if (name === "name") return [{ text: value, effects: [] }];
    return ["content", "title", "description"].includes(name) ? [readMarkdown(value)] : [];
  });
}

/** What the messages do, but for the story's own link. */
const doneIn = (seen: readonly Seen[]): readonly string[] =>
  seen.flatMap(({ effects }) => effects).filter((effect) => effect !== `link ${url}`);

const isShown = (look: LookOf<"discord">, part: keyof typeof parts): boolean =>
  look !== "compact" || part === "headline" || part === "sourceName";

describe.each(looksOf.discord)("in the look %s", (look) => {
  it.each(hostile)("%s comes out as text, wherever it stands", (_, text) => {
    for (const [part, say] of Object.entries(parts) as [keyof typeof parts, (text: string) => Partial<Card>][]) {
      const seen = seenIn(look, say(text));
      const shown = seen.map((one) => one.text.replace(/\s+/g, " ").split(text).length - 1);
      const times = shown.reduce((sum, count) => sum + count, 0);
      expect([part, times]).toEqual([part, isShown(look, part) ? 2 : 0]);
      expect([part, ...doneIn(seen)]).toEqual([part, ...doneIn(seenIn(look, say("plain")))]);
    }
  });

  it("a headline links to its story and nowhere else, as far as a link can hold it", () => {
    const linked = (headline: string) =>
      seenIn(look, { headline }).flatMap(({ effects }) => effects.filter((effect) => effect.startsWith("link")));
    const [plain = [], ...others] = ["plain", ...hostile.map(([, text]) => text)].map(linked);
    for (const links of others) expect(links).toEqual(plain);
  });
});

it("what is written above and below the stories is text in every language", () => {
  for (const locale of locales)
    for (const look of looksOf.discord) {
      const [step] = renderEdition(editionOf([card], 5), { locale, look, template: null });
      const effects = step?.kind === "message" ? textsOf(JSON.parse(JSON.stringify(step.message))) : [];
      expect(
        effects.flatMap(({ effects: done }) => done).filter((done) => /mention|emoji|code|spoiler/.test(done)),
      ).toEqual([]);
    }
});
