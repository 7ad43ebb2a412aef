// Discord: slash commands and buttons come in over the gateway, answers and editions go out as embeds.
import { type APIInteraction, type Client, REST, Routes } from "discord.js";
import type { Command } from "../../ports/command.ts";
import type { Log } from "../../ports/log.ts";
import type { Pictures } from "../../ports/pictures.ts";
import type { Answer, Platform } from "../../ports/platform.ts";
import { SettingsError } from "../../records/errors.ts";
import { describeFault, isTooLate, wrongToken } from "./discord/faults.ts";
import { connectGateway, disconnectGateway } from "./discord/gateway.ts";
import { answerInteraction } from "./discord/interactions.ts";
import { createPoster } from "./discord/post.ts";
import { registrationOf } from "./discord/registration.ts";
import { restResponder } from "./discord/responder.ts";

export interface DiscordOptions {
  readonly token: string;
  /** Another server that speaks Discord's API; Discord's own when left out. */
  readonly apiUrl?: string | undefined;
  readonly commands: readonly Command[];
  readonly pictures: Pick<Pictures, "draw">;
  readonly log: Log;
  /** An answer that takes longer is announced first; Discord gives up after 3000. */
  readonly deferAfterMs?: number;
  /** The wait before a second attempt to connect; it doubles with each, 5 minutes at most. */
  readonly firstRetryMs?: number;
}

const longestRetryMs = 300_000;
// A delivery's lease is 120 s: what Discord wants to put off for longer than this goes back to the outbox.
const longestRateLimitMs = 20_000;
const requestTimeoutMs = 15_000;

/** The Discord platform. Connects by itself, so it has no routes; a Discord that can't be reached is tried again until it can. */
export function createDiscordPlatform(options: DiscordOptions): Platform {
  const { token, apiUrl, commands, pictures, log, deferAfterMs = 1500, firstRetryMs = 5000 } = options;
  const rest = new REST({
    ...(apiUrl ? { api: apiUrl } : {}),
    retries: 1,
    timeout: requestTimeoutMs,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > longestRateLimitMs,
  });
  // Discord counts answers to interactions apart from its global rate: they must not wait behind editions.
  const answers = new REST({
    ...(apiUrl ? { api: apiUrl } : {}),
    retries: 1,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  });
  const post = createPoster(rest);
  let client: Client<true> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function connect(onInteraction: (interaction: APIInteraction) => void): Promise<void> {
    client ??= await connectGateway({ token, apiUrl, log, onInteraction });
    if (isStopped) return disconnectGateway(client);
    rest.setToken(token);
    await rest.put(Routes.applicationCommands(client.application.id), { body: registrationOf(commands) });
    log.info("Discord is connected", { commands: commands.length, servers: client.guilds.cache.size });
  }

  async function keepConnecting(onInteraction: (interaction: APIInteraction) => void, retryMs: number): Promise<void> {
    try {
      await connect(onInteraction);
    } catch (error) {
      if (error instanceof SettingsError) throw error;
      if (isStopped) return;
      log.warn("Discord can't be reached; trying again", { problem: describeFault(error), retryMs });
      retry = setTimeout(() => {
        const nextMs = Math.min(retryMs * 2, longestRetryMs);
        keepConnecting(onInteraction, nextMs).catch((fault) => log.error("Discord is not connected", fault));
      }, retryMs);
    }
  }

  return {
    name: "discord",
    routes: [],
    async start(answer: Answer) {
      // Anything else could not even be sent as a header, and would be repeated in the error about it.
      if (!/^[\w.-]+$/.test(token)) throw wrongToken();
      const parts = { commands, answer, pictures, deferAfterMs };
      await keepConnecting((interaction) => {
        answerInteraction(interaction, restResponder(answers, interaction), parts).catch((error) =>
          logUnanswered(error, log),
        );
      }, firstRetryMs);
    },
    deliver(delivery) {
      // discord.js forgets a token at the first answer of 401, be it a proxy's passing one.
      rest.setToken(token);
      return post(delivery);
    },
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      if (client) await disconnectGateway(client);
    },
  };
}

function logUnanswered(error: unknown, log: Log): void {
  const message = isTooLate(error) ? "an answer came too late for Discord" : "Discord did not take an answer";
  log.warn(message, { problem: describeFault(error) });
}
