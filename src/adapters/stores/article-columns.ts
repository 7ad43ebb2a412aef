// An article as a row of its table, and back; and as the cards that people see.
import { ledeText } from "../../language/lede-text.ts";
import type { ArchiveEntry } from "../../ports/store.ts";
import type { Article } from "../../records/article.ts";
import type { Card } from "../../records/story.ts";
import type { ArticleTable } from "./tables.ts";

/** The columns that an entry fills, with the row it goes to. */
export function articleColumns({ article, contentHash }: ArchiveEntry, row: number): ArticleTable {
  return {
    row,
    id: article.id,
    identity: article.identity,
    source_id: article.sourceId,
    story_id: article.storyId,
    url: article.url,
    headline: article.headline,
    lede: JSON.stringify(article.lede),
    tags: JSON.stringify(article.tags),
    language: article.language,
    byline: article.byline,
    image: article.image,
    published_at: article.publishedAt,
    collected_at: article.collectedAt,
    content_hash: contentHash,
    text: article.text,
    original: JSON.stringify(article.original),
  };
}

/** The article that a row holds. */
export function articleOf(row: ArticleTable): Article {
  return {
    id: row.id,
    identity: row.identity,
    sourceId: row.source_id,
    storyId: row.story_id,
    url: row.url,
    headline: row.headline,
    lede: JSON.parse(row.lede) as Article["lede"],
    tags: JSON.parse(row.tags) as Article["tags"],
    language: row.language,
    byline: row.byline,
    image: row.image,
    publishedAt: row.published_at,
    collectedAt: row.collected_at,
    text: row.text,
    original: JSON.parse(row.original) as Article["original"],
  };
}

/** The columns of a card: none of the long ones. */
export const shortColumns = [
  "articles.row",
  "articles.id",
  "articles.source_id",
  "articles.story_id",
  "articles.url",
  "articles.headline",
  "articles.lede",
  "articles.tags",
  "articles.language",
  "articles.image",
  "articles.published_at",
] as const;

export type ShortRow = Pick<
  ArticleTable,
  "row" | "id" | "source_id" | "story_id" | "url" | "headline" | "lede" | "tags" | "language" | "image" | "published_at"
>;

/** What cards and hits have in common. */
export function shortForm(row: ShortRow) {
  return {
    storyId: row.story_id,
    headline: row.headline,
    lede: ledeText({ lede: JSON.parse(row.lede) as Article["lede"], language: row.language }),
    url: row.url,
    image: row.image,
    sourceId: row.source_id,
    tags: JSON.parse(row.tags) as Article["tags"],
    language: row.language,
    publishedAt: row.published_at,
  };
}

/** A row as a card. `sourceNames` maps source ids to names, `reporters` story ids to the ids of all sources that report. */
export function cardOf(
  row: ShortRow,
  sourceNames: ReadonlyMap<string, string>,
  reporters: ReadonlyMap<string, readonly string[]>,
): Card {
  const nameOf = (sourceId: string) => sourceNames.get(sourceId) ?? sourceId;
  const others = (reporters.get(row.story_id) ?? []).filter((sourceId) => sourceId !== row.source_id);
  return {
    ...shortForm(row),
    articleId: row.id,
    sourceName: nameOf(row.source_id),
    alsoIn: others.map(nameOf),
  };
}
