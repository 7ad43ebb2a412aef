// An exported article as JSON, and back from JSON that may be anybody's.
import { readWebAddress } from "./language/web-address.ts";
import type { LedeSentence, SeenHeadline } from "./records/article.ts";
import type { ExportedArticle } from "./records/exported-article.ts";

// Ten times what an article's terms take.
const longestLesson = 20_000;

/** The article as JSON has it: instants in ISO 8601, to the millisecond. */
export function exportedJson(article: ExportedArticle) {
  const iso = (at: number): string => new Date(at).toISOString();
  const { headlines, lesson, ...fields } = article;
  return {
    ...fields,
    publishedAt: iso(article.publishedAt),
    collectedAt: iso(article.collectedAt),
    // Most have neither.
    ...(headlines.length > 0 && {
      headlines: headlines.map(({ headline, seenAt }) => ({ headline, seenAt: iso(seenAt) })),
    }),
    ...(lesson && { lesson: Buffer.from(lesson).toString("base64") }),
  };
}

/** The article, or null for what is none: a field is missing or of another kind, an address is not of the web. */
export function readExported(value: unknown): ExportedArticle | null {
  const {
    id,
    identity,
    sourceId,
    sourceName,
    storyId,
    url,
    headline,
    lede,
    tags,
    language,
    byline,
    image,
    text,
    original,
    headlines = [],
    lesson = "",
    ...times
  } = fieldsOf(value);
  const { title, author, body, categories } = fieldsOf(original);
  const [publishedAt, collectedAt] = [instantOf(times.publishedAt), instantOf(times.collectedAt)];
  if (!isNamed(id) || !isNamed(identity) || !isNamed(storyId) || !isNamed(language)) return null;
  if (!isNamed(sourceName) || !isNamed(sourceId) || !/^[a-z0-9-]{1,40}$/.test(sourceId)) return null;
  if (!isAddress(url) || !isAddress(image) || !isTextOrNull(byline) || !isTextOrNull(author)) return null;
  if (!isText(headline) || !isText(text) || !isText(title) || !isText(body)) return null;
  if (!isTexts(tags) || !isTexts(categories) || publishedAt === null || collectedAt === null) return null;
  const sentences = Array.isArray(lede) ? lede.map(sentenceOf) : [null];
  if (!sentences.every((sentence) => sentence !== null)) return null;
  const seen = Array.isArray(headlines) ? headlines.map(seenHeadlineOf) : [null];
  if (!seen.every((one) => one !== null)) return null;
  if (!isText(lesson) || lesson.length > longestLesson) return null;
  return {
    ...{ id, identity, sourceId, sourceName, storyId, url, headline, lede: sentences, tags, language, byline, image },
    ...{ publishedAt, collectedAt, text, original: { title, author, body, categories } },
    ...{ headlines: seen, lesson: lesson === "" ? null : new Uint8Array(Buffer.from(lesson, "base64")) },
  };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const isText = (value: unknown): value is string => typeof value === "string";
// Keys are kept for good, and compared.
const isNamed = (value: unknown): value is string => isText(value) && value !== "" && value.length <= 1000;
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isAddress = (value: unknown): value is string | null =>
  value === null || (isText(value) && readWebAddress(value) !== null);

function instantOf(value: unknown): number | null {
  const at = isText(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function seenHeadlineOf(value: unknown): SeenHeadline | null {
  const { headline, seenAt } = fieldsOf(value);
  const at = instantOf(seenAt);
  return isText(headline) && at !== null ? { headline, seenAt: at } : null;
}

function sentenceOf(value: unknown): LedeSentence | null {
  const { text, start, end } = fieldsOf(value);
  return isText(text) && Number.isInteger(start) && Number.isInteger(end)
    ? { text, start: Number(start), end: Number(end) }
    : null;
}
