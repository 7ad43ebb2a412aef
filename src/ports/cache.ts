// What may be lost: cooldowns, page cursors, model answers. Keyv satisfies all of it but `add`.

export interface Cache {
  get<Value>(key: string): Promise<Value | undefined>;
  /** `ttlMs`: the value is gone after so many milliseconds. */
  set<Value>(key: string, value: Value, ttlMs: number): Promise<unknown>;
  /** True for the first who adds the key, of all processes, and false for the others until it is gone again. Such a key has no value. */
  add(key: string, ttlMs: number): Promise<boolean>;
}
