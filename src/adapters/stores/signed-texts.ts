// The texts of the last days by their signatures: how a text finds others like it.
import type { ArchiveEntry, ComparedReport } from "../../ports/store.ts";
import { keepReports } from "./compared-reports.ts";
import type { Database } from "./tables.ts";

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

/** Keeps the entries' signatures in place of their earlier ones, for a week. */
export async function keepSignatures(database: Database, entries: readonly ArchiveEntry[], now: number): Promise<void> {
  const kept = await keepReports(database, "signed_texts", entries, ({ signature }) => signature, now);
  const bands = kept.flatMap(({ number, compared }) => [...new Set(compared.bands)].map((band) => ({ number, band })));
  if (bands.length > 0) await database.insertInto("text_bands").values(bands).execute();
}
