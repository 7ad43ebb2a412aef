// The elements of one item or channel, as a small tree.

/** An element after its namespace is known: `title` in RSS, Atom or none, else `dc:creator`, `media:content` and the like, lower case. */
export interface Element {
  readonly name: string;
  /** The name as written, without its prefix, for serialising. */
  readonly tag: string;
  /** The namespace's address; "" for none. */
  readonly namespace: string;
  /** By name in lower case, prefix included: `href`, `xml:lang`, `rdf:about`. References are decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What xml:base says, made absolute; null when no element around says anything. */
  readonly base: string | null;
  /** Texts, references decoded, and elements. */
  readonly children: readonly (Element | string)[];
}

/** What a feed's outermost element is called. */
export const feedRoots: ReadonlySet<string> = new Set(["rss", "rdf:rdf", "feed", "channel"]);

/** Direct children of any of the names, in the order of the document. */
export function childrenNamed(element: Element, ...names: readonly string[]): readonly Element[] {
  return element.children.filter((child): child is Element => typeof child !== "string" && names.includes(child.name));
}

/** All the text inside, tags left out, trimmed. */
export function textOf(element: Element): string {
  const texts: string[] = [];
  const waiting: (Element | string)[] = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "string") texts.push(next);
    else waiting.push(...next.children.toReversed());
  }
  return texts.join("").trim();
}

/** The text of the first such child that has any; names in order of preference. */
export function firstText(element: Element, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const text = textOf(child);
      if (text !== "") return text;
    }
  }
  return null;
}
