// The repeating list of links on a page: what a reader would call its headlines.
//
// Links that stand at the same path of tags and classes are a group. The group that reads most like headlines wins: texts of a
// headline's length, each to an address of its own on the same site, many of them, outside of menus. Its selectors follow
// from where its links stand.
import type { CheerioAPI } from "cheerio/slim";
import { getDomain } from "tldts";
import type { PageSelectors } from "../../../records/source.ts";
import { selectorsOf } from "./list-selectors.ts";
import type { PageElement } from "./path.ts";
import { createPlaces } from "./places.ts";

/** A link that may be a headline. */
interface Candidate {
  readonly element: PageElement;
  readonly url: string;
  readonly path: number;
  readonly worth: number;
}

/** With fewer links a group is hardly a list; "most read" boxes have five. */
const fewestLinks = 4;
const mostCandidates = 5_000;
/** More links add little: else an archive of tags would beat the news. */
const mostCounted = 30;

/** Selectors of the list, or null when no group of links reads like headlines. */
export function findLinkList($: CheerioAPI, base: string): PageSelectors | null {
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidatesOf($, base)) {
    const group = groups.get(candidate.path);
    if (group) group.push(candidate);
    else groups.set(candidate.path, [candidate]);
  }
  const best = [...groups.values()]
    .map((group, position) => ({ group, score: scoreOf(group, position) }))
    .filter(({ score }) => score > 0)
    .reduce<Scored | null>((leader, next) => (leader && leader.score >= next.score ? leader : next), null);
  return (
    best &&
    selectorsOf(
      $,
      best.group.map(({ element }) => element),
    )
  );
}

interface Scored {
  readonly group: readonly Candidate[];
  readonly score: number;
}

function candidatesOf($: CheerioAPI, base: string): readonly Candidate[] {
  const placeOf = createPlaces();
  return $("a[href]")
    .toArray()
    .slice(0, mostCandidates)
    .flatMap((element) => {
      const url = URL.parse($(element).attr("href") ?? "", base);
      if (url === null || !isArticleAddress(url, base)) return [];
      const heading = $(element).find("h1,h2,h3,h4,h5,h6").first();
      const text = (heading.length > 0 ? heading : $(element)).text().replace(/\s+/g, " ").trim();
      const place = placeOf(element);
      return [{ element, url: url.href, path: place.path, worth: headlineWorth(text) * place.worth }];
    });
}

/** On the same site, and neither its front page nor the list itself. */
function isArticleAddress(url: URL, base: string): boolean {
  const list = new URL(base);
  if (!/^https?:$/.test(url.protocol) || siteOf(url) !== siteOf(list)) return false;
  url.hash = "";
  return url.pathname !== "/" && url.href !== list.href;
}

const siteOf = ({ hostname, host }: URL): string => getDomain(hostname) ?? host;

/** From 0 to 1: a headline has 8 to 60 characters of Chinese or three times as many of an alphabet; a menu's entry has fewer. */
function headlineWorth(text: string): number {
  const wide = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  const width = wide * 3 + (text.length - wide);
  if (width < 15) return 0;
  if (width < 30) return 0.5;
  // An entry whose link holds its summary too is still a headline, if a longer one.
  return width <= 600 ? 1 : 0.5;
}

/** 0 for no list. A list higher on the page wins over an equal one. */
function scoreOf(group: readonly Candidate[], position: number): number {
  const byUrl = new Map(group.map((candidate) => [candidate.url, candidate]));
  const readable = [...byUrl.values()].filter(({ worth }) => worth > 0);
  // A group most of whose links are short is a menu with one long entry.
  if (readable.length < fewestLinks || readable.length * 2 < group.length) return 0;
  const average = readable.reduce((sum, { worth }) => sum + worth, 0) / readable.length;
  return (average ** 2 * Math.sqrt(Math.min(readable.length, mostCounted))) / (1 + position / 200);
}
