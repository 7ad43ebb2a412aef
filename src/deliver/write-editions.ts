// Editions on their way into the outbox: several in one transaction, and of one channel one at a time.
import type { Log } from "../ports/log.ts";
import type { NewEdition, OutboxStore } from "../ports/outbox-store.ts";
import { staysDue } from "./alike.ts";
import { writeTogether } from "./write-together.ts";

export interface EditionWriterParts {
  readonly store: Pick<OutboxStore, "publishEdition" | "publishEditions">;
  readonly log: Log;
}

export interface EditionWriter {
  /** Resolves when there is room for one more, and what the channel was sent is written: its next edition is chosen by that. */
  ready(channelId: string): Promise<void>;
  /** Settles when it is written, to whether it came out and was not empty. Never throws: a fault is logged and costs only this one. */
  write(channelId: string, edition: NewEdition): Promise<boolean>;
  /** Resolves when all is written, to how many came out and were not empty. */
  end(): Promise<number>;
}

// A transaction keeps questions waiting for some twenty milliseconds at most.
const mostTogether = 20;
// A model may work on the next one for seconds.
const pauseMs = 100;

/** A writer for one pass over what is due. */
export function openEditionWriter({ store, log }: EditionWriterParts): EditionWriter {
  const together = writeTogether<NewEdition, boolean>({
    all: (editions) => store.publishEditions(editions),
    one: ({ edition, deliveryId, expectedDueAt, next, ...publication }) =>
      store.publishEdition(edition, deliveryId, expectedDueAt, next, publication),
    pauseMs,
  });
  const underWay = new Map<string, Promise<boolean>>();
  let published = 0;

  const writeOne = async (edition: NewEdition): Promise<boolean> => {
    try {
      return (await together.add(edition)) && edition.edition !== null;
    } catch (error) {
      log.error(staysDue, error, { subscription: edition.next.subscriptionId });
      return false;
    }
  };
  const writeAll = async (): Promise<void> => {
    await together.flush();
    const outcomes = await Promise.all(underWay.values());
    published += outcomes.filter(Boolean).length;
    underWay.clear();
  };
  return {
    ready: async (channelId) => {
      if (underWay.has(channelId) || underWay.size >= mostTogether) await writeAll();
    },
    write: (channelId, edition) => {
      const written = writeOne(edition);
      underWay.set(channelId, written);
      return written;
    },
    end: async () => {
      await writeAll();
      return published;
    },
  };
}
