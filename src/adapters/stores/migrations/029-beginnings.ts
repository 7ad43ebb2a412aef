// How each headline begins, for what is suggested while somebody types: the index of words would collect all that goes on from a letter.
import type { Kysely } from "kysely";
import { beginningOf } from "../beginning.ts";
import { defineTables } from "../dialect.ts";
import type { Database } from "../tables.ts";

const articlesAtOnce = 500;

/** Tells it of the articles that are there. A table of its own: a column would have every article written anew, with its text. */
export async function addBeginnings(migrated: Kysely<unknown>): Promise<void> {
  const database = migrated as Database;
  await defineTables(migrated, [
    `create table headline_beginnings (
      row integer not null references articles (row) on delete cascade, beginning text not null,
      primary key (row)) strict, without rowid`,
  ]);
  for (let last: number | null = -1; last !== null; ) last = await fillSome(database, last);
  await defineTables(migrated, ["create index headline_beginnings_in_order on headline_beginnings (beginning, row)"]);
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
  const beginnings = articles.map(({ row, headline }) => ({ row, beginning: beginningOf(headline) }));
  await database.insertInto("headline_beginnings").values(beginnings).execute();
  return articles.at(-1)?.row ?? null;
}
