// The summarizer that needs nothing: it picks sentences and terms out of the article, so it can't invent.
import { detectLanguage } from "../../language/detect.ts";
import { editHeadline } from "../../language/headline.ts";
import { findLede } from "../../language/lede.ts";
import { findTags } from "../../language/tag/find.ts";
import { uniqueTags } from "../../language/tag/normalize.ts";
import type { SummarizeOptions, Summarizer } from "../../ports/summarizer.ts";
import type { Extract, Summary } from "../../records/article.ts";

/** A summarizer that works offline, answers at once and never fails: an article without text gets an empty lede. */
export function createExtractiveSummarizer(): Summarizer {
  return { summarize: async (extract, options) => summarizeExtract(extract, options) };
}

function summarizeExtract(extract: Extract, options: SummarizeOptions): Summary {
  const { text } = extract;
  const headline = editHeadline(extract.title, text);
  const language = detectLanguage(`${headline}\n${text}`, extract.language);
  const editorTags = options.useEditorTags ? uniqueTags(extract.tags) : [];
  return {
    headline,
    lede: findLede(text, headline, language),
    tags: editorTags.length > 0 ? editorTags : findTags(headline, text, language),
    language,
  };
}
