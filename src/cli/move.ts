// `lede move --from sqlite:… --to postgres://…`: the whole desk's archive to PostgreSQL.
import { Command } from "commander";
import { moveArchive } from "../adapters/stores/move/move-archive.ts";
import { sqlitePath } from "../adapters/stores/open-store.ts";
import { shownDatabase } from "../language/database-address.ts";
import { settingsFor } from "./open.ts";
import { rowProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

interface Options {
  readonly from?: string;
  readonly to: string;
  readonly json?: boolean;
}

/** The command. Stopped, it goes on when it is given again; the old archive stays as it is. */
export const moveCommand = (terminal: Terminal): Command =>
  new Command("move")
    .description("move the archive from SQLite to an empty PostgreSQL database, and compare both; stop the desk first")
    .option("--from <url>", "the archive, such as sqlite:data/lede.db; DATABASE_URL when not given")
    .requiredOption("--to <url>", "such as postgres://lede:password@localhost/lede")
    .option("--json", "each table with its rows and their SHA-256 as JSON")
    .action(async ({ from, to, json }: Options) => {
      const { DATABASE_URL } = settingsFor(terminal, from === undefined ? {} : { database: from });
      const bar = rowProgress(terminal);
      const step = (rows: number) => {
        for (let row = 0; row < rows; row += 1) bar.step();
      };
      const report = await moveArchive(sqlitePath(DATABASE_URL), to, { begin: bar.begin, step }).finally(bar.end);
      const place = shownDatabase(to);
      if (json) return terminal.print(JSON.stringify({ from: DATABASE_URL, to: place, ...report }));
      const articles = report.tables.find(({ name }) => name === "articles")?.rows ?? 0;
      terminal.print(
        `moved ${articles} articles, ${report.rows} rows in ${report.tables.length} tables, to ${place}; counts and SHA-256 of every table are the same at both places\nSet DATABASE_URL to the new address and start the desk.`,
      );
    });
