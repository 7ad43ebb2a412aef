// What a page's author calls an element: its classes and id, brought into one form.

const longestNames = 400;
// A layout's own boxes: their classes tell of the whole page.
const wholePage = new Set(["html", "body", "main"]);
// These say what a box is beside, not what it is: `has-sidebar`, `no-comments`.
const aboutOthers = /(?:^| )(?:has|no|not|with|and|is|js|without|hide|show)-[^ ]*/g;
// WordPress gives each article its tags and categories as classes.
const filedUnder = /(?:^| )(?:tag|category)-[^ ]*/g;

/** Names in lower case with a space between them, camelCase and underscores as hyphens; empty when there are none that tell something. */
export function namesOf(tag: string, { class: classes = "", id = "" }: Readonly<Record<string, string>>): string {
  if ((classes === "" && id === "") || wholePage.has(tag)) return "";
  const names = `${classes} ${id}`
    .slice(0, longestNames)
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[_-]+/g, "-")
    .replace(/\s+/g, " ")
    .replace(aboutOthers, "");
  return tag === "article" ? names.replace(filedUnder, "") : names;
}
