// Puts the search index in order, a short step at a time, so that searches and polls need not wait.
import { setImmediate as othersTurn } from "node:timers/promises";
import type { SearchStore } from "./ports/store.ts";

/** Merges until nothing is left to merge, or the signal says to stop: what is begun goes on the next time. */
export async function mergeIndex(store: Pick<SearchStore, "mergeIndex">, stopSignal?: AbortSignal): Promise<void> {
  while (!stopSignal?.aborted && (await store.mergeIndex())) await othersTurn();
}
