// The desk as the channel that a question is about has settled it: in its time zone, and in its language where that is not each reader's own.
import type { Access, CommandDesk, CommandRequest } from "../ports/command.ts";
import type { Channel, Locale } from "../records/channel.ts";
import { type ChannelSettings, unsetChannel } from "../records/channel-settings.ts";
import type { Question } from "../records/question.ts";
import type { Source } from "../records/source.ts";
import { meantChannel } from "./meant-channel.ts";
import type { AnswerParts } from "./parts.ts";

/** What a command is given for the question. */
export async function settledDesk(
  question: Pick<Question, "channel" | "form" | "parent">,
  access: Access,
  { commands, desk, sources }: Pick<AnswerParts, "commands" | "desk"> & { readonly sources: readonly Source[] },
): Promise<{ readonly about: Pick<CommandRequest, "channel" | "form" | "thread">; readonly desk: CommandDesk }> {
  const { channel: asked, form } = question;
  const channel = await meantChannel(question, desk.store);
  const settings = (await desk.store.channelSettings([channel.id])).get(channel.id) ?? unsetChannel;
  return {
    about: {
      channel: { ...channel, locale: localeFor(channel, access, settings) },
      ...(channel !== asked && { thread: asked }),
      ...(channel === asked && form !== undefined && { form }),
    },
    desk: { ...desk, timeZone: settings.timeZone ?? desk.timeZone, sources, commands },
  };
}

/** Discord tells each reader's own language; what is set up for a channel speaks the channel's there, and elsewhere all does. */
function localeFor({ platform, locale }: Channel, access: Access, settings: ChannelSettings): Locale {
  const isForChannel = platform !== "discord" || access === "managers";
  return isForChannel ? (settings.locale ?? locale) : locale;
}
