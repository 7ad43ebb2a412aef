// `lede export PATH`: the archive as Jekyll posts or as lines of JSON, both of which `lede import` reads back without loss.
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Command, Option } from "commander";
import { refuseTaken, takeFinalName } from "../adapters/stores/backup/final-name.ts";
import { exportedArticles, exportPost } from "../export.ts";
import { exportedJson } from "../exported-json.ts";
import type { ExportedArticle } from "../records/exported-article.ts";
import { withExistingDesk } from "./open.ts";
import { showProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

interface Options {
  readonly format: "posts" | "jsonl";
  readonly json?: boolean;
  readonly database?: string;
}

/** The command; prints how many articles there are. */
export const exportCommand = (terminal: Terminal): Command =>
  new Command("export")
    .description("write the archive as Jekyll posts, or as lines of JSON")
    .argument(
      "<path>",
      "a folder for posts, which is made when it is not there; a new file for lines, zipped when it ends in .gz",
    )
    .addOption(
      new Option("--format <format>", "posts, or jsonl: an article a line")
        .choices(["posts", "jsonl"])
        .default("posts"),
    )
    .option("--json", "the count as JSON")
    .action((path: string, options: Options) =>
      withExistingDesk(terminal, options, async ({ store }) => {
        const progress = showProgress("articles", await store.countArticles(), terminal);
        const write = options.format === "jsonl" ? writeLines : writePosts;
        const exported = await write(path, exportedArticles(store), progress.step).finally(progress.end);
        terminal.print(options.json ? JSON.stringify({ exported }) : `exported ${exported} articles to ${path}`);
      }),
    );

async function writePosts(
  folder: string,
  articles: AsyncIterable<ExportedArticle>,
  onArticle: () => void,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  let count = 0;
  for await (const article of articles) {
    const { fileName, text } = exportPost(article);
    await writeFile(join(folder, fileName), text);
    count += 1;
    onArticle();
  }
  return count;
}

/** The file is there when it is whole. */
async function writeLines(
  path: string,
  articles: AsyncIterable<ExportedArticle>,
  onArticle: () => void,
): Promise<number> {
  refuseTaken(path);
  const unfinished = `${path}.unfinished`;
  let count = 0;
  const lines = async function* (): AsyncGenerator<string> {
    for await (const article of articles) {
      yield `${JSON.stringify(exportedJson(article))}\n`;
      count += 1;
      onArticle();
    }
  };
  try {
    const file = createWriteStream(unfinished);
    await once(file, "open");
    if (path.endsWith(".gz")) await pipeline(Readable.from(lines()), createGzip(), file);
    else await pipeline(Readable.from(lines()), file);
    await takeFinalName(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
  return count;
}
