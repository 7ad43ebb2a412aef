// Who wrote it.
import { childrenNamed, type Element, firstText, textOf } from "./element.ts";

const names = ["author", "dc:creator", "dc:author", "itunes:author", "managingeditor", "media:credit", "itunes:owner"];

/** Every author of the first field that names any, with a comma between; null for none. */
export function authorOf(element: Element): string | null {
  for (const name of names) {
    const authors = childrenNamed(element, name)
      .map(personOf)
      .filter((person) => person !== "");
    if (authors.length > 0) return [...new Set(authors)].join(", ");
  }
  return null;
}

/** `name (email)` from Atom's parts, plain text as it stands. */
function personOf(element: Element): string {
  const name = firstText(element, "name", "itunes:name");
  const email = firstText(element, "email", "itunes:email");
  if (name === null && email === null) return partless(element);
  return name !== null && email !== null ? `${name} (${email})` : (name ?? email ?? "");
}

/** An author who has but a home page has no name. */
function partless(element: Element): string {
  return childrenNamed(element, "uri", "url").length > 0 ? "" : textOf(element).replace(/\s+/g, " ");
}
