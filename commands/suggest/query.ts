// What may be meant by a search that is being typed: headlines for its words, and tags and sources for the last of them.
import { foldText } from "../../src/language/fold.ts";
import type { CommandDesk, SuggestRequest } from "../../src/ports/command.ts";
import type { Suggestion } from "../../src/ports/platform.ts";

const each = 8;
// What Discord lets one choose.
const longestQuery = 100;
// Without a word to go by, what was published lately tells what may be asked for.
const recentMs = 7 * 24 * 3_600_000;

const lastWord =
  /(?<before>^|.*\s)(?<filter>(?:source|來源|来源|配信元|출처)[:：]|(?:tag|標籤|标签|タグ|태그)[:：]|[#＃])?(?<word>\S*)$/isu;

/** Whole queries: what stands before the last word stays as typed. */
export async function suggestQuery(
  { typed, now }: SuggestRequest,
  { store }: CommandDesk,
): Promise<readonly Suggestion[]> {
  const { before = "", filter = "", word = "" } = lastWord.exec(typed)?.groups ?? {};
  if (word === "" && filter === "") return tagSuggestions(before, await store.topTags(now - recentMs, each));
  const { tags, sources, headlines } = await store.suggest(word, each);
  const isTag = /^[#＃]|^(?:tag|標籤|标签|タグ|태그)/i.test(filter);
  const isSource = filter !== "" && !isTag;
  const whole = before === "" ? headlines : (await store.suggest(typed, each)).headlines;
  return [
    ...(isSource ? [] : tagSuggestions(before, tags)),
    ...(isTag ? [] : sources.map(({ id, name }) => ({ label: `${before}${name}`, value: `${before}source:${id}` }))),
    ...(filter === "" ? whole.map(({ headline }) => ({ label: headline, value: wordsOf(headline) })) : []),
  ];
}

/** The headline, or as many of its first words as can be chosen. */
const wordsOf = (headline: string): string =>
  headline.length <= longestQuery
    ? headline
    : headline
        .slice(0, longestQuery)
        .toWellFormed()
        .replace(/\s+\S*$/u, "");

/** A tag with a space in it must stand in quotes. */
const tagSuggestions = (
  before: string,
  tags: readonly { readonly tag: string; readonly count: number }[],
): readonly Suggestion[] =>
  tags.map(({ tag, count }) => ({
    label: `${before}#${tag} (${count})`,
    value: `${before}tag:${/\s/.test(tag) ? `"${tag}"` : tag}`,
  }));

/** Headlines, for commands about one article: it is known by its id, since a headline may be longer than Discord lets one choose. */
export async function suggestArticle(
  { typed }: SuggestRequest,
  { store }: CommandDesk,
): Promise<readonly Suggestion[]> {
  const found = typed === "" ? await store.latestCards([], each, 0) : (await store.suggest(typed, 2 * each)).headlines;
  return found.map(({ headline, articleId }) => ({ label: headline, value: articleId }));
}

/** Sources by the beginning of their id or name, or by a part of it; all of them before anything is typed. */
export async function suggestSource(
  { typed }: SuggestRequest,
  { sources }: CommandDesk,
): Promise<readonly Suggestion[]> {
  const wanted = foldText(typed);
  const fits = ({ id, name }: { id: string; name: string }) => id.includes(wanted) || foldText(name).includes(wanted);
  const begins = ({ id, name }: { id: string; name: string }) =>
    id.startsWith(wanted) || foldText(name).startsWith(wanted);
  return sources
    .filter(fits)
    .toSorted((a, b) => Number(begins(b)) - Number(begins(a)))
    .map(({ id, name }) => ({ label: `${name} · ${id}`, value: id }));
}
