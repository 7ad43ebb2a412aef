// How requests reach Discord: each in its turn and in its time, and none while Discord had better be left alone.
import { DefaultRestOptions, type REST } from "discord.js";
import type { Clock } from "../../../../ports/clock.ts";
import type { Log } from "../../../../ports/log.ts";
import type { Guard, Outcome } from "./guard.ts";
import { createTurns, type Pace } from "./pace.ts";

type MakeRequest = REST["options"]["makeRequest"];

/** Nothing was sent: Discord had refused too much. `retryAfterMs`: when to ask again. */
export class HeldBackError extends Error {
  readonly retryAfterMs: number;

  constructor(reason: string, retryAfterMs: number) {
    super(`nothing is sent for ${Math.ceil(retryAfterMs / 1000)} s: ${reason}`);
    this.retryAfterMs = Math.ceil(retryAfterMs);
  }
}

export interface RequestParts {
  readonly guard: Guard;
  /** Null for requests that Discord does not count towards a bot's rate. */
  readonly pace: Pace | null;
  /** From when a request has its turn. */
  readonly timeoutMs: number;
  /** Milliseconds of any steady clock, for the pace. */
  readonly now: () => number;
  /** For what is held back for minutes. */
  readonly clock: Clock;
  readonly log: Log;
}

/** Discord.js's way to make a request, in good order. Throws HeldBackError while requests are held back, and what fetching throws. */
export function orderlyRequests({ guard, pace, timeoutMs, now, clock, log }: RequestParts): MakeRequest {
  const turn = pace ? createTurns(pace, now) : async () => () => {};
  const throwIfClosed = (request: Pick<Outcome, "hasBotToken">) => {
    const { waitMs, reason } = guard.closedFor(clock.now(), request);
    if (waitMs > 0) throw new HeldBackError(reason, waitMs);
  };
  return async (url, init) => {
    const request = { hasBotToken: hasBotToken(init.headers) };
    throwIfClosed(request);
    const end = await turn();
    try {
      throwIfClosed(request);
      const sentAt = clock.now();
      const timeout = AbortSignal.timeout(timeoutMs);
      const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
      const response = await DefaultRestOptions.makeRequest(url, { ...init, signal });
      const waitMs = guard.note({ ...outcomeOf(response), ...request }, sentAt, clock.now());
      if (waitMs > 0) {
        log.warn("Discord asks for fewer requests; all wait", { waitMs: Math.ceil(waitMs) });
        pace?.pauseUntil(now() + waitMs);
      }
      return response;
    } finally {
      end();
    }
  };
}

const hasBotToken = (headers: unknown): boolean =>
  typeof headers === "object" && headers !== null && "Authorization" in headers;

function outcomeOf({ status, headers }: Awaited<ReturnType<MakeRequest>>): Omit<Outcome, "hasBotToken"> {
  return {
    status,
    retryAfterMs: 1000 * (Number(headers.get("retry-after")) || 0),
    scope: scopeOf(headers),
  };
}

function scopeOf(headers: { readonly get: (name: string) => string | null }): Outcome["scope"] {
  if (headers.get("x-ratelimit-global") !== null) return "global";
  const scope = headers.get("x-ratelimit-scope");
  if (scope === "global" || scope === "user" || scope === "shared") return scope;
  // Discord's own edge is named there; an address that is shut out gets no further than what stands before it.
  return headers.get("via") === null && headers.get("x-ratelimit-bucket") === null ? null : "user";
}
