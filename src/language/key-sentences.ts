// The sentences that tell most of an article: its summary at length, verbatim and in the text's order.
import { hasBalancedBrackets } from "./brackets.ts";
import { newsSpans } from "./dateline.ts";
import { endsSentence, sentenceSpans } from "./sentence.ts";
import type { Span } from "./span.ts";
import { indexTokens } from "./tokens.ts";

// What is read of a book-long text.
const sentencesRead = 120;
const mostSentences = 6;
const longestSentence: Readonly<Record<"dense" | "spaced", number>> = { dense: 150, spaced: 320 };
const lengthLimit: Readonly<Record<"dense" | "spaced", number>> = { dense: 420, spaced: 900 };
// Newsrooms tell the most first: a sentence loses half of this weight by the third paragraph.
const openingWeight = 0.6;
const headlineWeight = 1;
const samenessWeight = 1.2;

interface Candidate extends Span {
  readonly terms: ReadonlySet<string>;
  readonly worth: number;
}

/**
 * Six sentences at most, 420 characters in Chinese, Japanese and Korean, 900 elsewhere: those that share most with the headline and
 * with the article as a whole, none that repeats another. Empty when the text holds none.
 */
export function keySentences(text: string, headline: string, language: string): readonly string[] {
  const kind = /^(?:zh|ja|ko)\b/.test(language) ? "dense" : "spaced";
  const waiting = candidatesOf(text, headline, longestSentence[kind]);
  const chosen: Candidate[] = [];
  let room = lengthLimit[kind];
  while (chosen.length < mostSentences && waiting.length > 0) {
    const [best] = waiting.splice(indexOfBest(waiting, chosen), 1);
    if (best === undefined || best.end - best.start > room) continue;
    chosen.push(best);
    room -= best.end - best.start;
  }
  return chosen.toSorted((one, other) => one.start - other.start).map(({ start, end }) => text.slice(start, end));
}

function candidatesOf(text: string, headline: string, longest: number): Candidate[] {
  const spans: { readonly span: Span; readonly paragraph: number }[] = [];
  let paragraph = 0;
  for (const news of newsSpans(text)) {
    spans.push(...sentenceSpans(text, news).map((span) => ({ span, paragraph })));
    paragraph += 1;
    if (spans.length >= sentencesRead) break;
  }
  const told = spans.map(({ span, paragraph }) => ({
    ...{ span, paragraph },
    terms: new Set(indexTokens(text.slice(span.start, span.end)).filter((term) => term.length > 1)),
  }));
  const uses = new Map<string, number>();
  for (const { terms } of told) for (const term of terms) uses.set(term, (uses.get(term) ?? 0) + 1);
  const headlineTerms = new Set(indexTokens(headline).filter((term) => term.length > 1));
  return told
    .filter(({ span, terms }) => terms.size > 3 && isWhole(text.slice(span.start, span.end), longest))
    .map(({ span, paragraph, terms }) => ({
      ...span,
      terms,
      worth:
        centrality(terms, uses) + headlineWeight * shareOf(headlineTerms, terms) + openingWeight / (1 + paragraph / 2),
    }));
}

const isWhole = (words: string, longest: number): boolean =>
  words.length <= longest && endsSentence(words) && hasBalancedBrackets(words) && !/[？?][」』”"’）)]*$/.test(words);

/** The mean of how often its terms come again in other sentences, on a scale that the hundredth time hardly moves. */
function centrality(terms: ReadonlySet<string>, uses: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const term of terms) sum += Math.log2(uses.get(term) ?? 1);
  return sum / terms.size;
}

function indexOfBest(waiting: readonly Candidate[], chosen: readonly Candidate[]): number {
  const values = waiting.map(
    ({ worth, terms }) => worth - samenessWeight * Math.max(0, ...chosen.map((other) => shareOf(terms, other.terms))),
  );
  return values.indexOf(Math.max(...values));
}

/** How much of the first is in the second. */
function shareOf(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (some.size === 0) return 0;
  let shared = 0;
  for (const term of some) if (others.has(term)) shared += 1;
  return shared / some.size;
}
