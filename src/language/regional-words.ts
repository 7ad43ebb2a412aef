// Words that Taiwan, Hong Kong and the mainland write differently, beyond the characters: 軟體 is 软件, 計程車 is 出租车.
import { from } from "opencc-js/preset/t2cn";
import { everydayWords } from "./everyday-words.ts";
import { foldText } from "./fold.ts";
import { regionalNames } from "./regional-names.ts";

// A text of many such words has many readings, of which the first few are looked for.
const mostReadings = 4;

/**
 * The text's other readings, folded: each regional word in it replaced by what the other region says. Empty for most texts, four at most.
 * A reading is meant for finding: it need not be what anybody would write.
 */
export function regionalReadings(text: string): readonly string[] {
  const folded = foldText(text);
  let readings = [""];
  for (let at = 0; at < folded.length; ) {
    const { length, others } = wordAt(folded, at);
    const written = folded.slice(at, at + length);
    readings = readings
      .flatMap((reading) => [written, ...others].map((word) => reading + word))
      .slice(0, mostReadings + 1);
    at += length;
  }
  return readings.filter((reading) => reading !== folded);
}

interface RegionalWord {
  readonly length: number;
  readonly others: readonly string[];
}

let lexicon: { readonly words: ReadonlyMap<string, readonly string[]>; readonly longest: number } | undefined;

/** The longest regional word that begins there, else one character. */
function wordAt(folded: string, at: number): RegionalWord {
  lexicon ??= regionalWords();
  for (let length = Math.min(lexicon.longest, folded.length - at); length > 1; length--) {
    const others = lexicon.words.get(folded.slice(at, at + length));
    if (others !== undefined) return { length, others };
  }
  return { length: 1, others: [] };
}

/** OpenCC's phrases of Taiwan and Hong Kong, the names of the news and everyday words, each way. */
function regionalWords() {
  const words = new Map<string, string[]>();
  for (const line of [...phrasesOfOpenCc(), ...regionalNames.split("\n"), ...everydayWords.split("\n")]) {
    const forms = line
      .split(" ")
      .map(foldText)
      .filter((form) => form.length > 1);
    for (const form of forms) for (const other of forms) if (other !== form) add(words, form, other);
  }
  return { words, longest: Math.max(...[...words.keys()].map(({ length }) => length)) };
}

/** An entry is a phrase and what it becomes. */
function phrasesOfOpenCc(): readonly string[] {
  const dictionaries = [from.twp, from.hkp].flatMap((groups) => groups?.[0]?.[0] ?? []);
  return dictionaries.flatMap((dictionary) => (typeof dictionary === "string" ? dictionary.split("|") : []));
}

function add(words: Map<string, string[]>, word: string, other: string): void {
  const others = words.get(word) ?? [];
  if (!others.includes(other)) words.set(word, [...others, other]);
}
