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
  const item = itemSelector($, items);
  const link = linkSelector($, items, links);
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

/** The shortest end of the path from an entry to its link that finds the link in every entry, and nothing before it. */
function linkSelector($: CheerioAPI, items: readonly PageElement[], links: readonly PageElement[]): string {
  const [item, link] = [items[0], links[0]];
  if (item === undefined || link === undefined || item === link) return "a";
  const path = ancestorsOf(link);
  const steps = path.slice(path.indexOf(item) + 1).map(stepOf);
  const ends = steps.map((_, index) => steps.slice(-index - 1).join(" > "));
  const findsAll = (end: string) => items.every((entry, index) => $(entry).find(end).first().is($(links[index])));
  return ends.find(findsAll) ?? steps.join(" > ");
}

/**
 * The simplest selector that finds what the whole path to the entries does: by their own classes, or inside of one of the
 * elements around them. The more of a page a selector names, the sooner it breaks.
 */
function itemSelector($: CheerioAPI, items: readonly PageElement[]): string {
  const [first] = items;
  if (first === undefined) return "a";
  const own = stepOf(first);
  const around = ancestorsOf(first).slice(0, -1).reverse().slice(0, mostSteps);
  // Without ids, since the entries may stand in several lists, each with its own.
  const wholePath = [...around.toReversed().map(stepOf), own].join(" > ");
  const inside = around.map((element, index) => `${namedStepOf(element)}${index === 0 ? " >" : ""} ${own}`);
  const pathUpTo = (length: number) => [...around.slice(0, length).reverse().map(namedStepOf), own].join(" > ");
  const candidates = [...(own.includes(".") ? [own] : []), ...inside, ...around.map((_, index) => pathUpTo(index + 1))];
  const count = $(wholePath).length;
  return candidates.find((selector) => $(selector).length === count) ?? wholePath;
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
