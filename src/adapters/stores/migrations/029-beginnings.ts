// How each headline begins, for what is suggested while somebody types: the index of words would collect all that goes on from a letter.
import { type Kysely, sql } from "kysely";
import { beginningOf } from "../beginning.ts";
import { defineTables } from "../dialect.ts";
import type { Database } from "../tables.ts";

const articlesAtOnce = 500;

/** Tells it of the articles that are there: some seconds for a hundred thousand. */
export async function addBeginnings(migrated: Kysely<unknown>): Promise<void> {
  const database = migrated as Database;
  await defineTables(migrated, ["alter table articles add column beginning text not null default ''"]);
  for (let last: number | null = -1; last !== null; ) last = await fillSome(database, last);
  await defineTables(migrated, ["create index articles_by_beginning on articles (beginning, row)"]);
}

/** The last row that was filled, null when there are no more. */
async function fillSome(database: Database, after: number): Promise<number | null> {
  const articles = await database
    .selectFrom("articles")
    .select(["row", "headline"])
    .where("row", ">", after)
    .orderBy("row")
    .limit(articlesAtOnce)
    .execute();
  if (articles.length === 0) return null;
  const values = articles.map(
    ({ row, headline }) => sql`(cast(${row} as bigint), cast(${beginningOf(headline)} as text))`,
  );
  await sql`with told (told_row, told_beginning) as (values ${sql.join(values)})
    update articles set beginning = told_beginning from told where articles.row = told_row`.execute(database);
  return articles.at(-1)?.row ?? null;
}
