// An article made ready for finding tags in it.
import { newsSpans } from "../dateline.ts";
import type { TaggedText } from "./features.ts";
import { countryNames } from "./place-names.ts";
import { tokenize } from "./tokens.ts";

// What an article is about, it says early; the rest costs time and misleads.
const charactersRead = 800;
const latinCharactersRead = 2400;

/** The headline and the beginning of the news, tokenized: without datelines and sign-offs, whose names are no subjects. */
export function taggedText(headline: string, text: string, language: string): TaggedText {
  const opening = `${headline.normalize("NFKC")}\n`;
  const limit = /^(?:zh|ja)/.test(language) ? charactersRead : latinCharactersRead;
  const tokens = tokenize(opening + newsText(text, limit).normalize("NFKC"));
  const headlineTokens = tokens.starts.findIndex((start) => start >= opening.length);
  return {
    tokens,
    headlineTokens: headlineTokens === -1 ? tokens.starts.length : headlineTokens,
    countries: countryNames(language),
  };
}

function newsText(text: string, limit: number): string {
  let news = "";
  for (const { start, end } of newsSpans(text)) {
    news += `${text.slice(start, end)}\n`;
    if (news.length >= limit) break;
  }
  return news.slice(0, limit);
}
