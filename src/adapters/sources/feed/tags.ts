// The publisher's own tags.
import { type Element, textOf } from "./element.ts";

/** Fields that hold one tag each. */
const single: ReadonlySet<string> = new Set(["category", "dc:subject", "itunes:category", "media:category"]);
/** Fields that hold such fields. */
const media: ReadonlySet<string> = new Set(["media:group", "media:content"]);
/** Fields that hold a list with commas between. */
const lists: ReadonlySet<string> = new Set(["tags", "itunes:keywords", "media:keywords"]);

/** Each once, in the order of the document. */
export function tagsOf(element: Element): readonly string[] {
  const tags = element.children.flatMap((child) => (typeof child === "string" ? [] : tagsIn(child)));
  return [...new Set(tags.map((tag) => tag.replace(/\s+/g, " ").trim()))].filter((tag) => tag !== "");
}

function tagsIn(field: Element): readonly string[] {
  if (lists.has(field.name)) return textOf(field).split(/[,、，]/);
  if (media.has(field.name)) return tagsOf(field);
  return single.has(field.name) ? [tagOf(field), ...tagsOf(field)] : [];
}

/** Atom's term may be an address made for programs; then the label is what people are shown. */
function tagOf(field: Element): string {
  const term = field.attributes.get("term") ?? field.attributes.get("text") ?? textOf(field);
  const label = field.attributes.get("label");
  return label && (term === "" || URL.canParse(term)) ? label : term;
}
