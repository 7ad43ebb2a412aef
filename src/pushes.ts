// News that hubs push to a desk with a public address: the routes they call, the queue of what they brought, the round of asking them.
import { type Pushed, pushRoutes } from "./collect/push/callback.ts";
import { type KeepPushesParts, keepPushes } from "./collect/push/keep-pushes.ts";
import { type GatherParts, gatherPushed } from "./pipeline.ts";
import type { HttpRoute } from "./ports/platform.ts";
import type { PushStore } from "./ports/store.ts";
import { ParseError } from "./records/errors.ts";

export interface OpenPushes {
  readonly routes: readonly HttpRoute[];
  /** Asks the hubs that are due. */
  readonly keep: () => Promise<void>;
  /** Resolves when everything that was pushed so far is in the archive. */
  readonly settle: () => Promise<void>;
}

type PushesParts = GatherParts & Pick<KeepPushesParts, "fetcher"> & { readonly store: PushStore };

// Each may hold 5 MB. A hub that is sent away tries again.
const mostWaiting = 8;

/** Pushing for a desk; one without a public address (`push` is absent) has no routes and asks nobody. */
export function openPushes(parts: PushesParts): OpenPushes {
  if (!parts.push) return { routes: [], keep: async () => {}, settle: async () => {} };
  let waiting = 0;
  // One after the other: two pushes of one item at once would both find it new.
  let last = Promise.resolve();
  const receive = (pushed: Pushed): boolean => {
    if (waiting >= mostWaiting) return false;
    waiting += 1;
    last = last
      .then(() => gatherLogged(pushed, parts))
      .finally(() => {
        waiting -= 1;
      });
    return true;
  };
  const { store, clock, log } = parts;
  return { routes: pushRoutes({ store, clock, log, receive }), keep: () => keepPushes(parts), settle: () => last };
}

/** Never throws: the hub has its answer already, and the next poll finds what was lost. */
async function gatherLogged(pushed: Pushed, parts: PushesParts): Promise<void> {
  const source = pushed.sourceId;
  try {
    parts.log.debug("a hub pushed news", { source, ...(await gatherPushed(pushed, parts)) });
  } catch (error) {
    if (error instanceof ParseError) parts.log.warn("a hub pushed what is no feed", { source, problem: error.message });
    else parts.log.error("what a hub pushed could not be archived; the next poll finds it", error, { source });
  }
}
