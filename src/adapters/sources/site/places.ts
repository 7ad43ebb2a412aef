// Where the links of a page stand. What is known of an element is kept, since thousands of links share the elements around them.
import { type PageElement, parentOf, stepOf } from "./path.ts";

/** A place on the page: elements at the same path of tags and classes share `path`. */
export interface Place {
  readonly path: number;
  /** From 0 to 1: how likely the news stands here. Menus, footers and rankings repeat too. */
  readonly worth: number;
  readonly isInArticle: boolean;
}

const aside =
  /\b(?:nav|menu|footer|breadcrumb|sidebar|aside|related|popular|hot|rank(?:ing)?|most-?read|share|social|tags?|cookie|banner|ads?)\b/i;
const asideTags: ReadonlySet<string> = new Set(["nav", "footer", "header", "aside", "form"]);
const top: Place = { path: 0, worth: 1, isInArticle: false };
const longestNames = 200;

/** Tells where elements of one page stand. */
export function createPlaces(): (element: PageElement) => Place {
  const known = new WeakMap<PageElement, Place>();
  const paths = new Map<string, number>();
  const placeOf = (element: PageElement): Place => {
    const earlier = known.get(element);
    if (earlier) return earlier;
    const parent = parentOf(element);
    const around = parent === null ? top : placeOf(parent);
    const key = `${around.path} ${stepOf(element)}`;
    const path = paths.get(key) ?? paths.size + 1;
    paths.set(key, path);
    const isInArticle = around.isInArticle || element.name === "article";
    const place = { path, worth: Math.min(around.worth, ownWorth(element, isInArticle)), isInArticle };
    known.set(element, place);
    return place;
  };
  return placeOf;
}

/** An article's own header is no page header. */
function ownWorth({ name, attribs }: PageElement, isInArticle: boolean): number {
  if (asideTags.has(name) && !isInArticle) return 0.1;
  // Links in the midst of sentences; only the oldest pages list their news in paragraphs.
  if (name === "p") return 0.3;
  return aside.test(`${attribs.class ?? ""} ${attribs.id ?? ""}`.slice(0, longestNames)) ? 0.4 : 1;
}
