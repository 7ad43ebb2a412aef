// Articles on their way out, such that importing them again gives them back, every field: as lines of JSON, or as Jekyll posts.
import { createHash } from "node:crypto";
import { readPost } from "./adapters/sources/posts/read.ts";
import { type WrittenPost, withKept, writePost } from "./adapters/sources/posts/write.ts";
import { extractFragment } from "./collect/extract/extract-fragment.ts";
import { exportedJson, readExported } from "./exported-json.ts";
import type { Post, PostReading } from "./ports/source-reader.ts";
import type { ArticleStore, SourceStore } from "./ports/store.ts";
import type { Article } from "./records/article.ts";
import type { ExportedArticle } from "./records/exported-article.ts";

const articlesAtOnce = 100;

/** Every article, oldest first. */
export async function* exportedArticles(
  store: Pick<ArticleStore, "eachArticle" | "pastsOf"> & Pick<SourceStore, "sourceNames">,
): AsyncGenerator<ExportedArticle> {
  const names = await store.sourceNames();
  const withPasts = async (articles: readonly Article[]): Promise<readonly ExportedArticle[]> => {
    const pasts = await store.pastsOf(articles.map(({ id }) => id));
    return articles.map((article) => ({
      ...article,
      ...(pasts.get(article.id) ?? { headlines: [], lesson: null }),
      sourceName: names.get(article.sourceId) ?? article.sourceId,
    }));
  };
  let articles: Article[] = [];
  for await (const article of store.eachArticle()) {
    articles.push(article);
    if (articles.length < articlesAtOnce) continue;
    yield* await withPasts(articles);
    articles = [];
  }
  yield* await withPasts(articles);
}

/**
 * The article as a post that anybody can read and edit, its whole text in its body. What a post has no place for (the lede, the byline, the story
 * …) stands in a comment at its end, which counts for as long as the post is not edited.
 */
export function exportPost(article: ExportedArticle): WrittenPost {
  const complete = completeArticle(article);
  const written = writePost(complete);
  const reading = readPost(written.fileName, Buffer.from(written.text));
  if (reading.state === "refused") return written;
  const { text, original, ...fields } = exportedJson(article);
  const { body, ...rest } = original;
  const kept = {
    digest: digestOf(reading.post),
    ...fields,
    // What the post says by itself is not said twice.
    ...(textOf(reading.post.body, article.url) === text ? {} : { text }),
    original: body === reading.post.body ? rest : original,
  };
  return { ...written, text: withKept(written.text, JSON.stringify(kept)) };
}

/** What an export wrote beside a post: `isEdited` when somebody has changed the post since, which then says more than the article does. */
export interface ExportedPost {
  readonly article: ExportedArticle;
  readonly isEdited: boolean;
}

/** The article that was exported as this post; null for any other post. */
export function exportedOf({ post, kept }: Extract<PostReading, { state: "read" }>): ExportedPost | null {
  if (kept === undefined) return null;
  try {
    const { digest, ...fields } = JSON.parse(kept) as Readonly<Record<"digest" | "text" | "original", unknown>>;
    const original = { body: post.body, ...(fields.original as object) };
    const article = readExported({ ...fields, text: fields.text ?? textOf(post.body, post.url), original });
    return article && { article, isEdited: digest !== digestOf(post) };
  } catch {
    // No JSON: somebody's comment, or a damaged one.
    return null;
  }
}

function digestOf({ title, url, publishedAt, author, categories, tags, body }: Post): string {
  const said = JSON.stringify([title, url, publishedAt, author, categories, tags, body]);
  return createHash("sha256").update(said).digest("base64url");
}

const textOf = (body: string, url: string | null): string => extractFragment(body, url).text;

/**
 * The article with a body that gives its text and image again when it is read. Where the text was found on the page, the
 * feed's markup holds only a part of it: then the body is made of the text's paragraphs.
 */
export function completeArticle<Exported extends Article>(article: Exported): Exported {
  const { original, url, text, image } = article;
  const inBody = extractFragment(original.body, url);
  if (inBody.text === text && inBody.image === image) return article;
  const picture = image === null ? [] : [`<p><img src="${escapeMarkup(image)}"></p>`];
  const paragraphs = text
    .split("\n\n")
    .map((paragraph) => `<p>${escapeMarkup(paragraph).replaceAll("\n", "<br>")}</p>`);
  return { ...article, original: { ...original, body: [...picture, ...paragraphs].join("\n") } };
}

const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
