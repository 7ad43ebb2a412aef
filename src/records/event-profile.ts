// What an article reports, in terms: how reports of one event find each other. Made by language/event-profile.ts.

export interface EventProfile {
  /** Hashes of a few telling terms, integers of 32 bits with their sign: reports that share fewer than two are compared no further. */
  readonly keys: readonly number[];
  /** The telling terms with their weights; language/same-event.ts compares them. */
  readonly bytes: Uint8Array;
}
