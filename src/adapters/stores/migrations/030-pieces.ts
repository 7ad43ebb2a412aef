// FTS5 writes what an archived batch brings in one piece: by its own measure it writes two, and then merges twice as many.
import { type Kysely, sql } from "kysely";
import { isPostgres } from "../dialect.ts";

// Five hundred articles take about 1.5 MB of memory until they are written (https://www.sqlite.org/fts5.html#the_hashsize_configuration_option).
const pieceBytes = 4 * 2 ** 20;

/** From now on; what is written stays as it is. */
export async function writeLargerPieces(database: Kysely<unknown>): Promise<void> {
  if (isPostgres(database)) return;
  for (const index of ["headline_index", "body_index"] as const)
    await sql`insert into ${sql.table(index)} (${sql.ref(index)}, rank) values ('hashsize', ${sql.lit(pieceBytes)})`.execute(
      database,
    );
}
