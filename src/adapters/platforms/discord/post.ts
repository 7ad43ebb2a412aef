// Posts an edition to its place once.
import { createHash } from "node:crypto";
import { lookOn } from "../../../language/look.ts";
import { digestTitle } from "../../../language/phrases.ts";
import type { Delivery, DeliveryResult } from "../../../records/edition.ts";
import { deliveryResultOf, isUnanswered } from "./faults.ts";
import { renderEdition } from "./looks/edition.ts";
import { postTo } from "./places.ts";
import type { PlaceParts, PostedMessage } from "./posting.ts";
import { startThread } from "./thread.ts";

// Far more than can wait to be written down when the disk is full.
const deliveriesRemembered = 1000;

/** How far an edition has got. */
interface Progress {
  steps: number;
  readonly posted: PostedMessage[];
  threadId: string | null;
  /** The next message was sent and not answered. */
  isUnanswered: boolean;
  /** Somebody tried before who can't be asked: a worker that died, or this one before its restart. */
  readonly isInherited: boolean;
}

// Discord knows a nonce for "a few minutes"; the seventh attempt comes nearly three after the sixth.
const attemptsByNonce = 6;

/**
 * A function that posts a delivery's messages in order; it never throws. Discord answers a repeated nonce with the first message,
 * but only for some minutes: what has arrived is remembered, so that neither the rest of an edition nor one whose arrival could
 * not be written down sends it again. What may have arrived unknown to us is looked for before it is sent again.
 */
export function createPoster(parts: PlaceParts): (delivery: Delivery) => Promise<DeliveryResult> {
  const progresses = new Map<string, Progress>();
  const progressOf = ({ id, isUntried = true }: Delivery): Progress => {
    const progress = progresses.get(id) ?? {
      steps: 0,
      posted: [],
      threadId: null,
      isUnanswered: false,
      isInherited: !isUntried,
    };
    progresses.set(id, progress);
    const [oldest] = progresses.keys();
    if (progresses.size > deliveriesRemembered && oldest !== undefined) progresses.delete(oldest);
    return progress;
  };
  return async (delivery) => {
    const { id, channel, edition, settings, attempts } = delivery;
    const progress = progressOf(delivery);
    const onThread = (threadId: string) => {
      progress.threadId = threadId;
    };
    const title = digestTitle(edition.publishedAt, edition.timeZone, channel.locale);
    const postNext = postTo(settings.place, channel.address, title, parts);
    try {
      const look = lookOn("discord", edition.look ?? settings.look);
      const steps = renderEdition(edition, { locale: channel.locale, look, template: settings.template });
      for (const [index, step] of steps.entries()) {
        if (index < progress.steps) continue;
        if (step.kind === "thread") await openBelow(progress, step.name, parts);
        else {
          const { threadId, isInherited, isUnanswered } = progress;
          const doubt = {
            mayStand: isInherited || isUnanswered,
            nonceHolds: !isInherited && attempts < attemptsByNonce,
            since: edition.publishedAt,
          };
          const nonce = nonceOf(id, index);
          progress.posted.push(await postNext({ message: step.message, nonce, threadId, onThread, ...doubt }));
          progress.isUnanswered = false;
        }
        progress.steps = index + 1;
      }
      return { outcome: "delivered", posted: { look, messages: progress.posted } };
    } catch (error) {
      progress.isUnanswered ||= isUnanswered(error);
      return deliveryResultOf(error);
    }
  };
}

/** What follows goes to a thread below the last message; an edition that has a thread of its own goes on in that. */
async function openBelow(progress: Progress, name: string, { rest }: PlaceParts): Promise<void> {
  const last = progress.posted.at(-1);
  if (progress.threadId === null && last !== undefined) progress.threadId = await startThread(rest, last, name);
}

/** 25 characters, the most that Discord takes. */
const nonceOf = (deliveryId: string, index: number): string =>
  createHash("sha256").update(`${deliveryId}/${index}`).digest("base64url").slice(0, 25);
