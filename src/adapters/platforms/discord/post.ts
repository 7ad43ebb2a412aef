// Posts an edition to a channel once.
import { createHash } from "node:crypto";
import { type REST, type RESTPostAPIChannelMessageJSONBody, Routes } from "discord.js";
import type { Delivery, DeliveryResult } from "../../../records/edition.ts";
import { deliveryResultOf } from "./faults.ts";
import { renderEdition } from "./render.ts";

/**
 * A function that posts a delivery's messages in order; it never throws. Discord answers a repeated nonce with the first message,
 * but only for some minutes: what has arrived of an edition of several messages is remembered until the rest has.
 */
export function createPoster(rest: Pick<REST, "post">): (delivery: Delivery) => Promise<DeliveryResult> {
  const arrived = new Map<string, number>();
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
        arrived.set(id, index + 1);
      }
      arrived.delete(id);
      return { outcome: "delivered" };
    } catch (error) {
      const result = deliveryResultOf(error);
      if (result.outcome !== "retry") arrived.delete(id);
      return result;
    }
  };
}

/** 25 characters, the most that Discord takes. */
const nonceOf = (deliveryId: string, index: number): string =>
  createHash("sha256").update(`${deliveryId}/${index}`).digest("base64url").slice(0, 25);
