// What a page says of itself to machines in JSON-LD (schema.org): the article among the objects, with the fields that Lede reads.
import { decodeReferences } from "../../language/markup.ts";
import { elementsOf, oneLine, type PageElement, textWithin } from "./page-tree.ts";

/** Fields that the page does not give are null or empty. Texts are on one line. */
export interface StructuredArticle {
  /** Whether it is called a NewsArticle, or one of the kinds of that. */
  readonly isNews: boolean;
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  /** As written; a date may be without time or zone. */
  readonly datePublished: string | null;
  readonly image: string | null;
  readonly keywords: readonly string[];
  readonly language: string | null;
  /** The whole text as plain text or markup, when the publisher gives it. */
  readonly body: string | null;
}

type JsonObject = Readonly<Record<string, unknown>>;

const articleType = /(?:Article|BlogPosting|Report|Posting|Review|Reportage|Recipe|HowTo)$/;
// A page holds a few dozen objects; a hostile one may hold millions.
const mostValues = 5_000;
const longestScript = 2_000_000;

/** The first object that is an article; null when there is none. Never throws: publishers' JSON is often broken. */
export function readStructuredArticle(page: PageElement): StructuredArticle | null {
  const objects = elementsOf(page)
    .filter(({ tag }) => tag === "script")
    .flatMap((script) => objectsIn(textWithin(script, longestScript)));
  const articles = objects.filter((object) => strings(object["@type"]).some((type) => articleType.test(type)));
  const article = articles.find((object) => object.headline !== undefined) ?? articles[0];
  return article === undefined ? null : readArticle(article, objects);
}

function readArticle(article: JsonObject, objects: readonly JsonObject[]): StructuredArticle {
  return {
    isNews: strings(article["@type"]).some((type) => /NewsArticle$/.test(type)),
    headline: strings(article.headline)[0] ?? strings(article.name)[0] ?? null,
    authors: namesOf(article.author ?? article.creator, objects),
    publisher: namesOf(article.publisher, objects)[0] ?? null,
    datePublished: strings(article.datePublished)[0] ?? strings(article.dateCreated)[0] ?? null,
    image: imageOf(article.image ?? article.thumbnailUrl, objects),
    keywords: strings(article.keywords),
    language: strings(article.inLanguage)[0] ?? null,
    body: typeof article.articleBody === "string" ? article.articleBody : null,
  };
}

function objectsIn(json: string): JsonObject[] {
  const values: unknown[] = [parseJson(json)];
  for (let next = 0; next < values.length && next < mostValues; next++) {
    const value = values[next];
    if (Array.isArray(value)) values.push(...value.slice(0, mostValues));
    else if (isObject(value)) values.push(value["@graph"], value.mainEntity, value.mainEntityOfPage, value.hasPart);
  }
  return values.slice(0, mostValues).filter(isObject);
}

function parseJson(json: string): unknown {
  const bare = json
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)[\s;]*$/, "");
  for (const text of [bare, bare.replace(/\s+/g, " ")]) {
    try {
      return JSON.parse(text);
    } catch {
      // Line breaks inside strings are the common fault: the second form is without them.
    }
  }
  return null;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value's strings, one or several. Publishers' templates escape them for HTML, where nothing would decode them. */
function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value])
    .filter((entry) => typeof entry === "string")
    .map((entry) => oneLine(decodeReferences(entry)))
    .filter((entry) => entry !== "");
}

/** A thing may be given in full, by name, or by the `@id` of another object of the page. */
function resolve(value: unknown, objects: readonly JsonObject[]): unknown {
  if (!isObject(value) || value.name !== undefined || value.url !== undefined) return value;
  return (
    objects.find((object) => object["@id"] === value["@id"] && object !== value && object["@id"] !== undefined) ?? value
  );
}

function namesOf(value: unknown, objects: readonly JsonObject[]): string[] {
  return (Array.isArray(value) ? value : [value])
    .map((entry) => resolve(entry, objects))
    .flatMap((entry) => (isObject(entry) ? strings(entry.name) : strings(entry)));
}

function imageOf(value: unknown, objects: readonly JsonObject[]): string | null {
  const first = resolve(Array.isArray(value) ? value[0] : value, objects);
  if (isObject(first)) return strings(first.url)[0] ?? strings(first.contentUrl)[0] ?? null;
  return strings(first)[0] ?? null;
}
