// How a channel of Discord's is posted to.
import { ChannelType } from "discord.js";
import type { ChannelForm } from "../../../../records/place.ts";

/** A kind that nothing can be posted to is taken for a text channel: Discord says so at the first edition. */
export function channelForm(type: ChannelType): ChannelForm {
  switch (type) {
    case ChannelType.GuildForum:
    case ChannelType.GuildMedia:
      return "forum";
    case ChannelType.GuildAnnouncement:
      return "announcement";
    case ChannelType.PublicThread:
    case ChannelType.PrivateThread:
    case ChannelType.AnnouncementThread:
      return "thread";
    default:
      return "text";
  }
}
