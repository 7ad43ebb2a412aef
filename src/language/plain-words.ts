// What to search for when somebody points at a message: its words, none of which is a sign of the query language.
import { linksIn } from "./web-address.ts";

const mostWords = 8;
const longest = 80;

/** The first words of the first line that has any, without links, marks and emoji; "" when there are none. */
export function plainWords(text: string): string {
  const withoutLinks = linksIn(text)
    .reduce((rest, link) => rest.replaceAll(link, " "), text)
    .replace(/https?:\S+/gi, " ");
  const lines = withoutLinks.split("\n").map(wordsOf);
  const line = lines.find((words) => words.length > 0) ?? [];
  return line.slice(0, mostWords).join(" ").slice(0, longest).toWellFormed().trim();
}

const wordsOf = (line: string): readonly string[] =>
  line
    // Discord's own marks: mentions, emoji, times.
    .replace(/<[^<>\s]{1,80}>/g, " ")
    .split(/[^\p{L}\p{M}\p{N}.'’]+/u)
    .map((word) => word.replace(/^[.'’]+|[.'’]+$/g, ""))
    // OR joins alternatives.
    .filter((word) => word !== "" && !/^or$/i.test(word));
