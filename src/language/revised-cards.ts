// A digest's cards as they should be read by now: who else reports, and what a newsroom has corrected.
import type { Card } from "../records/story.ts";

/**
 * The shown cards with what changed of the articles since, given by article id; null when nothing did. A corrected headline is marked as
 * such. `edited`: whose headline its newsroom changed since; of a model's words nothing else tells. They were made of what was wrong, and
 * the newsroom's own take their place.
 */
export function revisedCards(
  shown: readonly Card[],
  now: ReadonlyMap<string, Card>,
  edited: ReadonlySet<string>,
): readonly Card[] | null {
  const revised = shown.map((card) => reviseCard(card, now.get(card.articleId), edited.has(card.articleId)));
  return revised.some((card, index) => card !== shown[index]) ? revised : null;
}

function reviseCard(shown: Card, now: Card | undefined, isEdited: boolean): Card {
  if (now === undefined) return shown;
  // A story that others took over later has more reporters; one that was parted from them is left as it was told.
  const others = now.alsoIn.filter((name) => !shown.alsoIn.includes(name));
  const alsoIn = others.length === 0 ? shown.alsoIn : [...shown.alsoIn, ...others];
  const isCorrected = now.headline !== shown.headline && (shown.rewritten === undefined || isEdited);
  if (others.length === 0 && !isCorrected) return shown;
  if (!isCorrected) return { ...shown, alsoIn };
  const { rewritten: _, ...own } = shown;
  return { ...own, headline: now.headline, lede: now.lede, language: now.language, isCorrected, alsoIn };
}
