// The two ways by which interactions come in: a connection that the desk holds open, or calls that Discord makes.
import { type APIApplication, type Client, DiscordAPIError, type REST, Routes } from "discord.js";
import type { Log } from "../../../ports/log.ts";
import { SettingsError } from "../../../records/errors.ts";
import { describeFault, wrongToken } from "./faults.ts";
import { connectGateway, disconnectGateway, type GatewayOptions } from "./gateway.ts";

export interface WayIn {
  /** The application's id, once interactions come. Throws SettingsError for a refused token; may be tried again after any other error. */
  readonly open: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Over the gateway. */
export function gatewayWay(options: GatewayOptions): WayIn {
  let client: Client<true> | undefined;
  let isClosed = false;
  return {
    async open() {
      client ??= await connectGateway(options);
      if (isClosed) await disconnectGateway(client);
      return client.application.id;
    },
    async close() {
      isClosed = true;
      if (client) await disconnectGateway(client);
    },
  };
}

export interface HttpWayOptions {
  readonly rest: Pick<REST, "get" | "setToken">;
  readonly token: string;
  readonly publicKey: string;
  readonly log: Log;
}

/** Over HTTP: nothing is held open, but Discord is asked whose token and key these are. */
export function httpWay({ rest, token, publicKey, log }: HttpWayOptions): WayIn {
  return {
    async open() {
      rest.setToken(token);
      const application = (await rest.get(Routes.currentApplication()).catch((error: unknown) => {
        throw error instanceof DiscordAPIError && error.status === 401 ? wrongToken(error) : error;
      })) as APIApplication;
      if (application.verify_key !== publicKey.toLowerCase())
        log.warn(
          "DISCORD_PUBLIC_KEY is not the key of this token's application: interactions will be refused. It stands under General Information",
        );
      return application.id;
    },
    close: () => Promise.resolve(),
  };
}

const longestRetryMs = 300_000;

/** Opens a way in, and tries again until it is open or closed for good; what `opened` throws counts as not open yet. */
export function keepOpen(way: WayIn, log: Log, opened: (applicationId: string) => Promise<void>) {
  let retry: NodeJS.Timeout | undefined;
  let isClosed = false;
  async function attempt(retryMs: number): Promise<void> {
    try {
      await opened(await way.open());
    } catch (error) {
      if (error instanceof SettingsError) throw error;
      if (isClosed) return;
      log.warn("Discord can't be reached; trying again", { problem: describeFault(error), retryMs });
      retry = setTimeout(() => {
        const nextMs = Math.min(retryMs * 2, longestRetryMs);
        attempt(nextMs).catch((fault) => log.error("Discord is not connected", fault));
      }, retryMs);
    }
  }
  return {
    /** Resolves after the first attempt. Throws SettingsError for a refused token. */
    open: attempt,
    async close(): Promise<void> {
      isClosed = true;
      clearTimeout(retry);
      await way.close();
    },
  };
}
