// A story on one line, as the channel's template or the look's own writes it.
import type { LinePlaceholder } from "../../../../language/line-placeholders.ts";
import { fillLine, type LinePart, parseLineTemplate } from "../../../../language/line-template.ts";
import { readLabel } from "../../../../language/phrases.ts";
import type { Locale } from "../../../../records/channel.ts";
import { UserError } from "../../../../records/errors.ts";
import type { Card } from "../../../../records/story.ts";
import { alsoInOf, tagsOf, timeOf } from "../byline.ts";
import { linkAddress, linkedPieces, type Piece } from "../links.ts";
import { cutText, escapeMarkdown, oneLine } from "../markdown.ts";
import { limits } from "../message.ts";

const ownTemplate = "- [{headline}]({link}) · {source} · {time}";

const most = { headline: 180, link: 1400, lede: 200, source: 40, tags: 100, also: 100 } as const;

type Texts = Readonly<Record<Exclude<LinePlaceholder, "time" | "link">, string>>;

/**
 * The line as Markdown; the template's own Markdown is meant, the story's comes out as text. Where an address takes up a whole message,
 * what is said besides headline and source is left out, and at the last the link.
 */
export function storyLine(card: Card, locale: Locale, template: string | null): string {
  const parts = partsOf(template);
  const address = linkAddress(card.url, most.link);
  const time = timeOf(card, "R");
  const texts = textsOf(card, locale);
  const short = { ...texts, lede: "", tags: "", also: "" };
  const label = readLabel[locale];
  const tries: readonly LineValues[] = [
    { texts, address, time, label },
    { texts: short, address, time, label },
    { texts: short, address: null, time, label },
  ];
  return tries.map((values) => writeLine(parts, values)).find((line) => line.length <= limits.content) ?? label;
}

interface LineValues {
  readonly texts: Texts;
  readonly address: string | null;
  readonly time: string;
  /** Of a link that can't hold the headline. */
  readonly label: string;
}

function writeLine(parts: readonly LinePart[], { texts, address, time, label }: LineValues): string {
  // In angle brackets, which aren't shown, since an address goes on into what follows it.
  const link = address === null || hasBrackets(parts) ? address : `<${address}>`;
  const fixed: Readonly<Record<string, string>> = { time, link: link ?? "" };
  const pieceOf = (part: LinePart): Piece => {
    if (part.kind !== "value") return { text: fill(part), isMarkdown: true };
    if (part.name === "time" || part.name === "link") return { text: fixed[part.name] ?? "", isMarkdown: true };
    return { text: texts[part.name], isMarkdown: false };
  };
  const fill = (part: LinePart): string => {
    if (part.kind === "text") return part.text;
    if (part.kind === "link") return linkedPieces(part.parts.map(pieceOf), address, label);
    const { text, isMarkdown } = pieceOf(part);
    return isMarkdown ? text : escapeMarkdown(text);
  };
  return fillLine(parts, fill);
}

/** Whether the template sets its bare address in angle brackets itself. */
function hasBrackets(parts: readonly LinePart[]): boolean {
  const at = parts.findIndex((part) => part.kind === "value" && part.name === "link");
  const [before, after] = [parts[at - 1], parts[at + 1]];
  return before?.kind === "text" && before.text.endsWith("<") && after?.kind === "text" && after.text.startsWith(">");
}

function textsOf(card: Card, locale: Locale): Texts {
  const cut = (text: string, limit: number) => cutText(oneLine(text), limit);
  return {
    headline: cut(card.headline, most.headline) || readLabel[locale],
    lede: cut(card.lede, most.lede),
    source: cut(card.sourceName, most.source),
    tags: cut(tagsOf(card), most.tags),
    also: cut(alsoInOf(card, locale), most.also),
  };
}

/** A template that was checked when it was set; one that an older or newer Lede took and this one does not is left alone. */
function partsOf(template: string | null): readonly LinePart[] {
  const own = () => parseLineTemplate(ownTemplate);
  if (template === null) return own();
  try {
    return parseLineTemplate(template);
  } catch (error) {
    if (error instanceof UserError) return own();
    throw error;
  }
}
