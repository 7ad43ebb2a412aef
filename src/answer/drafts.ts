// Drafts of subscriptions, in the cache: any process finds them, and who leaves one for a day begins anew.
import type { Cache } from "../ports/cache.ts";
import type { DraftDesk } from "../ports/command.ts";
import type { SubscriptionDraft } from "../records/subscription-draft.ts";

const keepMs = 24 * 3_600_000;

export const createDrafts = (cache: Cache): DraftDesk => ({
  keep: async (draft) => {
    await cache.set(keyOf(draft.id), draft, keepMs);
  },
  find: async (draftId) => (await cache.get<SubscriptionDraft>(keyOf(draftId))) ?? null,
});

// The number counts the shapes that drafts have had: one that was begun before an update is gone.
const keyOf = (draftId: string): string => `draft:2:${draftId}`;
