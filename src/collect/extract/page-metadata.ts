// What a page's head says: Open Graph, Twitter, Dublin Core and plain meta elements, the title, the canonical address and the language.
import { elementsOf, hasWord, lineOf, oneLine, type PageElement } from "./page-tree.ts";

const mostContents = 50;

export interface PageMetadata {
  /** The first content of the first of these names that the page gives; names are of `name`, `property` or `itemprop`, in lower case. */
  readonly first: (...names: readonly string[]) => string | null;
  /** Every content of one name. */
  readonly all: (name: string) => readonly string[];
  /** The `<title>`. */
  readonly title: string | null;
  /** As written, maybe relative. */
  readonly canonical: string | null;
  readonly language: string | null;
}

/** Reads meta elements wherever they stand: broken pages have them in the body too. */
export function readMetadata(page: PageElement): PageMetadata {
  const contents = new Map<string, string[]>();
  let title: string | null = null;
  let canonical: string | null = null;
  let language: string | null = null;
  for (const element of elementsOf(page)) {
    const { tag, attributes } = element;
    if (tag === "meta") addContent(contents, attributes);
    else if (tag === "title") title ??= lineOf(element) || null;
    else if (tag === "link" && hasWord(attributes.rel, "canonical")) canonical ??= attributes.href?.trim() || null;
    else if (tag === "html") language ??= (attributes.lang ?? attributes["xml:lang"])?.trim() || null;
  }
  const all = (name: string): readonly string[] => contents.get(name) ?? [];
  const first = (...names: readonly string[]): string | null =>
    names.map((name) => all(name)[0]).find((content) => content !== undefined) ?? null;
  return { first, all, title, canonical, language };
}

function addContent(contents: Map<string, string[]>, attributes: PageElement["attributes"]): void {
  const content = oneLine(attributes.content ?? "");
  if (content === "") return;
  for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
    const name = attributes[attribute]?.trim().toLowerCase();
    const known = contents.get(name ?? "") ?? [];
    if (name && known.length < mostContents) contents.set(name, [...known, content]);
  }
}
