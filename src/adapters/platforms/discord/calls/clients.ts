// The clients of Discord's API: one for what the bot does by itself, in its turn, and one for answers, which wait for nothing.
import { type RateLimitData, REST } from "discord.js";
import type { Clock } from "../../../../ports/clock.ts";
import type { Log } from "../../../../ports/log.ts";
import { createGuard } from "./guard.ts";
import { createPace } from "./pace.ts";
import { orderlyRequests } from "./requests.ts";

export interface DiscordClients {
  readonly rest: REST;
  /** The same, and nothing that went unanswered is sent again by itself. */
  readonly once: REST;
  /** Discord counts answers to interactions apart from its rate for the whole bot: they must not wait behind editions. */
  readonly answers: REST;
}

export interface ClientOptions {
  readonly apiUrl: string | undefined;
  /** How many requests this process may make in a second, at present; `Infinity` for no limit. */
  readonly requestsPerSecond: () => number;
  readonly clock: Clock;
  readonly log: Log;
}

// What Discord wants to put off for longer goes back to the outbox.
const longestRateLimitMs = 20_000;
const requestTimeoutMs = 15_000;
// Of a request in its line too, where it may stand for long: discord.js would count that.
const noTimeout = 2 ** 31 - 1;

export function createClients({ apiUrl, requestsPerSecond, clock, log }: ClientOptions): DiscordClients {
  const guard = createGuard();
  const parts = { guard, timeoutMs: requestTimeoutMs, now: () => performance.now(), clock, log };
  const options = {
    ...(apiUrl ? { api: apiUrl } : {}),
    retries: 1,
    timeout: noTimeout,
    // Its own windows begin anew each second, so that two of them can meet in one of Discord's.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  };
  const ofTheBot = {
    ...options,
    rejectOnRateLimit: ({ retryAfter }: RateLimitData) => retryAfter > longestRateLimitMs,
    makeRequest: orderlyRequests({ ...parts, pace: createPace(requestsPerSecond) }),
  };
  return {
    rest: new REST(ofTheBot),
    once: new REST({ ...ofTheBot, retries: 0 }),
    answers: new REST({ ...options, makeRequest: orderlyRequests({ ...parts, pace: null }) }),
  };
}
