// Which sentences tell the news where the opening does not: feature articles begin with a scene, a quotation or a question.
import { hasBalancedBrackets } from "./brackets.ts";
import { endsSentence } from "./sentence.ts";
import type { Span } from "./span.ts";
import { indexTokens } from "./tokens.ts";

// Shares of the headline's terms. Measured on a fortnight of nine newsrooms: of a hundred openings two or three share less than this,
// and most that do are scenes or background; what replaces one must clearly share more.
const opensElsewhere = 0.08;
// A question or a quotation may well name what it is about; what follows it may be the news.
const idleShare = 0.25;
const tellsEnough = 0.25;
const addsEnough = 0.1;
// A headline of two words is shared by chance.
const fewestTerms = 4;
// What is shorter answers or exclaims.
const leastShare = 0.15;

// Who 他 is and what 此外 adds to stands in the sentence before, which the reader doesn't see.
const leansOnOthers =
  /^(?:比如|例如|就此|對此|对此|同一天|他|她|它|其|該|该|這|这|那|此|同時|同时|另外|此外|不過|不过|但|然而|而|因此|所以|彼ら?|彼女|これ|それ|また|しかし|一方|그[는가러]|그녀|이[는에]|하지만|또|(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|however|also|meanwhile|so)\b)/i;

/**
 * The one or two sentences that share most with the headline, in the text's order, at most `limit` characters with the space between
 * them. Null when the opening shares enough, or no other sentence does.
 */
export function tellingSentences(
  text: string,
  headline: string,
  sentences: readonly Span[],
  opening: readonly Span[],
  limit: number,
): readonly Span[] | null {
  const terms = new Set(indexTokens(headline).filter((term) => term.length > 1));
  if (terms.size < fewestTerms) return null;
  const shared = (spans: readonly Span[]) => sharedShare(terms, spans.map((span) => slice(text, span)).join("\n"));
  const [first] = opening;
  const isIdle = first !== undefined && (asks(slice(text, first)) || isSpeech(slice(text, first)));
  const opens = shared(isIdle ? [first] : opening);
  if (opens >= (isIdle ? idleShare : opensElsewhere)) return null;
  const candidates = sentences.filter((span) => standsAlone(slice(text, span), limit));
  const best = mostOf(candidates, (span) => shared([span]));
  if (best === null || best.value < Math.max(tellsEnough, 2 * opens)) return null;
  const room = limit - length(best.span) - 1;
  const second = mostOf(
    candidates.filter((span) => span !== best.span && length(span) <= room),
    (span) => shared([best.span, span]) - best.value,
  );
  const chosen = second !== null && second.value >= addsEnough ? [best.span, second.span] : [best.span];
  return chosen.toSorted((one, other) => one.start - other.start);
}

const standsAlone = (words: string, limit: number): boolean =>
  words.length >= limit * leastShare &&
  words.length <= limit &&
  endsSentence(words) &&
  hasBalancedBrackets(words) &&
  !asks(words) &&
  !isSpeech(words) &&
  !leansOnOthers.test(words);

const asks = (words: string): boolean => /[？?][」』”"’）)]*$/.test(words);

/** It begins with what somebody says, in marks; 「女拳王」 and 「餘暉」 are names. */
const isSpeech = (words: string): boolean =>
  /^(?:「[^」]*[，。！？…][^」]*」|『[^』]*[，。！？…][^』]*』|[“"][^”"]*[，。！？…,.!?][^”"]*[”"]|«[^»]*[,.!?…][^»]*»)/.test(
    words,
  );

function sharedShare(terms: ReadonlySet<string>, words: string): number {
  const held = new Set(indexTokens(words));
  return [...terms].filter((term) => held.has(term)).length / terms.size;
}

/** The earliest of those with the highest worth; null of none. */
function mostOf(spans: readonly Span[], worthOf: (span: Span) => number) {
  let most: { readonly span: Span; readonly value: number } | null = null;
  for (const span of spans) {
    const value = worthOf(span);
    if (most === null || value > most.value) most = { span, value };
  }
  return most;
}

const length = ({ start, end }: Span): number => end - start;
const slice = (text: string, { start, end }: Span): string => text.slice(start, end);
