// What could be a tag: word sequences that the article repeats, that its headline holds, or that its typography points out.
import type { Tokens } from "./tokens.ts";

const longest = 8;
// The surnames of nine in ten people who write theirs in Chinese, in both scripts.
const surnames = new Set(
  "陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬董唐藍蔣石古紀姚連馮歐程湯田康姜汪白鄒尤巫韓龔嚴袁金韋陸夏童邵柳錢伍倪溫于譚駱熊任甘秦顧毛章史官萬俞雷陈黄张吴刘杨许郑谢苏叶庄吕萧罗钟卢赵颜孙邓马蓝蒋纪连冯欧汤邹韩龚严袁陆钱温谭骆顾万",
);
const organisationEnd = /[局署部院會会社司黨党隊队縣县市團团校館馆軍军庭處处所]/;

/** A sequence of tokens and the token indexes at which it occurs, in order. */
export interface Candidate {
  readonly term: string;
  readonly length: number;
  readonly places: readonly number[];
}

/** The candidates among tokens of which the first `headlineTokens` are the headline's. */
export function tagCandidates(tokens: Tokens, headlineTokens: number): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  let level = singles(tokens);
  for (let length = 1; level.size > 0 && length <= longest; length++) {
    for (const [term, places] of level) {
      if (isPossible(term)) found.set(term, { term, length, places });
    }
    level = extend(tokens, level, length, headlineTokens);
  }
  for (const candidate of [...pointedOut(tokens), ...words(tokens)]) {
    if (isPossible(candidate.term) && !found.has(candidate.term)) found.set(candidate.term, candidate);
  }
  return [...found.values()];
}

type Level = ReadonlyMap<string, readonly number[]>;

function singles(tokens: Tokens): Level {
  return grouped(tokens, 1, tokens.starts.keys());
}

// A sequence occurs no oftener than its beginning: what occurs once is not followed further, the headline's words aside.
function extend(tokens: Tokens, level: Level, length: number, headlineTokens: number): Level {
  const places: number[] = [];
  for (const occurrences of level.values()) {
    if (occurrences.length > 1 || (occurrences[0] ?? 0) < headlineTokens) places.push(...occurrences);
  }
  const extended = grouped(tokens, length + 1, places);
  return new Map([...extended].filter(([, at]) => at.length > 1 || (at[0] ?? 0) < headlineTokens));
}

function grouped(tokens: Tokens, length: number, places: Iterable<number>): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const at of places) {
    if (at + length > (tokens.runEnds[at] ?? 0)) continue;
    const term = tokens.text.slice(tokens.starts[at], tokens.ends[at + length - 1]);
    const group = groups.get(term);
    if (group === undefined) groups.set(term, [at]);
    else group.push(at);
  }
  return groups;
}

function* pointedOut(tokens: Tokens): Generator<Candidate> {
  for (let at = 0; at < tokens.starts.length; at++) {
    if (!isPointedOut(tokens, at)) continue;
    for (let length = 1; length <= longest && at - length + 1 >= (tokens.runStarts[at] ?? 0); length++) {
      const first = at - length + 1;
      yield { term: tokens.text.slice(tokens.starts[first], tokens.ends[at]), length, places: [first] };
    }
  }
}

// Dictionary words; characters in a row that are none, which names are; words that end in what an organisation is.
function* words(tokens: Tokens): Generator<Candidate> {
  for (let at = 0; at < tokens.starts.length; at++) {
    const end = tokens.wordEnds[at] ?? 0;
    if (end === 0) continue;
    if (end > at + 1) yield sequence(tokens, at, end);
    else {
      const nameEnd = nameEndAt(tokens, at);
      if (nameEnd > at + 1 && nameEnd <= at + 4) yield sequence(tokens, at, nameEnd);
    }
    if (isSurname(tokens, at)) yield sequence(tokens, at, at + 3);
    yield* organisations(tokens, at, end);
  }
}

function isSurname(tokens: Tokens, at: number): boolean {
  return at + 3 <= (tokens.runEnds[at] ?? 0) && surnames.has(tokens.text.charAt(tokens.starts[at] ?? 0));
}

function nameEndAt(tokens: Tokens, at: number): number {
  let end = at;
  while (end < (tokens.runEnds[at] ?? 0) && tokens.wordEnds[end] === end + 1) end++;
  return end;
}

function* organisations(tokens: Tokens, first: number, firstEnd: number): Generator<Candidate> {
  let end = firstEnd;
  for (let count = 1; count < 5 && end - first <= longest; count++) {
    if (count > 1 && organisationEnd.test(tokens.text.charAt((tokens.ends[end - 1] ?? 0) - 1)))
      yield sequence(tokens, first, end);
    const next = tokens.wordEnds[end] ?? 0;
    if (next <= end || end >= (tokens.runEnds[first] ?? 0)) return;
    end = next;
  }
}

function sequence(tokens: Tokens, first: number, end: number): Candidate {
  const term = tokens.text.slice(tokens.starts[first], tokens.ends[end - 1]);
  return { term, length: end - first, places: [first] };
}

// A name before its Latin gloss, before a verb of saying, or at the end of a quotation.
function isPointedOut(tokens: Tokens, at: number): boolean {
  const end = tokens.ends[at] ?? 0;
  const next = tokens.text.charAt(end);
  if (next === "（" || next === "(") return /[A-Za-z]/.test(tokens.text.charAt(end + 1));
  if (/[」》』”]/.test(next)) return true;
  return /^(?:說|说|表示|指出|強調|强调|認為|认为|透露|坦言|呼籲|呼吁)/.test(tokens.text.slice(end, end + 2));
}

function isPossible(term: string): boolean {
  return term.length > 1 && /\p{L}/u.test(term);
}
