// A channel as the table holds it.
import type { Channel } from "../../records/channel.ts";

interface ChannelRow {
  readonly id: string;
  readonly platform: string;
  readonly address: string;
  readonly locale: string;
  readonly server: string | null;
}

/** The channel; its row was written from one. */
export const channelOf = ({ id, platform, address, locale, server }: ChannelRow): Channel =>
  ({ id, platform, address, locale, ...(server !== null && { server }) }) as Channel;
