// The lede's sentences as one text.
import type { Summary } from "../records/article.ts";

/** The sentences joined as their language joins them: Chinese and Japanese without a space. */
export function ledeText(summary: Pick<Summary, "lede" | "language">): string {
  const joint = /^(zh|ja)\b/.test(summary.language) ? "" : " ";
  return summary.lede.map((sentence) => sentence.text).join(joint);
}
