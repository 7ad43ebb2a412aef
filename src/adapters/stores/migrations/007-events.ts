// Profiles of what articles report, by which reports of one event in different words find each other.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Makes the tables of profiles, empty: they fill as articles come. */
export async function createEvents(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, tables);
}

const tables = [
  `create table event_profiles (
    number integer primary key, article_id text not null unique, source_id text not null, story_id text not null,
    published_at integer not null, archived_at integer not null, bytes blob not null) strict`,
  "create index event_profiles_by_archived_at on event_profiles (archived_at)",
  "create index event_profiles_by_story on event_profiles (story_id, published_at)",
  `create table event_keys (
    key integer not null, published_at integer not null,
    number integer not null references event_profiles (number) on delete cascade,
    primary key (key, published_at, number)) strict, without rowid`,
  "create index event_keys_by_number on event_keys (number)",
];
