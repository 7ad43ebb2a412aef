// How fast requests may go out: evenly, and never more in a second than Discord allows a bot.

/**
 * Discord counts what arrives, and not all requests take equally long on their way: this much later than planned one may arrive
 * before a second holds one too many. It costs 4 % of the rate.
 */
const jitterMs = 40;
// After a halt of the process, so much is caught up on at once, as far as the second has room for it.
const catchUpMs = 250;

export interface Pace {
  /** 0 when a request may go at this instant, which is then counted; else the milliseconds to wait before asking again. */
  take(now: number): number;
  /** Nothing goes before the instant. */
  pauseUntil(at: number): void;
}

/** A pace of so many requests a second, which may change; `Infinity` for no limit, 0 to let nothing go. Instants in milliseconds of any clock. */
export function createPace(perSecond: () => number): Pace {
  const sentAt: number[] = [];
  let nextAt = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  return {
    take(now) {
      if (now < pausedUntil) return pausedUntil - now;
      const rate = perSecond();
      if (rate === Number.POSITIVE_INFINITY) return 0;
      if (rate <= 0) return 1000;
      const count = Math.max(1, Math.floor(rate));
      const spanMs = (count / rate) * 1000 + jitterMs;
      const fullUntil = (sentAt.at(-count) ?? Number.NEGATIVE_INFINITY) + spanMs;
      const waitMs = Math.max(nextAt, fullUntil) - now;
      if (waitMs > 0) return waitMs;
      nextAt = Math.max(nextAt, now - catchUpMs) + spanMs / count;
      sentAt.push(now);
      if (sentAt.length > 2 * count) sentAt.splice(0, sentAt.length - count);
      return 0;
    },
    pauseUntil(at) {
      pausedUntil = Math.max(pausedUntil, at);
    },
  };
}

/** Resolves when it is the caller's turn; turns come in the order in which they were asked for. */
export function createTurns(pace: Pick<Pace, "take">, now: () => number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const release = () => {
    timer = undefined;
    while (waiting.length > 0) {
      const waitMs = pace.take(now());
      if (waitMs > 0) {
        timer = setTimeout(release, Math.ceil(waitMs));
        return;
      }
      waiting.shift()?.();
    }
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (timer === undefined) release();
    });
}
