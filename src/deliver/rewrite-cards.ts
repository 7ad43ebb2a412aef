// The cards of an edition as they are shown: in the channel's language where a model can.
import type { Log } from "../ports/log.ts";
import type { Rewriter } from "../ports/rewriter.ts";
import type { ArticleStore, SubscriptionStore } from "../ports/store.ts";
import type { Card } from "../records/story.ts";
import type { Subscription } from "../records/subscription.ts";

export interface RewriteParts {
  readonly store: Pick<SubscriptionStore, "findChannel"> & Pick<ArticleStore, "textsOf">;
  readonly rewriter: Rewriter;
  readonly log: Log;
  /** Once aborted, no model is waited for. */
  readonly stopSignal?: AbortSignal;
}

/** The cards in the channel's language where the rewriter can; its reasons where it can't go to the log. */
export async function rewriteCards(
  cards: readonly Card[],
  { id, channelId }: Subscription,
  { store, rewriter, log, stopSignal }: RewriteParts,
): Promise<readonly Card[]> {
  const channel = await store.findChannel(channelId);
  if (channel === null) return cards;
  const textsOf = (articleIds: readonly string[]) => store.textsOf(articleIds);
  const rewritings = await rewriter.rewrite(cards, { locale: channel.locale, textsOf, stopSignal });
  const reasons = rewritings.flatMap(({ kept }) => (kept === null || kept === "off" ? [] : [kept]));
  const rewritten = rewritings.filter(({ kept }) => kept === null).length;
  if (rewritten + reasons.length > 0)
    log.info("edition rewritten by the model", { subscription: id, rewritten, extracts: reasons.join(", ") || "none" });
  return rewritings.map(({ card }) => card);
}
