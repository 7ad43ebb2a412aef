// Changes the messages that show an edition to what it is now.
import { type REST, Routes } from "discord.js";
import { lookOn } from "../../../language/look.ts";
import type { Delivery, DeliveryResult, Posted } from "../../../records/edition.ts";
import type { Hook } from "../../../records/place.ts";
import { deliveryResultOf, describeFault, isRefusal } from "./faults.ts";
import { renderEdition } from "./looks/edition.ts";
import { bodyOf, type PostedMessage } from "./posting.ts";

const unknownMessage = 10_008;
const anotherAuthor = 50_005;

/**
 * A function that edits an edition's messages in the look that they were posted in; it never throws. One that somebody deleted stays
 * deleted, and what would need one more message than there are is left as it is. Only the webhook that posted a message can change it.
 */
export function createReviser(
  rest: Pick<REST, "patch">,
): (delivery: Delivery, posted: Posted) => Promise<DeliveryResult> {
  return async ({ edition, channel, settings }, posted) => {
    const { messages: shown } = posted;
    const look = lookOn("discord", posted.look);
    const steps = renderEdition(edition, { locale: channel.locale, look, template: settings.template });
    const messages = steps.flatMap((step) => (step.kind === "message" ? [step.message] : []));
    const hook = settings.place?.kind === "webhook" ? settings.place.hook : null;
    if (shown.some(({ webhookId }) => webhookId !== undefined && webhookId !== hook?.id))
      return { outcome: "refused", reason: "the webhook that posted it is not the channel's any more" };
    try {
      for (const [index, message] of messages.entries()) {
        const place = shown[index];
        if (place === undefined) break;
        await edit(rest, place, bodyOf(message), { hook, channelId: channel.address });
      }
      return { outcome: "delivered" };
    } catch (error) {
      if (isRefusal(error, anotherAuthor)) return { outcome: "refused", reason: describeFault(error) };
      return deliveryResultOf(error);
    }
  };
}

async function edit(
  rest: Pick<REST, "patch">,
  { address, id, webhookId }: PostedMessage,
  body: object,
  { hook, channelId }: { readonly hook: Hook | null; readonly channelId: string },
): Promise<void> {
  const inThread = address === channelId ? {} : { query: new URLSearchParams({ thread_id: address }) };
  try {
    if (webhookId !== undefined && hook !== null)
      await rest.patch(Routes.webhookMessage(hook.id, hook.token, id), { ...inThread, body, auth: false });
    else await rest.patch(Routes.channelMessage(address, id), { body });
  } catch (error) {
    if (!isRefusal(error, unknownMessage)) throw error;
  }
}
