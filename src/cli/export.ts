// `lede export DIR`: the archive as Jekyll posts, which `lede import` reads back without loss.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { writePost } from "../adapters/sources/posts/write.ts";
import { completeArticle } from "../export.ts";
import { withDesk } from "./open.ts";
import { showProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** The command; one file an article. Prints how many there are. */
export const exportCommand = (terminal: Terminal): Command =>
  new Command("export")
    .description("write the archive as Jekyll posts")
    .argument("<dir>", "a folder; it is made when it is not there")
    .option("--json", "the count as JSON")
    .action((folder: string, options: { json?: boolean; database?: string }) =>
      withDesk(terminal, options, async ({ store }) => {
        await mkdir(folder, { recursive: true });
        const progress = showProgress("articles", await store.countArticles(), terminal);
        let exported = 0;
        for await (const article of store.eachArticle()) {
          const { fileName, text } = writePost(completeArticle(article));
          await writeFile(join(folder, fileName), text);
          exported += 1;
          progress.step();
        }
        progress.end();
        terminal.print(options.json ? JSON.stringify({ exported }) : `exported ${exported} articles to ${folder}`);
      }),
    );
