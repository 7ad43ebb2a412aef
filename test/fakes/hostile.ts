// Stories that break naive renderers: too long, blank, half characters, Markdown, mentions, links, joined emoji, controls, overrides.
import fc from "fast-check";
import type { Card } from "../../src/records/story.ts";

const traps = [
  ...[
    "",
    " ",
    "\u0000\u0007",
    "\ud83d",
    "\udc68 alone",
    "\u202eright to left\u202c",
    "\u200b\u200d\ufeff",
    "\u2028\u2029",
  ],
  ...[
    "@everyone",
    "**@here**",
    "<@1>",
    "<@&2>",
    "<#3>",
    "</search:4>",
    "<t:0:R>",
    "<a:wave:5>",
    ":tada:",
    "👩‍👩‍👧‍👦 👍🏽 🇹🇼 1️⃣",
  ],
  ...[
    "```js\nalert(1)\n```",
    "`code`",
    "||spoiler||",
    "~~gone~~",
    "__under__ *and* _more_",
    "# a\n- b\n> c\n-# d\n1. e",
    "\\",
    "\\\\*",
  ],
  ...[
    "[free](https://evil.example)",
    "](https://evil.example)",
    "[",
    "]",
    "[[a]",
    "a] (b",
    "(b)",
    "[影] 直擊",
    "] [ ](",
  ],
  ...[
    "https://evil.example/login",
    "ｈttps：//evil.example",
    "discord.gg/abc",
    "javascript:alert(1)",
    "data:text/html,<b>",
  ],
  ...[
    "قناة السويس تُفتح",
    "שלום עולם",
    "می‌خواهم",
    "高雄輕軌（環狀線）通車",
    "「東京」新線",
    "서울 도서관",
    "e\u0301",
    "{headline}",
  ],
];

/** A text of any kind, up to 10,000 characters. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 50 }),
  fc.string({ unit: "grapheme", maxLength: 50 }),
  fc.constantFrom(...traps),
  fc.array(fc.constantFrom(...traps), { minLength: 2, maxLength: 6 }).map((parts) => parts.join(" ")),
  fc
    .tuple(
      fc.constantFrom("a", "字", "\\*", "👩‍👩‍👧‍👦", "e\u0301", "`", " \n", "[", "]("),
      fc.integer({ min: 1, max: 10_000 }),
    )
    .map(([part, length]) => part.repeat(length).slice(0, length)),
);

const hostileAddress = fc.oneof(
  fc.constant(null),
  fc.webUrl(),
  hostileText,
  fc.constantFrom(
    "javascript:alert(1)",
    "http://news.example/a.jpg",
    "https://news.example/a (b) [c] <d> \"e\" 'f'",
    "https://news.example/a_(b)_*c*~d~|e|\\f`g`",
  ),
  fc.integer({ min: 1, max: 3000 }).map((length) => `https://news.example/${"(字)".repeat(length).slice(0, length)}`),
);

/** A story of which nothing can be relied on; its identifiers may repeat. */
export const hostileCard: fc.Arbitrary<Card> = fc.record({
  storyId: fc.uuid(),
  articleId: fc.oneof({ weight: 4, arbitrary: fc.uuid() }, fc.constantFrom("same"), hostileText),
  headline: hostileText,
  lede: hostileText,
  url: hostileAddress,
  image: hostileAddress,
  sourceId: hostileText,
  sourceName: hostileText,
  tags: fc.array(hostileText, { maxLength: 6 }),
  language: hostileText,
  publishedAt: fc.oneof(
    fc.integer({ min: 0, max: 4e12 }),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e18),
  ),
  alsoIn: fc.oneof(fc.array(hostileText, { maxLength: 6 }), fc.constant(Array.from({ length: 300 }, () => "Source"))),
});
