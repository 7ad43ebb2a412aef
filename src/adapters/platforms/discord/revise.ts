// Changes the messages that show an edition to what it is now.
import { DiscordAPIError, type REST, Routes } from "discord.js";
import { lookOn } from "../../../language/look.ts";
import type { Delivery, DeliveryResult, Posted } from "../../../records/edition.ts";
import type { Place } from "../../../records/place.ts";
import { deliveryResultOf } from "./faults.ts";
import { renderEdition } from "./looks/edition.ts";
import { bodyOf } from "./places.ts";

const unknownMessage = 10_008;

/**
 * A function that edits an edition's messages in the look that they were posted in; it never throws. One that somebody deleted stays
 * deleted, and what would need one more message than there are is left as it is.
 */
export function createReviser(
  rest: Pick<REST, "patch">,
): (delivery: Delivery, posted: Posted) => Promise<DeliveryResult> {
  return async ({ edition, channel, settings }, posted) => {
    const { messages: shown } = posted;
    const look = lookOn("discord", posted.look);
    const steps = renderEdition(edition, { locale: channel.locale, look, template: settings.template });
    const messages = steps.flatMap((step) => (step.kind === "message" ? [step.message] : []));
    try {
      for (const [index, message] of messages.entries()) {
        const place = shown[index];
        if (place === undefined) break;
        await edit(rest, place, bodyOf(message), { place: settings.place, channelId: channel.address });
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
  { place, channelId }: { readonly place: Place | null; readonly channelId: string },
): Promise<void> {
  const inThread = address === channelId ? {} : { query: new URLSearchParams({ thread_id: address }) };
  try {
    if (place?.kind === "webhook" && place.hook !== null)
      await rest.patch(Routes.webhookMessage(place.hook.id, place.hook.token, id), { ...inThread, body, auth: false });
    else await rest.patch(Routes.channelMessage(address, id), { body });
  } catch (error) {
    if (!(error instanceof DiscordAPIError && Number(error.code) === unknownMessage)) throw error;
  }
}
