// Relative links, made absolute in addresses and inside markup.
import { Tokenizer } from "htmlparser2";
import { decodeReferences, escapeAttributeValue } from "../../../language/markup.ts";
import type { Element } from "./element.ts";

const linkAttributes: ReadonlySet<string> = new Set(["href", "src", "poster", "cite", "data-src"]);

/** The address made absolute. One that is absolute stays as written, and so does one without anything to be relative to. */
export function absoluteUrl(address: string, base: string | null): string {
  const url = address.trim();
  if (url === "" || !base || URL.canParse(url)) return url;
  return URL.parse(url, base)?.href ?? url;
}

/** An address that can be opened in a browser, or null: `javascript:` and the like are none. */
export function webUrl(address: string, base: string | null): string | null {
  const url = absoluteUrl(address, base);
  return url !== "" && (!/^[a-z][a-z0-9+.-]*:/i.test(url) || /^https?:/i.test(url)) ? url : null;
}

/** The markup with its links and images made absolute; all else stays to the letter. */
export function absoluteLinks(markup: string, base: string | null): string {
  if (!base || !/(?:href|src|poster|cite)\s*=/i.test(markup)) return markup;
  let from = 0;
  const kept: string[] = [];
  for (const { start, end } of linkValues(markup)) {
    const value = decodeReferences(markup.slice(start, end));
    const url = absoluteUrl(value, base);
    if (url === value) continue;
    kept.push(markup.slice(from, start), escapeAttributeValue(url));
    from = end;
  }
  return [...kept, markup.slice(from)].join("");
}

/** What a link is to its item: "alternate" where nothing is said, and the short name where it is spelt out as an address (RFC 4287, 4.2.7.2). */
export function relationOf(link: Element): string {
  const relation = link.attributes.get("rel")?.trim().toLowerCase() || "alternate";
  return relation.replace("http://www.iana.org/assignments/relation/", "");
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the values of link attributes stand. */
function linkValues(markup: string): readonly Span[] {
  const spans: Span[] = [];
  let isLink = false;
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onattribname: (start, end) => {
        isLink = linkAttributes.has(markup.slice(start, end).toLowerCase());
      },
      onattribdata: (start, end) => {
        if (isLink) spans.push({ start, end });
      },
      onattribend: nothing,
      onattribentity: nothing,
      oncdata: nothing,
      onclosetag: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onopentagname: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
      ontext: nothing,
      ontextentity: nothing,
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
  return spans;
}
