// A text that was looked for, as it may stand in a folded text: in whichever words of the regions, with anything but letters between its parts.
import { foldText } from "./fold.ts";
import { regionalReadings } from "./regional-words.ts";
import { runsOf } from "./tokens.ts";

// A pasted page is marked by its beginning: a pattern of thousands of parts has the engine run out of stack.
const mostTexts = 20;
const mostRuns = 30;

// Nothing that a run may hold: what could be either would have the engine try every way to share a long text out among the runs.
const between = "[^\\p{L}\\p{N}\\p{M}\\p{Extended_Pictographic}]*";

/** A pattern that finds any of the texts, the first or with `g` all of them; null when they hold nothing to find. A Latin word only as a whole. */
export function wantedPattern(wanted: readonly string[], flags: "" | "g" = ""): RegExp | null {
  const readings = wanted.slice(0, mostTexts).flatMap((text) => [text, ...regionalReadings(text)]);
  const patterns = readings.map((text) => runsOf(foldText(text)).slice(0, mostRuns).map(runPattern).join(between));
  // The longest first: of 高雄 and 高雄市, the whole is what was found.
  const some = [...new Set(patterns)].filter(Boolean).toSorted((one, other) => other.length - one.length);
  return some.length === 0 ? null : new RegExp(some.join("|"), `u${flags}`);
}

const runPattern = ({ text, isPaired }: ReturnType<typeof runsOf>[number]): string =>
  isPaired ? text : `(?<![a-z])${text}(?![a-z])`;
