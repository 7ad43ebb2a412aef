// Where an element stands: its ancestors, and each as a step of a CSS selector that survives small changes of the page.
import type { DomUtils } from "htmlparser2";

/** An element of the tree that cheerio searches. */
export type PageElement = Parameters<typeof DomUtils.getName>[0];

/** Words that tell of an entry's place or state, not of its kind. */
const passing = /^(?:first|last|odd|even|active|current|selected|on|hover|visited|new|hot|top|is-.*|has-.*|js-.*)$/i;
/** Names with digits are made by tools anew with every version, or number the entries. */
const lasting = /^-?[a-z_][a-z_-]*$/i;
const mostClasses = 3;
const mostWords = 40;
const longestWord = 60;

/** From the outermost to the element itself. */
export function ancestorsOf(element: PageElement): readonly PageElement[] {
  const path: PageElement[] = [];
  for (let at: PageElement | null = element; at !== null; at = parentOf(at)) path.push(at);
  return path.reverse();
}

/** The element around it, or null at the top. */
export function parentOf(element: PageElement): PageElement | null {
  const { parent } = element;
  return parent !== null && "attribs" in parent ? parent : null;
}

/** Its tag and lasting classes, such as `li.news.item`: valid CSS whatever the page holds. */
export function stepOf({ name, attribs }: PageElement): string {
  const tag = /^[a-z][a-z0-9-]*$/i.test(name) ? name : "*";
  const classes = (attribs.class ?? "").split(/\s+/, mostWords).filter(isLasting);
  return [tag, ...classes.toSorted().slice(0, mostClasses)].join(".");
}

const isLasting = (word: string): boolean => word.length <= longestWord && lasting.test(word) && !passing.test(word);

/** As `stepOf`, by its id where it has a lasting one. */
export function namedStepOf(element: PageElement): string {
  const id = element.attribs.id ?? "";
  return lasting.test(id) ? `#${id}` : stepOf(element);
}
