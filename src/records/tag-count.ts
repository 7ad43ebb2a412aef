// How often tags stand on articles, now and before.

/** A tag by the spelling that most articles of the recent period use. */
export interface TagCount {
  readonly tag: string;
  /** Articles of the recent period that carry it. */
  readonly recent: number;
  /** Articles of the past period that carry it. */
  readonly past: number;
}

/** `recent` and `past`: all articles of each period, tagged or not. */
export interface TagCounts {
  readonly tags: readonly TagCount[];
  readonly recent: number;
  readonly past: number;
}
