// What all channels of a server have in common: the line that their digests are written in. Kept like a channel's settings.
import type { Channel } from "../records/channel.ts";
import { type ChannelSettings, unsetChannel } from "../records/channel-settings.ts";

/** By what the server's settings are found among those of channels; null where the platform has no servers. */
export const serverSettingsId = ({ platform, server }: Pick<Channel, "platform" | "server">): string | null =>
  server === undefined ? null : `${platform}/${server}`;

/** All that a channel's settings are made of. */
export const settingsIdsOf = (channel: Channel): readonly string[] => [
  channel.id,
  ...[serverSettingsId(channel)].filter((id) => id !== null),
];

/** How a channel's digests are shown, of what was found by those ids: a line of its own goes before the server's. */
export function shownSettings(channel: Channel, found: ReadonlyMap<string, ChannelSettings>): ChannelSettings {
  const own = found.get(channel.id) ?? unsetChannel;
  const ofServer = found.get(serverSettingsId(channel) ?? "") ?? unsetChannel;
  return { ...own, template: own.template ?? ofServer.template };
}
