// Which of a story's reports stands for it in an edition.

/** A report as far as the choice looks at it. */
interface Candidate {
  /** In the order of publication. */
  readonly row: number;
  /** Of its text in UTF-8. */
  readonly bytes: number;
  /** Whether the operator prefers its source. */
  readonly isPreferred: boolean;
}

// A flash of one line is overtaken within minutes; a report that has half of what the longest one says, or so much, tells the news.
const fullShare = 0.5;
const fullBytes = 1500;

/** The longest report of preferred sources, else the earliest full one. Undefined of none. */
export function representativeOf<Report extends Candidate>(reports: readonly Report[]): Report | undefined {
  const preferred = reports.filter(({ isPreferred }) => isPreferred);
  if (preferred.length > 0)
    return preferred.reduce((longest, report) => (report.bytes > longest.bytes ? report : longest));
  const enough = Math.min(fullBytes, fullShare * Math.max(...reports.map(({ bytes }) => bytes)));
  return reports
    .filter(({ bytes }) => bytes >= enough)
    .reduce<Report | undefined>(
      (first, report) => (first === undefined || report.row < first.row ? report : first),
      undefined,
    );
}
