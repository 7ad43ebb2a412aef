// How an article came to its story, and which items were dropped as duplicates of it; both go when the article goes.
// And the editions of a subscription in their order.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Makes the tables, empty: of articles archived earlier it is not known. */
export async function createTrails(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, tables);
}

const tables = [
  `create table story_joins (
    article_id text primary key references articles (id) on delete cascade, how text not null, degree real,
    like_article_id text) strict, without rowid`,
  `create table dropped_duplicates (
    article_id text not null references articles (id) on delete cascade, source_id text not null, identity text not null,
    url text, headline text not null, dropped_at integer not null,
    primary key (article_id, source_id, identity)) strict, without rowid`,
  "create index dropped_duplicates_by_identity on dropped_duplicates (identity)",
  "create index editions_by_subscription on editions (subscription_id, published_at)",
];
