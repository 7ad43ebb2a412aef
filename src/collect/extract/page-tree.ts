// A page as a tree of plain objects: what extraction reads. Parsing is htmlparser2's; depth is bounded, so that recursion over it is safe.
import { Parser } from "htmlparser2";
import { namesOf } from "./element-names.ts";

type Attributes = Readonly<Record<string, string>>;

/** An element; text stands among its children as plain strings. Names of tags and attributes are in lower case. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Attributes;
  /** Its classes and id, as `namesOf` writes them. */
  readonly names: string;
  readonly parent: PageElement | null;
  readonly children: (PageElement | string)[];
}

// Deeper elements become children of the element at this depth. Browsers stop at 512.
const deepestLevel = 256;
// Beyond this many open elements the rest is not read: the parser searches its open tags at each closing one, so that nesting costs its square.
const mostOpenElements = 4_000;

// Large pages hold tens of thousands of elements; what comes after these is not read either.
const mostElements = 200_000;

const neverRead = new Set(["style", "svg", "canvas", "template", "select", "textarea", "math", "object"]);

/** Reads any text as a page, however broken. Never throws. */
export function parsePage(html: string): PageElement {
  const builder = new TreeBuilder();
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      if (!builder.open(tag, attributes)) parser.pause();
    },
    onclosetag: () => builder.close(),
    ontext: (text) => builder.addText(text),
  });
  parser.end(html);
  return builder.root;
}

class TreeBuilder {
  readonly root: PageElement = { tag: "#page", attributes: {}, names: "", parent: null, children: [] };
  readonly #open: PageElement[] = [this.root];
  #elements = 0;
  #unread = 0;
  #tooDeep = 0;

  /** False when nothing more should be read. */
  open(tag: string, attributes: Attributes): boolean {
    if (this.#unread > 0 || neverRead.has(tag) || isProgram(tag, attributes)) this.#unread++;
    else this.#append(tag, attributes);
    this.#elements++;
    return this.#elements < mostElements && this.#open.length + this.#unread + this.#tooDeep < mostOpenElements;
  }

  close(): void {
    if (this.#unread > 0) this.#unread--;
    else if (this.#tooDeep > 0) this.#tooDeep--;
    else if (this.#open.length > 1) this.#open.pop();
  }

  addText(text: string): void {
    if (this.#unread > 0) return;
    const siblings = this.#current().children;
    const last = siblings.at(-1);
    if (typeof last === "string") siblings[siblings.length - 1] = last + text;
    else siblings.push(text);
  }

  #append(tag: string, attributes: Attributes): void {
    const parent = this.#current();
    const element: PageElement = { tag, attributes, names: namesOf(tag, attributes), parent, children: [] };
    parent.children.push(element);
    if (this.#open.length < deepestLevel) this.#open.push(element);
    else this.#tooDeep++;
  }

  #current(): PageElement {
    return this.#open.at(-1) ?? this.root;
  }
}

const isProgram = (tag: string, attributes: Attributes): boolean =>
  tag === "script" && !/ld\+json/i.test(attributes.type ?? "");

/** Every element below `root` in the order of the page. */
export function elementsOf(root: PageElement): PageElement[] {
  const elements: PageElement[] = [];
  const visit = ({ children }: PageElement): void => {
    for (const child of children) {
      if (typeof child === "string") continue;
      elements.push(child);
      visit(child);
    }
  };
  visit(root);
  return elements;
}

// Enough for any headline, name or date; more would let nested boxes around a long text cost its multiple.
const longestLine = 1_000;

/** The beginning of the text inside, on one line. */
export const lineOf = (element: PageElement): string => oneLine(textWithin(element, longestLine));

/** The text inside as it stands in the source, up to about `limit` characters; a line break is a space. */
export function textWithin({ tag, children }: PageElement, limit: number): string {
  let text = tag === "br" ? " " : "";
  for (const child of children) {
    if (text.length >= limit) break;
    text += typeof child === "string" ? child.slice(0, limit) : textWithin(child, limit - text.length);
  }
  return text;
}

/** Spaces collapsed, invisible characters gone. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u200b\u200e\u200f\u2060\ufeff\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** Whether a space-separated attribute such as `class` or `rel` holds the word, whatever its case. */
export const hasWord = (attribute: string | undefined, word: string): boolean =>
  attribute?.toLowerCase().split(/\s+/).includes(word) ?? false;
