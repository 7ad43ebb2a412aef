// Posts an edition to its place once.
import { createHash } from "node:crypto";
import { digestTitle } from "../../../language/phrases.ts";
import type { Delivery, DeliveryResult } from "../../../records/edition.ts";
import { looks } from "../../../records/look.ts";
import { deliveryResultOf } from "./faults.ts";
import { type PlaceParts, type PostedMessage, postTo } from "./places.ts";
import { renderEdition } from "./render.ts";

// Far more than can wait to be written down when the disk is full.
const deliveriesRemembered = 1000;

/** How far an edition has got. */
interface Progress {
  readonly posted: PostedMessage[];
  threadId: string | null;
}

/**
 * A function that posts a delivery's messages in order; it never throws. Discord answers a repeated nonce with the first message,
 * but only for some minutes: what has arrived is remembered, so that neither the rest of an edition nor one whose arrival could
 * not be written down sends it again.
 */
export function createPoster(parts: PlaceParts): (delivery: Delivery) => Promise<DeliveryResult> {
  const progresses = new Map<string, Progress>();
  const progressOf = (id: string): Progress => {
    const progress = progresses.get(id) ?? { posted: [], threadId: null };
    progresses.set(id, progress);
    const [oldest] = progresses.keys();
    if (progresses.size > deliveriesRemembered && oldest !== undefined) progresses.delete(oldest);
    return progress;
  };
  return async ({ id, channel, edition, settings }) => {
    const progress = progressOf(id);
    const onThread = (threadId: string) => {
      progress.threadId = threadId;
    };
    const title = digestTitle(edition.publishedAt, edition.timeZone, channel.locale);
    const postNext = postTo(settings.place, channel.address, title, parts);
    try {
      const messages = renderEdition(edition, channel.locale);
      for (const [index, message] of messages.entries()) {
        if (index < progress.posted.length) continue;
        const { threadId } = progress;
        progress.posted.push(await postNext({ message, nonce: nonceOf(id, index), threadId, onThread }));
      }
      const look = edition.look ?? settings.look ?? looks[0];
      return { outcome: "delivered", posted: { look, messages: progress.posted } };
    } catch (error) {
      return deliveryResultOf(error);
    }
  };
}

/** 25 characters, the most that Discord takes. */
const nonceOf = (deliveryId: string, index: number): string =>
  createHash("sha256").update(`${deliveryId}/${index}`).digest("base64url").slice(0, 25);
