// What tells one report from another: signatures of texts, found by their bands, and the headlines that an article had.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Makes the tables of signed texts and of earlier headlines, both empty. */
export async function createOnce(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, tables);
}

const tables = [
  `create table signed_texts (
    number integer primary key, article_id text not null unique, source_id text not null, story_id text not null,
    published_at integer not null, archived_at integer not null, bytes blob not null) strict`,
  "create index signed_texts_by_archived_at on signed_texts (archived_at)",
  `create table text_bands (
    number integer not null references signed_texts (number) on delete cascade, band integer not null,
    primary key (number, band)) strict, without rowid`,
  "create index text_bands_by_band on text_bands (band)",

  `create table headlines (
    article_id text not null, seen_at integer not null, headline text not null,
    primary key (article_id, seen_at)) strict, without rowid`,
];
