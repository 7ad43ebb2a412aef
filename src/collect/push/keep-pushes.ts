// Asks hubs to push, to go on pushing before their promise ends, and to stop when a source is gone (WebSub §5).
import type { Clock } from "../../ports/clock.ts";
import type { Fetcher } from "../../ports/fetcher.ts";
import type { Log } from "../../ports/log.ts";
import type { PushStore } from "../../ports/store.ts";
import { FetchError } from "../../records/errors.ts";
import type { PushSubscription } from "../../records/push.ts";
import type { Source } from "../../records/source.ts";
import { ended } from "./note-offer.ts";

export interface KeepPushesParts {
  readonly store: Pick<PushStore, "allPushes" | "claimDuePushes" | "keepPush" | "dropPush">;
  readonly fetcher: Pick<Fetcher, "post">;
  readonly listSources: () => Promise<readonly Source[]>;
  readonly clock: Clock;
  readonly log: Log;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
// What most hubs grant; a hub may grant another lease than asked for.
const askedLeaseSeconds = 10 * 24 * 60 * 60;
const claimMs = 5 * minuteMs;
const asksAtOnce = 20;
// A hub that does not ask back is down or not one: polling goes on meanwhile, so there is no hurry.
const firstRetryMs = 10 * minuteMs;
// Whoever is asked in vain to stop will notice when its calls are refused, or its lease ends.
const mostGoodbyes = 3;

/** One round: ends what is for no source any more, then asks every hub that is due. A hub that fails costs only itself. */
export async function keepPushes(parts: KeepPushesParts): Promise<void> {
  const { store, clock } = parts;
  const known = new Set((await parts.listSources()).map(({ id }) => id));
  for (const push of await store.allPushes())
    if (push.state === "wanted" && !known.has(push.sourceId)) await store.keepPush(ended(push, clock.now()));
  for (const push of await store.claimDuePushes(clock.now(), claimMs, asksAtOnce)) await askHub(push, parts);
}

async function askHub(push: PushSubscription, { store, fetcher, clock, log }: KeepPushesParts): Promise<void> {
  if (push.state === "ending" && push.attempts >= mostGoodbyes) return store.dropPush(push.id);
  const waitMs = Math.min(firstRetryMs * 2 ** push.attempts, dayMs);
  // Written before the hub is asked: it may ask back before it has answered, and its word is the later one.
  await store.keepPush({ ...push, attempts: push.attempts + 1, dueAt: clock.now() + waitMs });
  try {
    await fetcher.post({ url: push.hub, form: formOf(push) });
    log.debug("a hub was asked", { source: push.sourceId, state: push.state });
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    log.warn("a hub could not be asked; the source is polled as ever", {
      source: push.sourceId,
      problem: error.message,
    });
  }
}

function formOf({ state, topic, callback, secret }: PushSubscription): Readonly<Record<string, string>> {
  const common = { "hub.callback": callback, "hub.topic": topic };
  if (state === "ending") return { "hub.mode": "unsubscribe", ...common };
  // The secret goes to hubs without TLS too, against a SHOULD of WebSub §5.1: unsigned, nothing they push could be believed.
  const lease = String(askedLeaseSeconds);
  return { "hub.mode": "subscribe", ...common, "hub.secret": secret, "hub.lease_seconds": lease };
}
