// How fast requests may go out: evenly, and never more in a second than Discord allows a bot.

const secondMs = 1000;
// Discord's clock and ours are read in whole milliseconds.
const roundingMs = 2;
// After a halt of the process, so much is caught up on at once, as far as the second has room for it.
const catchUpMs = 250;
// The quickest answer tells what the way to Discord takes at least; fewer than so many may all have been held up.
const answersToKnow = 50;

/** A request that was sent, which counts until a second after it must have arrived. */
export interface Sent {
  readonly at: number;
}

/**
 * Discord counts what arrives. A request arrived before its answer did, by as long as the way back takes: so it counts until a second
 * after its answer, without the time that the quickest of many answers took. Requests that were long on their way, or a process that was halted
 * with answers in its hands, then bring no second that holds one too many, whatever the way to Discord takes.
 */
export interface Pace {
  /** The request, which may go at this instant, or the milliseconds to wait before asking again. */
  take(now: number): Sent | number;
  /** Its answer is there, or will not come. */
  end(sent: Sent, now: number): void;
  /** Nothing goes before the instant. */
  pauseUntil(at: number): void;
}

/** A pace of so many requests a second, which may change; `Infinity` for no limit, 0 to let nothing go. Instants in milliseconds of any clock. */
export function createPace(perSecond: () => number): Pace {
  const underWay = new Set<Sent>();
  /** Until when each answered one counts, the earliest first. */
  const counting: number[] = [];
  const quickest = createQuickest();
  let nextAt = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  return {
    take(now) {
      if (now < pausedUntil) return pausedUntil - now;
      const rate = perSecond();
      if (rate <= 0) return secondMs;
      while ((counting[0] ?? Number.POSITIVE_INFINITY) <= now) counting.shift();
      const count = Math.max(1, Math.floor(rate));
      const spare = counting.length + underWay.size - count;
      // Full: it takes the end of one that counts, or an answer of one under way.
      if (spare >= 0) return Math.max(1, (counting[spare] ?? now + secondMs) - now);
      if (now < nextAt) return nextAt - now;
      nextAt = Math.max(nextAt, now - catchUpMs) + secondMs / rate;
      const sent = { at: now };
      underWay.add(sent);
      return sent;
    },
    end(sent, now) {
      underWay.delete(sent);
      quickest.note(now - sent.at);
      const spanMs = secondMs * Math.max(1, 1 / Math.max(perSecond(), Number.MIN_VALUE));
      if (!Number.isFinite(perSecond())) return;
      counting.push(Math.max(counting.at(-1) ?? now, now - quickest.ms() + spanMs + roundingMs));
    },
    pauseUntil(at) {
      pausedUntil = Math.max(pausedUntil, at);
      // One goes first, to see whether others may: what was missed is not caught up on at once.
      nextAt = Math.max(nextAt, at);
    },
  };
}

/** What the quickest answer of all took; 0 while there were few. */
function createQuickest() {
  let [quickestMs, answers] = [Number.POSITIVE_INFINITY, 0];
  return {
    ms: () => (answers < answersToKnow ? 0 : quickestMs),
    note(tookMs: number): void {
      quickestMs = Math.min(quickestMs, tookMs);
      answers += 1;
    },
  };
}

/** Resolves when it is the caller's turn, to what says that its answer is there; turns come in the order in which they were asked for. */
export function createTurns(pace: Pick<Pace, "take" | "end">, now: () => number): () => Promise<() => void> {
  const waiting: ((end: () => void) => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const release = () => {
    clearTimeout(timer);
    timer = undefined;
    while (waiting.length > 0) {
      const sent = pace.take(now());
      if (typeof sent === "number") {
        timer = setTimeout(release, Math.ceil(sent));
        return;
      }
      waiting.shift()?.(() => {
        pace.end(sent, now());
        if (waiting.length > 0) release();
      });
    }
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (timer === undefined) release();
    });
}
