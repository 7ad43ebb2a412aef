// Finds the article that somebody asks about, and tells its way through the desk as far as the asker may know.
import { foldText } from "../language/fold.ts";
import { inListOrder } from "../language/subscription-text.ts";
import { tokenPhrase } from "../language/tokens.ts";
import { unknownArticle, unknownHeadline, unknownLink } from "../language/why-errors.ts";
import type { Store } from "../ports/store.ts";
import type { WhyDesk } from "../ports/why.ts";
import type { Query } from "../records/query.ts";
import type { Judgement } from "../records/why.ts";
import { judgeSubscription } from "./judge-subscription.ts";

export interface WhyParts {
  readonly store: Pick<
    Store,
    "articleOf" | "trailOf" | "judgeArticle" | "editionOver" | "channels" | "search" | "subscriptionsOf"
  >;
  /** The identities that an article at the address may have; none for what is no web address. */
  readonly identitiesOf: (link: string) => readonly string[];
}

const mostCandidates = 5;
const mostWords = 30;
const longestLink = 2000;
const linkPattern = /https?:\/\/[^\s<>]+/i;
const idPattern = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What /why and `lede why` ask. */
export function createWhy({ store, identitiesOf }: WhyParts): WhyDesk {
  return {
    find: async (typed) => {
      const text = typed.trim();
      if (idPattern.test(text)) return { articleId: text.toLowerCase() };
      // Shared from another app, a link has its headline before it.
      const link = linkPattern.exec(text)?.[0].slice(0, longestLink);
      if (link === undefined) return findHeadline(text, store);
      const articleId = await store.articleOf(identitiesOf(link));
      if (articleId === null) throw unknownLink();
      return { articleId };
    },

    explain: async (articleId, channelId) => {
      const trail = await store.trailOf(articleId);
      if (trail === null) throw unknownArticle();
      const channels = channelId === null ? (await store.channels()).map(({ id }) => id) : [channelId];
      const judgements: Judgement[] = [];
      for (const channel of channels)
        for (const [index, subscription] of inListOrder(await store.subscriptionsOf(channel)).entries())
          judgements.push({ ...(await judgeSubscription(subscription, trail, store)), number: index + 1 });
      const editions = trail.editions.filter((edition) => channels.includes(edition.channelId));
      return { trail: { ...trail, editions }, judgements };
    },
  };
}

/** A headline is no query: a colon, a quote or a minus in it is a part of it. */
async function findHeadline(typed: string, store: WhyParts["store"]): ReturnType<WhyDesk["find"]> {
  const words = typed.split(/\s+/, mostWords).filter((word) => tokenPhrase(word) !== null);
  if (words.length === 0) throw unknownHeadline();
  const query: Query = {
    clauses: words.map((text) => [{ kind: "word", text }]),
    ...{ without: [], after: null, before: null },
  };
  const { total, hits } = await store.search(query, mostCandidates, 0);
  const exact = hits.filter(({ headline }) => foldText(headline) === foldText(typed));
  const [only] = exact.length === 1 ? exact : total === 1 ? hits : [];
  if (only !== undefined) return { articleId: only.id };
  if (hits.length === 0) throw unknownHeadline();
  return { candidates: exact.length > 1 ? exact : hits };
}
