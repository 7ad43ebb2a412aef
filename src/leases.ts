// The heartbeat of claimed work: while it is under way, its leases are renewed.
import type { Clock } from "./ports/clock.ts";
import type { Leases } from "./ports/leases.ts";
import type { Log } from "./ports/log.ts";
import type { WorkerStore } from "./ports/worker-store.ts";

export interface LeaseParts {
  readonly store: Pick<WorkerStore, "renewLeases">;
  readonly clock: Clock;
  readonly log: Log;
  readonly leaseMs: number;
}

export interface OpenLeases extends Leases {
  /** Renews what is held, now. Never throws: what could not be renewed is tried again soon, or ends as that of the dead does. */
  renew(): Promise<void>;
  /** Nothing is renewed any more; resolves when a renewal under way has ended. */
  close(): Promise<void>;
}

// Two renewals in a row may fail or come late.
const renewalsInLease = 3;

/** Leases that are renewed until `close`. */
export function openLeases({ store, clock, log, leaseMs }: LeaseParts): OpenLeases {
  const held = { source: new Set<string>(), delivery: new Set<string>() };
  let current: Promise<void> | null = null;
  const renewHeld = async (): Promise<void> => {
    const work = { sourceIds: [...held.source], deliveryIds: [...held.delivery] };
    try {
      if (held.source.size + held.delivery.size > 0) await store.renewLeases(work, clock.now(), leaseMs);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      log.warn("leases could not be renewed; another worker may take the work over", { problem });
    }
  };
  const renew = (): Promise<void> => {
    current ??= renewHeld().finally(() => {
      current = null;
    });
    return current;
  };
  const timer = setInterval(renew, leaseMs / renewalsInLease);
  timer.unref();
  return {
    leaseMs,
    keep: (kind, id) => {
      held[kind].add(id);
      return () => {
        held[kind].delete(id);
      };
    },
    renew,
    close: async () => {
      clearInterval(timer);
      await current;
    },
  };
}
