// A cache of memory alone, whose values end as the clock moves.
import type { Cache } from "../../src/ports/cache.ts";
import type { Clock } from "../../src/ports/clock.ts";

export function memoryCache({ now }: Clock): Cache {
  const values = new Map<string, { readonly value: unknown; readonly expiresAt: number }>();
  return {
    // A cache gives back what was put in, and only its user knows the type.
    get: async <Value>(key: string) => {
      const kept = values.get(key);
      return kept && kept.expiresAt > now() ? (kept.value as Value) : undefined;
    },
    add: async (key, ttlMs) => {
      const kept = values.get(`added:${key}`);
      if (kept && kept.expiresAt > now()) return false;
      values.set(`added:${key}`, { value: null, expiresAt: now() + ttlMs });
      return true;
    },
    set: async (key, value, ttlMs) => values.set(key, { value: structuredClone(value), expiresAt: now() + ttlMs }),
  };
}
