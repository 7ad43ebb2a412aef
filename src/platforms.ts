// Which platforms a desk speaks: each starts when its secrets are set, the room in the browser always.
import { feedRoute } from "./adapters/feeds/route.ts";
import { startHttpServer } from "./adapters/http/server.ts";
import { pictureRoute } from "./adapters/pictures/route.ts";
import { createWebPlatform } from "./adapters/platforms/web.ts";
import type { Desk } from "./desk.ts";
import type { HttpRoute, Platform } from "./ports/platform.ts";

/** The platforms of a desk, started, and the HTTP server that they share. */
export interface OpenPlatforms {
  readonly platforms: readonly Platform[];
  /** Where the chat room is, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the server and every platform that the settings hold secrets for. `moreRoutes` are served beside the platforms' own.
 * Throws a SettingsError for a refused token or a taken port.
 */
export async function openPlatforms(desk: Desk, moreRoutes: readonly HttpRoute[] = []): Promise<OpenPlatforms> {
  const platforms = [webOf(desk), await discordOf(desk), await lineOf(desk)].filter((platform) => platform !== null);
  const server = await startHttpServer({
    host: desk.settings.HTTP_HOST,
    port: desk.settings.HTTP_PORT,
    routes: [...platforms.flatMap(({ routes }) => routes), pictureRoute(desk.pictures), feedsOf(desk), ...moreRoutes],
    log: desk.log,
    checkHealth: () => healthOf(desk),
  });
  const close = async () => {
    // Answers under way still go out, some of them in the responses of this server.
    for (const platform of platforms) await platform.stop();
    await server.close();
  };
  try {
    for (const platform of platforms) await platform.start(desk.answer);
  } catch (error) {
    await close();
    throw error;
  }
  return { platforms, url: server.url, close };
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

function webOf({ store, pictures, clock, timeZone, newId, settings }: Desk): Platform {
  return createWebPlatform({ store, pictures, clock, timeZone, newId, isLocal: isLoopback(settings.HTTP_HOST) });
}

function feedsOf({ store, listSources, clock, timeZone, settings }: Desk): HttpRoute {
  const { PUBLIC_URL: publicUrl, HTTP_HOST: host } = settings;
  return feedRoute({ store, listSources, clock, timeZone, publicUrl, isLocal: isLoopback(host) });
}

// A platform's library is loaded only where it is spoken: discord.js alone takes 40 MB.
async function discordOf({ settings, commands, pictures, clock, log }: Desk): Promise<Platform | null> {
  const { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: publicKey, DISCORD_API_URL: apiUrl } = settings;
  if (token === undefined) return null;
  const { createDiscordPlatform } = await import("./adapters/platforms/discord.ts");
  return createDiscordPlatform({ token, publicKey, apiUrl, commands, pictures, clock, log });
}

async function lineOf({
  settings,
  commands,
  pictures,
  timeZone,
  log,
  clock,
  cache,
  store,
}: Desk): Promise<Platform | null> {
  const {
    LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken,
    LINE_CHANNEL_SECRET: channelSecret,
    LINE_API_URL: apiUrl,
    PUBLIC_URL: publicUrl,
  } = settings;
  if (channelAccessToken === undefined || channelSecret === undefined) return null;
  const { createLinePlatform } = await import("./adapters/platforms/line.ts");
  const onGone = (channelId: string) => store.endChannel(channelId, "the bot was removed from the chat", clock.now());
  return createLinePlatform({
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
    onGone,
  });
}
