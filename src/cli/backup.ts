// `lede backup FILE`: the whole archive in one file, while the desk runs.
import { stat } from "node:fs/promises";
import { Command } from "commander";
import { backupArchive } from "../backup.ts";
import { settingsFor } from "./open.ts";
import { instant } from "./parse-output.ts";
import { rowProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** The command. Refuses a file that is there; what it wrote is read back before the file gets its name. */
export const backupCommand = (terminal: Terminal): Command =>
  new Command("backup")
    .description("back the archive up, while the desk goes on: articles, subscriptions and what was sent")
    .argument("<file>", "such as lede-2026-11-26.gz; must not be there yet")
    .option("--json", "what was written as JSON")
    .action(async (file: string, options: { json?: boolean; database?: string }) => {
      const progress = rowProgress(terminal);
      const { DATABASE_URL } = settingsFor(terminal, options);
      const report = await backupArchive(DATABASE_URL, file, Date.now(), progress).finally(progress.end);
      const bytes = (await stat(file)).size;
      terminal.print(
        options.json
          ? JSON.stringify({ file, bytes, ...report, madeAt: instant(report.madeAt) })
          : `backed up ${report.articles} articles, ${report.rows} rows in all, to ${file} (${megabytes(bytes)} MB), and read it back`,
      );
    });

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
