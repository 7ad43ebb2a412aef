// A Discord and a LINE on loopback: those that check every body against the platforms' specifications where they are there, else our fakes.
import { startDiscordRig } from "../conformance/discord-rig.ts";
import type { DiscordStage } from "../conformance/discord-stage.ts";
import { startFakeDiscord } from "../fakes/discord.ts";
import { type LineServer, startFakeLine } from "../fakes/line.ts";
import { sharedPath } from "../shared.ts";
import { withFront } from "./line-front.ts";

/** A Discord with one server and one text channel. */
export async function startLoopbackDiscord(): Promise<DiscordStage> {
  const rig = sharedPath("rigs", "discord", "rig.mjs");
  return rig === null ? startFakeDiscord() : startDiscordRig(rig, {});
}

/** A LINE whose month has no end of messages. */
export async function startLoopbackLine(): Promise<LineServer> {
  const rig = sharedPath("rigs", "line", "rig.mjs");
  const options = { quota: 100_000 };
  return rig === null ? startFakeLine(options) : withFront(await (await import(rig)).startLine(options));
}
