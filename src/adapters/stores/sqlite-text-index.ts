// Full-text search by SQLite's FTS5. Only tokens of our own get into its expressions, so none of its syntax can be typed by a user.
import { sql } from "kysely";
import { withShares } from "./headline-shares.ts";
import { newestSqliteBeginnings } from "./sqlite-beginnings.ts";
import { mergeSome } from "./sqlite-merging.ts";
import { newestSqliteMatches } from "./sqlite-newest-matches.ts";
import { phraseText } from "./sqlite-phrase.ts";
import type { TextIndex, TokenMatch } from "./text-index.ts";

// More of them change no answer.
const mostRanked = 40;

export const sqliteTextIndex: TextIndex = {
  document: (tokens) => sql<string>`${tokens.join(" ")}`,
  // FTS5 calls its hidden column like the table.
  isMatch: (index, match, alias = index) => sql`${sql.ref(`${alias}.${index}`)} match ${matchText(match)}`,
  isMatchWithout: (index, match, without) =>
    sql`${sql.ref(`${index}.${index}`)} match ${`(${matchText(match)}) NOT (${matchText(without)})`}`,
  newestBeginnings: newestSqliteBeginnings,
  newestMatches: (database, wanted) => newestSqliteMatches(database, sqliteTextIndex, wanted),
  newestMatchesOfEach: (database, wanted) =>
    Promise.all(wanted.map((one) => newestSqliteMatches(database, sqliteTextIndex, one))),
  bestHeadlines: async (database, wanted) => {
    const ranked = database
      .selectFrom("headline_index")
      // FTS5 gives BM25 below zero, and sorts by it itself when asked for `rank` as it is.
      .select(["rowid as row", sql<number>`-rank`.as("score")])
      .where(sqliteTextIndex.isMatch("headline_index", wanted.match))
      .where((select) => select.and(wanted.conditions))
      .orderBy(sql`rank`)
      .limit(mostRanked);
    return withShares(database, await ranked.execute(), wanted);
  },
  headlineCounts: async (database, tokens) => {
    if (tokens.length === 0) return new Map();
    const rows = await database
      .selectFrom("headline_terms")
      .select(["term", "doc"])
      .where("term", "in", tokens)
      .execute();
    return new Map(rows.map(({ term, doc }) => [term, doc]));
  },
  mergeSome,
};

function matchText(match: TokenMatch): string {
  return match.map((phrases) => `(${phrases.map(phraseText).join(" OR ")})`).join(" AND ");
}
