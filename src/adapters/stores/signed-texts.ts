// The texts of the last days by their signatures: how a text finds others like it.
import type { ArchiveEntry, ComparedReport } from "../../ports/store.ts";
import type { Database } from "./tables.ts";

// Reports of one event come within days; an import that brings years of them ends within this time too.
const keepMs = 7 * 24 * 3_600_000;
// One text spread under a thousand addresses is known by any of them.
const mostFound = 100;

/** Signed texts that share a band and were published from `from` to `until`, newest archived first. */
export async function findSignedTexts(
  database: Database,
  bands: readonly number[],
  from: number,
  until: number,
): Promise<readonly ComparedReport[]> {
  if (bands.length === 0) return [];
  const rows = await database
    .selectFrom("signed_texts")
    .select(["article_id as articleId", "source_id as sourceId", "story_id as storyId"])
    .select(["published_at as publishedAt", "bytes"])
    .where("number", "in", database.selectFrom("text_bands").select("number").where("band", "in", bands))
    .where("published_at", ">=", from)
    .where("published_at", "<=", until)
    .orderBy("number", "desc")
    .limit(mostFound)
    .execute();
  return rows.map((row) => ({ ...row }));
}

/** Keeps the entries' signatures in place of their earlier ones, and drops those archived longer than a week ago. */
export async function keepSignatures(database: Database, entries: readonly ArchiveEntry[], now: number): Promise<void> {
  const ids = entries.map(({ article }) => article.id);
  await database
    .deleteFrom("signed_texts")
    .where(({ or, eb }) => or([eb("article_id", "in", ids), eb("archived_at", "<", now - keepMs)]))
    .execute();
  const signatures = new Map(entries.flatMap(({ article, signature }) => (signature ? [[article.id, signature]] : [])));
  if (signatures.size === 0) return;
  const signed = entries.filter(({ article }) => signatures.has(article.id));
  const rows = await database
    .insertInto("signed_texts")
    .values(
      signed.map(({ article, signature }) => ({
        article_id: article.id,
        source_id: article.sourceId,
        story_id: article.storyId,
        published_at: article.publishedAt,
        archived_at: now,
        bytes: signature?.bytes ?? new Uint8Array(),
      })),
    )
    .returning(["number", "article_id"])
    .execute();
  const bands = rows.flatMap((row) => bandsOf(row.number, signatures.get(row.article_id)?.bands ?? []));
  await database.insertInto("text_bands").values(bands).execute();
}

const bandsOf = (number: number, bands: readonly number[]) => [...new Set(bands)].map((band) => ({ number, band }));
