// Something that one worker does for as long as it lives: the others stand by, and one takes over when it is gone.
import type { Log } from "./ports/log.ts";
import type { Coordination, Duty, HeldDuty } from "./ports/worker-store.ts";

export interface StandByParts {
  readonly store: Pick<Coordination, "holdDuty">;
  readonly log: Log;
  readonly duty: Duty;
  /** Begins; resolves to what ends it. */
  readonly begin: () => Promise<() => Promise<void>>;
  readonly tryAgainMs?: number;
}

const usualTryMs = 5000;

/**
 * Begins as soon as the duty is free, and once more whenever it was lost. Resolves after the first try, and throws what that throws; later
 * faults are logged. `close` ends it and lets another worker have the duty.
 */
export async function standBy(parts: StandByParts): Promise<{ close(): Promise<void> }> {
  const { store, log, duty, begin, tryAgainMs = usualTryMs } = parts;
  let ending: (() => Promise<void>) | null = null;
  let current: Promise<void> | null = null;

  const tryOnce = async (): Promise<void> => {
    const held = ending === null ? await store.holdDuty(duty) : null;
    if (held === null) return;
    try {
      ending = await untilLost(held, await begin());
    } catch (error) {
      await held.release();
      throw error;
    }
  };
  const untilLost = async (held: HeldDuty, end: () => Promise<void>): Promise<() => Promise<void>> => {
    const endOnce = async () => {
      held.lost.removeEventListener("abort", onLost);
      ending = null;
      await end();
      await held.release();
    };
    const onLost = () => {
      log.warn("a duty was lost with its connection to the database; it is taken up again, here or elsewhere", {
        duty,
      });
      endOnce().catch((error) => log.error("a duty that was lost could not be ended", error, { duty }));
    };
    held.lost.addEventListener("abort", onLost);
    if (held.lost.aborted) onLost();
    return endOnce;
  };

  await tryOnce();
  const timer = setInterval(() => {
    current ??= tryOnce()
      .catch((error) => log.error("a duty could not be taken up; it is tried again", error, { duty }))
      .finally(() => {
        current = null;
      });
  }, tryAgainMs);
  return {
    close: async () => {
      clearInterval(timer);
      await current;
      await ending?.();
    },
  };
}
