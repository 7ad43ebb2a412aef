import fc from "fast-check";
import { expect, it } from "vitest";
import { createDice } from "../../../../../test/fakes/dice.ts";
import { card, editionOf } from "../../../../../test/fakes/editions.ts";
import { asSent, bubblesIn, type LineMessage, textsIn } from "../../../../../test/fakes/flex-parts.ts";
import { hostileCard } from "../../../../../test/fakes/hostile.ts";
import { lineProblems } from "../../../../../test/fakes/line-limits.ts";
import { messageRules } from "../../../../../test/fakes/line-rules.ts";
import { leftOver } from "../../../../language/left-over.ts";
import { locales } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import { type LookOf, looksOf } from "../../../../records/look.ts";
import type { Card } from "../../../../records/story.ts";
import { byteLength, flexBytes } from "../flex.ts";
import { headlineOf } from "../story-texts.ts";
import { renderEdition } from "./edition.ts";

/** The headlines that a look shows, in their order: in bold in a bubble, behind their number in a text. */
function headlinesIn(messages: readonly LineMessage[], look: LookOf<"line">): readonly string[] {
  if (look === "text")
    return messages
      .flatMap(({ text = "" }) => text.split("\n\n"))
      .slice(0, -1)
      .map((story, index) => story.split("\n")[0]?.slice(`${index + 1}. `.length) ?? "");
  const bubbles = bubblesIn(messages);
  if (look === "cards") return bubbles.filter(({ hero }) => hero).map(({ body }) => textsIn(body)[1] ?? "");
  const rows = (bubbles[0]?.body?.contents ?? []).filter(({ type }) => type === "box");
  return rows.map((row) => textsIn(row)[1] ?? "");
}

// Making a hostile story takes longer than to render it: a thousand lend each other their parts.
const pool = fc.sample(hostileCard, { numRuns: 1000, seed: 20_261_127 });

const longUrl = (signs: number) => `https://news.example/${"字".repeat(Math.ceil(signs / 9))}`;

// What makes a message as large as LINE takes it: addresses near their limits, which are percent-encoded, and characters of three bytes.
const large: readonly Partial<Card>[] = Array.from({ length: 40 }, (_, index) => ({
  headline: "港".repeat(190 + index),
  lede: "灣".repeat(400),
  url: longUrl(920 + index),
  image: `${longUrl(1900 + index)}.jpg`,
  sourceName: "報".repeat(70),
  tags: Array.from({ length: 6 }, (_, tag) => `${tag}${"標".repeat(30)}`),
  alsoIn: Array.from({ length: 6 }, (_, other) => `${other}${"社".repeat(60)}`),
}));

/** Up to twelve stories, of which each part comes from another one of the pool; a hundred in one edition of a hundred; none in some. Every third is large. */
function hostileEdition(dice: (limit: number) => number): Edition {
  const isLarge = dice(3) === 0;
  const part = <Name extends keyof Card>(name: Name) =>
    (isLarge && dice(30) > 0 ? large[dice(large.length)]?.[name] : undefined) ??
    pool[dice(pool.length)]?.[name] ??
    card[name];
  const count = dice(100) === 0 ? 100 : isLarge ? 9 + dice(4) : dice(13);
  const cards = Array.from({ length: count }, () => ({
    ...{ ...card, articleId: part("articleId"), headline: part("headline"), lede: part("lede"), url: part("url") },
    ...{ image: part("image"), sourceName: part("sourceName"), tags: part("tags"), alsoIn: part("alsoIn") },
    publishedAt: part("publishedAt"),
  }));
  return editionOf(cards, cards.length + ([0, 0, 1, 5000][dice(4)] ?? 0));
}

const fullSize = { cards: flexBytes.carousel, list: flexBytes.bubble, text: 5000 };

/** What LINE limits: bytes of a bubble or carousel, UTF-16 units of a text. */
const sizeOf = (messages: readonly LineMessage[], look: LookOf<"line">) =>
  look === "text"
    ? Math.max(...messages.map(({ text = "" }) => text.length))
    : byteLength(Object(messages[0]).contents);

// Ten thousand in all.
it.each(looksOf.line)(
  "any stories, in any language, in the look %s, are messages that LINE takes, each story once or counted",
  (look) => {
    const dice = createDice(looksOf.line.indexOf(look) + 1);
    let full = 0;
    for (let run = 0; run < 3334; run++) {
      const edition = hostileEdition(dice);
      const locale = locales[dice(locales.length)] ?? "en";
      const messages = asSent(renderEdition(edition, { locale, look }));
      const refused = [...lineProblems(messages), ...messageRules(messages)];
      expect(refused, `run ${run}: ${refused.length > 0 && JSON.stringify(edition)}`).toEqual([]);
      if (edition.cards.length === 0) continue;
      const shown = headlinesIn(messages, look);
      if (sizeOf(messages, look) > 0.9 * fullSize[look]) full += 1;
      expect(shown).toEqual(edition.cards.slice(0, shown.length).map(headlineOf));
      const rest = leftOver(edition, shown.length, locale);
      if (rest !== null) expect(JSON.stringify(messages)).toContain(rest.text);
    }
    expect(full).toBeGreaterThan(300);
  },
);
