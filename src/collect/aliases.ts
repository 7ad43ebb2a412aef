// Articles whose page declared another address of its site: under which identity the item of a feed is archived.
import type { Cache } from "../ports/cache.ts";
import { seenKey } from "./seen.ts";

// Losing this costs one visit an item.
const keepMs = 90 * 24 * 60 * 60_000;
const mostKept = 1000;
// Stands for an address that different articles declare: a mistake of the site's template.
const doubted = "";

/** What one source's pages declared. */
export interface Aliases {
  /** The identity that the item goes by. */
  identityOf(identity: string): string;
  isDoubted(declared: string): boolean;
  add(identity: string, declared: string): void;
  /** Nothing more is archived under this address because a page declares it. */
  doubt(declared: string): void;
  /** Remembers what was added. */
  save(): Promise<void>;
}

/** The aliases remembered of a source. */
export async function recallAliases(sourceId: string, cache: Cache): Promise<Aliases> {
  const cacheKey = `aliases:${sourceId}`;
  const known = new Map(await cache.get<readonly [string, string][]>(cacheKey));
  let isChanged = false;
  const remember = (identity: string, value: string): void => {
    known.set(seenKey(identity), value);
    isChanged = true;
  };
  return {
    identityOf: (identity) => known.get(seenKey(identity)) || identity,
    isDoubted: (declared) => known.get(seenKey(declared)) === doubted,
    add: remember,
    doubt: (declared) => remember(declared, doubted),
    save: async () => {
      if (isChanged) await cache.set(cacheKey, [...known].slice(-mostKept), keepMs);
    },
  };
}
