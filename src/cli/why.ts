// `lede why URL`: an article's trail, and why each subscription of every channel took or left it.
import { Command } from "commander";
import type { Desk } from "../desk.ts";
import { subscriptionLabel, whyFields } from "../language/why-text.ts";
import type { Hit } from "../records/query.ts";
import type { NamedArticle, StoryEdition, Trail } from "../records/trail.ts";
import type { Judgement, Verdict, Why } from "../records/why.ts";
import { withExistingDesk } from "./open.ts";
import { instant } from "./parse-output.ts";
import { PartlyFailed } from "./partly-failed.ts";
import type { Terminal } from "./terminal.ts";

interface Options {
  readonly json?: boolean;
  readonly database?: string;
}

/** The command. Of a headline that may mean several, the candidates are printed and the exit code is 1. */
export const whyCommand = (terminal: Terminal): Command =>
  new Command("why")
    .description("tell an article's way: its source, duplicates, story, and who was sent it or not, and why")
    .argument("<article...>", "its link, its headline or its id")
    .option("--json", "one JSON object")
    .action((words: string[], options: Options) =>
      withExistingDesk(terminal, options, (desk) => tellWhy(words.join(" "), options, desk, terminal)),
    );

async function tellWhy(typed: string, { json }: Options, desk: Desk, { print, complain }: Terminal): Promise<void> {
  const found = await desk.why.find(typed);
  if ("candidates" in found) {
    if (json) print(JSON.stringify({ candidates: found.candidates.map(candidateJson) }));
    else
      for (const { id, headline, sourceName, url } of found.candidates)
        print(`${id}  ${headline} (${sourceName}) ${url ?? ""}`);
    complain("Several articles may be meant: give the link or the id of one.\n");
    throw new PartlyFailed();
  }
  const why = await desk.why.explain(found.articleId, null);
  print(json ? JSON.stringify(whyJson(why)) : await overview(why, desk));
}

const candidateJson = ({ id, url, headline, sourceId, publishedAt }: Hit) => ({
  ...{ id, url, headline, source: sourceId },
  publishedAt: instant(publishedAt),
});

async function overview(why: Why, desk: Desk): Promise<string> {
  const speech = { sources: await desk.listSources(), timeZone: desk.timeZone, locale: "en" } as const;
  const label = (judgement: Judgement) => `${judgement.subscription.channelId} ${subscriptionLabel(judgement, speech)}`;
  const { headline, url } = why.trail.article;
  const lines = whyFields(why, speech, label).map(({ name, value }) => `${name}: ${value.replaceAll("\n", "\n  ")}`);
  const none = why.judgements.length === 0 ? ["No channel has a subscription."] : [];
  return [headline, ...(url === null ? [] : [url]), "", ...lines, ...none].join("\n");
}

/** The fields that other programs read; instants as ISO 8601 in UTC. A verdict's `reason` tells which other fields it has. */
function whyJson({ trail, judgements }: Why) {
  const { article, headlines, duplicates, editions } = trail;
  return {
    article: {
      ...namedJson(article),
      sourceName: trail.sourceNames.get(article.sourceId) ?? article.sourceId,
      language: article.language,
      tags: article.tags,
      collectedAt: instant(article.collectedAt),
    },
    headlines: headlines.map(({ headline, seenAt }) => ({ headline, seenAt: instant(seenAt) })),
    duplicates: duplicates.map(({ sourceId, identity, url, headline, droppedAt }) => ({
      ...{ source: sourceId, identity, url, headline },
      droppedAt: instant(droppedAt),
    })),
    story: storyJson(trail),
    editions: editions.map(editionJson),
    subscriptions: judgements.map(judgementJson),
  };
}

const namedJson = ({ id, url, headline, sourceId, publishedAt }: NamedArticle) => ({
  ...{ id, url, headline, source: sourceId },
  publishedAt: instant(publishedAt),
});

function storyJson({ story }: Trail) {
  const { id, archivedAt, reports, sources, joined, like } = story;
  const isLike = joined?.how === "text" || joined?.how === "event";
  return {
    ...{ id, archivedAt: instant(archivedAt), reports },
    sources: sources.map(({ sourceId, reports: count }) => ({ source: sourceId, reports: count })),
    joined: joined && {
      how: joined.how,
      degree: isLike ? joined.degree : null,
      article: like && namedJson(like),
    },
  };
}

const editionJson = (edition: StoryEdition) => ({
  ...{ id: edition.editionId, channel: edition.channelId, subscription: edition.subscriptionId },
  publishedAt: instant(edition.publishedAt),
  article: edition.articleId,
  state: edition.state,
  settledAt: instant(edition.settledAt),
});

const judgementJson = ({ subscription, number, verdict, isByOtherReport }: Judgement) => ({
  ...{ id: subscription.id, channel: subscription.channelId, number },
  ...{ filter: subscription.filter, schedule: subscription.schedule, timeZone: subscription.timeZone },
  ...verdictJson(verdict),
  isByOtherReport,
});

function verdictJson(verdict: Verdict) {
  switch (verdict.reason) {
    case "taken":
    case "had-already":
      return { reason: verdict.reason, edition: verdict.edition.editionId };
    case "edition-full": {
      const { reason, editionId, shown, total } = verdict;
      return { reason, edition: editionId, shown, total };
    }
    case "not-due-yet":
      return { reason: verdict.reason, dueAt: instant(verdict.dueAt) };
    default:
      return verdict;
  }
}
