// Which feed a request asks for.
import { parseQuery, type QueryContext } from "../../language/query.ts";
import { findSources } from "../../language/source-name.ts";
import { UserError } from "../../records/errors.ts";
import type { Query } from "../../records/query.ts";
import type { Source } from "../../records/source.ts";

/** `path` is the first page's, with its query if it has one. `page` counts from 1. */
export interface AskedFeed {
  readonly title: string;
  readonly path: string;
  readonly format: "atom" | "json";
  readonly page: number;
  readonly wanted: Query | { readonly sourceIds: readonly string[] };
}

const pathPattern = /^\/feeds\/(?:(all|search)|(tag|source)\/(.+))\.(atom|json)$/;
// Nobody reads further back in a feed, and to skip so many takes longer than to list them.
const mostPages = 200;

const everything: Query = { clauses: [], without: [], after: null, before: null };

/** Null for no feed's address. Throws UserError for a search that can't be read. */
export function askedFeed(url: URL, sources: readonly Source[], context: QueryContext): AskedFeed | null {
  const [, whole, kind, encoded = "", format] = pathPattern.exec(url.pathname) ?? [];
  const name = decoded(encoded);
  const page = Number(url.searchParams.get("page") ?? 1);
  if ((format !== "atom" && format !== "json") || name === null) return null;
  if (!Number.isInteger(page) || page < 1 || page > mostPages) return null;
  const asked = { format, page, path: url.pathname } as const;
  if (whole === "all") return { ...asked, title: "Lede", wanted: everything };
  if (whole === "search") {
    const typed = (url.searchParams.get("q") ?? "").trim();
    if (typed === "") return null;
    const path = `${url.pathname}?q=${encodeURIComponent(typed)}`;
    return { ...asked, path, title: `Lede: ${typed}`, wanted: parseQuery(typed, context) };
  }
  if (kind === "tag")
    return { ...asked, title: `Lede: #${name}`, wanted: { ...everything, clauses: [[{ kind: "tag", text: name }]] } };
  return { ...asked, ...sourceFeed(name, sources) };
}

function decoded(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // A stray percent sign: no address of ours.
    return null;
  }
}

/** A source's feed by its id or its publisher's name; articles outlive their source's entry in the list. */
function sourceFeed(name: string, sources: readonly Source[]): Pick<AskedFeed, "title" | "wanted"> {
  try {
    const found = findSources(sources, name);
    return { title: `Lede: ${found[0]?.name ?? name}`, wanted: { sourceIds: found.map(({ id }) => id) } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { title: `Lede: ${name}`, wanted: { sourceIds: [name] } };
  }
}
