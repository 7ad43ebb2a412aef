// Who wrote an article.
import type { PageMetadata } from "./page-metadata.ts";
import { elementsOf, hasWord, lineOf, type PageElement } from "./page-tree.ts";
import type { StructuredArticle } from "./structured-data.ts";

const longestByline = 80;

/**
 * Names joined by commas, without "By" or 記者; null when nobody is named. `opening`: the first paragraphs of the text,
 * whose reporters win over the newsroom's own name, which many publishers declare in the writer's place.
 */
export function findByline(
  page: PageElement,
  metadata: PageMetadata,
  structured: StructuredArticle | null,
  opening: readonly string[],
): string | null {
  const declared = [...new Set(structured?.authors ?? [])].map(bare).filter(isName);
  const site = metadata.first("og:site_name");
  const isNewsroom = declared.every((name) => name === site || name === structured?.publisher);
  const reporters = isNewsroom ? opening.map(reportersIn).find((names) => names !== null) : undefined;
  if (reporters !== undefined) return reporters;
  if (declared.length > 0) return declared.join(", ");
  const meta = [
    ...metadata.all("author"),
    ...metadata.all("article:author"),
    ...metadata.all("dc.creator"),
    ...metadata.all("parsely-author"),
    ...metadata.all("sailthru.author"),
    ...metadata.all("byl"),
  ]
    .map(bare)
    .find(isName);
  return meta ?? visibleByline(page);
}

/** 記者王小明、陳美玉／台北報導 and 홍길동 기자 = at the start of a paragraph. */
function reportersIn(paragraph: string): string | null {
  const start = paragraph.slice(0, longestByline);
  const chinese = /^[〔【（(]?(?:記者|记者)\s?(\p{sc=Han}{2,4}(?:[、 ]\p{sc=Han}{2,4})*)\s?[/／]/u.exec(start)?.[1];
  const korean =
    /^(?:[(（[][^()（）[\]]{1,24}[)）\]]\s*)?(\p{sc=Hang}{2,4}(?:[·,]\s?\p{sc=Hang}{2,4})*)\s기자\s*=/u.exec(
      start,
    )?.[1];
  return (chinese ?? korean)?.split(/[、 ·,]+/).join(", ") ?? null;
}

function visibleByline(page: PageElement): string | null {
  const certain: string[] = [];
  const likely: string[] = [];
  for (const element of elementsOf(page)) {
    const { attributes } = element;
    const isCertain = hasWord(attributes.rel, "author") || /\bauthor\b/i.test(attributes.itemprop ?? "");
    const isLikely = /(?:^|[\s_-])(?:by-?line|author(?:-?name)?|reporter|writer|journalist)(?:$|[\s_-])/i.test(
      attributes.class ?? "",
    );
    if (!isCertain && !isLikely) continue;
    const name = bare(lineOf(element));
    if (isName(name)) (isCertain ? certain : likely).push(name);
  }
  return certain[0] ?? likely[0] ?? null;
}

const isName = (text: string): boolean =>
  text.length > 1 &&
  text.length <= longestByline &&
  !/^(?:https?:|www\.|@|admin$)|says:$/i.test(text) &&
  /\p{L}/u.test(text);

/** A byline's name alone: without "By", 記者, the place of the report, the time or the site behind it. */
const bare = (text: string): string =>
  (text.split(behindName, 1)[0] ?? "")
    .replace(/^["“”]+|["“”]+$/g, "")
    .replace(/^(?:(?:written|posted|published|article|guide|story)\s+)?by\b\s*:?\s*/i, "")
    .replace(/^authors?\s*:?\s+/i, "")
    .replace(/^(?:記者|记者|文|撰文|作者|編輯|编辑|기자)\s*[/／:：]?\s*/, "")
    .replace(/\s*[/／].{0,12}(?:報導|报道|報道|電|专电)$/, "")
    .replace(/\s*기자$/, "")
    .trim();

const behindName =
  /\s*[|｜]\s*|\s*-?\s*(?:updated\s+)?(?:\d{4}[-/.]\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2},)/i;
