// The desk as a channel has settled it: in its time zone, and in its language where that is not each reader's own.
import type { Access, CommandDesk } from "../ports/command.ts";
import type { Channel, Locale } from "../records/channel.ts";
import { type ChannelSettings, unsetChannel } from "../records/channel-settings.ts";
import type { Source } from "../records/source.ts";
import type { AnswerParts } from "./parts.ts";

/** What a command is given for a question from the channel. */
export async function settledDesk(
  channel: Channel,
  access: Access,
  { commands, desk, sources }: Pick<AnswerParts, "commands" | "desk"> & { readonly sources: readonly Source[] },
): Promise<{ readonly channel: Channel; readonly desk: CommandDesk }> {
  const settings = (await desk.store.channelSettings([channel.id])).get(channel.id) ?? unsetChannel;
  return {
    channel: { ...channel, locale: localeFor(channel, access, settings) },
    desk: { ...desk, timeZone: settings.timeZone ?? desk.timeZone, sources, commands },
  };
}

/** Discord tells each reader's own language; what is set up for a channel speaks the channel's there, and elsewhere all does. */
function localeFor({ platform, locale }: Channel, access: Access, settings: ChannelSettings): Locale {
  const isForChannel = platform !== "discord" || access === "managers";
  return isForChannel ? (settings.locale ?? locale) : locale;
}
