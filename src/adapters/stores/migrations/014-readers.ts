// What readers save and vote for, and how channels want to be served.
import type { Kysely } from "kysely";
import { defineTables } from "../dialect.ts";

/** Nothing is saved, no vote is cast, and every channel is as the desk has it. */
export async function createReaders(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, [
    `create table saved_cards (
      reader_id text not null, article_id text not null, saved_at integer not null, json text not null,
      primary key (reader_id, article_id)) strict, without rowid`,
    `create table votes (
      channel_id text not null, article_id text not null, reader_id text not null, value integer not null,
      tags text not null, voted_at integer not null,
      primary key (channel_id, article_id, reader_id)) strict, without rowid`,
    `create table channel_settings (
      channel_id text primary key, locale text, time_zone text, quiet_from integer, quiet_until integer,
      look text, template text, place text) strict, without rowid`,
    "alter table subscriptions add column look text",
    "alter table subscriptions add column creator_id text",
  ]);
}
