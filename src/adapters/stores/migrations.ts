// How the database came to be as it is: each migration once, in order of its name. A released one is never changed.
import { type Kysely, sql } from "kysely";
import { type Migration, type MigrationResultSet, Migrator } from "kysely/migration";
import { StoreError } from "../../records/errors.ts";
import { defineTables, isPostgres } from "./dialect.ts";
import { addRhythm } from "./migrations/002-rhythm.ts";
import { createAddedSources } from "./migrations/003-added-sources.ts";
import { createOnce } from "./migrations/004-once.ts";
import { createPushes } from "./migrations/005-push.ts";
import { rebuildSearch } from "./migrations/006-search.ts";
import { createEvents } from "./migrations/007-events.ts";
import { createTrails } from "./migrations/008-trails.ts";
import { createKeeping } from "./migrations/009-keeping.ts";
import { createMergedStories } from "./migrations/010-merged-stories.ts";
import { addPreferredSources } from "./migrations/011-preferred-sources.ts";
import { createTagUses } from "./migrations/012-tag-uses.ts";
import { createWorkers } from "./migrations/013-workers.ts";
import { createReaders } from "./migrations/014-readers.ts";
import { addTurns } from "./migrations/015-turns.ts";
import { addPauses } from "./migrations/016-pauses.ts";
import { addLiving } from "./migrations/017-living.ts";
import { createTagLessons } from "./migrations/018-tag-lessons.ts";
import { addPausedSubscriptions } from "./migrations/019-paused-subscriptions.ts";
import { indexSpans } from "./migrations/021-spans.ts";
import { addQuotas } from "./migrations/025-quotas.ts";
import { addMulticasts } from "./migrations/027-multicasts.ts";
import { createPartings } from "./migrations/028-partings.ts";
import { addBeginnings } from "./migrations/029-beginnings.ts";
import { writeLargerPieces } from "./migrations/030-pieces.ts";
import { dropNames } from "./migrations/031-names.ts";
import { leaveRemovalsToMerging } from "./migrations/032-removals.ts";
import type { Database } from "./tables.ts";

const migrations: Readonly<Record<string, Migration>> = {
  "001-first": { up: createTables },
  "002-rhythm": { up: addRhythm },
  "003-added-sources": { up: createAddedSources },
  "004-once": { up: createOnce },
  "005-push": { up: createPushes },
  "006-search": { up: rebuildSearch },
  "007-events": { up: createEvents },
  "008-trails": { up: createTrails },
  "009-keeping": { up: createKeeping },
  "010-merged-stories": { up: createMergedStories },
  "011-preferred-sources": { up: addPreferredSources },
  "012-tag-uses": { up: createTagUses },
  "013-workers": { up: createWorkers },
  "014-readers": { up: createReaders },
  "015-turns": { up: addTurns },
  "016-pauses": { up: addPauses },
  "017-living": { up: addLiving },
  "018-tag-lessons": { up: createTagLessons },
  "019-paused-subscriptions": { up: addPausedSubscriptions },
  "021-spans": { up: indexSpans },
  "025-quotas": { up: addQuotas },
  "027-multicasts": { up: addMulticasts },
  "028-partings": { up: createPartings },
  "029-beginnings": { up: addBeginnings },
  "030-pieces": { up: writeLargerPieces },
  "031-names": { up: dropNames },
  "032-removals": { up: leaveRemovalsToMerging },
};

/** Brings the database up to date in one transaction. Throws StoreError when a newer Lede has been at it. */
export async function migrate(database: Database): Promise<void> {
  await refuseNewer(database);
  const migrator = await migratorOf(database);
  throwProblem(await migrator.migrateToLatest());
}

/** Makes the tables of an earlier version in an empty database. Throws StoreError for a version that only a newer Lede has. */
export async function migrateTo(database: Database, schema: string): Promise<void> {
  if (!(schema in migrations))
    throw new StoreError(
      "store-newer",
      `This was written by a newer Lede (it knows “${schema}”). Update this one. Nothing was changed.`,
    );
  const migrator = await migratorOf(database);
  throwProblem(await migrator.migrateTo(schema));
}

async function migratorOf(database: Database): Promise<Migrator> {
  const provider = { getMigrations: async () => ({ ...migrations }) };
  if (!isPostgres(database)) return new Migrator({ db: database, provider });
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(database);
  const schema = rows[0]?.name;
  if (schema) return new Migrator({ db: database, provider, migrationTableSchema: schema });
  throw new StoreError(
    "store-missing",
    "The schema that DATABASE_URL names with search_path is not there. Create it, or name another one.",
  );
}

