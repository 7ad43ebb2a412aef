// How much of our time and memory one answer may take.

export interface FetchLimits {
  /** For one fetch with all its redirects, from when its turn comes. */
  readonly totalMs: number;
  /** For each request until its answer's headers are here, connecting included. */
  readonly firstByteMs: number;
  /** Of the body, as sent and again when decompressed. */
  readonly bodyBytes: number;
  readonly headerBytes: number;
  /** How many header lines an answer may have. Bytes alone would let through thousands of tiny ones. */
  readonly headers: number;
  readonly redirects: number;
}

export const defaultLimits: FetchLimits = {
  totalMs: 10_000,
  firstByteMs: 8_000,
  bodyBytes: 5 * 1024 * 1024,
  headerBytes: 32 * 1024,
  headers: 100,
  redirects: 5,
};
