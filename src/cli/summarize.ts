// `lede summarize FILE…`: headline, lede and tags of posts, saved pages or addresses, with what the archive teaches about tags when one is named.
import { Command, Option } from "commander";
import { readPosts } from "../adapters/sources/posts.ts";
import { createExtractiveSummarizer } from "../adapters/summarizers/extractive.ts";
import { extractPage } from "../collect/extract/extract-page.ts";
import { extractPost } from "../collect/from-post.ts";
import type { Desk } from "../desk.ts";
import { decodeText } from "../language/decode.ts";
import type { Extract } from "../records/article.ts";
import { type Locale, locales } from "../records/channel.ts";
import { ParseError } from "../records/errors.ts";
import { withDesk } from "./open.ts";
import { PartlyFailed } from "./partly-failed.ts";
import { readTextFile } from "./read-file.ts";
import { reasonOf } from "./reason.ts";
import { rewriteSummary, type ShownSummary, shownExtract } from "./rewrite-summary.ts";
import type { Terminal } from "./terminal.ts";

interface Options {
  readonly json?: boolean;
  readonly withoutEditorTags?: boolean;
  readonly language?: Locale;
  readonly database?: string;
}

/** The command; one object a file with `--json`. `--without-editor-tags` shows the tags that the text alone gives. */
export const summarizeCommand = (terminal: Terminal): Command =>
  new Command("summarize")
    .description("edit posts, saved pages or pages on the web to headline, lede and tags")
    .argument("<file...>", "Jekyll posts, .html or .html.gz, or http(s) addresses")
    .option("--json", "one JSON object a file")
    .option("--without-editor-tags", "find the tags in the text even where the publisher gave some")
    .addOption(new Option("--language <language>", "write in this language, with MODEL_URL").choices(locales))
    .action(async (files: string[], options: Options) => {
      const { MODEL_URL, DATABASE_URL } = terminal.env;
      const isDeskNamed = [MODEL_URL, DATABASE_URL, options.database].some((named) => Boolean(named?.trim()));
      const needsDesk = isDeskNamed || files.some(isAddress);
      const summarize = (desk: Desk | null) => summarizeAll(files, options, desk, terminal);
      const failures = needsDesk ? await withDesk(terminal, options, summarize) : await summarize(null);
      if (failures > 0) throw new PartlyFailed();
    });

const isAddress = (file: string): boolean => /^https?:\/\//i.test(file);

/** How many failed. */
async function summarizeAll(
  files: readonly string[],
  options: Options,
  desk: Desk | null,
  { print }: Terminal,
): Promise<number> {
  let failures = 0;
  for (const file of files) {
    try {
      const shown = await summarizeOne(file, options, desk);
      print(options.json ? JSON.stringify({ file, ...shown }) : textOf(shown));
    } catch (error) {
      failures += 1;
      print(options.json ? JSON.stringify({ file, error: reasonOf(error) }) : `${file}: ${reasonOf(error)}`);
    }
  }
  return failures;
}

async function summarizeOne(file: string, options: Options, desk: Desk | null): Promise<ShownSummary> {
  const extract = isAddress(file) && desk !== null ? await extractAddress(file, desk) : await extractFile(file);
  const summarizer = desk?.summarizer ?? createExtractiveSummarizer();
  const summary = await summarizer.summarize(extract, { useEditorTags: !options.withoutEditorTags });
  if (desk === null) return shownExtract(summary);
  return rewriteSummary(summary, extract, { rewriter: desk.rewriter, now: desk.clock.now(), locale: options.language });
}

function textOf({ headline, lede, tags, by, reason }: ShownSummary): string {
  const origin =
    by === undefined
      ? ""
      : by === "model"
        ? "\nwritten by the model"
        : `\nextracted, not written by the model: ${reason}`;
  return `${headline}\n${lede}\n${tags.map((tag) => `#${tag}`).join(" ")}${origin}\n`;
}

async function extractAddress(url: string, { fetcher }: Pick<Desk, "fetcher">): Promise<Extract> {
  const answer = await fetcher.fetch({ url, accept: "text/html,application/xhtml+xml,*/*;q=0.1" });
  if (answer.state === "not-modified") throw new ParseError(`${url} sent nothing; try again.`);
  return extractPage(decodeText(answer.body, answer.contentType), answer.url);
}

const frontMatter = /^\uFEFF?---\s*\n/;

async function extractFile(file: string): Promise<Extract> {
  const page = await readTextFile(file);
  if (!frontMatter.test(page)) return extractPage(page, "");
  for await (const reading of readPosts(file)) {
    if (reading.state === "refused") throw new ParseError(reading.reason);
    return extractPost(reading.post);
  }
  throw new ParseError(`${file} holds no post`);
}
