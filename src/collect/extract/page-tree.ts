// A page as a tree of plain objects: what extraction reads. Parsing is htmlparser2's; depth is bounded, so that recursion over it is safe.
import { Parser } from "htmlparser2";

/** An element; text stands among its children as plain strings. Names of tags and attributes are in lower case. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | null;
  readonly children: (PageElement | string)[];
}

// Deeper elements become children of the element at this depth. Browsers stop at 512.
const deepestLevel = 256;
// Beyond this many open elements the rest is not read: the parser searches its open tags at each closing one, so that nesting costs its square.
const mostOpenElements = 4_000;

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
  readonly root: PageElement = { tag: "#page", attributes: {}, parent: null, children: [] };
  readonly #open: PageElement[] = [this.root];
  #unread = 0;
  #tooDeep = 0;

  /** False when nothing more should be read. */
  open(tag: string, attributes: Readonly<Record<string, string>>): boolean {
    if (this.#unread > 0 || neverRead.has(tag) || isProgram(tag, attributes)) this.#unread++;
    else this.#append(tag, attributes);
    return this.#open.length + this.#unread + this.#tooDeep < mostOpenElements;
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

  #append(tag: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.#current();
    const element: PageElement = { tag, attributes, parent, children: [] };
    parent.children.push(element);
    if (this.#open.length < deepestLevel) this.#open.push(element);
    else this.#tooDeep++;
  }

  #current(): PageElement {
    return this.#open.at(-1) ?? this.root;
  }
}

const isProgram = (tag: string, attributes: Readonly<Record<string, string>>): boolean =>
  tag === "script" && !/ld\+json/i.test(attributes.type ?? "");

/** Every element below `root` in the order of the page. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  for (const child of root.children) {
    if (typeof child === "string") continue;
    yield child;
    yield* elementsOf(child);
  }
}

/** The text inside, on one line. */
export const lineOf = (element: PageElement): string => oneLine(rawText(element));

/** The text inside as it stands in the source. */
export const rawText = (element: PageElement): string =>
  element.children.map((child) => (typeof child === "string" ? child : rawText(child))).join("");

/** Spaces collapsed, invisible characters gone. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u200b\u200e\u200f\u2060\ufeff\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** Whether a space-separated attribute such as `class` or `rel` holds the word, whatever its case. */
export const hasWord = (attribute: string | undefined, word: string): boolean =>
  attribute?.toLowerCase().split(/\s+/).includes(word) ?? false;
