// Articles that an archive exported come back as they were: nothing is edited again.
import { profileOf, termsOf } from "../language/event-profile.ts";
import { signText } from "../language/min-hash.ts";
import type { ArticleStore } from "../ports/store.ts";
import type { ExportedArticle } from "../records/exported-article.ts";
import { type CurateCounts, type CurateParts, contentHashOf } from "./edit.ts";
import { storyKeysOf } from "./story.ts";

export interface ArchiveExportedParts extends Pick<CurateParts, "knownTerms" | "newId"> {
  readonly store: Pick<ArticleStore, "findArticles" | "headlinesOf" | "archive">;
}

/** Archives one batch in one transaction. What is there already, or in a later version, counts as a duplicate. */
export async function archiveExported(
  articles: readonly ExportedArticle[],
  { store, knownTerms, newId }: ArchiveExportedParts,
): Promise<CurateCounts> {
  const known = new Map(
    [...(await store.findArticles(articles.map(({ identity }) => identity)))].map(([identity, article]) => [
      identity,
      { contentHash: article.contentHash, publishedAt: article.publishedAt },
    ]),
  );
  const counts = { imported: 0, updated: 0, duplicates: 0 };
  const entries: Parameters<ArticleStore["archive"]>[0][number][] = [];
  const terms = await knownTerms();
  for (const { sourceName: _, headlines, lesson, ...article } of articles) {
    const contentHash = contentHashOf(article);
    const earlier = known.get(article.identity);
    if (earlier && (earlier.contentHash === contentHash || article.publishedAt < earlier.publishedAt)) {
      counts.duplicates += 1;
      continue;
    }
    counts[earlier ? "updated" : "imported"] += 1;
    known.set(article.identity, { contentHash, publishedAt: article.publishedAt });
    // An archive into which two others are imported may have an article of this id under another address.
    const isIdTaken = earlier === undefined && (await store.headlinesOf(article.id)).length > 0;
    const articleTerms = termsOf(article);
    // What comes later in other words is told by how rare its terms are.
    if (!earlier) terms.add(article.language, articleTerms.keys());
    entries.push({
      article: isIdTaken ? { ...article, id: newId() } : article,
      contentHash,
      storyKeys: storyKeysOf(article.headline, article.text),
      signature: signText(article.text),
      profile: profileOf(article, articleTerms, terms),
      joined: null,
      headlines,
      ...(lesson && { lesson }),
    });
  }
  if (entries.length > 0) await store.archive(entries);
  return counts;
}
