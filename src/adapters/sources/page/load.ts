// An HTML page as a tree that CSS selectors search.
import { type CheerioAPI, load } from "cheerio/slim";
import { DomHandler, Parser } from "htmlparser2";
import { ParseError } from "../../../records/errors.ts";

/** No page that people read comes near. Parsers take the square of the depth, and selectors the depth times the size. */
const deepest = 500;

/** The page, searchable. Throws ParseError when it nests its elements without end. */
export function loadPage(html: string): CheerioAPI {
  return load(treeOf(html), { xml: { xmlMode: false, encodeEntities: "utf8" } });
}

/** What the page's relative links are relative to. */
export function baseOf($: CheerioAPI, url: string): string {
  return URL.parse($("base[href]").attr("href") ?? "", url)?.href ?? url;
}

/** By htmlparser2, since cheerio's default copies elements that are left open without limit; so a `<tbody>` is there only when it is written. */
function treeOf(html: string): DomHandler["root"] {
  const handler = new BoundedHandler();
  new Parser(handler).end(html);
  return handler.root;
}

class BoundedHandler extends DomHandler {
  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes);
    if (this.tagStack.length > deepest)
      throw new ParseError("The page nests its elements deeper than any real one; check its address.");
  }
}
