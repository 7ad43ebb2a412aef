// The articles of a batch on their way into the archive, which knows nothing of them yet, and the stories that they show to be one.
import type { ArchiveEntry } from "../ports/store.ts";
import type { StoryMerge } from "../records/trail.ts";
import type { FiledReport } from "./find-story.ts";
import type { FoundStory } from "./story.ts";

export interface Batch {
  /** Reports filed so far, each under the story that is its own by now. */
  reports(): readonly FiledReport[];
  /** The last of an identity's versions is archived, in the story that the first one found. */
  add(entry: ArchiveEntry, others: FoundStory["others"]): void;
  entries(): readonly ArchiveEntry[];
  /** Stories of the archive or of the batch that became one, each `into` one that stays. */
  merges(): readonly StoryMerge[];
}

export function createBatch(): Batch {
  let reports: FiledReport[] = [];
  let merges: StoryMerge[] = [];
  const entries = new Map<string, ArchiveEntry>();

  function merge(merged: StoryMerge): void {
    const { from, into, degree, articleId } = merged;
    reports = reports.map((report) => (report.storyId === from ? { ...report, storyId: into } : report));
    for (const [identity, entry] of entries) {
      if (entry.article.storyId !== from) continue;
      const joined = entry.joined?.how === "began" ? ({ how: "merged", degree, articleId } as const) : entry.joined;
      entries.set(identity, { ...entry, article: { ...entry.article, storyId: into }, joined });
    }
    // What became one with a story that is gone now is one with its heir.
    merges = [...merges.map((earlier) => (earlier.into === from ? { ...earlier, into } : earlier)), merged];
  }

  return {
    reports: () => reports,
    entries: () => [...entries.values()],
    merges: () => merges,
    add: (entry, others) => {
      const { article } = entry;
      const first = entries.get(article.identity);
      entries.set(article.identity, { ...entry, joined: first?.joined ?? entry.joined });
      reports = [...reports, filedReport(entry)];
      for (const { storyId, degree } of others)
        merge({ from: storyId, into: article.storyId, degree, articleId: article.id });
    },
  };
}

const filedReport = ({ article, storyKeys, signature, profile }: ArchiveEntry): FiledReport => ({
  sourceId: article.sourceId,
  storyId: article.storyId,
  articleId: article.id,
  publishedAt: article.publishedAt,
  storyKeys,
  signature,
  profile,
});
