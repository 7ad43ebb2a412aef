// The members and items of a JSON Feed as texts, found by counting brackets: what is broken inside one spoils no other.

export interface SplitJson {
  /** `"title": "…"` and the like, as written. */
  readonly members: readonly string[];
  /** The elements of `items` that are whole; null when there is no such list. */
  readonly items: readonly string[] | null;
  /** Where the text ends. */
  readonly end: "whole" | "item" | "other";
}

const punctuation = /["{}[\],]/g;

/** Splits at the commas of the outermost object and of its list of items. One pass. */
export function splitJson(text: string, endsStringsWithLine: boolean): SplitJson {
  const members: string[] = [];
  let items: string[] | null = null;
  let depth = 0;
  let isInItems = false;
  let from = 0;
  const part = (to: number) => text.slice(from, to);
  const keep = (parts: string[] | null, to: number) => {
    if (part(to).trim() !== "") parts?.push(part(to));
    from = to + 1;
  };
  for (const { mark, at } of marksOf(text, endsStringsWithLine)) {
    if (mark === "{" || mark === "[") {
      depth++;
      if (depth === 1) from = at + 1;
      else if (depth === 2 && items === null && mark === "[" && /^\s*"items"\s*:\s*$/.test(part(at))) {
        items = [];
        isInItems = true;
        from = at + 1;
      }
    } else if (mark !== ",") {
      if (depth === 2 && isInItems) {
        keep(items, at);
        isInItems = false;
      } else if (depth === 1) keep(members, at);
      depth--;
      if (depth <= 0) return { members, items, end: "whole" };
    } else if (depth === 2 && isInItems) keep(items, at);
    else if (depth === 1) keep(members, at);
  }
  // An item that is whole may lack the comma behind it.
  if (isInItems && depth === 2 && part(text.length).trimEnd().endsWith("}")) keep(items, text.length);
  return { members, items, end: isInItems && part(text.length).trim() !== "" ? "item" : "other" };
}

interface Mark {
  readonly mark: string;
  readonly at: number;
}

/** Brackets and commas outside of strings. */
function* marksOf(text: string, endsStringsWithLine: boolean): Generator<Mark> {
  const pattern = new RegExp(punctuation);
  let line = -1;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { 0: mark, index: at } = match;
    if (mark !== '"') {
      yield { mark, at };
      continue;
    }
    const end = endOfString(text, at + 1);
    // Looked for once a line, not once a string: a text without any would be read again and again.
    if (endsStringsWithLine && line < at) line = orLength(text.indexOf("\n", at), text);
    pattern.lastIndex = endsStringsWithLine && line < end ? line : end;
  }
}

/** Behind the closing quotation mark: the first without a backslash that holds for it. */
function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1) {
    let before = at;
    while (before > from && text.charAt(before - 1) === "\\") before--;
    if ((at - before) % 2 === 0) return at + 1;
    at = text.indexOf('"', at + 1);
  }
  return text.length;
}

const orLength = (at: number, text: string): number => (at === -1 ? text.length : at);
