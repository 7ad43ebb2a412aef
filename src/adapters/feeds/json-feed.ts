// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
import { type ArchiveFeed, articleUrn, authorName } from "./archive-feed.ts";

/** The feed as a document. */
export function jsonFeedOf({ title, self, next, home, articles }: ArchiveFeed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: home,
    feed_url: self,
    ...(next === null ? {} : { next_url: next }),
    items: articles.map((article) => ({
      id: articleUrn(article),
      ...(article.url === null ? {} : { url: article.url }),
      title: article.headline,
      summary: article.lede,
      // An item must have a text of either form.
      content_text: article.lede,
      ...(article.image === null ? {} : { image: article.image }),
      date_published: new Date(article.publishedAt).toISOString(),
      date_modified: new Date(article.updatedAt).toISOString(),
      authors: [{ name: authorName(article) }],
      tags: article.tags,
      ...(article.language === "und" ? {} : { language: article.language }),
    })),
  });
}
