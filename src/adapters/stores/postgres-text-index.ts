// Full-text search by PostgreSQL's tsvector with positions, over our own tokens: none of its dictionaries and none of its parsers.
import { sql } from "kysely";
import { isFacet } from "./facets.ts";
import { bestPostgresHeadlines } from "./postgres-best-headlines.ts";
import { countPostgresHeadlines } from "./postgres-headline-counts.ts";
import { matchText, quoted } from "./postgres-match.ts";
import { newestPostgresMatches, newestPostgresMatchesOfEach } from "./postgres-newest-matches.ts";
import type { TextIndex } from "./text-index.ts";

// Limits of the type: https://www.postgresql.org/docs/current/textsearch-limitations.html
const lastPosition = 16_383;
const mostPositions = 255;
// A tsvector may take a megabyte; what a token takes beside its text is counted with it.
const mostBytes = 900_000;
const bytesATokenTakes = 8;

export const postgresTextIndex: TextIndex = {
  document: (tokens) => sql<string>`${documentText(tokens)}::tsvector`,
  isMatch: (index, match, alias = index) => sql`${sql.ref(`${alias}.tokens`)} @@ ${matchText(match)}::tsquery`,
  isMatchWithout: (index, match, without) =>
    sql`${sql.ref(`${index}.tokens`)} @@ ${matchText(match, without)}::tsquery`,
  newestMatches: newestPostgresMatches,
  newestMatchesOfTiers: newestPostgresMatchesOfEach,
  newestBeginnings: async (database, phrase, tokens, limit) => {
    const match = [[phrase], ...tokens.map((token) => [{ tokens: [token], endsOpen: false }])];
    const wanted = { index: "headline_index", match, without: null, conditions: [], limit, most: 0 } as const;
    return (await newestPostgresMatches(database, wanted)).rows;
  },
  bestHeadlines: bestPostgresHeadlines,
  headlineCounts: countPostgresHeadlines,
  // Its autovacuum does.
  mergeSome: async () => false,
};

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
  for (const token of tokens) if (isFacet(token)) placesOf(token);
  let position = 0;
  for (const token of tokens) {
    if (isFacet(token)) continue;
    position += 1;
    const found = placesOf(token);
    if (found === null) break;
    if (position <= lastPosition && found.length < mostPositions) {
      bytes += 2;
      found.push(position);
    }
  }
  return [...places].map(([token, found]) => quoted(token) + (found.length > 0 ? `:${found.join(",")}` : "")).join(" ");
}
