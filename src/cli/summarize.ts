// `lede summarize FILE…`: headline, lede and tags of posts or saved pages, without an archive.
import { Command } from "commander";
import { readPosts } from "../adapters/sources/posts.ts";
import { createExtractiveSummarizer } from "../adapters/summarizers/extractive.ts";
import { extractPage } from "../collect/extract/extract-page.ts";
import { extractPost } from "../collect/from-post.ts";
import { ledeText } from "../language/lede-text.ts";
import type { Extract } from "../records/article.ts";
import { ParseError } from "../records/errors.ts";
import { PartlyFailed } from "./partly-failed.ts";
import { readTextFile } from "./read-file.ts";
import { reasonOf } from "./reason.ts";
import type { Terminal } from "./terminal.ts";

interface Options {
  readonly json?: boolean;
  readonly withoutEditorTags?: boolean;
}

/** The command; one object a file with `--json`. `--without-editor-tags` shows the tags that the text alone gives. */
export const summarizeCommand = (terminal: Terminal): Command =>
  new Command("summarize")
    .description("edit posts or saved pages to headline, lede and tags")
    .argument("<file...>", "Jekyll posts, .html or .html.gz")
    .option("--json", "one JSON object a file")
    .option("--without-editor-tags", "find the tags in the text even where the publisher gave some")
    .action(async (files: string[], { json, withoutEditorTags }: Options) => {
      const summarizer = createExtractiveSummarizer();
      let hasFailed = false;
      for (const file of files) {
        try {
          const extract = await extractFile(file);
          const summary = await summarizer.summarize(extract, { useEditorTags: !withoutEditorTags });
          const { headline, tags, language } = summary;
          const row = { file, headline, lede: ledeText(summary), tags, language };
          terminal.print(
            json ? JSON.stringify(row) : `${headline}\n${row.lede}\n${tags.map((tag) => `#${tag}`).join(" ")}\n`,
          );
        } catch (error) {
          hasFailed = true;
          terminal.print(json ? JSON.stringify({ file, error: reasonOf(error) }) : `${file}: ${reasonOf(error)}`);
        }
      }
      if (hasFailed) throw new PartlyFailed();
    });

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
