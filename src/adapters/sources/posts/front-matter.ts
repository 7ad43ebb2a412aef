// The lines between `---` at the top of a post.
import { parse } from "yaml";

/** Texts as written, lists as lists; names in lower case. */
export type FrontMatter = ReadonlyMap<string, string | readonly string[]>;

const longestFrontMatter = 16_384;

/** Names that begin a value when YAML can't tell; any other line goes on with the value before. */
const names = "layout|title|date|author|from|link|tags|comments|categories|category|permalink|guid";
const namedLine = new RegExp(`^(${names}):[ \\t]*(.*)$`, "i");

/** The front matter and what follows it; null when the text does not begin with one. */
export function splitPost(text: string): { readonly frontMatter: string; readonly body: string } | null {
  const match = /^\s*---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (match?.index !== 0 || (match[1] ?? "").length > longestFrontMatter) return null;
  return { frontMatter: match[1] ?? "", body: text.slice(match[0].length) };
}

/**
 * Reads it as YAML, or line by line when it is none: publishers' headlines hold quotes, colons and brackets that their
 * software did not escape. Never throws.
 */
export function readFrontMatter(text: string): FrontMatter {
  const fields = readYaml(text) ?? readLines(text);
  return new Map(fields.map(([name, value]) => [name.toLowerCase(), value]));
}

type Fields = readonly (readonly [string, string | readonly string[]])[];

/** Null for what is no YAML, or not a plain list of fields. */
function readYaml(text: string): Fields | null {
  try {
    // "failsafe" knows texts only: a headline of digits stays a text, and so does a date, whose zone YAML would lose.
    const value: unknown = parse(text, { schema: "failsafe", logLevel: "error", maxAliasCount: 10 });
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    const fields = Object.entries(value).map(([name, field]) => [name, plainValue(field)] as const);
    const hasOddTitle = fields.some(([name, field]) => name === "title" && typeof field !== "string");
    return hasOddTitle ? null : fields.filter((field): field is Fields[number] => field[1] !== null);
  } catch {
    // Not YAML: read line by line instead.
    return null;
  }
}

function plainValue(value: unknown): string | readonly string[] | null {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.filter((entry) => typeof entry === "string");
  return null;
}

function readLines(text: string): Fields {
  const fields: [string, string][] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = namedLine.exec(line) ?? [];
    const last = fields.at(-1);
    if (name !== undefined) fields.push([name, value ?? ""]);
    else if (last) last[1] += `\n${line}`;
  }
  return fields.map(([name, value]) => [name, name === "title" ? unquoted(value) : listOrText(value)]);
}

function listOrText(value: string): string | readonly string[] {
  const [, list] = /^\[([\s\S]*)\]$/.exec(value.trim()) ?? [];
  return list === undefined
    ? unquoted(value)
    : list
        .split(",")
        .map(unquoted)
        .filter((entry) => entry !== "");
}

/** Drops the outermost quotes and what was escaped inside. */
function unquoted(value: string): string {
  const text = value.trim();
  if (text.startsWith('"')) return text.replace(/^"|"$/g, "").replace(/\\(["\\])/g, "$1");
  return text.startsWith("'") ? text.replace(/^'|'$/g, "").replaceAll("''", "'") : text;
}
