// One poll of one source: fetch → parse → identify → extract. What comes out is curated and archived batch by batch.
import type { CollectedItem } from "../records/collected-item.ts";
import { FetchError, ParseError } from "../records/errors.ts";
import type { Source, SourceState } from "../records/source.ts";
import { nextPollAt } from "./back-off.ts";
import { type PostsParts, pollPosts } from "./poll-posts.ts";
import { pollWeb, type WebParts } from "./poll-web.ts";

export interface CollectParts extends Omit<WebParts, "store">, PostsParts {
  /** From 0 to 1. */
  readonly random: () => number;
}

/**
 * Polls the source: yields its new and changed items in batches, returns the state for `finishPoll`. A source that fails is
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
    return succeeded(source, state, yield* poll, parts);
  } catch (error) {
    if (error instanceof FetchError || error instanceof ParseError) return failed(source, state, error, parts);
    throw error;
  }
}

type Validators = Pick<SourceState, "etag" | "lastModified">;

function succeeded(source: Source, state: SourceState, validators: Validators, parts: CollectParts): SourceState {
  const { clock, random } = parts;
  const now = clock.now();
  const dueAt = nextPollAt({ intervalMs: source.intervalMinutes * 60_000, failures: 0 }, now, random);
  return { ...state, ...validators, dueAt, failures: 0, polledAt: now, problem: null, problemCode: null };
}

function failed(source: Source, state: SourceState, error: FetchError | ParseError, parts: CollectParts): SourceState {
  const { clock, random, log } = parts;
  const now = clock.now();
  const failures = state.failures + 1;
  const retryAfterMs = error instanceof FetchError ? error.retryAfterMs : undefined;
  const dueAt = nextPollAt({ intervalMs: source.intervalMinutes * 60_000, failures, retryAfterMs }, now, random);
  const nextTry = new Date(dueAt).toISOString();
  log.warn("a source could not be polled", { source: source.id, problem: error.message, failures, nextTry });
  return { ...state, dueAt, failures, polledAt: now, problem: error.message, problemCode: error.code };
}
