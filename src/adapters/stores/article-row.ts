// An article's row number: the second of its publication, times a little room, so that row order is time order.
import type { Database } from "./tables.ts";

// Close row numbers keep the search index small: a quarter smaller than with room for a million a second.
// When a second has more (an import dated to the day), the rest take the free rows after it and sort some seconds late.
const rowsASecond = 16;
// 1970 to the year 10,000; a date beyond is the publisher's mistake and sorts at the end.
const lastSecond = 2 ** 38 - 1;
const rowsAtOnce = 100;

/** The lowest row that an article published in this second or later may have. */
export function firstRowOf(publishedAt: number): number {
  return Math.min(Math.max(Math.floor(publishedAt / 1000), 0), lastSecond) * rowsASecond;
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
