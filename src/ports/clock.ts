// The time, as an argument: a journey of fourteen days runs in seconds on a fake one.

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}
