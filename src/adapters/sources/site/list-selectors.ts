// From the links of a list to the selectors that find them again.
import type { CheerioAPI } from "cheerio/slim";
import { readInstant } from "../../../language/instant.ts";
import type { PageSelectors } from "../../../records/source.ts";
import { ancestorsOf, namedStepOf, type PageElement, parentOf, stepOf } from "./path.ts";

/** Where times and summaries stand in most lists, the surest first. */
const timePlaces = ["time", "[datetime]", "[class*=time]", "[class*=date]", "[class*=Time]", "[class*=Date]"];
const summaryPlaces = ["[class*=summary]", "[class*=desc]", "[class*=excerpt]", "[class*=intro]", "p"];
const titlePlaces = ["h1", "h2", "h3", "h4", "h5", "h6", "[class*=title]", "[class*=headline]"];
const shortestSummary = 30;
// Real lists are told apart sooner; each step more costs a search of the whole page.
const mostSteps = 12;

/** Selectors for the list of these links, which stand at the same path. */
export function selectorsOf($: CheerioAPI, links: readonly PageElement[]): PageSelectors {
  const items = entriesAround(links);
  const path = items[0] === links[0] ? "" : pathBetween(items[0], links[0]);
  const item = shortestSelector($, items);
  const link = path === "" ? lastStep(item) : path;
  const place = (places: readonly string[], fits: (text: string) => boolean) => findPlace($, items, places, fits);
  const title = place(titlePlaces, (text) => text.length > 0);
  const time = place(timePlaces, (text) => readInstant(text) !== null);
  const summary = place(summaryPlaces, (text) => text.length >= shortestSummary && readInstant(text) === null);
  return { item, link, ...(title && { title }), ...(time && { time }), ...(summary && { summary }) };
}

/** The outermost elements that still hold one of the links each: the list's entries. */
function entriesAround(links: readonly PageElement[]): readonly PageElement[] {
  let entries = [...links];
  for (;;) {
    const around = entries.map(parentOf).filter((element) => element !== null);
    const isShared = new Set(around).size < links.length;
    if (isShared || around.some(({ name }) => name === "body" || name === "html")) return entries;
    entries = around;
  }
}

function pathBetween(outer: PageElement | undefined, inner: PageElement | undefined): string {
  if (outer === undefined || inner === undefined) return "a";
  const path = ancestorsOf(inner);
  return path
    .slice(path.indexOf(outer) + 1)
    .map(stepOf)
    .join(" > ");
}

const lastStep = (selector: string): string => selector.split(" > ").at(-1) ?? selector;

/** The shortest path, counted from the entries up, that finds these entries and no others; the longest when none does. */
function shortestSelector($: CheerioAPI, items: readonly PageElement[]): string {
  const [first] = items;
  if (first === undefined) return "a";
  const path = ancestorsOf(first);
  let selector = stepOf(first);
  for (const element of path.slice(0, -1).reverse().slice(0, mostSteps)) {
    if (selector.includes(".") && $(selector).length === items.length) break;
    selector = `${namedStepOf(element)} > ${selector}`;
    if (selector.startsWith("#") && $(selector).length >= items.length) break;
  }
  return selector;
}

/** The first place that most entries have, and whose text fits there. */
function findPlace(
  $: CheerioAPI,
  items: readonly PageElement[],
  places: readonly string[],
  fits: (text: string) => boolean,
): string | undefined {
  return places.find((place) => {
    const found = items.filter((item) => {
      const element = $(item).find(place).first();
      return element.length > 0 && fits((element.attr("datetime") ?? element.text()).replace(/\s+/g, " ").trim());
    });
    return found.length * 2 > items.length;
  });
}
