// What may be lost: cooldowns, page cursors, model answers. Keyv satisfies it.

export interface Cache {
  get<Value>(key: string): Promise<Value | undefined>;
  /** `ttlMs`: the value is gone after so many milliseconds. */
  set<Value>(key: string, value: Value, ttlMs: number): Promise<unknown>;
}
