// `lede import PATH…`: posts from files, folders and .tar.gz archives go into the archive.
import { Command } from "commander";
import { type ImportReport, importPosts } from "../import.ts";
import { mergeIndex } from "../merge-index.ts";
import { withDesk } from "./open.ts";
import { PartlyFailed } from "./partly-failed.ts";
import { showProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** The command. Refused posts are listed with their reasons; they do not make it fail, a path that can't be read does. */
export const importCommand = (terminal: Terminal): Command =>
  new Command("import")
    .description("import Jekyll posts")
    .argument("<path...>", "files, folders or .tar.gz")
    .option("--json", "the report as JSON")
    .action((paths: string[], options: { json?: boolean; database?: string }) =>
      withDesk(terminal, options, async (desk) => {
        const progress = showProgress("posts", 0, terminal);
        const report = await importPosts(paths, desk, progress.step).finally(progress.end);
        await mergeIndex(desk.store);
        terminal.print(options.json ? JSON.stringify(report) : overview(report));
        if (report.imported + report.updated + report.duplicates === 0) throw new PartlyFailed();
      }),
    );

function overview({ imported, updated, duplicates, refused }: ImportReport): string {
  const reasons = refused.map(({ file, reason }) => `refused ${JSON.stringify(file)}: ${reason}`);
  return [
    ...reasons,
    `imported ${imported}, updated ${updated}, duplicates ${duplicates}, refused ${refused.length}`,
  ].join("\n");
}
