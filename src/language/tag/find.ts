// Finds tags in an article whose publisher gave none.

import { uniqueTags } from "./normalize.ts";
import { countryNames } from "./place-names.ts";

const mostTags = 5;
const bodyRead = 3000;

/** The article's tags, best first, five at most. `text` is the article without the publisher's own tags. */
export function findTags(headline: string, text: string, language: string): readonly string[] {
  const body = text.slice(0, bodyRead);
  const terms = [...quotedTerms(`${headline}\n${body}`), ...mentionedCountries(`${headline}\n${body}`, language)];
  const scored = uniqueTags(terms).map((term) => ({ term, score: score(term, headline, body) }));
  return scored
    .sort((one, other) => other.score - one.score)
    .slice(0, mostTags)
    .map(({ term }) => term);
}

function quotedTerms(text: string): readonly string[] {
  return [...text.matchAll(/[「『《“]([^「」『』《》“”，。！？\n]{2,12})[」』》”]/gu)].map((match) => match[1] ?? "");
}

function mentionedCountries(text: string, language: string): readonly string[] {
  return [...countryNames(language)].filter((name) => text.includes(name));
}

function score(term: string, headline: string, body: string): number {
  return Math.log2(1 + body.split(term).length) + (headline.includes(term) ? 2 : 0);
}
