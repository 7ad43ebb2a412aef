// Finds the newest headlines that begin as typed on SQLite. FTS5 collects all that goes on from a half typed token before it gives one row,
// as the twenties of all years for G20: what stands before it is walked, and the headlines are read.
import { type SqlBool, sql } from "kysely";
import { indexTokens, type TokenPhrase } from "../../language/tokens.ts";
import { phraseText } from "./sqlite-match.ts";
import type { Database } from "./tables.ts";
import type { TextIndex } from "./text-index.ts";
import { begins } from "./tokens-held.ts";

const readAtOnce = 64;
// Beyond that FTS5 is sooner done.
const mostRead = 384;

/** As `TextIndex.newestBeginnings`. */
export const newestSqliteBeginnings: TextIndex["newestBeginnings"] = async (database, phrase, tokens, limit) => {
  const isHalfTyped = phrase.endsOpen && phrase.tokens.length > 1;
  const read = isHalfTyped ? await amongRead(database, phrase, tokens, limit) : null;
  if (read !== null) return read;
  const rows = await beginning(database, phrase, tokens).select("headline_index.rowid").limit(limit).execute();
  return rows.map(({ rowid }) => rowid);
};

/** Null when of so many that begin with all but the last token too few go on with that. */
async function amongRead(
  database: Database,
  phrase: TokenPhrase,
  tokens: readonly string[],
  limit: number,
): Promise<readonly number[] | null> {
  const whole = { tokens: phrase.tokens.slice(0, -1), endsOpen: false };
  const found: number[] = [];
  let last = Number.MAX_SAFE_INTEGER;
  for (let read = 0; read < mostRead; read += readAtOnce) {
    const articles = await beginning(database, whole, tokens)
      .innerJoin("articles", "articles.row", "headline_index.rowid")
      .select(["row", "headline"])
      .where("headline_index.rowid", "<", last)
      .limit(readAtOnce)
      .execute();
    for (const { row, headline } of articles) if (begins(indexTokens(headline), phrase.tokens, true)) found.push(row);
    if (articles.length < readAtOnce || found.length >= limit) return found.slice(0, limit);
    last = articles.at(-1)?.row ?? 0;
  }
  return null;
}

function beginning(database: Database, phrase: TokenPhrase, tokens: readonly string[]) {
  const match = [`(^ ${phraseText(phrase)})`, ...tokens.map((token) => `"${token}"`)].join(" AND ");
  return database
    .selectFrom("headline_index")
    .where(sql<SqlBool>`headline_index match ${match}`)
    .orderBy("headline_index.rowid", "desc");
}
