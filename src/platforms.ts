// Which platforms a desk speaks: each starts when its secrets are set, the room in the browser always.
import { feedRoute } from "./adapters/feeds/route.ts";
import { startHttpServer } from "./adapters/http/server.ts";
import { pictureRoute } from "./adapters/pictures/route.ts";
import type { LinePlatform } from "./adapters/platforms/line.ts";
import { createWebPlatform, type WebPlatform } from "./adapters/platforms/web.ts";
import { createHeldEditions } from "./deliver/held-editions.ts";
import type { Desk } from "./desk.ts";
import { type LineDoor, openLineDoor } from "./line-door.ts";
import type { HttpRoute, Platform } from "./ports/platform.ts";
import { createRateShare } from "./rate-share.ts";
import { unsetChannel } from "./records/channel-settings.ts";
import type { Hook } from "./records/place.ts";
import { standBy } from "./stand-by.ts";

/** The platforms of a desk, and the HTTP server that they share. */
export interface OpenPlatforms {
  readonly platforms: readonly Platform[];
  /** Where the chat room is, such as `http://127.0.0.1:8787`; null for a worker that answers nobody. */
  readonly url: string | null;
  /** Shows on the room's open pages what arrived there through other workers. */
  readonly showDelivered: () => Promise<void>;
  /** Told how many workers deliver, this one among them: what a platform allows the whole desk in a second is divided. */
  readonly sharePace: (deliverers: number) => void;
  close(): Promise<void>;
}

// Workers count each other every twenty seconds.
const countedWithinMs = 25_000;

/**
 * Makes every platform that the settings hold secrets for. One that only delivers is left at that; one that answers is started, and the
 * server with it, where `moreRoutes` are served beside the platforms' own. Throws a SettingsError for a refused token or a taken port.
 */
export async function openPlatforms(desk: Desk, moreRoutes: readonly HttpRoute[] = []): Promise<OpenPlatforms> {
  const web = webOf(desk);
  const { DISCORD_REQUESTS_PER_SECOND: discordsRate } = desk.settings;
  const { perSecond, share: sharePace } = createRateShare(discordsRate, { clock: desk.clock, countedWithinMs });
  const [discord, line] = [await discordOf(desk, perSecond), await lineOf(desk)];
  const platforms = [web, discord, line].filter((platform) => platform !== null);
  const stop = async () => {
    for (const platform of platforms) await platform.stop();
  };
  const { ROLE: role } = desk.settings;
  if (role !== "all" && role !== "web") {
    return { platforms, url: null, showDelivered: async () => {}, sharePace, close: stop };
  }
  const { HTTP_HOST: host, HTTP_PORT: port } = desk.settings;
  const server = await startHttpServer({
    // Behind the door, where LINE has one.
    ...(line === null ? { host, port } : { host: "127.0.0.1", port: 0 }),
    routes: [...platforms.flatMap(({ routes }) => routes), pictureRoute(desk.pictures), feedsOf(desk), ...moreRoutes],
    log: desk.log,
    checkHealth: () => healthOf(desk),
  });
  let discordDuty: { close(): Promise<void> } | null = null;
  let door: LineDoor | null = null;
  const close = async () => {
    // Answers under way still go out, some of them in the responses of this server.
    door?.refuse();
    await discordDuty?.close();
    await stop();
    await door?.close();
    await server.close();
  };
  try {
    await web.start(desk.answer, desk.suggest);
    await line?.start(desk.answer, desk.suggest);
    if (desk.settings.DISCORD_PUBLIC_KEY !== undefined) await discord?.start(desk.answer, desk.suggest);
    else if (discord !== null)
      discordDuty = await standBy({ ...desk, duty: "discord", begin: () => answerOnDiscord(desk) });
    if (line !== null) door = await openLineDoor(line, server.url, desk);
  } catch (error) {
    await close();
    throw error;
  }
  return { platforms, url: door?.url ?? server.url, showDelivered: web.showDelivered, sharePace, close };
}

/** A gateway sends each question to every connection of the bot, so one worker has one. A platform once stopped does not start again. */
async function answerOnDiscord(desk: Desk): Promise<() => Promise<void>> {
  const discord = await discordOf(desk);
  await discord?.start(desk.answer, desk.suggest);
  return async () => discord?.stop();
}

// Asked every few seconds by whatever watches the desk, so it must not read the whole database as `lede doctor` does.
async function healthOf({ store }: Desk): Promise<readonly string[]> {
  try {
    await store.sourceStates();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : "the archive can't be read"];
  }
}

const isLoopback = (host: string): boolean => /^(localhost|127\.|::1$)/.test(host);

function webOf({ store, pictures, clock, timeZone, newId, settings }: Desk): WebPlatform {
  return createWebPlatform({ store, pictures, clock, timeZone, newId, isLocal: isLoopback(settings.HTTP_HOST) });
}

function feedsOf({ store, listSources, clock, timeZone, settings }: Desk): HttpRoute {
  const { PUBLIC_URL: publicUrl, HTTP_HOST: host } = settings;
  return feedRoute({ store, listSources, clock, timeZone, publicUrl, isLocal: isLoopback(host) });
}

// A platform's library is loaded only where it is spoken: discord.js alone takes 40 MB.
async function discordOf(
  { settings, commands, pictures, clock, cache, log, store }: Desk,
  requestsPerSecond?: () => number,
): Promise<Platform | null> {
  const { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: publicKey, DISCORD_API_URL: apiUrl } = settings;
  if (token === undefined) return null;
  const { createDiscordPlatform } = await import("./adapters/platforms/discord.ts");
  const onHook = async (address: string, hook: Hook | null) => {
    const id = `discord:${address}`;
    const settings = (await store.channelSettings([id])).get(id);
    // Somebody may have chosen another place meanwhile.
    if (settings?.place?.kind === "webhook")
      await store.saveChannelSettings(id, { ...settings, place: { ...settings.place, hook } });
  };
  return createDiscordPlatform({
    token,
    publicKey,
    apiUrl,
    commands,
    pictures,
    clock,
    cache,
    log,
    requestsPerSecond,
    onHook,
  });
}

async function lineOf(desk: Desk): Promise<LinePlatform | null> {
  const { settings, commands, pictures, timeZone, log, clock, cache, store } = desk;
  const {
    LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken,
    LINE_CHANNEL_SECRET: channelSecret,
    LINE_API_URL: apiUrl,
    PUBLIC_URL: publicUrl,
  } = settings;
  if (channelAccessToken === undefined || channelSecret === undefined) return null;
  const { createLinePlatform } = await import("./adapters/platforms/line.ts");
  const onGone = async (channelId: string) => {
    await store.endChannel(channelId, "the bot was removed from the chat", clock.now());
    await store.noteParting(channelId, clock.now());
  };
  const platform = createLinePlatform({
    channelAccessToken,
    channelSecret,
    apiUrl,
    publicUrl,
    commands,
    pictures,
    timeZone,
    log,
    clock,
    cache,
    settingsOf: async (channelId) => (await store.channelSettings([channelId])).get(channelId) ?? unsetChannel,
    onGone,
    onReturn: (channelId) => store.noteReturn(channelId),
    held: createHeldEditions({ ...desk, metering: { platform: () => platform, wishes: desk.quotaWishes } }),
  });
  return platform;
}
