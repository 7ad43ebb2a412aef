// What can be read of a JSON Feed that is no JSON: one cut in half, one with a bad item, one with line breaks inside its strings.

import { splitJson } from "./split-json.ts";

export interface SalvagedJson {
  /** The members of the feed itself that could be read, without `items`. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly items: readonly unknown[];
  /** Items that stand whole in the text and are no JSON. */
  readonly badItems: number;
  readonly cut: "no" | "in an item" | "between items";
}

/** Null when no list of items is found. Linear in the text's length. */
export function salvageJson(text: string): SalvagedJson | null {
  // A quotation mark too many turns all that follows inside out, unless strings are taken to end with their line.
  const plain = salvage(text, false);
  if (plain === null || (plain.badItems === 0 && plain.cut === "no")) return plain;
  const byLine = salvage(text, true);
  return byLine !== null && byLine.items.length > plain.items.length ? byLine : plain;
}

function salvage(text: string, endsStringsWithLine: boolean): SalvagedJson | null {
  const { members, items, end } = splitJson(text, endsStringsWithLine);
  if (items === null) return null;
  const parsed = items.map(parse);
  const read = parsed.filter((item) => item !== undefined);
  const entries = members.flatMap((member) => Object.entries(parse(`{${member}}`) ?? {}));
  const cut = { whole: "no", item: "in an item", other: "between items" } as const;
  return {
    members: Object.fromEntries(entries),
    items: read,
    badItems: parsed.length - read.length,
    cut: cut[end],
  };
}

/** Undefined for what is no JSON. Control characters inside strings are forbidden there and common; elsewhere they are blanks anyway. */
function parse(text: string): unknown {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is mended
    return JSON.parse(text.replace(/[\0-\x1f]/g, " "));
  } catch {
    return undefined;
  }
}
