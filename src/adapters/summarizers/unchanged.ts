// The rewriter of a desk without a model: every card stays as it was extracted.
import type { Rewriter } from "../../ports/rewriter.ts";

/** A rewriter that does nothing, at once. */
export const createUnchanged = (): Rewriter => ({
  rewrite: async (cards) => cards.map((card) => ({ card, kept: "off" })),
  check: async () => null,
});
