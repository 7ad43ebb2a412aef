// Starts a thread from a message, once.
import { DiscordAPIError, type REST, Routes } from "discord.js";
import type { PostedMessage } from "./posting.ts";

// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
const alreadyStarted = 160_004;
// The channel has no threads (a direct message, a thread itself), as many as it may have, or the bot may not start one.
const impossible: readonly unknown[] = [50_001, 50_003, 50_013, 50_024, 160_006];

/** The identifier of the message's thread, which is the message's own; that of the channel where no thread can be. Throws what discord.js throws. */
export async function startThread(
  rest: Pick<REST, "post">,
  { address, id }: PostedMessage,
  name: string,
): Promise<string> {
  try {
    await rest.post(Routes.threads(address, id), { body: { name } });
    return id;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (error.code === alreadyStarted) return id;
    if (impossible.includes(error.code)) return address;
    throw error;
  }
}
