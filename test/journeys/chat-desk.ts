// A desk with all its platforms open, on loopback, under a clock that the journey moves.
import { readSettings } from "../../config/settings.ts";
import { type Desk, openDesk } from "../../src/desk.ts";
import { deliverEditions, gatherNews, publishEditions } from "../../src/pipeline.ts";
import { type OpenPlatforms, openPlatforms } from "../../src/platforms.ts";
import type { Log } from "../../src/ports/log.ts";
import type { DiscordStage } from "../conformance/discord-stage.ts";
import type { FakeClock } from "../fakes/clock.ts";
import type { LineServer } from "../fakes/line.ts";

export interface ChatDesk extends Desk, Omit<OpenPlatforms, "close"> {
  readonly clock: FakeClock;
  /** The three loops, once each, in order. */
  turn(): Promise<void>;
}

export interface ChatDeskOptions {
  readonly database: string;
  readonly sourcesFile: string;
  readonly clock: FakeClock;
  readonly log: Log;
  readonly discord: DiscordStage;
  readonly line: LineServer;
}

/** Opens the desk as `lede serve` does, but for its ticks. */
export async function openChatDesk({ clock, log, discord, line, ...files }: ChatDeskOptions): Promise<ChatDesk> {
  const settings = readSettings({
    DATABASE_URL: `sqlite:${files.database}`,
    SOURCES_FILE: files.sourcesFile,
    ALLOW_PRIVATE_NETWORKS: "true",
    HTTP_PORT: "0",
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    LINE_CHANNEL_ACCESS_TOKEN: line.token,
    LINE_CHANNEL_SECRET: line.secret,
    LINE_API_URL: line.url,
  });
  const desk = await openDesk(settings, log, { clock });
  const { close, ...open } = await openPlatforms(desk);
  const parts = { ...desk, ...open };
  return {
    ...desk,
    clock,
    ...open,
    turn: async () => {
      await gatherNews(parts);
      await publishEditions(parts);
      await deliverEditions(parts);
    },
    close: async () => {
      await close();
      await desk.close();
    },
  };
}
