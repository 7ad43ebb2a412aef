// What the room's page draws: every text in the reader's language, every address checked. The page adds no words of its own to news.
import { type MarkedPart, markedParts } from "../../../language/marked-parts.ts";
import { alsoIn, digestTitle, moreStories, readLabel, rewrittenMark, shortTime } from "../../../language/phrases.ts";
import type { Locale } from "../../../records/channel.ts";
import type { Choice, Field } from "../../../records/reply.ts";
import type { Card } from "../../../records/story.ts";
import type { RoomMessage, RoomPicture } from "./message.ts";

/** One message as the page gets it, in JSON. All texts are plain; addresses are http or https. */
export interface RenderedMessage {
  readonly id: string;
  readonly from: "desk" | "reader";
  readonly time: string;
  readonly title: string;
  readonly text: string;
  readonly cards: readonly RenderedCard[];
  readonly fields: readonly Field[];
  readonly choices: readonly Choice[];
  readonly footer: string;
  readonly picture: RoomPicture | null;
}

interface RenderedCard {
  readonly headline: string;
  readonly lede: string;
  /** Both in parts, those that were looked for marked. */
  readonly marked: { readonly headline: readonly MarkedPart[]; readonly lede: readonly MarkedPart[] };
  readonly url: string | null;
  readonly image: string | null;
  /** `中央社 · 11/23 14:05`, and `AI 翻譯` where a model wrote. */
  readonly meta: string;
  readonly alsoIn: string;
  readonly tags: readonly string[];
  readonly language: string;
  readonly readLabel: string;
}

const nothing = { title: "", text: "", cards: [], fields: [], choices: [], footer: "", picture: null };

/** A message in the reader's language; times are in the desk's zone, an edition's in its subscription's. */
export function renderMessage(message: RoomMessage, locale: Locale, timeZone: string): RenderedMessage {
  const { id, at } = message;
  const time = shortTime(at, timeZone, locale);
  if (message.kind === "question") return { ...nothing, id, time, from: "reader", text: message.text };
  if (message.kind === "reply") {
    const { title, text, fields, choices, footer, wanted } = message.reply;
    const cards = message.reply.cards.map((card) => renderCard(card, locale, timeZone, wanted));
    const { picture } = message;
    return { id, time, from: "desk", title, text, fields, choices, footer, cards, picture };
  }
  const { edition } = message;
  return {
    ...nothing,
    id,
    time,
    from: "desk",
    title: digestTitle(edition.publishedAt, edition.timeZone, locale),
    cards: edition.cards.map((card) => renderCard(card, locale, edition.timeZone)),
    footer: moreStories(edition.total - edition.cards.length, locale),
  };
}

function renderCard(card: Card, locale: Locale, timeZone: string, wanted: readonly string[] = []): RenderedCard {
  return {
    headline: card.headline,
    lede: card.lede,
    marked: { headline: markedParts(card.headline, wanted), lede: markedParts(card.lede, wanted) },
    url: webAddress(card.url),
    image: webAddress(card.image),
    meta: [card.sourceName, shortTime(card.publishedAt, timeZone, locale), rewrittenMark(card.rewritten, locale)]
      .filter(Boolean)
      .join(" · "),
    alsoIn: alsoIn(card.alsoIn, locale),
    tags: card.tags,
    language: card.language,
    readLabel: readLabel[locale],
  };
}

// A feed may carry javascript: or data: addresses; a page must never link to one.
function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  return /^https?:$/.test(new URL(address).protocol) ? address : null;
}
