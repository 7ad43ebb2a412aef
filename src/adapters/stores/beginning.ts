// How a headline begins, in one form for all ways of writing it: an ordinary index finds the headlines that go on from what was typed.
import { foldText } from "../../language/fold.ts";
import { runsOf } from "../../language/tokens.ts";

// Headlines that begin alike for so long are few, and are told apart by reading them.
const longest = 16;
// A character may be written with marks.
const unitsRead = 16 * longest;

/** The first characters of a text as it is indexed: its words, numbers and runs of characters with a space between. */
export function beginningOf(text: string): string {
  const runs = runsOf(foldText(text.slice(0, unitsRead)));
  return Array.from(runs.map((run) => run.text).join(" "))
    .slice(0, longest)
    .join("")
    .trimEnd();
}
