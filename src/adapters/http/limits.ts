// How much of our time and memory one answer may take.

export interface FetchLimits {
  /** For one fetch with all its redirects, from when its turn comes. */
  readonly totalMs: number;
  /** Of the body, as sent and again when decompressed. */
  readonly bodyBytes: number;
  readonly headerBytes: number;
  readonly redirects: number;
}

export const defaultLimits: FetchLimits = {
  totalMs: 10_000,
  bodyBytes: 5 * 1024 * 1024,
  headerBytes: 32 * 1024,
  redirects: 5,
};
