// Keyv over rows of the store: a cache that needs no second database.
import {
  Keyv,
  type KeyvStorageCapability,
  type KeyvStorageEntry,
  type KeyvStorageGetResult,
  keyvStorageCapability,
} from "keyv";
import type { Cache } from "../../ports/cache.ts";
import type { CacheRows } from "../../ports/store.ts";

// Expired rows are never read again, but they take room until they are swept.
const writesBetweenSweeps = 500;

/** The row of a key that was added, which has no value. */
export const addedKey = (key: string): string => `added:${key}`;

/** A cache in the store's rows. Values are JSON; an expired one is never given out. `now` in epoch milliseconds, as Keyv itself reads it. */
export function openCache(rows: CacheRows, now: () => number = Date.now): Cache {
  const keyv = new Keyv({ store: new KeyvRows(rows, now) });
  return {
    get: (key) => keyv.get(key),
    set: (key, value, ttlMs) => keyv.set(key, value, ttlMs),
    add: (key, ttlMs) => rows.addCache(addedKey(key), "", now() + ttlMs, now()),
  };
}

/** Keyv's storage contract of version 6, which hands over expiry as an instant. It emits no events: a fault is thrown. */
class KeyvRows {
  namespace?: string | undefined;
  readonly #rows: CacheRows;
  readonly #now: () => number;
  #writes = 0;

  constructor(rows: CacheRows, now: () => number) {
    this.#rows = rows;
    this.#now = now;
  }

  get capabilities(): KeyvStorageCapability {
    return keyvStorageCapability(this);
  }

  async get<Value>(key: string): Promise<KeyvStorageGetResult<Value>> {
    return this.#rows.readCache(this.#rowKey(key));
  }

  async getMany<Value>(keys: string[]): Promise<KeyvStorageGetResult<Value | undefined>[]> {
    return Promise.all(keys.map((key) => this.get<Value>(key)));
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    if (typeof value !== "string") throw new TypeError("Keyv must be left to serialize values: rows hold text.");
    this.#writes += 1;
    if (this.#writes % writesBetweenSweeps === 0) await this.#rows.sweepCache(this.#now());
    await this.#rows.writeCache(this.#rowKey(key), value, expires ?? null);
    return true;
  }

  async setMany<Value>(entries: KeyvStorageEntry<Value>[]): Promise<boolean[]> {
    return Promise.all(entries.map(({ key, value, expires }) => this.set(key, value, expires)));
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.has(key)));
  }

  async delete(key: string): Promise<boolean> {
    return this.#rows.deleteCache(this.#rowKey(key));
  }

  async deleteMany(keys: string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.delete(key)));
  }

  async clear(): Promise<void> {
    await this.#rows.clearCache(this.#rowKey(""));
  }

  #rowKey(key: string): string {
    return this.namespace === undefined ? key : `${this.namespace}:${key}`;
  }
}
