// Between text and markup: character references, and the characters that have to be escaped.
import { decodeHTMLStrict, escapeAttribute, escapeText } from "entities";

/** Character references decoded once, unknown ones and those without a semicolon left as they are. */
export function decodeReferences(text: string): string {
  return text.includes("&") ? decodeHTMLStrict(text) : text;
}

/** Plain text as markup: `&`, `<`, `>` and the no-break space as references. */
export function escapeMarkup(text: string): string {
  return escapeText(text);
}

/** Plain text as the value of an attribute in double quotes. */
export function escapeAttributeValue(text: string): string {
  return escapeAttribute(text);
}
