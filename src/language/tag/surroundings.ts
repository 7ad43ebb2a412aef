// What stands around a candidate at each of its places, counted.
import type { Candidate } from "./candidates.ts";
import type { Tokens } from "./tokens.ts";

/** Counts over the candidate's places. */
export interface Surroundings {
  readonly inHeadline: number;
  /** Different tokens beside it; punctuation counts as a new one each time. */
  readonly leftNeighbours: number;
  readonly rightNeighbours: number;
  readonly opensRun: number;
  readonly closesRun: number;
  readonly opensHeadlineRun: boolean;
  /** Places at which a dictionary word, or a run, begins or ends with it. */
  readonly startsAtWord: number;
  readonly endsAtWord: number;
  /** Before a verb of saying. */
  readonly says: number;
  readonly beforeGloss: boolean;
  readonly quoted: boolean;
  readonly beforeHeadlineColon: boolean;
}

const sayingVerb = /^(?:說|说|表示|指出|強調|强调|認為|认为|透露|坦言|呼籲|呼吁|稱|称|と述べ|と話|said|says|told)/;
// What a saying verb, a gloss, a quotation's end or a colon begins with: beside most words stands none of them.
const telling = new Set("說说表指強强認认透坦呼稱称と話st（(」』》”：: \n\t　");

/** What stands around the candidate. `headlineTokens`: so many tokens, the first ones, are the headline's. */
export function surroundingsOf(
  { places, length }: Candidate,
  { tokens, headlineTokens }: { readonly tokens: Tokens; readonly headlineTokens: number },
): Surroundings {
  const { text, starts, ends, runStarts, runEnds, wordEnds } = tokens;
  const left = new Set<string>();
  const right = new Set<string>();
  const isRepeated = places.length > 1;
  const counts = { inHeadline: 0, opensRun: 0, closesRun: 0, startsAtWord: 0, endsAtWord: 0, says: 0 };
  let [opensHeadlineRun, beforeGloss, quoted, beforeHeadlineColon] = [false, false, false, false];
  for (const at of places) {
    const end = at + length;
    const isInHeadline = at < headlineTokens;
    const opens = runStarts[at] === at;
    const closes = runEnds[at] === end;
    const textEnd = ends[end - 1] ?? 0;
    counts.inHeadline += Number(isInHeadline);
    counts.opensRun += Number(opens);
    counts.closesRun += Number(closes);
    counts.startsAtWord += Number(opens || (wordEnds[at] ?? 0) > 0);
    counts.endsAtWord += Number(closes || (wordEnds[end] ?? 0) > 0);
    if (isRepeated) {
      left.add(opens ? `^${at}` : text.slice(starts[at - 1], ends[at - 1]));
      right.add(closes ? `$${at}` : text.slice(starts[end], ends[end]));
    }
    opensHeadlineRun ||= isInHeadline && opens;
    if (!telling.has(text.charAt(textEnd))) continue;
    const rest = text.slice(textEnd, textEnd + 4);
    counts.says += Number(sayingVerb.test(rest.trimStart()));
    beforeGloss ||= /^\s?[（(][A-Za-z]/.test(rest);
    quoted ||= /^[」』》”]/.test(rest) && /[「『《“]/.test(text.charAt((starts[at] ?? 0) - 1));
    beforeHeadlineColon ||= isInHeadline && /^[：:]/.test(rest);
  }
  return {
    ...counts,
    leftNeighbours: isRepeated ? left.size : 1,
    rightNeighbours: isRepeated ? right.size : 1,
    opensHeadlineRun,
    beforeGloss,
    quoted,
    beforeHeadlineColon,
  };
}
