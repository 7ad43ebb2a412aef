// What the desk's model makes of one summary, for `lede summarize`.
import { ledeText } from "../language/lede-text.ts";
import { localeOf } from "../language/locale.ts";
import type { Rewriter } from "../ports/rewriter.ts";
import type { Extract, Summary } from "../records/article.ts";
import type { Locale } from "../records/channel.ts";
import type { KeptReason } from "../records/rewriting.ts";

/** A summary as it is printed. `reason`: why it is the extract, where a model might have written it. */
export interface ShownSummary {
  readonly headline: string;
  readonly lede: string;
  readonly tags: readonly string[];
  readonly language: string;
  readonly by?: "model" | "extract";
  readonly reason?: KeptReason;
}

/** The summary as it was extracted. */
export const shownExtract = (summary: Summary): ShownSummary => ({
  headline: summary.headline,
  lede: ledeText(summary),
  tags: summary.tags,
  language: summary.language,
});

/** The summary as the model writes it, in its own language or another; or as it was extracted, and why. */
export async function rewriteSummary(
  summary: Summary,
  extract: Extract,
  { rewriter, now, locale }: { readonly rewriter: Rewriter; readonly now: number; readonly locale: Locale | undefined },
): Promise<ShownSummary> {
  const shown = shownExtract(summary);
  const unknown = { storyId: "", articleId: "", url: null, image: null, sourceId: "", sourceName: "", alsoIn: [] };
  const card = { ...unknown, ...shown, publishedAt: extract.publishedAt ?? now };
  const textsOf = async () => new Map([[card.articleId, extract.text]]);
  const [rewriting] = await rewriter.rewrite([card], { locale: locale ?? localeOf(summary.language), textsOf });
  if (rewriting === undefined || rewriting.kept === "off") return shown;
  if (rewriting.kept !== null) return { ...shown, by: "extract", reason: rewriting.kept };
  const { headline, lede, tags, language } = rewriting.card;
  return { headline, lede, tags, language, by: "model" };
}
