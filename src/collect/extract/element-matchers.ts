// How removal rules name elements: by tag, by role, by the words that classes and ids are made of, and by being hidden.
import type { PageElement } from "./page-tree.ts";

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
 * Patterns separated by white space, held against each class and the id in lower case, with camelCase and underscores
 * read as hyphens. `parts` match between hyphens (`related` finds `c-related__list`), `wholes` the entire name.
 */
export function byClass({ parts, wholes }: { readonly parts: string; readonly wholes: string }): Matcher {
  const part = `(?:^|[ -])(?:${alternatives(parts)})(?=[ -]|$)`;
  const whole = `(?:^| )(?:${alternatives(wholes)})(?= |$)`;
  const pattern = new RegExp(wholes === "" ? part : `${part}|${whole}`);
  return (element) => {
    const names = namesOf(element);
    return names === "" ? null : (pattern.exec(names)?.[0].replace(/^[ -]/, "") ?? null);
  };
}

const alternatives = (list: string): string => list.trim().split(/\s+/).join("|");

const kept = new WeakMap<PageElement, string>();
const longestNames = 400;
// WordPress gives each article its tags and categories as classes.
const filedUnder = /(?:^| )(?:tag|category)-[^ ]*/g;
const neverByClass = new Set(["html", "body", "main"]);
// These say what a box is beside, not what it is: `has-sidebar`, `no-comments`.
const aboutOthers = /(?:^| )(?:has|no|not|with|and|is|js|without|hide|show)-[^ ]*/g;

function namesOf(element: PageElement): string {
  const names = kept.get(element) ?? readNames(element);
  kept.set(element, names);
  return names;
}

function readNames({ tag, attributes: { class: classes = "", id = "" } }: PageElement): string {
  if ((classes === "" && id === "") || neverByClass.has(tag)) return "";
  const names = `${classes} ${id}`
    .slice(0, longestNames)
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[_-]+/g, "-")
    .replace(/\s+/g, " ")
    .replace(aboutOthers, "");
  return tag === "article" ? names.replace(filedUnder, "") : names;
}

const hiddenClass =
  /(?:^|\s)(?:hidden|hide|sr-only|visually-?hidden|screen-reader(?:-text)?|screenreader|invisible|d-none|no-?print|assistive-text|u-hidden)(?:\s|$)/i;

/** Hidden by attribute, by its own style or by a class of the usual frameworks. */
export function byHiding({ attributes }: PageElement): string | null {
  if (attributes.hidden !== undefined || attributes["aria-hidden"] === "true") return "hidden";
  if (/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? "")) return "style";
  return hiddenClass.exec(attributes.class ?? "")?.[0] ?? null;
}
