// A feed in XML: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF.
import { ParseError } from "../../../records/errors.ts";
import type { Item, ParsedSource } from "../../../records/feed.ts";
import { channelOf, feedOf, itemBase } from "./channel.ts";
import { cutProblems } from "./cut.ts";
import { type Element, feedRoots } from "./element.ts";
import { hubLinksOf } from "./hub-links.ts";
import { itemOf } from "./item.ts";
import { pollingHintsOf } from "./polling-hints.ts";
import { type Scan, scanFeed } from "./scan.ts";

/** Far more than any publisher's, and little enough to hold in memory. */
const mostItems = 100_000;
/** An ill-formed feed is so throughout; the operator needs a few examples. */
const mostProblems = 10;

/** Throws ParseError when the text is no feed. */
export function readXmlFeed(text: string, url: string): ParsedSource {
  const items: Item[] = [];
  const problems: string[] = [];
  let base: string | null | undefined;
  let count = 0;
  const scan = scanFeed(text, url, (element, around, isDamaged) => {
    count++;
    const root = around.find(({ name }) => feedRoots.has(name)) ?? around[0];
    base ??= root ? itemBase(around.find(({ name }) => name === "channel") ?? channelOf(root), url) : url || null;
    const item = count <= mostItems ? itemOf(element, base) : null;
    if (item !== null) items.push(item);
    else if (count <= mostItems) problems.push(`Item ${count} is empty and left out.`);
    if (isDamaged) problems.push(`Item ${count} is not well-formed; it was read as far as its tags could be matched.`);
  });
  if (count > mostItems) problems.unshift(`The feed has ${count} items; only the first ${mostItems} were read.`);
  const root = rootOf(scan, count);
  return {
    feed: feedOf(root, url),
    items,
    polling: pollingHintsOf(channelOf(root)),
    hubLinks: hubLinksOf(channelOf(root)),
    problems: [...cutProblems(cutOf(scan), items.length), ...shortened(problems)],
  };
}

function rootOf({ root }: Scan, itemCount: number): Element {
  if (root !== null && (feedRoots.has(root.name) || itemCount > 0)) return root;
  const found = root === null ? "no XML at all" : `<${root.tag.slice(0, 40)}>`;
  throw new ParseError(
    `Expected RSS, RDF, Atom, CDF or JSON Feed but found ${found}; check the address, or use a page source with selectors.`,
  );
}

function cutOf({ isCut, isItemCut }: Scan): "no" | "in an item" | "between items" {
  if (!isCut) return "no";
  return isItemCut ? "in an item" : "between items";
}

function shortened(problems: readonly string[]): readonly string[] {
  const more = problems.length - mostProblems;
  return more <= 0 ? problems : [...problems.slice(0, mostProblems), `${more} more problems of this kind.`];
}
