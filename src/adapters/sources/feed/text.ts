// What an element's text means: escaped markup, inline XHTML, base64 or plain text, all returned as markup.
import { escapeAttributeValue, escapeMarkup } from "../../../language/markup.ts";
import { childrenNamed, type Element, textOf } from "./element.ts";
import { absoluteLinks } from "./links.ts";

const atom1 = "http://www.w3.org/2005/Atom";
const xhtml = "http://www.w3.org/1999/xhtml";

const emptyTags: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);

/** The element's content as markup with absolute links, trimmed; null when there is none. `base` is used where no xml:base is in force. */
function markupOf(element: Element, base: string | null): string | null {
  const markup = rawMarkup(element).trim();
  return markup === "" ? null : absoluteLinks(markup, element.base ?? base);
}

/** As markupOf, of the first such child that has any; names in order of preference. */
export function firstMarkup(element: Element, base: string | null, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const markup = markupOf(child, base);
      if (markup !== null) return markup;
    }
  }
  return null;
}

/** A title: as markupOf, but plain text stays plain, since a title is read as either. */
export function titleOf(element: Element, base: string | null): string | null {
  const isPlain = !element.children.some((child) => typeof child !== "string") && !isEncoded(element);
  return isPlain ? absoluteLinks(textOf(element), element.base ?? base) || null : markupOf(element, base);
}

function rawMarkup(element: Element): string {
  if (isEncoded(element)) return decodeBase64(textOf(element));
  if (element.children.some((child) => typeof child !== "string")) return serialize(contentOf(element).children);
  const text = textOf(element);
  return isPlainText(element) && !looksLikeMarkup(text) ? escapeMarkup(text) : text;
}

/** In Atom 1.0 the `<div>` around XHTML is no part of the content (RFC 4287, 3.1.1.3); in Atom 0.3 it was. */
function contentOf(element: Element): Element {
  const elements = element.children.filter((child) => typeof child !== "string");
  const [only] = elements;
  const isWrapped = element.namespace === atom1 && elements.length === 1 && only?.name === "xhtml:div";
  return isWrapped ? only : element;
}

/** Atom 0.3 says so (mode="base64"); in Atom 1.0 any type that is neither text nor XML is (RFC 4287, 4.1.3.3). */
function isEncoded(element: Element): boolean {
  const type = element.attributes.get("type")?.toLowerCase() ?? "";
  if (element.attributes.get("mode") === "base64") return true;
  return element.namespace === atom1 && type.includes("/") && !/^text\/|[/+]xml$|html/.test(type);
}

/** "" for what is no text, such as an image. */
function decodeBase64(text: string): string {
  const bytes = Uint8Array.from(atobOrNothing(text), (character) => character.charCodeAt(0));
  const decoded = new TextDecoder().decode(bytes);
  return decoded.includes("\ufffd") ? "" : decoded;
}

function atobOrNothing(text: string): string {
  try {
    return atob(text);
  } catch {
    // Text that is no base64 was mislabelled, and nobody can tell as what.
    return "";
  }
}

/** Atom's default. RSS has none: there a description is markup, or text that reads the same. */
function isPlainText(element: Element): boolean {
  const type = element.attributes.get("type")?.toLowerCase();
  return element.namespace === atom1 ? !type || type === "text" || type === "text/plain" : type === "text";
}

/** Publishers forget to say type="html"; an end tag or a lone `<br>` shows what they meant. */
function looksLikeMarkup(text: string): boolean {
  return /<\/[a-z][a-z0-9]*\s*>|<br\s*\/?>|<img\s/i.test(text);
}

/** Depth is bounded by the scan. */
function serialize(children: Element["children"]): string {
  return children.map((child) => (typeof child === "string" ? escapeMarkup(child) : serializeElement(child))).join("");
}

function serializeElement({ tag, attributes, children }: Element): string {
  const written = [...attributes]
    .filter(([name, value]) => !name.startsWith("xmlns:") && value !== xhtml)
    .map(([name, value]) => ` ${name}="${escapeAttributeValue(value)}"`)
    .join("");
  if (emptyTags.has(tag.toLowerCase()) && children.length === 0) return `<${tag}${written} />`;
  return `<${tag}${written}>${serialize(children)}</${tag}>`;
}
