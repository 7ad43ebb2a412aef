// What the desk remembers of its sources, and who polls which.
import { type RawBuilder, type Selectable, sql } from "kysely";
import type { RegisteredSource, SourceStore } from "../../ports/store.ts";
import type { Rhythm, SourceState } from "../../records/source.ts";
import { sourceNames } from "./cards.ts";
import type { Database, Tables } from "./tables.ts";

/** The store's part on sources, over an open database. */
export function sourceSection(database: Database): SourceStore {
  return {
    registerSources: async (sources, now) => {
      for (let from = 0; from < sources.length; from += registeredAtOnce)
        await register(database, sources.slice(from, from + registeredAtOnce), now);
    },

    claimDueSources: (among, now, leaseMs, limit) =>
      database.transaction().execute(async (transaction) => {
        const due = await dueAmong(transaction, among, now, limit);
        const ids = due.map((row) => row.id);
        if (ids.length > 0) {
          const lease = { leased_until: now + leaseMs };
          await transaction.updateTable("sources").set(lease).where("id", "in", ids).execute();
        }
        return due.map(stateOf);
      }),

    hastenSources: async (ids, now) => {
      const chosen = sql<string>`(select value from json_each(${JSON.stringify(ids)}))`;
      await database
        .updateTable("sources")
        .set({ due_at: now })
        .where("id", "in", chosen)
        .where("due_at", ">", now)
        .execute();
    },

    finishPolls: async (states) => {
      await database.transaction().execute(async (transaction) => {
        for (const state of states)
          await transaction.updateTable("sources").set(columnsOf(state)).where("id", "=", state.sourceId).execute();
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
    found.push(...page.filter(({ id }) => among.has(id)));
    page = page.length < duePageRows ? [] : await duePage(database, now, page.at(-1) ?? null);
  }
  return found.slice(0, limit);
}

const duePageRows = 32;

/** By the index on (due_at, id): a claim reads as many rows as it gives, however many sources there are. */
function duePage(database: Database, now: number, after: SourceRow | null): Promise<SourceRow[]> {
  return database
    .selectFrom("sources")
    .selectAll()
    .where("due_at", "<=", now)
    .where("ended_at", "is", null)
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

// Four values each, and a statement takes 32,766 at most.
const registeredAtOnce = 1000;

async function register(database: Database, sources: readonly RegisteredSource[], now: number): Promise<void> {
  // "is not" is true of a null on one side too; a row from before addresses were kept counts as the same.
  const isMoved = sql<boolean>`sources.url is not null and excluded.url is not sources.url`;
  const unless = (column: string, changed: RawBuilder<unknown>) =>
    sql<never>`case when ${isMoved} then ${changed} else ${sql.ref(`sources.${column}`)} end`;
  // A start with the same sources writes nothing: a desk on a full disk can still be opened and looked over.
  const isChanged = sql<boolean>`excluded.name is not sources.name or excluded.url is not sources.url`;
  const anew = ["etag", "last_modified", "problem", "problem_code", "moved_to", "ended_at", "rhythm"] as const;
  await database
    .insertInto("sources")
    .values(sources.map(({ id, name, url }) => ({ id, name, url: url ?? null, due_at: now })))
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet((row) => ({
          name: row.ref("excluded.name"),
          url: row.ref("excluded.url"),
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
