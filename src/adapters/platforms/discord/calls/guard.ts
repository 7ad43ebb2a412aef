// When no request may go at all: after refusals that Discord would one day answer by shutting the address out.

/**
 * Discord shuts an address out after 10,000 answers of 401, 403 or 429 in ten minutes; several workers may share one, and other bots
 * too. https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
const invalidAtMost = 1000;
const invalidWindowMs = 10 * 60_000;
// A refused token is good again only after somebody has set another, or when a proxy before Discord has come to its senses.
const refusedTokenMs = 10 * 60_000;
const firstBackoffMs = 500;
const longestBackoffMs = 60_000;

/** What was answered, as far as it tells whether to go on. */
export interface Outcome {
  readonly status: number;
  /** Milliseconds that a 429 asks for; 0 when it names none. */
  readonly retryAfterMs: number;
  /** The bot's rate (`global`) or a route's (`user`) was passed; a `shared` one is not the bot's fault; null when the answer is not Discord's own. */
  readonly scope: "global" | "user" | "shared" | null;
  /** False for an address that holds its own token. */
  readonly hasBotToken: boolean;
}

export interface Guard {
  /** Milliseconds until such a request may go, 0 when it may now, and why it may not. */
  closedFor(now: number, request: Pick<Outcome, "hasBotToken">): { readonly waitMs: number; readonly reason: string };
  /** Takes an answer in. Milliseconds for which all requests had better wait in their line: 0 for nearly every answer. */
  note(outcome: Outcome, sentAt: number, now: number): number;
}

/** Instants in milliseconds of any one clock. */
export function createGuard(): Guard {
  const invalidAt: number[] = [];
  let closed = { until: 0, reason: "" };
  // An answer to an interaction, and a webhook's message, do without the bot's.
  let tokenRefusedUntil = 0;
  let limitsInARow = 0;
  let limitedAt = Number.NEGATIVE_INFINITY;
  const close = (until: number, reason: string) => {
    if (until > closed.until) closed = { until, reason };
  };
  return {
    closedFor(now, { hasBotToken }) {
      const isByToken = hasBotToken && tokenRefusedUntil > closed.until;
      const { until, reason } = isByToken ? { until: tokenRefusedUntil, reason: "Discord refused the token" } : closed;
      return { waitMs: Math.max(0, until - now), reason };
    },
    note({ status, retryAfterMs, scope, hasBotToken }, sentAt, now) {
      if (status === 401 && hasBotToken) tokenRefusedUntil = now + refusedTokenMs;
      if ([401, 403, 429].includes(status) && scope !== "shared") {
        invalidAt.push(now);
        while ((invalidAt[0] ?? now) <= now - invalidWindowMs) invalidAt.shift();
        const [oldest = now] = invalidAt;
        if (invalidAt.length >= invalidAtMost)
          close(oldest + invalidWindowMs, `Discord refused ${invalidAt.length} requests in ten minutes`);
      }
      if (status !== 429) {
        limitsInARow = status < 400 ? 0 : limitsInARow;
        return 0;
      }
      // Not Discord's own answer: the address is shut out.
      if (scope === null) close(now + Math.max(retryAfterMs, longestBackoffMs), "Discord has shut this address out");
      // Those that were under way together met the same limit.
      if (sentAt >= limitedAt) {
        limitsInARow += 1;
        limitedAt = now;
      }
      // One route's limit is that route's own affair; several in a row are a storm.
      const backoffMs =
        limitsInARow > 3 ? Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(limitsInARow - 4, 10)) : 0;
      return Math.max(scope === "global" ? retryAfterMs : 0, backoffMs);
    },
  };
}
