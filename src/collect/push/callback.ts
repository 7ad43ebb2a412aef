// What hubs call: they verify that it was us who asked, refuse, or push (WebSub §5.2, §5.3, §7).
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { HttpRoute } from "../../ports/platform.ts";
import type { SourceBody } from "../../ports/source-reader.ts";
import type { PushStore } from "../../ports/store.ts";
import type { PushSubscription } from "../../records/push.ts";
import { callbackPath } from "./note-offer.ts";
import { readRequestBody } from "./request-body.ts";
import { isSigned } from "./signature.ts";

/** A feed's body that its hub brought. */
export interface Pushed {
  readonly sourceId: string;
  readonly body: SourceBody;
}

export interface CallbackParts {
  readonly store: Pick<PushStore, "findPush" | "keepPush" | "dropPush">;
  readonly clock: Clock;
  readonly log: Log;
  /** Takes a push that was signed; false when there is no room for it now. */
  readonly receive: (pushed: Pushed) => boolean;
}

/** The routes that hubs reach the desk by. */
export function pushRoutes(parts: CallbackParts): readonly HttpRoute[] {
  const path = `${callbackPath}:id`;
  const answerTo =
    (answer: (push: PushSubscription, request: Request, parts: CallbackParts) => Promise<Response>) =>
    async (request: Request): Promise<Response> => {
      const push = await parts.store.findPush(
        request.url
          .replace(/[?#].*$/, "")
          .split("/")
          .at(-1) ?? "",
      );
      // 410 tells a hub that still pushes what we no longer want to forget us (WebSub §7).
      return push
        ? answer(push, request, parts)
        : plain(request.method === "POST" ? 410 : 404, "No such subscription\n");
    };
  return [
    { method: "GET", path, handle: answerTo(answerIntent) },
    { method: "POST", path, handle: answerTo(answerPush) },
  ];
}

const dayMs = 24 * 60 * 60_000;
// Used when a hub names no lease, against the recommendation.
const usualLeaseMs = dayMs;
const shortestLeaseMs = 5 * 60_000;
const longestLeaseMs = 90 * dayMs;
// A refusal can be withdrawn: a hub that does not know a new feed today may know it next week.
const afterRefusalMs = 7 * dayMs;
const longestChallenge = 2000;

async function answerIntent(push: PushSubscription, request: Request, parts: CallbackParts): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const mode = asked.get("hub.mode");
  const challenge = asked.get("hub.challenge") ?? "";
  if (asked.get("hub.topic") !== push.topic || challenge.length > longestChallenge) return notAsked();
  if (mode === "denied") return noteRefusal(push, asked.get("hub.reason"), parts);
  if (challenge === "") return notAsked();
  if (mode === "subscribe" && push.state === "wanted") {
    await parts.store.keepPush(promised(push, asked.get("hub.lease_seconds"), parts.clock.now()));
    return plain(200, challenge);
  }
  if (mode === "unsubscribe" && push.state === "ending") {
    await parts.store.dropPush(push.id);
    return plain(200, challenge);
  }
  return notAsked();
}

/** The subscription after the hub's promise: asked again when three quarters of the lease are over, which leaves time to ask twice. */
function promised(push: PushSubscription, leaseSeconds: string | null, now: number): PushSubscription {
  const statedMs = /^\d{1,9}$/.test(leaseSeconds ?? "") ? Number(leaseSeconds) * 1000 : usualLeaseMs;
  const leaseMs = Math.min(Math.max(statedMs, shortestLeaseMs), longestLeaseMs);
  return { ...push, leaseEndsAt: now + leaseMs, dueAt: now + Math.round(leaseMs * 0.75), attempts: 0 };
}

async function noteRefusal(
  push: PushSubscription,
  reason: string | null,
  { store, clock, log }: CallbackParts,
): Promise<Response> {
  log.warn("a hub refuses to push; the source is polled as ever", {
    source: push.sourceId,
    reason: reason?.slice(0, 200) ?? null,
  });
  if (push.state === "ending") await store.dropPush(push.id);
  else await store.keepPush({ ...push, leaseEndsAt: null, dueAt: clock.now() + afterRefusalMs });
  return plain(200, "");
}

async function answerPush(push: PushSubscription, request: Request, parts: CallbackParts): Promise<Response> {
  const bytes = await readRequestBody(request);
  if (bytes === "too-large") return plain(413, "Too large\n");
  const isExpected = push.state === "wanted" && push.leaseEndsAt !== null;
  // A forged push is acknowledged like a true one, so that nobody can try signatures until one fits (WebSub §7.1).
  if (!isExpected || !isSigned(bytes, request.headers.get("x-hub-signature"), push.secret)) {
    parts.log.debug("a push without a valid signature was ignored", { source: push.sourceId });
    return plain(202, "");
  }
  const contentType = request.headers.get("content-type")?.toLowerCase() ?? null;
  const isTaken = parts.receive({ sourceId: push.sourceId, body: { bytes, url: push.topic, contentType } });
  return isTaken ? plain(202, "") : plain(503, "Too many pushes; try again later\n");
}

const notAsked = (): Response => plain(404, "Not asked for\n");

// A challenge is echoed, so it must never be read as a page.
const plain = (status: number, text: string): Response =>
  new Response(text, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
  });
