// What a text is compared by: alike for texts that say the same, made by language/min-hash.ts.

export interface TextSignature {
  /** Integers of 32 bits with their sign. Texts that share none are not alike. */
  readonly bands: readonly number[];
  /** A byte for each permutation: the share that is equal estimates how much two texts have in common. */
  readonly bytes: Uint8Array;
}
