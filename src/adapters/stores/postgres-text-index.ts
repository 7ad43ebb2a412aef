// Full-text search by PostgreSQL's tsvector with positions, over our own tokens: none of its dictionaries and none of its parsers.
import { sql } from "kysely";
import type { TokenPhrase } from "../../language/tokens.ts";
import { isFacet } from "./facets.ts";
import type { TextIndex, TokenMatch } from "./text-index.ts";

// Limits of the type: https://www.postgresql.org/docs/current/textsearch-limitations.html
const lastPosition = 16_383;
const mostPositions = 255;
const longestTokenBytes = 2046;
// A tsvector may take a megabyte; what a token takes beside its text is counted with it.
const mostBytes = 900_000;
const bytesATokenTakes = 8;

export const postgresTextIndex: TextIndex = {
  document: (tokens) => sql<string>`${documentText(tokens)}::tsvector`,
  isMatch: (index, match, alias = index) => sql`${sql.ref(`${alias}.tokens`)} @@ ${matchText(match)}::tsquery`,
  isMatchWithout: (index, match, without) =>
    sql`${sql.ref(`${index}.tokens`)} @@ ${`(${matchText(match)})&!(${matchText(without)})`}::tsquery`,
  mayBeginWith: (index, phrase) => postgresTextIndex.isMatch(index, [[phrase]]),
  bestHeadlines: async (database, match, conditions, limit) => {
    const query = sql`${matchText(match)}::tsquery`;
    const ranked = database
      .selectFrom("headline_index")
      .select(["rowid as row", sql<number>`ts_rank(tokens, ${query})::float8`.as("score")])
      .where(postgresTextIndex.isMatch("headline_index", match))
      .where((select) => select.and(conditions))
      .orderBy("score", "desc")
      .orderBy("row", "desc")
      .limit(limit);
    return ranked.execute();
  },
  headlineCounts: async (database, tokens) => {
    const counts = new Map<string, number>();
    for (const token of tokens) {
      const some = database
        .selectFrom("headline_index")
        .select("rowid")
        .where(postgresTextIndex.isMatch("headline_index", [[{ tokens: [token], endsOpen: false }]]))
        .limit(mostCounted);
      const { count } = await database
        .selectFrom(some.as("some"))
        .select((select) => select.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      if (count > 0) counts.set(token, count);
    }
    return counts;
  },
};

// Beyond that a token is too common to tell headlines apart.
const mostCounted = 1001;

/** The tokens as a tsvector is written. Facets have no place in the text; of what goes beyond the type's limits, the end is left out. */
function documentText(tokens: readonly string[]): string {
  const places = new Map<string, number[]>();
  let bytes = 0;
  const placesOf = (token: string): number[] | null => {
    const known = places.get(token);
    if (known !== undefined) return known;
    bytes += Buffer.byteLength(token) + bytesATokenTakes;
    if (bytes > mostBytes) return null;
    const none: number[] = [];
    places.set(token, none);
    return none;
  };
  for (const token of tokens) if (isFacet(token)) placesOf(shortened(token));
  let position = 0;
  for (const token of tokens) {
    if (isFacet(token)) continue;
    position += 1;
    const found = placesOf(shortened(token));
    if (found === null) break;
    if (position <= lastPosition && found.length < mostPositions) {
      bytes += 2;
      found.push(position);
    }
  }
  return [...places].map(([token, found]) => quoted(token) + (found.length > 0 ? `:${found.join(",")}` : "")).join(" ");
}

function matchText(match: TokenMatch): string {
  return match.map((phrases) => `(${phrases.map(phraseText).join("|")})`).join("&");
}

function phraseText({ tokens, endsOpen }: TokenPhrase): string {
  return `(${tokens.map((token) => quoted(shortened(token))).join("<->")}${endsOpen ? ":*" : ""})`;
}

const quoted = (token: string): string => `'${token.replace(/['\\]/g, "$&$&")}'`;

/** A token as long as PostgreSQL takes it; the same for what is stored and what is looked for. */
function shortened(token: string): string {
  if (token.length * 3 <= longestTokenBytes || Buffer.byteLength(token) <= longestTokenBytes) return token;
  return Array.from(token)
    .slice(0, Math.floor(longestTokenBytes / 4))
    .join("");
}
