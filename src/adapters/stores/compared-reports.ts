// Reports of the last days that later ones are compared with: what signed texts and event profiles have in common.
import type { ArchiveEntry } from "../../ports/store.ts";
import type { Database } from "./tables.ts";

// Reports of one event come within days; an import that brings years of them ends within this time too.
const keepMs = 7 * 24 * 3_600_000;

/** What a report is compared by: bytes beside what it is found by. */
interface Comparable {
  readonly bytes: Uint8Array;
}

export interface KeptReport<Compared> {
  readonly number: number;
  readonly publishedAt: number;
  readonly compared: Compared;
}

/**
 * Keeps the entries' reports in place of their earlier ones, and drops those archived longer than a week ago. Returns what was kept, for
 * the table that it is found by; an entry without anything to compare is not kept.
 */
export async function keepReports<Compared extends Comparable>(
  database: Database,
  table: "signed_texts" | "event_profiles",
  entries: readonly ArchiveEntry[],
  comparedOf: (entry: ArchiveEntry) => Compared | null,
  now: number,
): Promise<readonly KeptReport<Compared>[]> {
  const ids = entries.map(({ article }) => article.id);
  await database
    .deleteFrom(table)
    .where(({ or, eb }) => or([eb("article_id", "in", ids), eb("archived_at", "<", now - keepMs)]))
    .execute();
  const kept = new Map(
    entries.flatMap((entry) => {
      const compared = comparedOf(entry);
      return compared === null ? [] : [[entry.article.id, { article: entry.article, compared }]];
    }),
  );
  if (kept.size === 0) return [];
  const rows = await database
    .insertInto(table)
    .values(
      [...kept.values()].map(({ article, compared }) => ({
        article_id: article.id,
        source_id: article.sourceId,
        story_id: article.storyId,
        published_at: article.publishedAt,
        archived_at: now,
        bytes: compared.bytes,
      })),
    )
    .returning(["number", "article_id"])
    .execute();
  return rows.flatMap(({ number, article_id }) => {
    const report = kept.get(article_id);
    return report ? [{ number, publishedAt: report.article.publishedAt, compared: report.compared }] : [];
  });
}
