// Queries of people who look for one article they know of, made by a script: the same ones each time for the same archive.
import { Converter } from "opencc-js";
import { foldText } from "../src/language/fold.ts";
import type { BenchText } from "./search-texts.ts";

export interface KnownItem {
  readonly kind: string;
  readonly query: string;
  /** The place of the article that the asker has in mind. */
  readonly wanted: number;
  /** How many headlines of the archive say all of it, counted by reading them; 1 when no other could be meant. */
  readonly meanings: number;
}

interface Draft {
  readonly kind: string;
  readonly query: string;
  readonly wanted: number;
  /** As the headline has them, before the script was changed: what ambiguity is judged by. */
  readonly parts: readonly string[];
}

const itemsAKind = 60;
const triesAKind = 6000;
// Someone who knows that ten articles answer to a word adds another one.
const mostMeanings = 3;

/**
 * Known items among the archive's texts, about 60 of each kind. Ambiguous ones are left out: those of which more than three headlines
 * say every part, in whichever script, judged by reading all headlines and not by any index.
 */
export function knownItems(count: number, textOf: (place: number) => BenchText): readonly KnownItem[] {
  const random = randomFrom(20_231_001);
  const drafts: Draft[] = [];
  const perKind = new Map<string, Draft[]>(Object.keys(kinds).map((kind) => [kind, []]));
  for (const [kind, make] of Object.entries(kinds)) {
    const made = perKind.get(kind) ?? [];
    for (let tries = 0; tries < triesAKind && made.length < itemsAKind * 12; tries++) {
      const wanted = Math.floor(random() * count);
      const draft = make(textOf(wanted), random);
      if (draft !== null) made.push({ kind, wanted, ...draft });
    }
    drafts.push(...made);
  }
  const meanings = countMeanings(drafts, count, textOf);
  const clear = drafts
    .map((draft) => ({ ...draft, meanings: meanings.get(draft) ?? 0 }))
    .filter((draft) => draft.meanings >= 1 && draft.meanings <= mostMeanings);
  return [...Map.groupBy(clear, ({ kind }) => kind).values()].flatMap((group) => group.slice(0, itemsAKind));
}

type Make = (text: BenchText, random: () => number) => Pick<Draft, "query" | "parts"> | null;

const toSimplified = Converter({ from: "twp", to: "cn" });
const toTraditional = Converter({ from: "cn", to: "twp" });

const kinds: Readonly<Record<string, Make>> = {
  "a name": ({ headline, tags }) => {
    const name = tags.find((tag) => tag.length >= 3 && headline.includes(tag));
    return name === undefined ? null : asked([name]);
  },
  "parts of a headline": ({ headline }, random) => asked(someParts(headline, random, 3)),
  "a Traditional headline in Simplified": ({ headline }, random) => {
    const parts = someParts(headline, random, 3);
    return asked(
      parts,
      parts.map((part) => toSimplified(part)),
    );
  },
  "a Simplified headline in Traditional": ({ headline }, random) => {
    if (toSimplified(headline) !== headline) return null;
    const parts = someParts(headline, random, 3);
    return asked(
      parts,
      parts.map((part) => toTraditional(part)),
    );
  },
  "parts with a word remembered wrong": ({ headline }, random) => {
    const parts = someParts(headline, random, 3);
    return parts.length < 3 ? null : asked(parts, [...parts, pick(wrongWords, random)]);
  },
  "one character": ({ headline }, random) =>
    asked([pick(Array.from(headline.matchAll(/\p{Script=Han}/gu), String), random)]),
  "two characters": ({ headline }, random) => asked([pick(headline.match(/\p{Script=Han}{2}/gu) ?? [], random)]),
  "mixed with Latin": ({ headline }, random) => {
    const latin = headline.match(/[A-Za-z][A-Za-z0-9]+/)?.[0] ?? "";
    return latin === "" ? null : asked([latin, ...someParts(headline.replace(latin, " "), random, 1)]);
  },
  English: ({ headline }) => asked((headline.match(/[A-Za-z]{3,}/g) ?? []).slice(0, 3)),
  "a beginning as typed": ({ headline }, random) => {
    const beginning = headline.slice(0, 4 + Math.floor(random() * 5));
    return asked(
      beginning
        .trim()
        .split(/[\s，、：「」！？]+/)
        .filter((part) => part !== ""),
    );
  },
};

// Of any news; most headlines have none of them.
const wrongWords = ["宣布", "首度", "批評", "今年", "市長", "影響", "計畫", "警方"];

function asked(parts: readonly string[], typed = parts): Pick<Draft, "query" | "parts"> | null {
  return parts.length === 0 || parts.some((part) => part === "") ? null : { parts, query: typed.join(" ") };
}

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Words of the headline in their order, of two characters at least, others left out between them. */
function someParts(headline: string, random: () => number, count: number): readonly string[] {
  const all = Array.from(words.segment(headline), ({ segment, isWordLike }) => (isWordLike ? segment : "")).filter(
    (word) => word.length >= 2 && /\p{L}/u.test(word),
  );
  const left = all.filter(() => random() < 0.7);
  const first = Math.floor(random() * Math.max(1, left.length - count + 1));
  return left.slice(first, first + count);
}

const pick = (from: readonly string[], random: () => number): string => from[Math.floor(random() * from.length)] ?? "";

/** Reads every headline once: those of which the draft's first two characters stand in it are read to the end. */
function countMeanings(
  drafts: readonly Draft[],
  count: number,
  textOf: (place: number) => BenchText,
): ReadonlyMap<Draft, number> {
  const meanings = new Map<Draft, number>();
  const folded = drafts.map((draft) => ({ draft, parts: draft.parts.map(foldText) }));
  const byBeginning = Map.groupBy(folded, ({ parts }) =>
    Array.from(parts[0] ?? "")
      .slice(0, 2)
      .join(""),
  );
  const lone = new Set([...byBeginning.keys()].filter((beginning) => Array.from(beginning).length === 1));
  for (let place = 0; place < count; place++) {
    const headline = foldText(textOf(place).headline);
    const characters = Array.from(headline);
    const seen = new Set(characters.map((character, at) => character + (characters[at + 1] ?? "")));
    for (const character of characters) if (lone.has(character)) seen.add(character);
    for (const beginning of seen)
      for (const { draft, parts } of byBeginning.get(beginning) ?? [])
        if (parts.every((part) => headline.includes(part))) meanings.set(draft, (meanings.get(draft) ?? 0) + 1);
  }
  return meanings;
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
