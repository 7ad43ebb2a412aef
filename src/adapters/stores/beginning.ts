// How a headline begins, in one form for all ways of writing it: an ordinary index finds the headlines that go on from what was typed.
import { foldText } from "../../language/fold.ts";
import { runsOf } from "../../language/tokens.ts";

// Ten characters of news are shared by few headlines, and take little room.
const longest = 10;
// A character may be written with marks.
const unitsRead = 20 * longest;

/** What is kept of a headline: its first characters as they are indexed, words, numbers and runs of characters with a space between. */
export const beginningOf = (headline: string): string => charactersOf(headline).slice(0, longest).join("").trimEnd();

/** What the kept beginning of a headline must begin with to go on from the typed text; null when more was typed than is kept. */
export function typedBeginning(typed: string): string | null {
  const characters = charactersOf(typed);
  return characters.length > longest ? null : characters.join("");
}

function charactersOf(text: string): readonly string[] {
  const runs = runsOf(foldText(text.slice(0, unitsRead)));
  return Array.from(runs.map((run) => run.text).join(" "));
}
