// In how many headlines a token stands, on PostgreSQL: its index doesn't keep count, so that every headline that has it is visited.
import { sql } from "kysely";
import { quoted } from "./postgres-match.ts";
import type { Database } from "./tables.ts";

// Beyond that a token is too common to tell headlines apart.
const mostCounted = 501;
// What many headlines have is few words, asked for over and over, and in about as many headlines tomorrow: their counts are kept for a while.
const leastKept = 100;
const mostKept = 20_000;
const timesKept = 1000;

/** `left`: how many times more it is taken for true. */
interface KeptCount {
  readonly count: number;
  left: number;
}

const keptCounts = new WeakMap<Database, Map<string, KeptCount>>();

/** As `TextIndex.headlineCounts`, up to `mostCounted`. Of tokens in many headlines it may be as it was a thousand questions ago. */
export async function countPostgresHeadlines(
  database: Database,
  tokens: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const kept = keptCounts.get(database) ?? new Map<string, KeptCount>();
  keptCounts.set(database, kept);
  const counts = new Map(tokens.map((token) => [token, takeKept(kept, token)]));
  const asked = tokens.filter((token) => counts.get(token) === 0);
  for (const { token, count } of await readCounts(database, asked)) {
    counts.set(token, count);
    if (count >= leastKept) keep(kept, token, count);
  }
  return new Map([...counts].filter(([, count]) => count > 0));
}

/** 0 when it is to be counted. */
function takeKept(kept: ReadonlyMap<string, KeptCount>, token: string): number {
  const known = kept.get(token);
  if (known === undefined || known.left === 0) return 0;
  known.left -= 1;
  return known.count;
}

function keep(kept: Map<string, KeptCount>, token: string, count: number): void {
  if (kept.size >= mostKept) kept.clear();
  kept.set(token, { count, left: timesKept });
}

async function readCounts(database: Database, tokens: readonly string[]) {
  if (tokens.length === 0) return [];
  const { rows } = await sql<{ token: string; count: number }>`
    select token, (select count(*) from
      (select from headline_index where tokens @@ query::tsquery limit ${mostCounted}) as holding) as count
    from unnest(${tokens}::text[], ${tokens.map(quoted)}::text[]) as asked (token, query)`.execute(database);
  return rows;
}
