// How removal rules name elements: by tag, by role, by the words that classes and ids are made of, and by being hidden.
import { lineOf, type PageElement } from "./page-tree.ts";

/** The word that an element matches by, such as `related`; null when it does not match. */
export type Matcher = (element: PageElement) => string | null;

/** `tags` are separated by spaces. */
export function byTag(tags: string): Matcher {
  const among = new Set(tags.split(" "));
  return ({ tag }) => (among.has(tag) ? tag : null);
}

/** ARIA roles, separated by spaces. */
export function byRole(roles: string): Matcher {
  const among = new Set(roles.split(" "));
  return ({ attributes: { role = "" } }) => (among.has(role.trim().toLowerCase()) ? role : null);
}

/**
 * Patterns separated by white space, held against the element's names. `parts` match between hyphens (`related` finds `c-related__list`), `wholes` the entire name.
 */
export function byClass({ parts, wholes }: { readonly parts: string; readonly wholes: string }): Matcher {
  const part = `(?:^|[ -])(?:${alternatives(parts)})(?=[ -]|$)`;
  const whole = `(?:^| )(?:${alternatives(wholes)})(?= |$)`;
  const pattern = new RegExp(wholes === "" ? part : `${part}|${whole}`);
  return ({ names }) => (names === "" ? null : (pattern.exec(names)?.[0].replace(/^[ -]/, "") ?? null));
}

const alternatives = (list: string): string => list.trim().split(/\s+/).join("|");

const hiddenClass =
  /(?:^|\s)(?:hidden|hide|sr-only|visually-?hidden|screen-reader(?:-text)?|screenreader|invisible|d-none|no-?print|assistive-text|u-hidden)(?:\s|$)/i;

/** Hidden by attribute, by its own style or by a class of the usual frameworks. */
export function byHiding({ attributes }: PageElement): string | null {
  if (attributes.hidden !== undefined || attributes["aria-hidden"] === "true") return "hidden";
  if (/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? "")) return "style";
  return hiddenClass.exec(attributes.class ?? "")?.[0] ?? null;
}

const longestCaption = 160;
const mostLevelsToPicture = 3;

/** A box that holds a picture and no more text than a caption has; small print alone in its box, as feed makers write captions. */
export function byPicture(element: PageElement): string | null {
  if (element.tag === "small") return isAlone(element) ? "small print" : null;
  if (!pictureBoxes.has(element.tag) || !holdsPicture(element, mostLevelsToPicture)) return null;
  return captionLengthUpTo(element, longestCaption + 1) <= longestCaption && !isSection(element) ? "picture" : null;
}

const pictureBoxes = new Set(["div", "span", "a", "figure", "center", "table"]);
const pictures = new Set(["img", "picture", "amp-img"]);

const isAlone = ({ parent }: PageElement): boolean =>
  parent?.tag === "div" && parent.children.length <= 3 && parent.children.filter(isMore).length === 1;

const isMore = (child: PageElement | string): boolean => typeof child !== "string" || child.trim() !== "";

const holdsPicture = ({ children }: PageElement, levels: number): boolean =>
  children.some(
    (child) =>
      typeof child !== "string" && (pictures.has(child.tag) || (levels > 1 && holdsPicture(child, levels - 1))),
  );

const heading = /^h[1-6]$/;

/** CJK characters count two. Stops counting at `limit`. */
function captionLengthUpTo({ children }: PageElement, limit: number): number {
  let length = 0;
  for (const child of children) {
    length += typeof child === "string" ? widthOf(child.trim()) : captionLengthUpTo(child, limit - length);
    if (length >= limit) return length;
  }
  return length;
}

const widthOf = (text: string): number => text.length + (text.match(/[\u3040-\ud7a3]/g)?.length ?? 0);

/** A heading that is no link, a picture and a sentence: a short section of the article, as NHK's. */
const isSection = (element: PageElement): boolean =>
  element.tag !== "a" && holdsHeading(element) && /[。.！!？?」”]$/.test(lineOf(element));

const holdsHeading = ({ children }: PageElement): boolean =>
  children.some(
    (child) =>
      typeof child !== "string" &&
      child.tag !== "a" &&
      (heading.test(child.tag) ? !holdsLink(child) : holdsHeading(child)),
  );

const holdsLink = ({ children }: PageElement): boolean =>
  children.some((child) => typeof child !== "string" && (child.tag === "a" || holdsLink(child)));
