// Forgets whoever parted with the bot a month ago: an hourly duty.
import type { Clock } from "./ports/clock.ts";
import type { Log } from "./ports/log.ts";
import type { PrivacyStore } from "./ports/privacy-store.ts";

export interface ForgetParts {
  readonly store: Pick<PrivacyStore, "partedBefore" | "eraseReader">;
  readonly clock: Clock;
  readonly log: Log;
  /** Once aborted, nobody more is forgotten. */
  readonly stopSignal?: AbortSignal;
}

// Who blocked the bot by mistake, or for a while, finds what was saved, voted and set; what was subscribed to has ended.
const rememberedMs = 30 * 24 * 3_600_000;
const atOnce = 100;

/** Erases all that is known of readers and groups that have been without the bot for thirty days; how many. */
export async function forgetParted({ store, clock, log, stopSignal }: ForgetParts): Promise<number> {
  let forgotten = 0;
  const before = clock.now() - rememberedMs;
  for (
    let ids = await store.partedBefore(before, atOnce);
    ids.length > 0;
    ids = await store.partedBefore(before, atOnce)
  ) {
    for (const id of ids) {
      if (stopSignal?.aborted) return forgotten;
      await store.eraseReader(id);
      forgotten += 1;
    }
  }
  if (forgotten > 0) log.info("data of chats that the bot left thirty days ago was erased", { chats: forgotten });
  return forgotten;
}
