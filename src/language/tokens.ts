// The archive's own tokens: words and numbers as they are, scripts without spaces as pairs of characters.
import { foldText } from "./fold.ts";

/** What stands together in a folded text: a word, a number, an emoji, or characters of a script that sets no spaces. */
export interface Run {
  readonly text: string;
  /** Offset in the folded text. */
  readonly start: number;
  readonly isPaired: boolean;
}

// Hangul has spaces, yet its particles cling to the words (대통령이): pairs find the word in any form.
const runPattern =
  /(?<paired>[[\p{L}\p{N}\p{M}]&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]+)|\p{N}+|[[\p{L}\p{M}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]+|\p{Extended_Pictographic}/gv;

/** The runs of a folded text, in order; spaces and punctuation between them are left out. */
export function runsOf(folded: string): Run[] {
  return Array.from(folded.matchAll(runPattern), (match) => ({
    text: match[0],
    start: match.index,
    isPaired: match.groups?.paired !== undefined,
  }));
}

/** The tokens of a text for the index, in reading order: 智慧城市 is 智慧, 慧城, 城市. A character that stands alone is its own token. */
export function indexTokens(text: string): string[] {
  return runsOf(foldText(text)).flatMap(tokensOf);
}

/** Whether it is a token of two characters that stand together, in a script that sets no spaces. */
export function isPair(token: string): boolean {
  const [run] = runsOf(token);
  return run?.isPaired === true && run.text === token && Array.from(token).length === 2;
}

/** The single characters of a text's paired runs, each once. */
export function singleCharacters(text: string): string[] {
  const characters = runsOf(foldText(text)).flatMap((run) => (run.isPaired ? Array.from(run.text) : []));
  return [...new Set(characters)];
}

/** What to look for so as to find a text as typed: its tokens in order. `endsOpen`: the last one may go on, as 雄 does in 雄獅. */
export interface TokenPhrase {
  readonly tokens: readonly string[];
  readonly endsOpen: boolean;
}

/** Null when the text holds nothing that is indexed. */
export function tokenPhrase(text: string): TokenPhrase | null {
  const runs = runsOf(foldText(text));
  const last = runs.at(-1);
  if (last === undefined) return null;
  return { tokens: runs.flatMap(tokensOf), endsOpen: last.isPaired && Array.from(last.text).length === 1 };
}

function tokensOf({ text, isPaired }: Run): string[] {
  const characters = isPaired ? Array.from(text) : [];
  return characters.length < 2
    ? [text]
    : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
