// Keeps FTS5's indexes in few segments, which every search reads beside one another: it joins only four of a size by itself.
import { sql } from "kysely";
import type { Database } from "./tables.ts";
import type { IndexName } from "./text-index.ts";
import { inTransaction } from "./transaction.ts";

// Some thousandths of a second: what others wait for one step.
const pagesAtOnce = 32;
// Percent of a segment's articles that were removed: then it is written anew (https://www.sqlite.org/fts5.html#the_deletemerge_configuration_option).
const removedAtMost = 10;
// Segments of a size that are joined (https://www.sqlite.org/fts5.html#the_usermerge_configuration_option); two is the least there is.
const segmentsJoined = 2;

/** One step of merging; false when nothing is left to merge. */
export async function mergeSome(database: Database): Promise<boolean> {
  for (const index of ["headline_index", "body_index"] as const)
    if (await inTransaction(database, (transaction) => mergeStep(transaction, index))) return true;
  return false;
}

async function mergeStep(database: Database, index: IndexName): Promise<boolean> {
  await joinPairs(database, index);
  // In steps alone: what comes with a commit is as long as it happens to be.
  await command(database, index, "deletemerge", removedAtMost);
  const before = await changesMade(database);
  // Below zero, all segments are joined to one (https://www.sqlite.org/fts5.html#the_merge_command); what is begun goes on.
  const pages = (await isScattered(database, index)) ? -pagesAtOnce : pagesAtOnce;
  await command(database, index, "merge", pages);
  const changes = (await changesMade(database)) - before;
  await command(database, index, "deletemerge", 0);
  // FTS5 counts one change though it found nothing to do.
  return changes >= 2;
}

async function joinPairs(database: Database, index: IndexName): Promise<void> {
  const { rows } = await sql<{ v: number }>`
    select v from ${sql.table(`${index}_config`)} where k = 'usermerge'`.execute(database);
  if (rows[0]?.v !== segmentsJoined) await command(database, index, "usermerge", segmentsJoined);
}

async function command(database: Database, index: IndexName, name: string, value: number): Promise<void> {
  // As a literal: node:sqlite binds every number as a real one, which FTS5 refuses.
  await sql`insert into ${sql.table(index)} (${sql.ref(index)}, rank) values (${name}, ${sql.lit(value)})`.execute(
    database,
  );
}

async function changesMade(database: Database): Promise<number> {
  const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(database);
  return rows[0]?.changes ?? 0;
}

/**
 * Whether no segment has half of the index, as after an import: then to write it anew costs no more than to have written it once more. An
 * index that grows by little is never written anew for that.
 */
async function isScattered(database: Database, index: IndexName): Promise<boolean> {
  const directory = sql.table(`${index}_idx`);
  // From segment to segment: the directory has a row for nearly every page. `pgno` is doubled, and its last bit says something else.
  const { rows } = await sql<{ pages: number | null }>`
    with recursive segments (id) as (
      select min(segid) from ${directory}
      union all
      select (select min(segid) from ${directory} where segid > segments.id) from segments where segments.id is not null)
    select (select pgno / 2 from ${directory} where segid = segments.id order by term desc limit 1) as pages
    from segments where id is not null`.execute(database);
  const pages = rows.map((row) => row.pages ?? 0);
  return pages.length > 1 && Math.max(...pages) * 2 < pages.reduce((sum, some) => sum + some, 0);
}
