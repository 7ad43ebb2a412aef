// Editions on their way to LINE: a push to each group, one multicast to all who get the same.
import { createHash } from "node:crypto";
import type { Log } from "../../../ports/log.ts";
import type { Multicast } from "../../../ports/platform.ts";
import type { Delivery, DeliveryResult } from "../../../records/edition.ts";
import { type LineApi, LineCallError } from "./api.ts";
import { editionMessages } from "./held.ts";
import { outcomeOf } from "./outcome.ts";

/** Users in one multicast (LINE Messaging API reference, "Send multicast message"). */
const multicastLimit = 500;
// LINE takes 2,000 pushes a second: with answers after 50 ms these are all of them.
const pushesAtOnce = 100;

export interface LineDeliveries {
  deliver(delivery: Delivery): Promise<DeliveryResult>;
  readonly multicast: Multicast;
}

interface DeliveryParts {
  readonly log: Log;
  /** Told the channel's id where a push shows that the bot is not in the chat any more. */
  readonly onGone?: ((channelId: string) => Promise<void> | void) | undefined;
}

/** The id of the delivery, or of the multicast, is the retry key: an answer that was lost sends no edition twice. */
export function createLineDeliveries(
  api: Pick<LineApi, "push" | "multicast">,
  { log, onGone }: DeliveryParts,
): LineDeliveries {
  const seats = createSeats(pushesAtOnce);
  const attempt = async (deliveryId: string, send: () => Promise<void>): Promise<DeliveryResult> => {
    try {
      await send();
      return { outcome: "delivered" };
    } catch (error) {
      if (error instanceof LineCallError) return outcomeOf(error);
      log.error("An edition could not be rendered for LINE", error, { deliveryId });
      return { outcome: "refused", reason: "The edition could not be rendered for LINE; the log says why" };
    }
  };
  const push = (delivery: Delivery) =>
    attempt(delivery.id, () => api.push(delivery.channel.address, editionMessages(delivery), delivery.id));
  return {
    deliver: async (delivery) => {
      const result = await seats(() => push(delivery));
      if (result.outcome === "gone") await onGone?.(delivery.channel.id);
      return result;
    },
    multicast: {
      limit: multicastLimit,
      contentOf: (delivery) => (isUser(delivery) ? digestOf(delivery) : null),
      deliver: (id, deliveries) =>
        attempt(id, async () => {
          const [first] = deliveries;
          const addresses = new Set(deliveries.map(({ channel }) => channel.address));
          if (first) await api.multicast([...addresses], editionMessages(first), id);
        }),
    },
  };
}

/** Groups and rooms take pushes alone. */
const isUser = ({ channel }: Delivery): boolean => channel.address.startsWith("U");

/** Null for what can't be rendered: alone it is refused with its reason. */
function digestOf(delivery: Delivery): string | null {
  try {
    return createHash("sha256")
      .update(JSON.stringify(editionMessages(delivery)))
      .digest("base64");
  } catch {
    return null;
  }
}

/** Runs so many at a time, the others in their order as seats become free. */
function createSeats(count: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
