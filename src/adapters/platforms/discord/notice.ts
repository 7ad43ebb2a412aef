// Tells a person by a direct message what became of a channel.
import { type REST, Routes } from "discord.js";
import { pausedNotice } from "../../../language/subscription-text.ts";
import type { Log } from "../../../ports/log.ts";
import type { Channel } from "../../../records/channel.ts";
import { describeFault } from "./faults.ts";

/** Never throws: many people take no messages from bots. */
export async function tellPaused(
  personId: string,
  { address, locale }: Channel,
  { rest, log }: { readonly rest: Pick<REST, "post">; readonly log: Log },
): Promise<void> {
  try {
    const body = { recipient_id: personId };
    const { id } = (await rest.post(Routes.userChannels(), { body })) as { readonly id: string };
    const content = pausedNotice[locale](`<#${address}>`);
    await rest.post(Routes.channelMessages(id), { body: { content, allowed_mentions: { parse: [] } } });
  } catch (error) {
    log.warn("who subscribed could not be told that a channel is paused", { problem: describeFault(error) });
  }
}
