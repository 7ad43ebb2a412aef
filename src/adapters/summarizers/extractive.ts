// The summarizer that needs nothing: it picks sentences and terms out of the article, so it can't invent.
import { detectLanguage } from "../../language/detect.ts";
import { editHeadline } from "../../language/headline.ts";
import { findLede } from "../../language/lede.ts";
import { findTags } from "../../language/tag/find.ts";
import { uniqueTags } from "../../language/tag/normalize.ts";
import { noTagRules, type TagRules } from "../../language/tag/rules.ts";
import type { SummarizeOptions, Summarizer } from "../../ports/summarizer.ts";
import type { Extract, Summary } from "../../records/article.ts";

/** A summarizer that works offline, answers at once and never fails: an article without text gets an empty lede. */
export function createExtractiveSummarizer(rules: TagRules = noTagRules): Summarizer {
  return { summarize: async (extract, options) => summarizeExtract(extract, options, rules) };
}

function summarizeExtract(extract: Extract, options: SummarizeOptions, rules: TagRules): Summary {
  const { text } = extract;
  const headline = editHeadline(extract.title, text);
  const language = detectLanguage(`${headline}\n${text}`, extract.language);
  const editorTags = options.useEditorTags ? uniqueTags(extract.tags.flatMap((tag) => rules.give(tag) ?? [])) : [];
  return {
    headline,
    lede: findLede(text, headline, language),
    tags: editorTags.length > 0 ? editorTags : findTags(headline, text, language, rules),
    language,
  };
}
