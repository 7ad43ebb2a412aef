// The indexes that PostgreSQL finds tokens by: of each token the rows, and of each span of time, so that the newest are found without the rest.
import { type Expression, sql } from "kysely";
import type { IndexName } from "./text-index.ts";

// Row numbers tell minutes (article-row.ts): 2^17 of them are 2.8 days.
const spanBits = 17;

/** The span of time that a row is of. */
export const spanOf = (row: Expression<unknown>) => sql<number>`(${row} >> ${sql.raw(String(spanBits))})`;

/** The first row that a span may have. */
export const firstRowOfSpan = (span: Expression<unknown>) => sql<number>`(${span} << ${sql.raw(String(spanBits))})`;

/**
 * The statement that makes the index. What is new waits in a list, which every search reads: half a megabyte, of some forty
 * articles, costs a search little; without a list, to archive takes twice as long.
 */
export const createTokenIndex = (index: IndexName): string =>
  `create index ${index}_by_token on ${index} using gin (tokens, (array[rowid >> ${spanBits}])) with (gin_pending_list_limit = 512)`;
