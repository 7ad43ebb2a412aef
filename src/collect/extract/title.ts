// An article's title among the many that a page carries.
import type { PageMetadata } from "./page-metadata.ts";
import { elementsOf, lineOf, type PageElement } from "./page-tree.ts";
import type { StructuredArticle } from "./structured-data.ts";

/**
 * The title without the publisher's name around it; null when the page names nothing. The heading that readers see
 * wins over the title declared to other sites, unless it is the same but for its spelling or what is put before it, or
 * unless, outside the news, the address was made from the declared one. `url`: the article's own address when the page tells it.
 */
export function findTitle(
  page: PageElement,
  metadata: PageMetadata,
  structured: StructuredArticle | null,
  url: string,
): string | null {
  const siteName = metadata.first("og:site_name");
  const titles = [metadata.first("og:title", "twitter:title"), structured?.headline ?? null, metadata.title]
    .filter((title) => title !== null)
    .map((title) => title.slice(0, longestTitle))
    .map((title) => withoutSiteName(title, siteName, isFrontPage(url)));
  const isSiteName = siteNameTest(siteName, metadata.title, titles);
  const headings = elementsOf(page)
    .filter(({ tag }) => tag === "h1")
    .slice(0, mostHeadings)
    .map(lineOf)
    .filter((line) => line !== "" && !isSiteName(line));
  const slug = slugOf(url);
  const heading = headlineAmong(headings, titles, slug);
  const [declared] = titles;
  if (declared === undefined || heading === null) return declared ?? headings[0] ?? null;
  const original = structured?.isNews || dated.test(url) ? null : titleOfAddress(titles, heading, slug);
  if (original !== null) return original;
  return comparable(heading).endsWith(comparable(declared)) && !joinedBySite.test(declared) ? declared : heading;
}

// Where a heading has a colon or a dash of its own, the declared title often has what the site's template puts there.
const joinedBySite = /\s-\s/;

/** A heading is the site's name when the page says so, or when the `<title>` is the article's title with it. */
function siteNameTest(
  siteName: string | null,
  pageTitle: string | null,
  titles: readonly string[],
): (heading: string) => boolean {
  const site = comparable(siteName ?? "");
  const whole = comparable(pageTitle ?? "");
  return (heading) => {
    const name = comparable(heading);
    return (
      name === site ||
      titles.map(comparable).some((title) => whole === `${name} ${title}` || whole === `${title} ${name}`)
    );
  };
}

/** The words of the address's last part that has several, as comparable text: `/2023/10/bridge-to-reopen.html` is `bridge to reopen`. */
function slugOf(url: string): string {
  const parts = URL.canParse(url) ? new URL(url).pathname.split("/") : [];
  const words = parts.map((part) => comparable(part.replace(/\.\w{2,5}$/, "").replace(/\d{5,}/g, "")));
  return words.findLast((part) => part.includes(" ")) ?? "";
}

// An address is made of the headline's words once and kept; these are the least words, and the share of them, that tell one title from another.
const fewestSlugWords = 3;
const tellingShare = 0.4;

// Newsrooms word a title for search engines, and the address with it, apart from the headline, which is the heading; they are known by the dates in their addresses too.
const dated = /\/(?:19|20)\d\d[/-]?\d\d?[/-]/;

/** The declared title that has clearly more of the address's words than the heading: what the article was called before its heading was reworded for the page. */
function titleOfAddress(titles: readonly string[], heading: string, slug: string): string | null {
  const words = wordsOf(slug);
  if (words.length < fewestSlugWords) return null;
  const shareIn = (title: string): number => {
    const among = new Set(wordsOf(comparable(title)));
    return words.filter((word) => among.has(word)).length / words.length;
  };
  const least = shareIn(heading) + tellingShare;
  return titles.find((title) => shareIn(title) >= least) ?? null;
}

const isFrontPage = (url: string): boolean => URL.parse(url)?.pathname === "/";

const longestTitle = 1_000;
const mostHeadings = 50;
// Below this share of common words a heading names something else: the section, the site, a notice.
const leastShared = 0.3;
// The only heading is the headline without any agreement if it is longer than the name of a section.
const leastWords = 5;

function headlineAmong(headings: readonly string[], titles: readonly string[], slug: string): string | null {
  const shares = headings.map((heading) => ({
    heading,
    share: Math.max(0, ...titles.map((title) => sharedWords(comparable(heading), comparable(title)))),
    inSlug: sharedWords(comparable(heading), slug),
  }));
  const best = shares.toSorted((a, b) => b.share + b.inSlug - a.share - a.inSlug)[0];
  if (best === undefined) return null;
  const isSentence = headings.length === 1 && wordsOf(comparable(best.heading)).length >= leastWords;
  return Math.max(best.share, best.inSlug) > leastShared || isSentence ? best.heading : null;
}

const comparable = (title: string): string =>
  title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The share of words, or CJK characters, that both have; one when the title contains the heading. */
function sharedWords(heading: string, title: string): number {
  if (title.includes(heading)) return heading.length * 3 > title.length ? 1 : 0;
  const words = new Set(wordsOf(heading));
  const others = new Set(wordsOf(title));
  return words.intersection(others).size / Math.max(1, words.size, others.size);
}

const wordsOf = (text: string): string[] =>
  text.match(/[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}]|[^\s\p{sc=Han}\p{sc=Kana}\p{sc=Hira}]+/gu) ?? [];

const separator = /\s+[|｜–—\-·•»:：]\s+|\s*[|｜]\s*/g;

/** `Title | Site`, `Title - Section - Site` and `標題｜站名`, cut where the site's name begins; of `Site | Title` the title, or on the site's front page the name. */
function withoutSiteName(title: string, siteName: string | null, isFront: boolean): string {
  const cuts = [...title.matchAll(separator)].filter(({ index }) => index > 0);
  const site = comparable(siteName ?? "");
  const [first] = cuts;
  if (first !== undefined && site !== "" && comparable(title.slice(0, first.index)) === site) {
    return (isFront ? title.slice(0, first.index) : title.slice(first.index + first[0].length)).trim();
  }
  const named = cuts.find(
    ({ index, 0: mark }) => site !== "" && comparable(title.slice(index + mark.length)).startsWith(site),
  );
  const last = named ?? cuts.at(-1);
  if (last === undefined) return title;
  const front = title.slice(0, last.index).trim();
  const back = title.slice(last.index + last[0].length).trim();
  if (named === undefined) return front.length >= shortestTitle && front.length > back.length ? front : title;
  return withoutSection(
    front,
    cuts.findLast(({ index, 0: mark }) => index < named.index && mark === named[0]),
  );
}

const shortestTitle = 10;
const longestSection = 15;

function withoutSection(title: string, cut: RegExpExecArray | undefined): string {
  if (cut === undefined || cut.index < shortestTitle) return title;
  return title.length - cut.index - cut[0].length <= longestSection ? title.slice(0, cut.index).trim() : title;
}
