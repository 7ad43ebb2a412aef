// `lede search QUERY`: what the archive holds.
import { performance } from "node:perf_hooks";
import { Command } from "commander";
import type { Desk } from "../desk.ts";
import { markedParts } from "../language/marked-parts.ts";
import { parseQuery, wantedTexts } from "../language/query.ts";
import { shownText } from "../language/shown-text.ts";
import { refuseUnknownSources } from "../language/source-name.ts";
import { UserError } from "../records/errors.ts";
import type { Hit, SearchResult } from "../records/query.ts";
import { withExistingDesk } from "./open.ts";
import { instant } from "./parse-output.ts";
import { PartlyFailed } from "./partly-failed.ts";
import { readLines } from "./read-file.ts";
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
    .description(
      'search the archive: words, "phrases", -not, this OR that, source:, tag: or #, lang:, after:2023-10-01, before:, last:7d',
    )
    .argument("[query...]")
    .option("--limit <n>", "hits at most", wholeNumber(1, 1000), 10)
    .option("--batch <file>", "read a query a line")
    .option("--json", "JSON instead of text")
    // -word is a part of a query, not an option.
    .allowUnknownOption()
    .action((words: string[], options: Options, command: Command) => {
      const unknown = words.find((word) => /^--[a-z]/.test(word));
      if (unknown !== undefined) command.error(`lede: unknown option ${unknown}`);
      if ((words.length === 0) === (options.batch === undefined)) command.error("lede: give a query, or --batch FILE");
      return withExistingDesk(terminal, options, (desk) =>
        options.batch === undefined
          ? searchOnce(words.join(" "), options, desk, terminal)
          : searchEach(options.batch, options, desk, terminal),
      );
    });

async function searchOnce(
  query: string,
  { limit, json }: Options,
  desk: Desk,
  { print, emphasize }: Terminal,
): Promise<void> {
  const { wanted, ...result } = await search(query, limit, desk);
  print(json ? JSON.stringify(resultJson(result)) : overview(result, wanted, emphasize));
}

/** One query that can't be read costs the others nothing: its row holds the `error`, and the exit code is 1. */
async function searchEach(
  file: string,
  { limit, json }: Options,
  desk: Desk,
  { print, emphasize }: Pick<Terminal, "print" | "emphasize">,
): Promise<void> {
  let hasFailed = false;
  for (const query of await readLines(file)) {
    const startedAt = performance.now();
    try {
      const { wanted, ...result } = await search(query, limit, desk);
      const ms = Math.round((performance.now() - startedAt) * 1000) / 1000;
      print(
        json
          ? JSON.stringify({ query, ms, ...resultJson(result) })
          : `# ${query}\n${overview(result, wanted, emphasize)}\n`,
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      hasFailed = true;
      print(json ? JSON.stringify({ query, error: error.message }) : `# ${query}\n${error.message}\n`);
    }
  }
  if (hasFailed) throw new PartlyFailed();
}

async function search(
  text: string,
  limit: number,
  { store, clock, timeZone, listSources }: Desk,
): Promise<SearchResult & { readonly wanted: readonly string[] }> {
  const query = parseQuery(text, { now: clock.now(), timeZone });
  const result = await store.search(query, limit, 0);
  if (result.hits.length === 0) refuseUnknownSources(query, await listSources());
  return { ...result, wanted: wantedTexts(query) };
}

/** `isCounted` stands there only when it is false: then there are more than `total`. */
const resultJson = ({ total, isCounted, hits }: SearchResult) => ({
  total,
  ...(isCounted ? {} : { isCounted }),
  hits: hits.map(hitJson),
});

function hitJson({ id, url, headline, lede, sourceId, tags, publishedAt, snippet }: Hit) {
  return { id, url, headline, lede, source: sourceId, tags, publishedAt: instant(publishedAt), snippet };
}

function overview(
  { total, isCounted, hits }: SearchResult,
  wanted: readonly string[],
  emphasize: Terminal["emphasize"],
): string {
  // Near ones are shown when nothing holds all the words; they are not counted.
  if (hits.length === 0) return "Nothing found. Fewer or broader words find more.";
  const mark = (text: string) =>
    markedParts(text, wanted)
      .map((part) => (part.isHit ? emphasize(part.text) : part.text))
      .join("");
  const rows = hits.map(
    (hit) =>
      `\n${mark(hit.headline)}\n  ${mark(shownText(hit, wanted))}\n  ${hit.sourceId} · ${instant(hit.publishedAt)} · ${hit.url ?? ""}`,
  );
  return [
    total === 0 ? "Nothing holds all of it. Near it:" : `${isCounted ? "" : "more than "}${total} found`,
    ...rows,
  ].join("\n");
}
