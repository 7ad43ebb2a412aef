// What a subscription takes, as people type it (`高雄 tag:政治 source:cna`, `everything`) and as they are shown it.
import type { Locale, Localized } from "../records/channel.ts";
import type { Clause, Query, Term } from "../records/query.ts";
import type { Source } from "../records/source.ts";
import type { Filter, Subscription } from "../records/subscription.ts";
import { foldText } from "./fold.ts";
import { parseQuery, type QueryContext } from "./query.ts";
import { type QueryPart, queryParts } from "./query-parts.ts";
import { findSources, sourceName } from "./source-name.ts";

const everythingPattern =
  /^(?:everything|all(?: news)?|\*|全部|所有(?:新聞|新闻)?|一切|すべて(?:のニュース)?|全て|모두|전부|전체|모든 뉴스|ทั้งหมด|ทุกข่าว|ข่าวทั้งหมด)$/i;

/**
 * The filter; an empty one, which takes everything, for `everything` and for nothing at all. Several tags are alternatives here: a
 * channel that asks for two subjects wants the news of both. Throws UserError for an unknown source, and as `queryParts` does.
 */
export function readFilter(text: string, sources: readonly Source[]): Filter {
  const typed = text.trim();
  if (everythingPattern.test(typed)) return { words: "", tags: [], sources: [] };
  const parts = queryParts(typed);
  const listed = parts.filter((part, index) => isListed(part, parts[index + 1]));
  const texts = (kind: QueryPart["kind"]) => listed.filter((part) => part.kind === kind).map((part) => part.text);
  return {
    words: textWithout(typed, listed),
    tags: distinct(texts("tag")),
    sources: distinct(texts("source").flatMap((name) => findSources(sources, name).map(({ id }) => id))),
  };
}

/** A tag or source that stands for itself; one with a minus or beside an OR stays in the words. */
function isListed({ kind, isNegated, isAlternative }: QueryPart, next: QueryPart | undefined): boolean {
  return (kind === "tag" || kind === "source") && !isNegated && !isAlternative && next?.isAlternative !== true;
}

function textWithout(text: string, parts: readonly QueryPart[]): string {
  let kept = "";
  let from = 0;
  for (const { place } of parts) {
    kept += `${text.slice(from, place.start)} `;
    from = place.end;
  }
  return `${kept}${text.slice(from)}`.replace(/\s+/g, " ").trim();
}

/** The search that a filter stands for. Relative dates in its words are read by the context. Throws UserError as `parseQuery` does. */
export function queryOfFilter(filter: Filter, context: QueryContext): Query {
  const query = parseQuery(filter.words, context);
  const listed = [alternatives("tag", filter.tags), alternatives("source", filter.sources)];
  return { ...query, clauses: [...query.clauses, ...listed.filter((clause) => clause.length > 0)] };
}

/** The search that a subscription stands for: relative dates in its words mean the day of subscribing. Throws as `queryOfFilter` does. */
export function queryOfSubscription({ filter, createdAt, timeZone }: Subscription): Query {
  return queryOfFilter(filter, { now: createdAt, timeZone });
}

const alternatives = (kind: Term["kind"], texts: readonly string[]): Clause => texts.map((text) => ({ kind, text }));

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

const everything: Localized = {
  en: "all news",
  "zh-TW": "所有新聞",
  "zh-CN": "所有新闻",
  ja: "すべてのニュース",
  ko: "모든 뉴스",
  th: "ทุกข่าว",
};

/** The filter in short, such as `高雄 · #政治 · 中央社`. */
export function describeFilter(filter: Filter, sources: readonly Source[], locale: Locale): string {
  const parts = [
    filter.words,
    filter.tags.map((tag) => `#${tag}`).join(" "),
    distinct(filter.sources.map((id) => sourceName(sources, id))).join(/^(zh|ja)/.test(locale) ? "、" : ", "),
  ].filter((part) => part !== "");
  return parts.length === 0 ? everything[locale] : parts.join(" · ");
}

/** Whether both take the same news: the order of tags and the way of writing make no difference. */
export function isSameFilter(a: Filter, b: Filter): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ words, tags, sources }: Filter): string {
  return JSON.stringify([foldText(words), tags.map(foldText).toSorted(), sources.toSorted()]);
}
