// When an article was published, from what its page declares and then from what it shows.
import { readClock } from "../../language/instant/clock.ts";
import { readDay } from "../../language/instant/day.ts";
import { readOffset } from "../../language/instant/zone.ts";
import type { PageMetadata } from "./page-metadata.ts";
import { elementsOf, lineOf, type PageElement } from "./page-tree.ts";
import type { StructuredArticle } from "./structured-data.ts";

const metaNames = [
  "article:published_time",
  "datepublished",
  "date",
  "pubdate",
  "publishdate",
  "publish-date",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date",
  "dc.date.issued",
  "og:published_time",
];

/** Where an article appears: what a time without a zone is read by. */
interface Place {
  /** BCP 47 as the page declares it. */
  readonly language: string | null;
  readonly url: string | null;
}

/**
 * Epoch milliseconds; null when the page tells no time. In order: JSON-LD, meta elements, `time[datetime]` and
 * microdata, then short texts in boxes named after dates. A time without a zone is read in that of the address' country,
 * as an agency's foreign editions keep its own clock; else by the page's language: Chinese UTC+8, Japanese and Korean UTC+9; else as UTC.
 */
export function findPublicationTime(
  page: PageElement,
  metadata: PageMetadata,
  structured: StructuredArticle | null,
  place: Place,
): number | null {
  const offset = assumedOffset(place);
  for (const text of [structured?.datePublished ?? null, ...metaNames.map((name) => metadata.first(name))]) {
    const instant = text === null ? null : readTime(text, offset);
    if (instant !== null) return instant;
  }
  return shownTime(page, offset);
}

function assumedOffset({ language, url }: Place): number {
  const country = /\.(tw|hk|mo|cn|sg|jp|kr)$/.exec(URL.parse(url ?? "")?.hostname ?? "")?.[1];
  if (country !== undefined) return country === "jp" || country === "kr" ? 540 : 480;
  const primary = language?.toLowerCase().split(/[-_]/, 1)[0] ?? "";
  if (primary === "zh") return 480;
  return primary === "ja" || primary === "ko" ? 540 : 0;
}

// Words such as 發布時間： or "Published" stand before the date that a page shows.
const dateStart =
  /(?:民國|民国|令和|平成)?\d{2,4}\s?[-/.年년]\s?\d{1,2}\s?[-/.月월]|(?<!\d)\d{1,2}(?:st|nd|rd|th)?\.?\s+\p{L}{3,9}\.?,?\s+\d{4}|\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}/u;
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** `offset` is in minutes east of UTC, for a text that names no zone. */
function readTime(text: string, offset: number): number | null {
  // RTHK: 2023-10-05 HKT 14:20
  const line = text
    .slice(0, 200)
    .normalize("NFKC")
    .trim()
    .replace(/\b([A-Z]{3}) (\d{1,2}:\d\d)/, "$2 $1");
  const start = dateStart.exec(line);
  const day = readDay(start === null ? line : line.slice(start.index));
  const clock = day === null ? null : readClock(day.rest);
  if (day === null || clock === null) return null;
  const instant = day.at + clock.ms - (readOffset(clock.rest) ?? offset) * 60_000;
  return instant >= earliest && instant < latest ? instant : null;
}

function shownTime(page: PageElement, offset: number): number | null {
  let shown: number | null = null;
  for (const element of elementsOf(page)) {
    const { tag, attributes } = element;
    if (tag === "time" || /datepublished/i.test(attributes.itemprop ?? "")) {
      const marked = readTime(attributes.datetime ?? attributes.content ?? lineOf(element), offset);
      if (marked !== null) return marked;
    }
    if (shown === null && isDateBox(attributes)) shown = readTime(lineOf(element), offset);
  }
  return shown;
}

const dateNames =
  /(?:^|[\s_-])(?:date|time|datetime|published?|pub|posted|updated?|created?-?date|(?:news|article|post|story|publish|update)-?(?:date|time|info)|timestamp)(?:$|[\s_-])/i;

const isDateBox = ({ class: names = "", id = "" }: PageElement["attributes"]): boolean =>
  (names !== "" || id !== "") && dateNames.test(`${names} ${id}`.slice(0, 200));
