// One poll of one source: fetch → parse → identify → extract. What comes out is curated and archived batch by batch.
import type { CollectedItem } from "../records/collected-item.ts";
import { FetchError, ParseError } from "../records/errors.ts";
import type { Source, SourceState } from "../records/source.ts";
import { nextPollAt } from "./back-off.ts";
import { type PostsParts, pollPosts } from "./poll-posts.ts";
import { type PollFindings, pollWeb, type WebParts } from "./poll-web.ts";
import { slowedByPush } from "./push/note-offer.ts";
import { outsideSkippedHours, pollInterval } from "./rhythm.ts";

export interface CollectParts extends Omit<WebParts, "store">, PostsParts {
  /** From 0 to 1. */
  readonly random: () => number;
}

/**
 * Polls the source: yields its new and changed items in batches, returns the state for `finishPolls`. A source that fails is
 * a state with its `problem` and a later due time. Throws only what is no fault of the source, such as a StoreError; then the
 * old state stands, and nothing is missed.
 */
export async function* collectSource(
  source: Source,
  state: SourceState,
  parts: CollectParts,
): AsyncGenerator<readonly CollectedItem[], SourceState> {
  try {
    const poll = source.kind === "posts" ? pollPosts(source, state, parts) : pollWeb(source, state, parts);
    return await unhurried(succeeded(source, state, yield* poll, parts), parts);
  } catch (error) {
    if (error instanceof FetchError || error instanceof ParseError) return failed(source, state, error, parts);
    throw error;
  }
}

function succeeded(
  source: Source,
  state: SourceState,
  findings: Partial<PollFindings>,
  parts: CollectParts,
): SourceState {
  const now = parts.clock.now();
  const after = { ...state, ...findings, failures: 0, polledAt: now, problem: null, problemCode: null };
  if (after.movedTo !== null && after.movedTo !== state.movedTo) noteMove(source, after.movedTo, parts);
  return { ...after, dueAt: dueAfter(source, after, now, undefined, parts) };
}

function noteMove({ id }: Source, movedTo: string, { log }: CollectParts): void {
  // A query can hold a key.
  const { origin, pathname } = new URL(movedTo);
  const advice = "it is polled at its new address; write that into the sources file";
  log.info(`a source has moved for good: ${advice}`, { source: id, movedTo: origin + pathname });
}

/** The state of a source that a hub pushes is due later: its news need not be asked for. */
async function unhurried(state: SourceState, { push, clock }: CollectParts): Promise<SourceState> {
  const pushedUntil = (await push?.pushedUntil(state.sourceId)) ?? null;
  return pushedUntil === null ? state : { ...state, dueAt: slowedByPush(state.dueAt, pushedUntil, clock.now()) };
}

function failed(source: Source, state: SourceState, error: FetchError | ParseError, parts: CollectParts): SourceState {
  const now = parts.clock.now();
  const { message: problem, code: problemCode } = error;
  const after = { ...state, failures: state.failures + 1, polledAt: now, problem, problemCode };
  if (error instanceof FetchError && error.status === gone) {
    parts.log.warn("a source has ended and is polled no more", { source: source.id, problem });
    return { ...after, endedAt: now };
  }
  const retryAfterMs = error instanceof FetchError ? error.retryAfterMs : undefined;
  const dueAt = dueAfter(source, after, now, retryAfterMs, parts);
  const { failures } = after;
  const nextTry = new Date(dueAt).toISOString();
  parts.log.warn("a source could not be polled", { source: source.id, problem, failures, nextTry });
  return { ...after, dueAt };
}

// RFC 9110 §15.5.11: the server says that this is likely to be for good.
const gone = 410;

function dueAfter(
  source: Source,
  { rhythm, failures }: SourceState,
  now: number,
  retryAfterMs: number | undefined,
  { random }: CollectParts,
): number {
  const statedMs = source.intervalMinutes === undefined ? null : source.intervalMinutes * 60_000;
  const intervalMs = pollInterval(rhythm, statedMs, now);
  return outsideSkippedHours(nextPollAt({ intervalMs, failures, retryAfterMs }, now, random), rhythm?.hints ?? null);
}
