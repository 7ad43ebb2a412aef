// Reads a source on the spot, so that people see what it holds and what is wrong with it.
import type { Source } from "../records/source.ts";

interface TestedItem {
  readonly headline: string;
  /** Epoch milliseconds; null when the source does not tell. */
  readonly publishedAt: number | null;
}

/** In words that tell nothing of where the operator keeps it. */
export type SourceProblem =
  /** No answer, a broken one, or an address that the desk does not ask. */
  | "unreachable"
  /** There is an answer: nothing is there. */
  | "not-there"
  /** There is an answer: not for us. */
  | "refused"
  /** There is an answer: not now. */
  | "busy"
  /** robots.txt. */
  | "forbidden"
  /** A body that is not what the source's kind says. */
  | "unreadable";

/** What was found at `readAt`, epoch milliseconds. */
export type SourceTest =
  | {
      readonly state: "read";
      readonly readAt: number;
      /** Of items that it lists. */
      readonly count: number;
      /** Five at most, the newest first. */
      readonly newest: readonly TestedItem[];
      /** Where the full text of an item was found; null when only teasers could be had. */
      readonly fullText: "page" | "source" | null;
    }
  | { readonly state: "failed"; readonly readAt: number; readonly problem: SourceProblem };

/**
 * Reads the source as a poll would, at the address it has moved to; nothing is archived, and its state stays as it is. Whoever asks
 * again within five minutes is told what was found before: anybody may ask, and publishers are to be asked seldom.
 */
export type TestSource = (source: Source) => Promise<SourceTest>;
