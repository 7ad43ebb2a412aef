// `lede parse FILE…`: what a feed says, as the desk reads it.
import { readFile } from "node:fs/promises";
import { Command, InvalidArgumentError } from "commander";
import { readFeed } from "../adapters/sources/feed.ts";
import { parsedSourceJson } from "./parse-output.ts";
import { PartlyFailed } from "./partly-failed.ts";
import { noAddresses, readManifest } from "./read-file.ts";
import { reasonOf } from "./reason.ts";
import type { Terminal } from "./terminal.ts";

interface Options {
  readonly json?: boolean;
  readonly base?: string;
  readonly manifest?: string;
}

/** The command; one object a file with `--json`, else a short overview. What had to be mended or left out is told on standard error. */
export const parseCommand = (terminal: Terminal): Command =>
  new Command("parse")
    .description("read feed files and print what they say")
    .argument("<file...>", "RSS, RDF, Atom, CDF or JSON Feed")
    .option("--base <url>", "the address that the files came from, for relative links", webAddress)
    .option("--manifest <jsonl>", "lines of {file, url}: the address each file came from")
    .option("--json", "one JSON object a file")
    .action(async (files: string[], { json, base, manifest }: Options) => {
      const addresses = manifest === undefined ? noAddresses : await readManifest(manifest);
      let hasFailed = false;
      // One after the other: only one large feed is in memory.
      for (const file of files) {
        const { row, problems } = await parseFile(file, addresses.of(file) ?? base ?? "");
        hasFailed ||= "error" in row;
        terminal.print(json ? JSON.stringify(row) : overview(row));
        for (const problem of problems) terminal.complain(`${file}: ${problem}\n`);
      }
      if (hasFailed) throw new PartlyFailed();
    });

function webAddress(text: string): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  throw new InvalidArgumentError("Expected an address such as https://news.example/feed.xml.");
}

type Row = { readonly file: string } & (ReturnType<typeof parsedSourceJson> | { readonly error: string });

async function parseFile(
  file: string,
  url: string,
): Promise<{ readonly row: Row; readonly problems: readonly string[] }> {
  try {
    const bytes = await readFile(file);
    const parsed = readFeed({ bytes, url, contentType: null });
    return { row: { file, ...parsedSourceJson(parsed) }, problems: parsed.problems };
  } catch (error) {
    return { row: { file, error: reasonOf(error) }, problems: [] };
  }
}

function overview(row: Row): string {
  if ("error" in row) return `${row.file}: ${row.error}`;
  const lines = row.items.map(
    ({ publishedAt, title, url }) => `  ${publishedAt ?? "no date"}  ${title ?? "no title"}  ${url ?? ""}`,
  );
  return [`${row.file}: ${row.feed.title ?? "no title"} (${row.items.length} items)`, ...lines].join("\n");
}
