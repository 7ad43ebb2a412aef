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

// The desk's other platforms wait for this one's start: discord.js by itself would try for ever.
const patienceMs = 30_000;

/** A client that is logged in and ready. Throws SettingsError for a refused token, and what discord.js throws when Discord can't be reached. */
export async function connectGateway({ token, apiUrl, log, onInteraction }: GatewayOptions): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { retries: 1, ...(apiUrl ? { api: apiUrl } : {}) },
  });
  logConnection(client, log);
  // As Discord sent it: the same shape as over HTTP.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const refused = new Promise<never>((_, reject) =>
    client.once(Events.ShardDisconnect, ({ code }) =>
      reject(code === GatewayCloseCodes.AuthenticationFailed ? wrongToken() : new Error(`gateway closed with ${code}`)),
    ),
  );
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`the gateway is not ready after ${patienceMs} ms`)), patienceMs);
  try {
    return await Promise.race([client.login(token).then(() => ready), refused, late.promise]);
  } catch (error) {
    await disconnectGateway(client);
    const isRefused = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
    throw isRefused ? wrongToken(error) : error;
  } finally {
    clearTimeout(timer);
  }
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
  client.on(Events.ShardReconnecting, () => log.warn("Discord's gateway went away; reconnecting"));
  client.on(Events.ShardResume, () => log.info("Discord's gateway is back"));
  client.on(Events.ShardDisconnect, ({ code }) =>
    log.warn("Discord closed the gateway for good: check DISCORD_TOKEN, then restart", { code }),
  );
}
