// The connection over which Discord sends interactions; discord.js keeps it alive and resumes it.
import {
  type APIInteraction,
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
} from "discord.js";
import type { Log } from "../../../ports/log.ts";
import { describeFault, wrongToken } from "./faults.ts";

export interface GatewayOptions {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly log: Log;
  /** Must not throw. */
  readonly onInteraction: (interaction: APIInteraction) => void;
}

// The desk's other platforms wait for this one's start: discord.js by itself would try for ever. Of many shards Discord lets one begin
// every five seconds, so each that is ready gives the others as much time again.
const patienceMs = 30_000;

/**
 * A client that is logged in and ready, on as many shards as Discord recommends: one for a bot of up to 2,500 servers. Throws
 * SettingsError for a refused token, and what discord.js throws when Discord can't be reached.
 */
export async function connectGateway({ token, apiUrl, log, onInteraction }: GatewayOptions): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: "auto",
    allowedMentions: { parse: [] },
    rest: { retries: 1, ...(apiUrl ? { api: apiUrl } : {}) },
  });
  logConnection(client, log);
  // As Discord sent it: the same shape as over HTTP.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction);
  const patience = startPatience(client);
  try {
    return await Promise.race([untilReady(client, token), untilRefused(client), patience.tooLate]);
  } catch (error) {
    await disconnectGateway(client);
    const isRefused = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
    throw isRefused ? wrongToken(error) : error;
  } finally {
    patience.end();
  }
}

async function untilReady(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  return ready;
}

const untilRefused = (client: Client): Promise<never> =>
  new Promise((_, reject) =>
    client.once(Events.ShardDisconnect, ({ code }) =>
      reject(code === GatewayCloseCodes.AuthenticationFailed ? wrongToken() : new Error(`gateway closed with ${code}`)),
    ),
  );

function startPatience(client: Client): { readonly tooLate: Promise<never>; readonly end: () => void } {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const begin = () =>
    setTimeout(() => reject(new Error(`the gateway is not ready after ${patienceMs} ms`)), patienceMs);
  let timer = begin();
  const beginAgain = () => {
    clearTimeout(timer);
    timer = begin();
  };
  client.on(Events.ShardReady, beginAgain);
  const end = () => {
    clearTimeout(timer);
    client.off(Events.ShardReady, beginAgain);
  };
  return { tooLate, end };
}

/** Closes the connection for good. */
export async function disconnectGateway(client: Client): Promise<void> {
  // discord.js announces a reconnection for every close, its own too.
  client.removeAllListeners(Events.ShardReconnecting);
  await client.destroy();
}

function logConnection(client: Client, log: Log): void {
  const warn = (message: string) => (error: Error) => log.warn(message, { problem: describeFault(error) });
  // Without a listener, an "error" event would end the whole desk.
  client.on(Events.Error, warn("Discord's client met a fault"));
  client.on(Events.ShardError, warn("Discord's gateway met a fault"));
  client.on(Events.ShardReady, (shard) => log.info("Discord's gateway is open", { shard }));
  client.on(Events.ShardReconnecting, (shard) => log.warn("Discord's gateway went away; reconnecting", { shard }));
  client.on(Events.ShardResume, (shard) => log.info("Discord's gateway is back", { shard }));
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    log.warn("Discord closed the gateway for good: check DISCORD_TOKEN, then restart", { code, shard }),
  );
}
