// Full-text search by SQLite's FTS5. Only tokens of our own get into its expressions, so none of its syntax can be typed by a user.
import { sql } from "kysely";
import { newestSqliteBeginnings } from "./sqlite-beginnings.ts";
import { bestSqliteHeadlines } from "./sqlite-best-headlines.ts";
import { matchText } from "./sqlite-match.ts";
import { mergeSome } from "./sqlite-merging.ts";
import { newestSqliteMatches } from "./sqlite-newest-matches.ts";
import type { NewestMatches, TextIndex } from "./text-index.ts";

export const sqliteTextIndex: TextIndex = {
  document: (tokens) => sql<string>`${tokens.join(" ")}`,
  // FTS5 calls its hidden column like the table.
  isMatch: (index, match, alias = index) => sql`${sql.ref(`${alias}.${index}`)} match ${matchText(match)}`,
  isMatchWithout: (index, match, without) =>
    sql`${sql.ref(`${index}.${index}`)} match ${`(${matchText(match)}) NOT (${matchText(without)})`}`,
  newestBeginnings: newestSqliteBeginnings,
  newestMatches: (database, wanted) => newestSqliteMatches(database, sqliteTextIndex, wanted),
  newestMatchesOfTiers: async (database, tiers) => {
    const found: NewestMatches[] = [];
    for (const tier of tiers) {
      if (found.at(-1)?.rows.length === 0) break;
      found.push(await newestSqliteMatches(database, sqliteTextIndex, tier));
    }
    return found;
  },
  bestHeadlines: bestSqliteHeadlines,
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
