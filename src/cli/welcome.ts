// What the terminal says when the desk is open: what to look at, what is missing, how to get it.
import type { Settings } from "../../config/settings.ts";

/** Lines for a person, without colours, each short enough for a terminal of 100 columns. `url`: null for a worker without a room. */
export function welcome(url: string | null, settings: Settings): string {
  if (url === null) return `\nLede is open, as a worker that does this: ${settings.ROLE}. Ctrl-C stops it.\n`;
  const lines = [
    `Lede is open. The chat room: ${url}`,
    "",
    ...discordLines(url, settings),
    ...lineLines(url, settings),
    ...modelLines(settings),
  ];
  return ["", ...lines, "", "Ctrl-C stops the desk. What happens is written below.", ""].join("\n");
}

function discordLines(url: string, { DISCORD_TOKEN, DISCORD_PUBLIC_KEY }: Settings): readonly string[] {
  if (DISCORD_PUBLIC_KEY !== undefined)
    return [
      `Discord  connected. Its interactions endpoint is ${url}/discord/interactions:`,
      "         Discord must reach it by a public https address, entered under General Information.",
    ];
  if (DISCORD_TOKEN !== undefined) return ["Discord  connected. Type /help in a server that the bot was invited to."];
  return [
    "Discord  not set up. Make a bot at https://discord.com/developers/applications,",
    "         put its token into the file .env as DISCORD_TOKEN=…, and start again.",
  ];
}

function lineLines(url: string, { LINE_CHANNEL_SECRET }: Settings): readonly string[] {
  if (LINE_CHANNEL_SECRET !== undefined)
    return [
      `LINE     connected. Its webhook is ${url}/line/webhook:`,
      "         LINE must reach it by a public https address, entered in the console as the webhook URL.",
    ];
  return [
    "LINE     not set up. Make a Messaging API channel at https://developers.line.biz/console/,",
    "         put LINE_CHANNEL_ACCESS_TOKEN=… and LINE_CHANNEL_SECRET=… into .env, and start again.",
  ];
}

// Only where there is one: the desk is whole without.
function modelLines({ MODEL_URL, MODEL_NAME }: Settings): readonly string[] {
  if (MODEL_URL === undefined) return [];
  return [
    `Model    ${MODEL_NAME ?? "the first one listed"} at ${MODEL_URL} writes what digests show. Try: lede doctor`,
  ];
}
