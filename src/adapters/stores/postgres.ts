// The archive in a PostgreSQL database: connects, brings it up to date, and puts the store's sections together.
import { CompiledQuery, type Dialect, Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { shownDatabase } from "../../language/database-address.ts";
import type { Store } from "../../ports/store.ts";
import { StoreError } from "../../records/errors.ts";
import { coordinated, localCoordination, type OpenCoordination } from "./coordination.ts";
import { migrate } from "./migrations.ts";
import { refuseUnfinished } from "./move/unfinished-move.ts";
import { checkDatabase, databaseSize } from "./postgres-check.ts";
import { guardedDialect } from "./postgres-driver.ts";
import { notification, StandingConnection } from "./postgres-standing.ts";
import { postgresTextIndex } from "./postgres-text-index.ts";
import { postgresTypes } from "./postgres-types.ts";
import { storeSections } from "./sections.ts";
import type { Database, Tables } from "./tables.ts";
import { turnAmongWorkers } from "./turn.ts";

const mostConnections = 10;
const connectPatienceMs = 10_000;
const oldestVersion = 15;

/** Opens the archive at an address such as `postgres://user:password@host/name`; the database must be there. Throws StoreError, which never holds the password. */
export function openPostgresStore(databaseUrl: string): Promise<Store> {
  const coordinate = (database: Database) =>
    new StandingConnection({
      databaseUrl,
      inTurn: turnAmongWorkers(database),
      notify: (wake) => database.executeQuery(CompiledQuery.raw(notification, [wake])),
    });
  return postgresStoreOver(postgresDialect(databaseUrl), shownDatabase(databaseUrl), coordinate);
}

/** Kysely's dialect over a pool of connections to the address. */
export function postgresDialect(databaseUrl: string): Dialect {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: mostConnections,
    connectionTimeoutMillis: connectPatienceMs,
    // A new connection answers its first search several times as slowly as the next: a quiet desk keeps those that it has.
    idleTimeoutMillis: 600_000,
    keepAlive: true,
    application_name: "lede",
    types: postgresTypes,
  });
  // A connection that is lost while nobody uses it: the next query opens another.
  pool.on("error", () => {});
  // One that is lost between two queries of a transaction: the next of them says so. Unheard, it would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  return new PostgresDialect({
    pool,
    // Compiling a query, and starting helpers for it, takes longer than any of ours runs; and each has an index to go by.
    onCreateConnection: async (connection) => {
      const settings = [
        ...["jit = off", "max_parallel_workers_per_gather = 0", "enable_seqscan = off"],
        // A worker that is lost or stopped in a transaction must not hold up the others for longer.
        ...["tcp_keepalives_idle = 10", "tcp_keepalives_interval = 5", "tcp_keepalives_count = 3"],
        "idle_in_transaction_session_timeout = '2min'",
      ];
      await connection.executeQuery(CompiledQuery.raw(settings.map((one) => `set ${one}`).join("; ")));
    },
  });
}

/**
 * The store over a dialect of PostgreSQL. `place`: for messages. `coordinate`: with workers in other processes, where there are any.
 * Throws StoreError when it can't be reached or brought up to date.
 */
export async function postgresStoreOver(
  dialect: Dialect,
  place: string,
  coordinate: (database: Database) => OpenCoordination = () => localCoordination(),
): Promise<Store> {
  const database = await openPostgresDatabase(dialect, place, refuseUnfinished);
  const coordination = coordinate(database);
  return {
    ...coordinated(storeSections(database, postgresTextIndex), coordination),
    size: () => databaseSize(database),
    check: () => checkDatabase(database),
    close: async () => {
      await coordination.close();
      await database.destroy();
    },
  };
}

/**
 * The database, up to date. `refuse` may throw when it holds what is not to be touched; it is called before anything is changed.
 * Throws StoreError.
 */
export async function openPostgresDatabase(
  dialect: Dialect,
  place: string,
  refuse: (database: Database, place: string) => Promise<void>,
): Promise<Database> {
  const database = new Kysely<Tables>({ dialect: guardedDialect(dialect, place) });
  try {
    await refuseOld(database, place);
    await refuse(database, place);
    await migrate(database);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

async function refuseOld(database: Database, place: string): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::int as version`.execute(database);
  const version = Math.floor((rows[0]?.version ?? 0) / 10_000);
  if (version >= oldestVersion) return;
  throw new StoreError(
    "store-too-old",
    `PostgreSQL at ${place} is version ${version}. Lede needs ${oldestVersion} or later: update the server, or name another in DATABASE_URL.`,
  );
}
