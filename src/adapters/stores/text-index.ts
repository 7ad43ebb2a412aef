// What the store asks of a database's full-text search: it indexes our own tokens and matches them in order, and knows no language.
import type { Expression, SqlBool } from "kysely";
import type { TokenPhrase } from "../../language/tokens.ts";
import type { Database } from "./tables.ts";

/** Two indexes of the same rows: of headlines alone, and of headlines with their texts. */
export type IndexName = "headline_index" | "body_index";

/** What a row's tokens must hold: of each list any phrase. A match of nothing is never asked for. */
export type TokenMatch = readonly (readonly TokenPhrase[])[];

/** More than a page shows: how new they are counts too. */
export const mostRanked = 40;

/** What headlines are wanted: they hold any of the leading phrases, and more than half of `outOf` tokens. */
export interface WantedHeadlines {
  readonly leading: readonly TokenPhrase[];
  /** Those of the tokens that any headline may have. */
  readonly sought: readonly SoughtToken[];
  readonly outOf: number;
  /** What must hold beside them. */
  readonly match: TokenMatch;
  readonly conditions: readonly Expression<SqlBool>[];
}

/** A token, and how much it tells of a headline to hold it: more than 0. */
export interface SoughtToken {
  readonly phrase: TokenPhrase;
  readonly rarity: number;
}

/** `score`: what the held tokens tell in all, times their share of those wanted. */
export interface RankedRow {
  readonly row: number;
  readonly score: number;
}

/** What is looked for. `conditions`: what must hold beside the match. `most`: how far matches are counted. */
export interface WantedRows {
  readonly index: IndexName;
  readonly match: TokenMatch;
  readonly without: TokenMatch | null;
  readonly conditions: readonly Expression<SqlBool>[];
  readonly limit: number;
  readonly most: number;
}

/** `rows`: the newest so many, newest first. There are `total`, or more when they were not counted to the end. */
export interface NewestMatches {
  readonly rows: readonly number[];
  readonly total: number;
  readonly isCounted: boolean;
}

export interface TextIndex {
  /** What is inserted into `tokens` for tokens in reading order. */
  document(tokens: readonly string[]): Expression<string>;
  /** The condition that a row of the index matches; `alias`: under which the query selects from it, when not under its own name. */
  isMatch(index: IndexName, match: TokenMatch, alias?: string): Expression<SqlBool>;
  /** The condition that a row of the index holds the match and not the other one: both by one walk, which asking each row is not. */
  isMatchWithout(index: IndexName, match: TokenMatch, without: TokenMatch): Expression<SqlBool>;
  /** The newest headlines, as rows, that begin with the phrase, or where the database can't tell, that hold it; and hold the tokens. */
  newestBeginnings(
    database: Database,
    phrase: TokenPhrase,
    tokens: readonly string[],
    limit: number,
  ): Promise<readonly number[]>;
  /** The newest rows that match, and how many there are; of a great many it may be counted less far than asked for. */
  newestMatches(database: Database, wanted: WantedRows): Promise<NewestMatches>;
  /** The same of each, in their order; what one tier does not find, the narrower ones after it do not either. */
  newestMatchesOfTiers(database: Database, tiers: readonly WantedRows[]): Promise<readonly NewestMatches[]>;
  /** The headlines that have most of what is wanted, best first: as many as a page can show. */
  bestHeadlines(database: Database, wanted: WantedHeadlines): Promise<readonly RankedRow[]>;
  /** In how many headlines each of the tokens stands; those in none are left out. */
  headlineCounts(database: Database, tokens: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Merges a part of what was written piece by piece, in a short transaction; false when nothing is left to merge. */
  mergeSome(database: Database): Promise<boolean>;
}
