// How a channel wants a story's line written: a text with placeholders, such as `**{headline}** · {source}`.
import { type LineFault, lineError } from "./line-errors.ts";
import { type LinePlaceholder, placeholderCalled, placeholderNames } from "./line-placeholders.ts";

/** `link`: what the template writes as a link to the story, `[…]({link})`. */
export type LinePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly name: LinePlaceholder }
  | { readonly kind: "link"; readonly parts: readonly LinePart[] };

/** Characters of a template: so many that a line still fits a message with the longest story. */
const lineTemplateLimit = 200;

const link = String.raw`\{\s*(?:${[...new Set(Object.values(placeholderNames.link))].join("|")})\s*\}`;
const linkPattern = new RegExp(link, "giu");
const piece = new RegExp(String.raw`\[([^[\]]*)\]\(<?${link}>?\)|\{([^{}]*)\}?`, "giu");

/** The template's parts. Throws UserError, which points at the place, for one that can't be used. */
export function parseLineTemplate(template: string): readonly LinePart[] {
  const fail = (fault: LineFault, start: number, end: number) => lineError(fault, template, start, end);
  if (template.length > lineTemplateLimit) throw fail("line-too-long", lineTemplateLimit, template.length);
  const seen = new Set<string>();
  const parts = partsOf(template, 0, (called, start, end) => {
    const name = placeholderCalled(called);
    if (name === null || template[end - 1] !== "}") throw fail("line-unknown", start, end);
    if (seen.has(name)) throw fail("line-twice", start, end);
    seen.add(name);
    return name;
  });
  if (!seen.has("headline")) throw fail("line-no-headline", 0, template.length);
  return parts;
}

type TakePlaceholder = (called: string, start: number, end: number) => LinePlaceholder;

function partsOf(text: string, offset: number, take: TakePlaceholder): readonly LinePart[] {
  const parts: LinePart[] = [];
  let from = 0;
  for (const match of text.matchAll(piece)) {
    const start = match.index;
    const end = start + match[0].length;
    parts.push(...textParts(text.slice(from, start)));
    parts.push(partOf(match, offset + start, take));
    from = end;
  }
  return [...parts, ...textParts(text.slice(from))];
}

/** Separators at either end are parts of their own: they go when what they part is empty. */
function textParts(text: string): readonly LinePart[] {
  const [, before = "", middle = "", after = ""] = separated.exec(text) ?? [];
  return [before, middle, after].filter((part) => part !== "").map((part) => ({ kind: "text", text: part }));
}

function partOf([whole, linked, name = ""]: RegExpMatchArray, start: number, take: TakePlaceholder): LinePart {
  const end = start + whole.length;
  if (linked === undefined) return { kind: "value", name: take(name, start, end) };
  const parts = partsOf(linked, start + 1, take);
  const [address] = [...whole.matchAll(linkPattern)].slice(-1);
  const linkStart = start + (address?.index ?? 0);
  take("link", linkStart, linkStart + (address?.[0].length ?? 0));
  return { kind: "link", parts };
}

// What only parts one value from the next.
const separator = /^[\s·•|,、，/／–—-]+$/;
const separated = /^([\s·•|,、，/／–—-]*)(.*?)([\s·•|,、，/／–—-]*)$/s;

/** The line. A separator beside a part that is empty, such as a story without tags, is left out. */
export function fillLine(parts: readonly LinePart[], fill: (part: LinePart) => string): string {
  let [line, pending, hasValue] = ["", "", false];
  for (const [index, part] of parts.entries()) {
    if (index > 0 && part.kind === "text" && separator.test(part.text)) {
      pending ||= part.text;
      continue;
    }
    const text = fill(part);
    if (text === "") continue;
    line += `${hasValue ? pending : ""}${text}`;
    pending = "";
    hasValue ||= part.kind !== "text" || !separator.test(part.text);
  }
  return line;
}
