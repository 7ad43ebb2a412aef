// Which part of a page is the article: the smallest element that still holds most of the page's prose.
import type { Prose } from "./page-prose.ts";

// Going down a level may leave behind this share of the prose: teasers and sidebars that no rule knows. Less where nothing says "article".
const leftBehindByArticle = 0.3;
const leftBehind = 0.12;

const articleNames =
  /(?:^|[\s_-])(?:article|articles?-?(?:body|content|text)|content|entry(?:-content)?|post(?:-?(?:body|content))?|story(?:-?body)?|main|body|news-?(?:content|text))(?:$|[\s_-])/i;

/** The article's element; null when the page has no prose. */
export function findMainContent(page: Prose): Prose | null {
  if (page.prose === 0) return null;
  let main = declaredBody(page) ?? onlyArticle(page) ?? page;
  for (let next = narrower(main); next !== null; next = narrower(main)) main = next;
  return main;
}

/** The next element down the heaviest branch that may stand alone: what all levels down to it leave behind counts together. */
function narrower(main: Prose): Prose | null {
  let left = 0;
  let level = main;
  for (let next = heaviest(level); next !== null; next = heaviest(level)) {
    left += leftBy(level, next);
    if (left <= next.prose * (looksLikeArticle(next) ? leftBehindByArticle : leftBehind)) return next;
    level = next;
  }
  return null;
}

const heaviest = (prose: Prose): Prose | null =>
  elements(prose).reduce<Prose | null>((best, child) => (child.prose > (best?.prose ?? 0) ? child : best), null);

const elements = (prose: Prose): Prose[] => prose.children.filter((child) => typeof child !== "string");

const leftBy = (level: Prose, next: Prose): number =>
  elements(level).reduce((sum, child) => (child === next ? sum : sum + credible(child)), 0);

// Among other text prose counts from the first share on, and in full from the second.
const leastDense = 0.5;
const fullyDense = 0.9;

/** A sidebar's teasers are little prose among many links and labels; a paragraph of the article is nothing but prose. */
function credible({ prose, text }: Prose): number {
  if (prose === 0) return 0;
  return prose * Math.min(1, Math.max(0, (prose / text - leastDense) / (fullyDense - leastDense)));
}

function looksLikeArticle({ source: { tag, attributes } }: Prose): boolean {
  return (
    tag === "article" ||
    tag === "main" ||
    attributes.role === "main" ||
    articleNames.test(`${attributes.class ?? ""} ${attributes.id ?? ""}`)
  );
}

// schema.org's articleBody, when it is no mere excerpt.
function declaredBody(page: Prose): Prose | null {
  const found = search(page, ({ source }) => /\barticleBody\b/i.test(source.attributes.itemprop ?? ""));
  return found.length === 1 && found[0] !== undefined && found[0].prose > page.prose * 0.3 ? found[0] : null;
}

// The page's one "article" element, when it holds the headline too: what stands beside it is the site's, however much it is.
function onlyArticle(page: Prose): Prose | null {
  const found = search(page, ({ source, prose }) => source.tag === "article" && prose > 0);
  const [only] = found;
  return found.length === 1 && only !== undefined && only.prose > page.prose * 0.5 && holdsHeadline(only) ? only : null;
}

const holdsHeadline = (prose: Prose): boolean => search(prose, ({ source }) => source.tag === "h1").length > 0;

function search(prose: Prose, matches: (prose: Prose) => boolean): Prose[] {
  if (matches(prose)) return [prose];
  return elements(prose).flatMap((child) => search(child, matches));
}
