// The summarizer that needs nothing: it picks sentences and terms out of the article, so it can't invent.
import { detectLanguage } from "../../language/detect.ts";
import { editHeadline } from "../../language/headline.ts";
import { findLede } from "../../language/lede.ts";
import { findTags, learnTags } from "../../language/tag/find.ts";
import { uniqueTags } from "../../language/tag/normalize.ts";
import { noTagRules, type TagRules } from "../../language/tag/rules.ts";
import type { TagVocabulary } from "../../language/tag/vocabulary.ts";
import type { SummarizeOptions, Summarizer } from "../../ports/summarizer.ts";
import type { Extract, Summarized } from "../../records/article.ts";

/**
 * A summarizer that works offline, answers at once and never fails by itself: an article without text gets an empty lede. `knownTags`
 * gives the archive's own tags, by which those of others are found.
 */
export function createExtractiveSummarizer(
  rules: TagRules = noTagRules,
  knownTags?: () => Promise<TagVocabulary>,
): Summarizer {
  return { summarize: (extract, options) => summarizeExtract(extract, options, { rules, knownTags }) };
}

interface Parts {
  readonly rules: TagRules;
  readonly knownTags: (() => Promise<TagVocabulary>) | undefined;
}

async function summarizeExtract(
  extract: Extract,
  options: SummarizeOptions,
  { rules, knownTags }: Parts,
): Promise<Summarized> {
  const { text } = extract;
  const headline = editHeadline(extract.title, text);
  const language = detectLanguage(`${headline}\n${text}`, extract.language);
  const editorTags = options.useEditorTags ? uniqueTags(extract.tags.flatMap((tag) => rules.give(tag) ?? [])) : [];
  const edited = { headline, lede: findLede(text, headline, language), language };
  if (editorTags.length > 0)
    return { ...edited, tags: editorTags, lesson: learnTags(headline, text, language, editorTags, rules) };
  const vocabulary = await knownTags?.();
  return { ...edited, tags: findTags(headline, text, language, { rules, vocabulary }) };
}
