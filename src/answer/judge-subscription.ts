// What became of a story in one subscription, and by which rule: the choice of its editions, gone through again.
import { queryOfSubscription } from "../language/filter-text.ts";
import { firstSpanStart } from "../language/first-span.ts";
import type { TrailStore } from "../ports/trail-store.ts";
import type { Subscription } from "../records/subscription.ts";
import type { Trail } from "../records/trail.ts";
import type { Judgement, Verdict } from "../records/why.ts";

/** The verdict on the article's story. `trail` may tell of other channels too. */
export async function judgeSubscription(
  subscription: Subscription,
  trail: Trail,
  store: Pick<TrailStore, "judgeArticle" | "editionOver">,
): Promise<Omit<Judgement, "number">> {
  const { article, editions } = trail;
  const edition = editions.find(({ channelId }) => channelId === subscription.channelId);
  if (edition?.subscriptionId === subscription.id) {
    const isByOtherReport = edition.articleId !== article.id;
    return { subscription, verdict: { reason: "taken", edition }, isByOtherReport };
  }
  const query = queryOfSubscription(subscription);
  const { mismatch, isStoryWanted } = await store.judgeArticle(article.id, query);
  if (mismatch !== null && !isStoryWanted) return { subscription, verdict: mismatch, isByOtherReport: false };
  const isByOtherReport = mismatch !== null;
  const verdict: Verdict = edition
    ? { reason: "had-already", edition }
    : await judgeTime(subscription, trail, isByOtherReport, store);
  return { subscription, verdict, isByOtherReport };
}

/** Why a story that is wanted was not sent. */
async function judgeTime(
  { id, schedule, createdAt, coveredUntil, dueAt }: Subscription,
  { article, story }: Trail,
  isByOtherReport: boolean,
  store: Pick<TrailStore, "editionOver">,
): Promise<Verdict> {
  if (story.archivedAt > coveredUntil) return { reason: "not-due-yet", dueAt };
  const edition = await store.editionOver(id, story.archivedAt);
  if (edition === null && story.archivedAt <= firstSpanStart(schedule, createdAt, dueAt))
    return { reason: "before-subscription" };
  const isFull = edition !== null && edition.total > edition.cards.length;
  if (!isFull || (article.collectedAt > edition.until && !isByOtherReport)) return { reason: "considered-before" };
  return {
    reason: "edition-full",
    editionId: edition.id,
    at: edition.publishedAt,
    shown: edition.cards.length,
    total: edition.total,
  };
}
