// `lede parse FILE…`: what a feed says, as the desk reads it.
import { readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { Command, InvalidArgumentError } from "commander";
import { readFeed } from "../adapters/sources/feed.ts";
import type { ParsedSource } from "../records/feed.ts";
import { instant, parsedSourceLine } from "./parse-output.ts";
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
      keepYoungHeapSmall();
      let hasFailed = false;
      // One after the other: only one large feed is in memory.
      for (const file of files) {
        const parsed = await parseFile(file, addresses.of(file) ?? base ?? "");
        hasFailed ||= "error" in parsed;
        if (json)
          await terminal.printPieces(
            "error" in parsed ? [JSON.stringify({ file, ...parsed })] : parsedSourceLine(file, parsed),
          );
        else terminal.print(overview(file, parsed));
        for (const problem of "error" in parsed ? [] : parsed.problems) terminal.complain(`${file}: ${problem}\n`);
      }
      if (hasFailed) throw new PartlyFailed();
    });

/** What Node sets aside for new objects grows with the feed, to 100 MB for one of 50 MB, unless it is told not to. */
function keepYoungHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}

function webAddress(text: string): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  throw new InvalidArgumentError("Expected an address such as https://news.example/feed.xml.");
}

type Parsed = ParsedSource | { readonly error: string };

async function parseFile(file: string, url: string): Promise<Parsed> {
  try {
    return readFeed({ bytes: await readFile(file), url, contentType: null });
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

function overview(file: string, parsed: Parsed): string {
  if ("error" in parsed) return `${file}: ${parsed.error}`;
  const { feed, items } = parsed;
  const lines = items.map(
    ({ publishedAt, title, url }) => `  ${instant(publishedAt) ?? "no date"}  ${title ?? "no title"}  ${url ?? ""}`,
  );
  return [`${file}: ${feed.title ?? "no title"} (${items.length} items)`, ...lines].join("\n");
}
