// What the desk remembers of its sources, and who polls which.
import { type RawBuilder, type Selectable, sql } from "kysely";
import type { RegisteredSource, SourceStore } from "../../ports/store.ts";
import type { Rhythm, SourceState } from "../../records/source.ts";
import { sourceNames } from "./cards.ts";
import { isPostgres } from "./dialect.ts";
import type { Database, Tables } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

/** The store's part on sources, over an open database; `workerId`: who claims them. */
export function sourceSection(database: Database, workerId: string): SourceStore {
  return {
    registerSources: async (sources, now) => {
      for (let from = 0; from < sources.length; from += registeredAtOnce)
        await inTransaction(database, (transaction) =>
          register(transaction, sources.slice(from, from + registeredAtOnce), now),
        );
    },

    claimDueSources: (among, now, leaseMs, limit) =>
      inTransaction(database, async (transaction) => {
        const due = await dueAmong(transaction, among, now, limit);
        const ids = due.map((row) => row.id);
        if (ids.length > 0) {
          const lease = { leased_until: now + leaseMs, leased_by: workerId };
          await transaction.updateTable("sources").set(lease).where("id", "in", ids).execute();
        }
        return due.map(stateOf);
      }),

    hastenSources: async (ids, now) => {
      for (let from = 0; from < ids.length; from += registeredAtOnce)
        await inTransaction(database, (transaction) =>
          transaction
            .updateTable("sources")
            .set({ due_at: now })
            .where("id", "in", ids.slice(from, from + registeredAtOnce))
            .where("due_at", ">", now)
            .where("paused_at", "is", null)
            .execute(),
        );
    },

    finishPolls: async (states) => {
      await inTransaction(database, async (transaction) => {
        for (const state of states)
          await transaction
            .updateTable("sources")
            .set(columnsOf(state))
            .where("id", "=", state.sourceId)
            // One whose lease ran out, and that another worker has taken over, is that one's to finish.
            .where(({ eb, or }) => or([eb("leased_by", "is", null), eb("leased_by", "=", workerId)]))
            .execute();
      });
    },

    sourceNames: () => sourceNames(database),

    sourceStates: async () => {
      const rows = await database.selectFrom("sources").selectAll().orderBy("id").execute();
      return rows.map(stateOf);
    },
  };
}

type SourceRow = Selectable<Tables["sources"]>;

/** Sources that nobody has, the longest due first: few rows are not of `among`, so it is asked here and not in SQL. */
async function dueAmong(
  database: Database,
  among: ReadonlySet<string>,
  now: number,
  limit: number,
): Promise<readonly SourceRow[]> {
  const found: SourceRow[] = [];
  let page = await duePage(database, now, null);
  while (found.length < limit && page.length > 0) {
    const wanted = page.filter(({ id }) => among.has(id));
    found.push(...(await holdSources(database, wanted, limit - found.length)));
    page = page.length < duePageRows ? [] : await duePage(database, now, page.at(-1) ?? null);
  }
  return found;
}

/** The first so many that no other worker is about to claim: on PostgreSQL such a one is passed over, in SQLite there is none. */
async function holdSources(
  database: Database,
  rows: readonly SourceRow[],
  limit: number,
): Promise<readonly SourceRow[]> {
  if (!isPostgres(database) || rows.length === 0) return rows.slice(0, limit);
  return (
    database
      .selectFrom("sources")
      .selectAll()
      .where(
        "id",
        "in",
        rows.map(({ id }) => id),
      )
      // As it was read: what another worker has claimed or finished since then is another row.
      .where("leased_until", "<=", Math.max(...rows.map((row) => row.leased_until)))
      .where("paused_at", "is", null)
      .where("due_at", "<=", Math.max(...rows.map((row) => row.due_at)))
      .orderBy("due_at")
      .orderBy("id")
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
  );
}

const duePageRows = 32;

/** By the index on (due_at, id): a claim reads as many rows as it gives, however many sources there are. */
function duePage(database: Database, now: number, after: SourceRow | null): Promise<SourceRow[]> {
  return database
    .selectFrom("sources")
    .selectAll()
    .where("due_at", "<=", now)
    .where("ended_at", "is", null)
    .where("paused_at", "is", null)
    .where("leased_until", "<=", now)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("due_at", "id"), ">", tuple(after?.due_at ?? 0, after?.id ?? "")),
      ),
    )
    .orderBy("due_at")
    .orderBy("id")
    .limit(duePageRows)
    .execute();
}

// Five values each, and a statement takes 32,766 at most.
const registeredAtOnce = 1000;

async function register(database: Database, sources: readonly RegisteredSource[], now: number): Promise<void> {
  // "is distinct from" is true of a null on one side too; a row from before addresses were kept counts as the same.
  const isMoved = sql<boolean>`sources.url is not null and excluded.url is distinct from sources.url`;
  const unless = (column: string, changed: RawBuilder<unknown>) =>
    sql<never>`case when ${isMoved} then ${changed} else ${sql.ref(`sources.${column}`)} end`;
  // A start with the same sources writes nothing: a desk on a full disk can still be opened and looked over.
  const isChanged = sql<boolean>`excluded.name is distinct from sources.name or excluded.url is distinct from sources.url
    or excluded.preferred <> sources.preferred`;
  const anew = ["etag", "last_modified", "problem", "problem_code", "moved_to", "ended_at", "rhythm"] as const;
  await database
    .insertInto("sources")
    .values(
      sources.map(({ id, name, url, preferred }) => ({
        ...{ id, name, due_at: now },
        ...{ url: url ?? null, preferred: Number(preferred ?? false) },
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet((row) => ({
          name: row.ref("excluded.name"),
          url: row.ref("excluded.url"),
          preferred: row.ref("excluded.preferred"),
          due_at: unless("due_at", sql.ref("excluded.due_at")),
          failures: unless("failures", sql.lit(0)),
          ...Object.fromEntries(anew.map((column) => [column, unless(column, sql.lit(null))])),
        }))
        .where(isChanged),
    )
    .execute();
}

function columnsOf(state: SourceState) {
  const { dueAt, failures, etag, lastModified, polledAt, problem, problemCode, rhythm, movedTo, endedAt } = state;
  return {
    due_at: dueAt,
    failures,
    etag,
    last_modified: lastModified,
    polled_at: polledAt,
    problem,
    problem_code: problemCode ?? null,
    rhythm: rhythm === null ? null : JSON.stringify(rhythm),
    moved_to: movedTo,
    ended_at: endedAt,
    leased_until: 0,
    leased_by: null,
  };
}

function stateOf(row: SourceRow): SourceState {
  return {
    sourceId: row.id,
    dueAt: row.due_at,
    failures: row.failures,
    etag: row.etag,
    lastModified: row.last_modified,
    polledAt: row.polled_at,
    problem: row.problem,
    rhythm: row.rhythm === null ? null : (JSON.parse(row.rhythm) as Rhythm),
    movedTo: row.moved_to,
    endedAt: row.ended_at,
    problemCode: row.problem_code,
  };
}
