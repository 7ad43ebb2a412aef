// What a subscription takes, as people type it (`高雄 tag:政治 source:cna`, `everything`) and as they are shown it.
import type { Locale, Localized } from "../records/channel.ts";
import type { Source } from "../records/source.ts";
import type { Filter } from "../records/subscription.ts";
import { foldText } from "./fold.ts";
import { findSources, sourceName } from "./source-name.ts";

const everythingPattern =
  /^(?:everything|all(?: news)?|\*|全部|所有(?:新聞|新闻)?|一切|すべて(?:のニュース)?|全て|모두|전부|전체|모든 뉴스)$/i;
const quotedOrWord = `"([^"]+)"|「([^」]+)」|“([^”]+)”|([^\\s"「“]\\S*)`;
const tagPattern = new RegExp(`(?<=^|\\s)(?:(?:tag|標籤|标签|タグ|태그)[:：]|[#＃])(?:${quotedOrWord})`, "giu");
const sourcePattern = new RegExp(
  `(?<=^|\\s)(?:source|來源|来源|ソース|配信元|출처|매체)[:：](?:${quotedOrWord})`,
  "giu",
);

/** The filter; an empty one, which takes everything, for `everything` and for nothing at all. Throws UserError for an unknown source. */
export function readFilter(text: string, sources: readonly Source[]): Filter {
  const typed = text.trim();
  if (everythingPattern.test(typed)) return { words: "", tags: [], sources: [] };
  return {
    words: typed.replace(tagPattern, " ").replace(sourcePattern, " ").replace(/\s+/g, " ").trim(),
    tags: distinct(valuesOf(typed, tagPattern)),
    sources: distinct(valuesOf(typed, sourcePattern).flatMap((name) => findSources(sources, name).map(({ id }) => id))),
  };
}

function valuesOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match.slice(1).find((value) => value !== undefined) ?? "");
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

const everything: Localized = {
  en: "all news",
  "zh-TW": "所有新聞",
  "zh-CN": "所有新闻",
  ja: "すべてのニュース",
  ko: "모든 뉴스",
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
