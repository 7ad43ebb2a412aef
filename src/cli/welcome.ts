// What the terminal says when the desk is open: what to look at, what is missing, how to get it.
import type { Settings } from "../../config/settings.ts";

/** Lines for a person, without colours. */
export function welcome(url: string, settings: Settings): string {
  return ["", `Lede is open. The chat room: ${url}`, discordLine(settings), ...lineLines(url, settings), ""].join("\n");
}

function discordLine({ DISCORD_TOKEN }: Settings): string {
  return DISCORD_TOKEN === undefined
    ? "Discord: not set up. Make a bot at https://discord.com/developers/applications, put its token into .env as DISCORD_TOKEN and start again."
    : "Discord: connected. Type /help in a server that the bot was invited to.";
}

function lineLines(url: string, { LINE_CHANNEL_SECRET }: Settings): string[] {
  if (LINE_CHANNEL_SECRET === undefined)
    return [
      "LINE: not set up. Make a Messaging API channel at https://developers.line.biz/console/, put LINE_CHANNEL_ACCESS_TOKEN and LINE_CHANNEL_SECRET into .env and start again.",
    ];
  return [`LINE: connected. Its webhook is ${url}/line/webhook: LINE must reach it by a public https address.`];
}
