// Which terms the desk's articles have: counted from the archive once, then from each article as it comes.
import { termsOf } from "../language/event-profile.ts";
import { TermCounts } from "../language/term-counts.ts";
import { othersTurn } from "../ports/others-turn.ts";
import type { ArticleStore } from "../ports/store.ts";

/** The counts of this process; the archive is read when they are first asked for. */
export type KnownTerms = () => Promise<TermCounts>;

// Some days of news: read in well under a second.
const articlesRead = 2000;
// Some thousandths of a second.
const reportsInTurn = 20;

export function createKnownTerms(store: Pick<ArticleStore, "recentReports">): KnownTerms {
  let counting: Promise<TermCounts> | undefined;
  return () => {
    counting ??= countTerms(store).catch((error: unknown) => {
      counting = undefined;
      throw error;
    });
    return counting;
  };
}

async function countTerms(store: Pick<ArticleStore, "recentReports">): Promise<TermCounts> {
  const counts = new TermCounts();
  for (const [index, report] of (await store.recentReports(articlesRead)).entries()) {
    if (index % reportsInTurn === 0) await othersTurn();
    counts.add(report.language, termsOf(report).keys());
  }
  return counts;
}
