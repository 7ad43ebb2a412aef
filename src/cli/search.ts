// `lede search QUERY`: what the archive holds.
import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { Command } from "commander";
import type { Desk } from "../desk.ts";
import { parseQuery } from "../language/query.ts";
import type { Hit, SearchResult } from "../records/query.ts";
import { withDesk } from "./open.ts";
import { instant } from "./parse-output.ts";
import type { Terminal } from "./terminal.ts";
import { wholeNumber } from "./whole-number.ts";

interface Options {
  readonly limit: number;
  readonly batch?: string;
  readonly json?: boolean;
  readonly database?: string;
}

/** The command. `--batch FILE` answers a query a line, each object with `query` and the milliseconds it took. */
export const searchCommand = (terminal: Terminal): Command =>
  new Command("search")
    .description('search the archive: words, "phrases", -not, source:, tag:, after:2023-10-01, before:')
    .argument("[query...]")
    .option("--limit <n>", "hits at most", wholeNumber(1, 1000), 10)
    .option("--batch <file>", "read a query a line")
    .option("--json", "JSON instead of text")
    .action((words: string[], options: Options, command: Command) => {
      if ((words.length === 0) === (options.batch === undefined)) command.error("lede: give a query, or --batch FILE");
      return withDesk(terminal, options, async (desk) => {
        const queries = options.batch === undefined ? [words.join(" ")] : await readLines(options.batch);
        for (const query of queries) await answerQuery(query, options, desk, terminal);
      });
    });

const readLines = async (file: string): Promise<string[]> =>
  (await readFile(file, "utf8")).split(/\r?\n/).filter((line) => line.trim().length > 0);

async function answerQuery(
  query: string,
  { limit, json, batch }: Options,
  desk: Desk,
  terminal: Terminal,
): Promise<void> {
  const startedAt = performance.now();
  const parsed = parseQuery(query, { now: desk.clock.now(), timeZone: desk.timeZone });
  const result = await desk.store.search(parsed, limit, 0);
  const ms = Math.round((performance.now() - startedAt) * 1000) / 1000;
  if (!json) return terminal.print(overview(result));
  const answer = { total: result.total, hits: result.hits.map(hitJson) };
  terminal.print(JSON.stringify(batch === undefined ? answer : { query, ms, ...answer }));
}

function hitJson({ id, url, headline, lede, sourceId, tags, publishedAt, snippet }: Hit) {
  return { id, url, headline, lede, source: sourceId, tags, publishedAt: instant(publishedAt), snippet };
}

function overview({ total, hits }: SearchResult): string {
  if (total === 0) return "Nothing found. Fewer or broader words find more.";
  const rows = hits.map(
    (hit) => `\n${hit.headline}\n  ${hit.lede}\n  ${hit.sourceId} · ${instant(hit.publishedAt)} · ${hit.url ?? ""}`,
  );
  return [`${total} found`, ...rows].join("\n");
}