function throwProblem({ error }: MigrationResultSet): void {
  if (error === undefined) return;
  if (error instanceof StoreError) throw error;
  throw new StoreError("store-failed", "The database could not be brought up to date; it is as it was.", {
    cause: error,
  });
}

async function refuseNewer(database: Database): Promise<void> {
  if (!(await isBegun(database))) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(database);
  const unknown = rows.find(({ name }) => !(name in migrations));
  if (unknown === undefined) return;
  throw new StoreError(
    "store-newer",
    `This database was written by a newer Lede (it knows “${unknown.name}”). Update this one, or name another archive in DATABASE_URL. Nothing was changed.`,
  );
}

async function isBegun(database: Database): Promise<boolean> {
  const { rows } = isPostgres(database)
    ? // In this schema alone: others of the same database may hold other archives.
      await sql`select 1 where to_regclass('kysely_migration') is not null`.execute(database)
    : await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(database);
  return rows.length > 0;
}

async function createTables(database: Kysely<unknown>): Promise<void> {
  await defineTables(database, firstTables);
  if (!isPostgres(database)) await defineTables(database, firstIndexes);
}

const firstTables = [
  `create table sources (
    id text primary key, name text not null, due_at integer not null, failures integer not null default 0,
    etag text, last_modified text, polled_at integer, problem text, leased_until integer not null default 0) strict`,

  // Short columns first: what a list shows is read without the pages that hold the texts.
  `create table articles (
    row integer primary key, id text not null unique, identity text not null unique, source_id text not null,
    story_id text not null, url text, headline text not null, lede text not null, tags text not null,
    language text not null, byline text, image text, published_at integer not null, collected_at integer not null,
    content_hash text not null, text text not null, original text not null) strict`,
  "create index articles_by_source on articles (source_id, row)",
  "create index articles_by_story on articles (story_id, row, source_id)",

  `create table article_tags (
    row integer not null references articles (row) on delete cascade, tag_key text not null, tag text not null,
    primary key (row, tag_key)) strict, without rowid`,
  "create index article_tags_by_key on article_tags (tag_key, row)",

  "create table stories (id text primary key, archived_at integer not null) strict, without rowid",
  "create index stories_by_archived_at on stories (archived_at)",
  `create table story_keys (
    key text not null, story_id text not null, published_at integer not null,
    primary key (key, story_id)) strict, without rowid`,
  "create table considered (id integer primary key check (id = 1), until integer not null) strict",
  "insert into considered (id, until) values (1, 0)",

  `create table channels (
    id text primary key, platform text not null, address text not null, locale text not null) strict, without rowid`,
  `create table subscriptions (
    id text primary key, channel_id text not null references channels (id), filter text not null, schedule text not null,
    time_zone text not null, created_by text not null, created_at integer not null, due_at integer not null,
    covered_until integer not null) strict, without rowid`,
  "create index subscriptions_by_channel on subscriptions (channel_id)",
  "create index subscriptions_by_due_at on subscriptions (due_at)",

  `create table editions (
    id text primary key, subscription_id text not null, channel_id text not null references channels (id),
    published_at integer not null, json text not null) strict`,
  `create table deliveries (
    number integer primary key, id text not null unique, edition_id text not null references editions (id),
    channel_id text not null references channels (id), state text not null, due_at integer not null,
    attempts integer not null default 0, problem text, settled_at integer, leased_until integer not null default 0) strict`,
  "create index deliveries_waiting on deliveries (due_at, number) where state = 'waiting'",
  "create index deliveries_by_channel on deliveries (channel_id, state, settled_at)",
  `create table ledger (
    channel_id text not null references channels (id), story_id text not null, edition_id text not null,
    primary key (channel_id, story_id)) strict, without rowid`,

  "create table cache (key text primary key, value text not null, expires_at integer) strict",
  "create index cache_by_expires_at on cache (expires_at) where expires_at is not null",
];

// The tokens are ours and hold letters and digits only: ASCII's tokenizer splits them at the spaces and changes nothing.
const firstIndexes = [
  "create virtual table headline_index using fts5 (tokens, characters, content='', contentless_delete=1, tokenize='ascii')",
  "create virtual table body_index using fts5 (tokens, content='', contentless_delete=1, tokenize='ascii')",
  "create virtual table character_index using fts5 (characters, content='', contentless_delete=1, detail=none, tokenize='ascii')",
  "create virtual table headline_terms using fts5vocab (headline_index, row)",
];
