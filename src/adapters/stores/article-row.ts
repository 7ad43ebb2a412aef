// An article's row number: the minute of its publication, times a little room, so that row order is time order.
import type { Database } from "./tables.ts";

// Close row numbers keep the search index small. When a minute has more (an import dated to the day), the rest take the free rows after
// it and sort some minutes late.
const rowsAMinute = 32;
const minuteMs = 60_000;
// 1970 to the year 10,000; a date beyond is the publisher's mistake and sorts at the end.
const lastMinute = 2 ** 32 - 1;
const rowsAtOnce = 100;

/** The lowest row that an article published in this minute or later may have. */
export function firstRowOf(publishedAt: number): number {
  return Math.min(Math.max(Math.floor(publishedAt / minuteMs), 0), lastMinute) * rowsAMinute;
}

/** How far behind its minute a row stands at most: of some minutes not all find room in theirs. */
export async function readDrift(database: Database): Promise<number> {
  const { most } = await database.selectFrom("row_drift").select("most").executeTakeFirstOrThrow();
  return most;
}

/** The lowest row that no article published before the instant has, where rows stand so far behind. */
export const firstRowAfter = (publishedAt: number, drift: number): number => firstRowOf(publishedAt + minuteMs) + drift;

/** About how long before the other the one row's article was published. */
export function minutesBetween(row: number, other: number): number {
  return (other - row) / rowsAMinute;
}

/** Remembers how far behind its minute a row had to be placed at most. */
export async function noteDrift(
  database: Database,
  placed: readonly { readonly row: number; readonly publishedAt: number }[],
): Promise<void> {
  const most = Math.max(0, ...placed.map(({ row, publishedAt }) => row - firstRowOf(publishedAt + minuteMs) + 1));
  await database.updateTable("row_drift").set({ most }).where("most", "<", most).execute();
}

/** The lowest row from `from` on that is neither in the archive nor in `reserved`. */
export async function nextFreeRow(database: Database, from: number, reserved: ReadonlySet<number>): Promise<number> {
  let candidate = from;
  for (;;) {
    const found = await database
      .selectFrom("articles")
      .select("row")
      .where("row", ">=", candidate)
      .orderBy("row")
      .limit(rowsAtOnce)
      .execute();
    const taken = new Set(found.map(({ row }) => row));
    while (taken.has(candidate) || reserved.has(candidate)) candidate += 1;
    // Beyond the last row that was read nothing is known yet.
    if (found.length < rowsAtOnce || candidate < (found.at(-1)?.row ?? 0)) return candidate;
  }
}
