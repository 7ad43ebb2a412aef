// How often a source is worth asking: learned from when it published, bounded by what it asks for.
import type { FetchAnswer } from "../ports/fetcher.ts";
import type { Item, ParsedSource, PollingHints } from "../records/feed.ts";
import type { Rhythm } from "../records/source.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const shortestMs = 5 * minuteMs;
const longestMs = dayMs;
/** While nothing is known of a source. */
const usualMs = 15 * minuteMs;

// The newest tell of today: a feed may hold years.
const timesRegarded = 30;
const fewestGaps = 3;
// Asked twice in a typical gap, an article waits a quarter of it on average.
const pollsPerGap = 2;
// A source that fell silent is asked less and less, and a night of eight hours makes it an hour.
const pollsPerSilence = 8;

/** The rhythm after an answer. What a "not modified" leaves open stays as it was. */
export function learnRhythm(
  before: Rhythm | null,
  { maxAgeMs }: Pick<FetchAnswer, "maxAgeMs">,
  parsed: ParsedSource | null,
  now: number,
): Rhythm {
  const earlier = before ?? { gapMs: null, newestAt: null, maxAgeMs: null, hints: null };
  // RFC 9111 §4.3.4: a 304 without the header leaves what the stored answer said.
  if (parsed === null) return { ...earlier, maxAgeMs: maxAgeMs ?? earlier.maxAgeMs };
  const times = publicationTimes(parsed.items, now);
  return { gapMs: typicalGap(times), newestAt: times[0] ?? null, maxAgeMs, hints: parsed.polling ?? null };
}

/** Different times of publication, the newest first. A time to come is no sign of life. */
function publicationTimes(items: readonly Item[], now: number): readonly number[] {
  const times = new Set<number>();
  for (const { publishedAt, updatedAt } of items) {
    const at = publishedAt ?? updatedAt;
    if (at !== null && at <= now) times.add(at);
  }
  return [...times].sort((one, other) => other - one).slice(0, timesRegarded);
}

/** The median, so that neither a burst nor a holiday decides. Null for too few times. */
function typicalGap(newestFirst: readonly number[]): number | null {
  const gaps = newestFirst.slice(1).map((at, index) => (newestFirst[index] ?? at) - at);
  gaps.sort((one, other) => one - other);
  return gaps.length < fewestGaps ? null : (gaps[Math.floor(gaps.length / 2)] ?? null);
}

/**
 * Milliseconds until the next poll while all is well: what the operator stated, else what was learned, between 5 minutes and a
 * day; longer, but a day at most, when the source asks to be kept longer.
 */
export function pollInterval(rhythm: Rhythm | null, statedMs: number | null, now: number): number {
  const askedMs = Math.max(rhythm?.maxAgeMs ?? 0, rhythm?.hints?.ttlMs ?? 0);
  return Math.max(statedMs ?? learnedInterval(rhythm, now), Math.min(askedMs, longestMs));
}

function learnedInterval(rhythm: Rhythm | null, now: number): number {
  const { gapMs = null, newestAt = null } = rhythm ?? {};
  const byGap = gapMs === null ? usualMs : gapMs / pollsPerGap;
  const bySilence = newestAt === null ? 0 : (now - newestAt) / pollsPerSilence;
  return Math.min(Math.max(byGap, bySilence, shortestMs), longestMs);
}

const hoursOfWeek = 7 * 24;

/** The instant itself, or the first hour after it that the source does not want to be left alone in. A feed that skips every hour is not believed. */
export function outsideSkippedHours(at: number, hints: PollingHints | null): number {
  if (hints === null || (hints.skipHours.length === 0 && hints.skipDays.length === 0)) return at;
  const hour = Math.floor(at / hourMs) * hourMs;
  for (let later = 0; later <= hoursOfWeek; later += 1) {
    const candidate = later === 0 ? at : hour + later * hourMs;
    if (!isSkipped(new Date(candidate), hints)) return candidate;
  }
  return at;
}

const isSkipped = (time: Date, { skipHours, skipDays }: PollingHints): boolean =>
  skipHours.includes(time.getUTCHours()) || skipDays.includes(time.getUTCDay());
