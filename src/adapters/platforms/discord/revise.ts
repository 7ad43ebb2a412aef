// Changes the messages that show an edition to what it is now.
import { DiscordAPIError, type REST, Routes } from "discord.js";
import type { Delivery, DeliveryResult, Posted } from "../../../records/edition.ts";
import type { Place } from "../../../records/place.ts";
import { deliveryResultOf } from "./faults.ts";
import { bodyOf } from "./places.ts";
import { renderEdition } from "./render.ts";

const unknownMessage = 10_008;

/**
 * A function that edits an edition's messages in the look that they were posted in; it never throws. One that somebody deleted stays
 * deleted, and what would need one more message than there are is left as it is.
 */
export function createReviser(
  rest: Pick<REST, "patch">,
): (delivery: Delivery, posted: Posted) => Promise<DeliveryResult> {
  return async ({ edition, channel, settings }, { messages: shown }) => {
    try {
      for (const [index, message] of renderEdition(edition, channel.locale).entries()) {
        const place = shown[index];
        if (place === undefined) break;
        await edit(rest, place, bodyOf(message), settings.place);
      }
      return { outcome: "delivered" };
    } catch (error) {
      return deliveryResultOf(error);
    }
  };
}

async function edit(
  rest: Pick<REST, "patch">,
  { address, id }: Posted["messages"][number],
  body: object,
  place: Place | null,
): Promise<void> {
  try {
    if (place?.kind === "webhook" && place.hook !== null)
      await rest.patch(Routes.webhookMessage(place.hook.id, place.hook.token, id), { body, auth: false });
    else await rest.patch(Routes.channelMessage(address, id), { body });
  } catch (error) {
    if (!(error instanceof DiscordAPIError && Number(error.code) === unknownMessage)) throw error;
  }
}
