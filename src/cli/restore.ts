// `lede restore FILE`: an archive from a backup, where none is.
import { Command } from "commander";
import { restoreArchive } from "../backup.ts";
import { shownDatabase } from "../language/database-address.ts";
import { instantOption } from "./instant-option.ts";
import { settingsFor } from "./open.ts";
import { rowProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

interface Options {
  readonly sentUntil?: number;
  readonly json?: boolean;
  readonly database?: string;
}

/** The command. Nothing is at the archive's place before the whole of it was read, checked and brought up to date. */
export const restoreCommand = (terminal: Terminal): Command =>
  new Command("restore")
    .description("make the archive from a backup; refuses to overwrite one")
    .argument("<file>", "what `lede backup` wrote")
    .option(
      "--sent-until <time>",
      "count as sent what was published until then: when the desk stopped that the backup was taken of, such as 2026-11-26T15:00Z, or now",
      instantOption(Date.now),
    )
    .option("--json", "what was restored as JSON")
    .action(async (file: string, options: Options) => {
      const progress = rowProgress(terminal);
      const { DATABASE_URL } = settingsFor(terminal, options);
      const { sentUntil = null } = options;
      const report = await restoreArchive(file, DATABASE_URL, sentUntil, progress).finally(progress.end);
      const madeAt = iso(report.madeAt);
      if (options.json) terminal.print(JSON.stringify({ file, ...report, madeAt }));
      else terminal.print(overview(DATABASE_URL, report, madeAt, sentUntil));
    });

function overview(
  databaseUrl: string,
  { articles, rows }: { readonly articles: number; readonly rows: number },
  madeAt: string,
  sentUntil: number | null,
): string {
  const restored = `restored ${articles} articles, ${rows} rows in all, to ${shownDatabase(databaseUrl)}, as of ${madeAt}`;
  const sent =
    sentUntil === null
      ? `What a desk sent after ${madeAt} is not known here and may be sent again. If one did, restore with --sent-until and the time it stopped.`
      : `What was published until ${iso(sentUntil)} counts as sent.`;
  return `${restored}\n${sent}`;
}

const iso = (at: number): string => new Date(at).toISOString();
