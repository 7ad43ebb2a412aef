// What to search for when somebody points at a message: its words, none of which is a sign of the query language.
import { isOperator } from "./query-parts.ts";
import { linksIn } from "./web-address.ts";

const mostWords = 8;
const longest = 80;

/** The first words of the first line that has any, without links, marks and emoji; "" when there are none. */
export function plainWords(text: string): string {
  const lines = text.split("\n").map((line) => {
    const about = wordsOf(beforeLink(line));
    return about.length > 0 ? about : wordsOf(withoutLinks(line));
  });
  const line = lines.find((words) => words.length > 0) ?? [];
  return line.slice(0, mostWords).join(" ").slice(0, longest).toWellFormed().trim();
}

/** What a line says before its first link, and in it, is what it is about; a digest goes on with the source and the time. */
function beforeLink(line: string): string {
  const link = /\[(.+?)\]\(<?https?:|https?:/i.exec(line);
  return link === null ? line : `${line.slice(0, link.index)} ${link[1] ?? ""}`;
}

const withoutLinks = (line: string): string =>
  linksIn(line)
    .reduce((rest, link) => rest.replaceAll(link, " "), line)
    .replace(/https?:\S+/gi, " ");

const wordsOf = (line: string): readonly string[] =>
  line
    // Discord's own marks: mentions, emoji, times.
    .replace(/<[^<>\s]{1,80}>/g, " ")
    .split(/[^\p{L}\p{M}\p{N}.'’]+/u)
    .map((word) => word.replace(/^[.'’]+|[.'’]+$/g, ""))
    .filter((word) => word !== "" && !isOperator(word));
