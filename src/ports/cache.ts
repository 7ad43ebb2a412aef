// What may be lost: cooldowns, page cursors, model answers. Keyv satisfies all of it but `add`.

/** What keys of values begin with that concern one reader or one chat, by its id, such as `line:U…`: to erase it ends them. */
export const keysOf = (id: string): string => `of:${id}:`;

export interface Cache {
  get<Value>(key: string): Promise<Value | undefined>;
  /** `ttlMs`: the value is gone after so many milliseconds. */
  set<Value>(key: string, value: Value, ttlMs: number): Promise<unknown>;
  /** True for the first who adds the key, of all processes, and false for the others until it is gone again. Such a key has no value. */
  add(key: string, ttlMs: number): Promise<boolean>;
}
