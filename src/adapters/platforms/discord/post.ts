// Posts an edition to a channel once.
import { createHash } from "node:crypto";
import { type REST, type RESTPostAPIChannelMessageJSONBody, Routes } from "discord.js";
import type { Delivery, DeliveryResult } from "../../../records/edition.ts";
import { deliveryResultOf } from "./faults.ts";
import { renderEdition } from "./render.ts";

// Far more than can wait to be written down when the disk is full.
const deliveriesRemembered = 1000;

/**
 * A function that posts a delivery's messages in order; it never throws. Discord answers a repeated nonce with the first message,
 * but only for some minutes: what has arrived is remembered, so that neither the rest of an edition nor one whose arrival could
 * not be written down sends it again.
 */
export function createPoster(rest: Pick<REST, "post">): (delivery: Delivery) => Promise<DeliveryResult> {
  const arrived = new Map<string, number>();
  const remember = (id: string, messages: number): void => {
    arrived.set(id, messages);
    const [oldest] = arrived.keys();
    if (arrived.size > deliveriesRemembered && oldest !== undefined) arrived.delete(oldest);
  };
  return async (delivery) => {
    const { id, channel, edition } = delivery;
    const first = arrived.get(id) ?? 0;
    try {
      for (const [index, message] of renderEdition(edition, channel.locale).entries()) {
        if (index < first) continue;
        const { embeds, components, ...text } = message;
        const body: RESTPostAPIChannelMessageJSONBody = {
          ...text,
          embeds: [...embeds],
          components: [...components],
          allowed_mentions: { parse: [] },
          nonce: nonceOf(id, index),
          enforce_nonce: true,
        };
        await rest.post(Routes.channelMessages(channel.address), { body });
        remember(id, index + 1);
      }
      return { outcome: "delivered" };
    } catch (error) {
      return deliveryResultOf(error);
    }
  };
}

/** 25 characters, the most that Discord takes. */
const nonceOf = (deliveryId: string, index: number): string =>
  createHash("sha256").update(`${deliveryId}/${index}`).digest("base64url").slice(0, 25);
