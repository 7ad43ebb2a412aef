// Headlines that hold most of what was asked for: for when one word of several stands in no article, or is only half typed.
import type { TokenPhrase } from "../../language/tokens.ts";
import { minutesBetween } from "./article-row.ts";
import { type Asked, headlineConditions } from "./search-conditions.ts";
import type { SoughtToken, WantedHeadlines } from "./text-index.ts";

// Every headline that has a leading token is looked at, so common tokens don't lead.
const mostLedTo = 500;
const mostLeading = 16;
// A pasted page: no headline has half of so many.
const mostTokens = 128;

/** Rows whose headline has most of the words' tokens, the best first; none of `except`, in which all holds. */
export async function nearRows(asked: Asked, except: ReadonlySet<number>): Promise<readonly number[]> {
  const { tokens, openToken } = asked.search.near;
  // Of one or two tokens, a headline that has more than half has all of them.
  if ((openToken === null && tokens.length < 3) || tokens.length > mostTokens) return [];
  const wanted = await wantedHeadlines(asked);
  if (wanted.leading.length === 0) return [];
  const { database, textIndex } = asked;
  const found = (await textIndex.bestHeadlines(database, wanted)).filter(({ row }) => !except.has(row));
  const newest = Math.max(...found.map(({ row }) => row));
  return found
    .map(({ row, score }) => ({ row, score: score * freshness(minutesBetween(row, newest)) }))
    .toSorted((one, other) => other.score - one.score)
    .map(({ row }) => row);
}

const weekMinutes = 7 * 24 * 60;

/** A quarter more for what is new, half of that after a week. */
const freshness = (ageMinutes: number): number => 1 + 0.25 / (1 + ageMinutes / weekMinutes);

async function wantedHeadlines(asked: Asked): Promise<WantedHeadlines> {
  const { tokens, openToken, match } = asked.search.near;
  const counts = await asked.textIndex.headlineCounts(asked.database, tokens);
  const sought = tokens
    .filter((token) => token === openToken || counts.has(token))
    .map((token) => ({ phrase: phraseOf(token, openToken), rarity: rarityOf(counts.get(token) ?? mostLedTo) }));
  const rare = rareTokens(counts).map((token) => phraseOf(token, null));
  // What a half-typed word begins is looked through only where nothing else can lead.
  const leading = rare.length > 0 ? rare : sought.map(({ phrase }) => phrase);
  return { leading, sought, outOf: tokens.length, match, conditions: headlineConditions(asked) };
}

const phraseOf = (token: string, openToken: string | null): TokenPhrase => ({
  tokens: [token],
  endsOpen: token === openToken,
});

// Told against so many headlines, however many there are.
const among = 1_000_000;

/** Inverse document frequency. Headlines are about as long as each other, so that the rest of BM25 says little of them. */
const rarityOf = (headlines: number): SoughtToken["rarity"] => Math.log(among / Math.min(headlines, among / 2));

/** Those that tell headlines apart, the rarest first. */
function rareTokens(counts: ReadonlyMap<string, number>): readonly string[] {
  let ledTo = 0;
  const rare = [...counts]
    .toSorted(([, one], [, other]) => one - other)
    .filter(([, count], place) => {
      ledTo += count;
      return place === 0 || (place < mostLeading && ledTo <= mostLedTo);
    });
  return rare.map(([token]) => token);
}
