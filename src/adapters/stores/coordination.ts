// How workers find each other where all of them are in this process; and how a store tells what was written.
import type { Coordination, Duty, Wake } from "../../ports/worker-store.ts";
import type { StoreWithoutCoordination } from "./sections.ts";
import { oneByOne } from "./turn.ts";

/** Coordination, as a store makes use of it. */
export interface OpenCoordination extends Coordination {
  /** Never throws: who is not told looks by itself later. */
  notify(wake: Wake): Promise<void>;
  close(): Promise<void>;
}

/** Among the parts of one process. `holdFile`: asked for the duty to serve; whoever gets null leaves it to another process. */
export function localCoordination(holdFile?: () => (() => void) | null): OpenCoordination {
  // With what each is held by: a lock whose file nobody refers to is given back by the garbage collector.
  const held = new Map<Duty, () => void>();
  const listeners = new Set<(wake: Wake) => void>();
  return {
    isShared: false,
    holdDuty: async (duty) => {
      if (held.has(duty)) return null;
      const letGo = duty === "serve" && holdFile ? holdFile() : () => {};
      if (letGo === null) return null;
      held.set(duty, letGo);
      const release = async () => {
        if (held.delete(duty)) letGo();
      };
      return { lost: new AbortController().signal, release };
    },
    onWake: async (listener) => void listeners.add(listener),
    inTurn: oneByOne(),
    notify: async (wake) => {
      for (const listener of listeners) listener(wake);
    },
    close: async () => {
      for (const letGo of held.values()) letGo();
      held.clear();
      listeners.clear();
    },
  };
}

/** The store, telling what was written after each writing that gives others something to do. */
export function coordinated<Part extends StoreWithoutCoordination>(store: Part, coordination: OpenCoordination) {
  const telling =
    <Args extends readonly unknown[], Result>(wake: Wake, write: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      const result = await write(...args);
      const isWritten = Array.isArray(result) ? result.includes(true) : result !== false;
      if (isWritten) await coordination.notify(wake);
      return result;
    };
  return {
    ...store,
    isShared: coordination.isShared,
    holdDuty: coordination.holdDuty,
    onWake: coordination.onWake,
    inTurn: coordination.inTurn,
    keepSource: telling("sources", store.keepSource),
    hastenSources: telling("sources", store.hastenSources),
    archive: telling("news", store.archive),
    publishEdition: telling("editions", store.publishEdition),
    publishEditions: telling("editions", store.publishEditions),
    settleDelivery: telling("delivered", store.settleDelivery),
    settleDeliveries: telling("delivered", store.settleDeliveries),
    settleMulticast: telling("delivered", store.settleMulticast),
  };
}
