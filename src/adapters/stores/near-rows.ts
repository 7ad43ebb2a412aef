// Headlines that hold most of what was asked for: for when one word of several stands in no article, or is only half typed.
import type { TokenPhrase } from "../../language/tokens.ts";
import { minutesBetween } from "./article-row.ts";
import { type Asked, headlineConditions } from "./search-conditions.ts";
import type { RankedRow } from "./text-index.ts";

// Ranking looks up every headline that has any of the tokens, so common tokens are left out of it.
const mostRanked = 500;
const mostRankedTokens = 16;

/** Rows whose headline has most of the words' tokens, the best first; none of `except`, in which all holds. */
export async function nearRows(asked: Asked, except: ReadonlySet<number>): Promise<readonly number[]> {
  const { tokens, openToken } = asked.search.near;
  // Of one or two tokens, a headline that has more than half has all of them.
  if (openToken === null && tokens.length < 3) return [];
  const half: readonly TokenPhrase[] = openToken === null ? [] : [{ tokens: [openToken], endsOpen: true }];
  const wanted = [...(await rareTokens(asked, tokens)).map((token) => ({ tokens: [token], endsOpen: false })), ...half];
  if (wanted.length === 0) return [];
  const found = (await bestMatches(asked, wanted)).filter(({ row }) => !except.has(row));
  const newest = Math.max(...found.map(({ row }) => row));
  return found
    .filter(({ share }) => share > 0.5)
    .map(({ row, share, score }) => ({ row, score: score * share * freshness(minutesBetween(row, newest)) }))
    .toSorted((one, other) => other.score - one.score)
    .map(({ row }) => row);
}

const weekMinutes = 7 * 24 * 60;

/** A quarter more for what is new, half of that after a week. */
const freshness = (ageMinutes: number): number => 1 + 0.25 / (1 + ageMinutes / weekMinutes);

/** The rare ones tell articles apart; all of them when no headline has any. */
async function rareTokens({ database, textIndex }: Asked, tokens: readonly string[]): Promise<readonly string[]> {
  const counts = await textIndex.headlineCounts(database, tokens);
  let ranked = 0;
  const rare = [...counts]
    .toSorted(([, one], [, other]) => one - other)
    .filter(([, count], place) => {
      ranked += count;
      return place === 0 || (place < mostRankedTokens && ranked <= mostRanked);
    });
  return rare.map(([token]) => token);
}

async function bestMatches(asked: Asked, wanted: readonly TokenPhrase[]): Promise<readonly RankedRow[]> {
  const { database, textIndex } = asked;
  const { match, ...near } = asked.search.near;
  const conditions = headlineConditions(asked);
  return textIndex.bestHeadlines(database, { ...near, match: [wanted, ...match], conditions });
}
