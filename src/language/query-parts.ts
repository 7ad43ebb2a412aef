// Takes a query apart as people type it: words, "phrases", #tags, named filters, a minus before what is not wanted, OR between alternatives.
import { editDistance } from "./edit-distance.ts";
import { type Place, queryError } from "./query-errors.ts";

type FilterName = "source" | "tag" | "language" | "after" | "before" | "last";

/** One part of a query as typed. */
export interface QueryPart {
  readonly kind: "word" | "phrase" | FilterName;
  readonly isNegated: boolean;
  /** Joined by OR to the part before it. */
  readonly isAlternative: boolean;
  /** Without its filter's name and without quotes. */
  readonly text: string;
  readonly place: Place;
}

const longestQuery = 1000;

const filterNames: Readonly<Record<FilterName, string>> = {
  source: "sources?|來源|来源|ソース|配信元|출처|매체|แหล่งข่าว|แหล่ง",
  tag: "tags?|標籤|标签|タグ|태그|แท็ก",
  language: "lang|language|語言|语言|言語|언어|ภาษา",
  after: "after|since|之後|之后|以後|以降|이후|หลัง|ตั้งแต่",
  before: "before|until|之前|以前|이전|ก่อน",
  last: "last|最近|過去|过去|直近|최근|ในรอบ|ล่าสุด",
};
const namedFilters = Object.entries(filterNames).map(([name, words]) => `(?<${name}>${words})`);
const filterPattern = new RegExp(`^(?:(?:${namedFilters.join("|")})[:：]\\s*|(?<hash>[#＃])(?=[\\p{L}\\p{N}]))`, "iu");

const closingQuotes: Readonly<Record<string, string>> = {
  '"': '"”“＂',
  "＂": '＂"',
  "“": '”"“',
  "”": '”"',
  "„": '“”"',
  "「": "」",
  "『": "』",
};
const endOfWord = new RegExp(`\\s|[|｜${Object.keys(closingQuotes).join("")}]`);
const alternativePattern = /^(?:(?:OR|或|或者|または|또는|หรือ)(?=\s|$)|[|｜])/;
// All must hold anyhow.
const togetherPattern = /^(?:AND|&&)(?=\s|$)/;
const negationPattern = /^(?:[-－−](?=[^\s-])|NOT\s+(?=\S))/;

/** Whether the word says something of others instead of being looked for; `or` in any letter case, as it is no word to look for. */
export const isOperator = (word: string): boolean =>
  alternativePattern.test(word.toUpperCase()) || togetherPattern.test(word) || word === "NOT";

/**
 * The parts in order. Throws UserError, with the place, for a text of more than 1000 characters, a quote that is never closed,
 * a filter without its value, and an OR without two sides that can be alternatives.
 */
export function queryParts(query: string): readonly QueryPart[] {
  if (query.length > longestQuery)
    throw queryError("query-too-long", { query, start: longestQuery, end: query.length });
  const parts: QueryPart[] = [];
  let joined: Place | null = null;
  for (let position = nextWord(query, 0); position < query.length; ) {
    const operator = alternativePattern.exec(query.slice(position))?.[0];
    if (operator !== undefined) {
      const place = { query, start: position, end: position + operator.length };
      if (parts.length === 0 || joined !== null) throw queryError("query-lone-or", place);
      joined = place;
      position = nextWord(query, place.end);
      continue;
    }
    const together = togetherPattern.exec(query.slice(position))?.[0];
    if (together !== undefined && parts.length > 0) {
      position = nextWord(query, position + together.length);
      continue;
    }
    const part = readPart(query, position, joined !== null);
    if (part.isAlternative) refuseNoAlternative(parts.at(-1), part);
    parts.push(part);
    joined = null;
    position = nextWord(query, part.place.end);
  }
  if (joined !== null) throw queryError("query-lone-or", joined);
  return parts;
}

function nextWord(query: string, position: number): number {
  return position + query.slice(position).search(/\S|$/);
}

const isDate = ({ kind }: QueryPart): boolean => kind === "after" || kind === "before" || kind === "last";

function refuseNoAlternative(before: QueryPart | undefined, part: QueryPart): void {
  const wrong = [before, part].find((side) => side !== undefined && (side.isNegated || isDate(side)));
  if (wrong !== undefined) throw queryError("query-no-alternative", wrong.place);
}

function readPart(query: string, start: number, isAlternative: boolean): QueryPart {
  const negation = negationPattern.exec(query.slice(start))?.[0] ?? "";
  const isNegated = negation !== "";
  const from = start + negation.length;
  const filter = filterPattern.exec(query.slice(from));
  const { text, end, isPhrase } = readValue(query, from + (filter?.[0].length ?? 0));
  const place = { query, start, end };
  if (filter === null && !isPhrase) refuseUnknownFilter(text, place);
  if (filter === null) return { kind: isPhrase ? "phrase" : "word", isNegated, isAlternative, text, place };
  if (text.trim() === "") throw queryError("query-no-value", place);
  const part = { kind: filterNameOf(filter), isNegated, isAlternative, text: text.trim(), place };
  if (isNegated && isDate(part)) throw queryError("query-negated-date", place);
  return part;
}

// What people know from other searches, and this one has not.
const foreignNames =
  "author by title intitle site url inurl from date category topic 作者 記者 记者 標題 标题 自 從 从 來自 来自 分類 分类 日期";

/** A word before a colon is text (10:30, 獨家：…), but for what is surely meant as a filter. */
function refuseUnknownFilter(text: string, place: Place): void {
  const [, name = ""] = /^(\p{L}{1,10})[:：]\S/u.exec(text.toLowerCase()) ?? [];
  if (name === "") return;
  const isMistyped = latinNames.some((known) => known.length >= 4 && editDistance(name, known) === 1);
  if (isMistyped || foreignNames.split(" ").includes(name)) throw queryError("query-unknown-filter", place);
}

const latinNames = Object.values(filterNames).flatMap((names) => names.replaceAll("s?", "").match(/[a-z]+/g) ?? []);

function filterNameOf({ groups = {} }: RegExpExecArray): FilterName {
  if (groups.hash !== undefined) return "tag";
  return (Object.keys(filterNames) as FilterName[]).find((name) => groups[name] !== undefined) ?? "tag";
}

/** A quoted text, or all up to the next space or quote. */
function readValue(query: string, start: number): { text: string; end: number; isPhrase: boolean } {
  const closing = closingQuotes[query.charAt(start)];
  if (closing === undefined) {
    const length = query.slice(start).search(endOfWord);
    const end = length === -1 ? query.length : start + length;
    return { text: query.slice(start, end), end, isPhrase: false };
  }
  let end = start + 1;
  while (end < query.length && !closing.includes(query.charAt(end))) end++;
  if (end === query.length) throw queryError("query-open-quote", { query, start, end });
  return { text: query.slice(start + 1, end), end: end + 1, isPhrase: true };
}
