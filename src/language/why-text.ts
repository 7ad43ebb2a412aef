// An article's trail in fields, as the chat and the command line show it.
import type { Field } from "../records/reply.ts";
import type { Trail } from "../records/trail.ts";
import type { Judgement, Why } from "../records/why.ts";
import { describeFilter } from "./filter-text.ts";
import { shortTime } from "./phrases.ts";
import { type Speech, takenText, verdictText } from "./verdict-text.ts";
import { type WhyWords, whyWords } from "./why-words.ts";

const mostListed = 5;

/** `label` names a subscription, such as `1. 高雄`. */
type Label = (judgement: Judgement) => string;

/** The article's arrival, its story, then a field for each subscription. */
export function whyFields({ trail, judgements }: Why, speech: Speech, label?: Label): readonly Field[] {
  const words = whyWords[speech.locale];
  return [
    { name: words.article, value: arrivalText(trail, words, speech) },
    ...headlineFields(trail, words, speech),
    ...duplicateFields(trail, words, speech),
    { name: words.story, value: storyText(trail, words, speech) },
    ...judgements.map((judgement) => ({
      name: label?.(judgement) ?? subscriptionLabel(judgement, speech),
      value: verdictText(judgement, speech),
    })),
    ...endedFields(trail, judgements, words, speech),
  ];
}

/** As the list of subscriptions has it. */
export function subscriptionLabel({ subscription, number }: Judgement, { sources, locale }: Speech): string {
  return `${number}. ${describeFilter(subscription.filter, sources, locale)}`;
}

const nameOf = ({ sourceNames }: Trail, id: string): string => sourceNames.get(id) ?? id;

function arrivalText(trail: Trail, words: WhyWords, { timeZone, locale }: Speech): string {
  const { sourceId, publishedAt, collectedAt } = trail.article;
  const time = (at: number) => shortTime(at, timeZone, locale);
  return words.arrival(nameOf(trail, sourceId), time(publishedAt), time(collectedAt));
}

function headlineFields({ headlines }: Trail, words: WhyWords, { timeZone, locale }: Speech): readonly Field[] {
  const lines = headlines
    .slice(0, -1)
    .map(({ headline, seenAt }) => `${shortTime(seenAt, timeZone, locale)} ${words.quoted(headline)}`);
  return lines.length === 0 ? [] : [{ name: words.headlines, value: listed(lines, words) }];
}

function duplicateFields(trail: Trail, words: WhyWords, { timeZone, locale }: Speech): readonly Field[] {
  const lines = trail.duplicates.map(({ sourceId, headline, url, droppedAt }) =>
    [shortTime(droppedAt, timeZone, locale), nameOf(trail, sourceId), headline || (url ?? "")].join(" · "),
  );
  return lines.length === 0 ? [] : [{ name: words.duplicates, value: listed(lines, words) }];
}

function listed(lines: readonly string[], words: WhyWords): string {
  const rest = lines.length - mostListed;
  return [...lines.slice(0, mostListed), ...(rest > 0 ? [words.more(rest)] : [])].join("\n");
}

function storyText(trail: Trail, words: WhyWords, { locale }: Speech): string {
  const { reports, sources } = trail.story;
  const counts = sources.map(({ sourceId, reports: count }) =>
    count === 1 ? nameOf(trail, sourceId) : `${nameOf(trail, sourceId)} ×${count}`,
  );
  const rest = counts.length - mostListed;
  const names = [...counts.slice(0, mostListed), ...(rest > 0 ? ["…"] : [])].join(
    /^(zh|ja)/.test(locale) ? "、" : ", ",
  );
  return `${words.reports(reports)} · ${names}\n${joinText(trail, words, locale)}`;
}

function joinText(trail: Trail, words: WhyWords, locale: Speech["locale"]): string {
  const { joined, like } = trail.story;
  if (joined === null) return words.notKept;
  if (!("degree" in joined)) return words[joined.how];
  const percent = new Intl.NumberFormat(locale, { style: "percent" }).format(joined.degree);
  return words[joined.how](percent, like === null ? words.goneReport : words.quoted(like.headline));
}

/** Editions of subscriptions that are in no list any more. */
function endedFields(
  { editions }: Trail,
  judgements: readonly Judgement[],
  words: WhyWords,
  speech: Speech,
): readonly Field[] {
  const listedIds = new Set(judgements.map(({ subscription }) => subscription.id));
  return editions
    .filter(({ subscriptionId }) => !listedIds.has(subscriptionId))
    .map((edition) => ({ name: words.endedSubscription, value: takenText(edition, speech) }));
}
