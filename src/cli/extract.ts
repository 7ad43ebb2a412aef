// `lede extract FILE…`: the article on a saved page.
import { Command } from "commander";
import { extractPage } from "../collect/extract/extract-page.ts";
import type { Extract } from "../records/article.ts";
import { instant } from "./parse-output.ts";
import { PartlyFailed } from "./partly-failed.ts";
import { type Addresses, noAddresses, readManifest, readTextFile } from "./read-file.ts";
import { reasonOf } from "./reason.ts";
import type { Terminal } from "./terminal.ts";

/** The command; one object a page with `--json`, else title and text. */
export const extractCommand = (terminal: Terminal): Command =>
  new Command("extract")
    .description("extract the article from saved pages")
    .argument("<file...>", ".html or .html.gz")
    .option("--manifest <jsonl>", "lines of {file, url}: the address each page came from")
    .option("--json", "one JSON object a page")
    .action(async (files: string[], { json, manifest }: { json?: boolean; manifest?: string }) => {
      const addresses = manifest === undefined ? noAddresses : await readManifest(manifest);
      let hasFailed = false;
      for (const file of files) {
        const row = await extractFile(file, addresses);
        hasFailed ||= "error" in row;
        terminal.print(json ? JSON.stringify(row) : overview(row));
      }
      if (hasFailed) throw new PartlyFailed();
    });

type Row =
  | { readonly file: string; readonly error: string }
  | ({ readonly file: string; readonly publishedAt: string | null } & Omit<Extract, "publishedAt">);

async function extractFile(file: string, addresses: Addresses): Promise<Row> {
  try {
    const found = extractPage(await readTextFile(file), addresses.of(file) ?? "");
    const { url, title, author, publishedAt, language, text, image, tags } = found;
    return { file, url, title, author, publishedAt: instant(publishedAt), language, text, image, tags };
  } catch (error) {
    return { file, error: reasonOf(error) };
  }
}

const overview = (row: Row): string =>
  "error" in row ? `${row.file}: ${row.error}` : `${row.title ?? row.file}\n${row.text}\n`;
