// `lede parse FILE…`: what a feed says, as the desk reads it.
import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { readFeed } from "../adapters/sources/feed.ts";
import { parsedSourceJson } from "./parse-output.ts";
import { PartlyFailed } from "./partly-failed.ts";
import { reasonOf } from "./reason.ts";
import type { Terminal } from "./terminal.ts";

/** The command; one object a file with `--json`, else a short overview. */
export const parseCommand = (terminal: Terminal): Command =>
  new Command("parse")
    .description("read feed files and print what they say")
    .argument("<file...>", "RSS, RDF, Atom or JSON Feed")
    .option("--json", "one JSON object a file")
    .action(async (files: string[], { json }: { json?: boolean }) => {
      const rows = await Promise.all(files.map(parseFile));
      for (const row of rows) terminal.print(json ? JSON.stringify(row) : overview(row));
      if (rows.some((row) => "error" in row)) throw new PartlyFailed();
    });

type Row = { readonly file: string } & (ReturnType<typeof parsedSourceJson> | { readonly error: string });

async function parseFile(file: string): Promise<Row> {
  try {
    const bytes = await readFile(file);
    return { file, ...parsedSourceJson(readFeed({ bytes, url: "", contentType: null })) };
  } catch (error) {
    return { file, error: reasonOf(error) };
  }
}

function overview(row: Row): string {
  if ("error" in row) return `${row.file}: ${row.error}`;
  const lines = row.items.map(
    ({ publishedAt, title, url }) => `  ${publishedAt ?? "no date"}  ${title ?? "no title"}  ${url ?? ""}`,
  );
  return [`${row.file}: ${row.feed.title ?? "no title"} (${row.items.length} items)`, ...lines].join("\n");
}
