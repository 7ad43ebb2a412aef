// A WebSub hub on loopback, as the recommendation has it: it asks back before it answers, keeps what was confirmed, and signs what it pushes.
import { createHmac } from "node:crypto";
import { type LoopbackSite, openLoopbackSite } from "./loopback-site.ts";

type Fields = Readonly<Record<string, string>>;

interface HubAnswer {
  readonly status: number;
  readonly body: string;
}

export interface FakeHub {
  readonly url: string;
  /** Every form that was posted, oldest first. */
  readonly asked: readonly Fields[];
  /** Callbacks that are confirmed, with what they gave. */
  readonly confirmed: ReadonlyMap<string, Fields>;
  /** Asks back, as it does by itself for every form; overrides play a hub that is wrong. */
  readonly askBack: (form: Fields, overrides?: Fields) => Promise<HubAnswer>;
  /** Tells the subscriber of a refusal. */
  readonly refuse: (form: Fields) => Promise<HubAnswer>;
  /** Posts a body; signed with the secret that was given unless a header is given, null for none. */
  readonly push: (form: Fields, body: string, signature?: string | null) => Promise<HubAnswer>;
  /** The next forms are answered with this status and not followed up. */
  answerWith: (status: number | null) => void;
  readonly close: () => Promise<void>;
}

export interface HubRules {
  /** What it grants, whatever it is asked for. */
  readonly leaseSeconds: number;
}

/** A hub on a free port. */
export async function openHub({ leaseSeconds }: HubRules): Promise<FakeHub> {
  const site: LoopbackSite = await openLoopbackSite();
  const asked: Fields[] = [];
  const confirmed = new Map<string, Fields>();
  let status: number | null = null;
  const askBack = async (form: Fields, overrides: Fields = {}): Promise<HubAnswer> => {
    const { "hub.mode": mode = "", "hub.topic": topic = "", "hub.callback": callback = "" } = form;
    const fields = { "hub.mode": mode, "hub.topic": topic, "hub.challenge": `challenge-${asked.length}` };
    const lease = { "hub.lease_seconds": String(leaseSeconds) };
    return call(`${callback}?${new URLSearchParams({ ...fields, ...lease, ...overrides })}`);
  };
  const url = site.serve("/hub", async (request, response) => {
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(await request.toArray()).toString()));
    asked.push(form);
    if (status !== null) return void response.writeHead(status).end();
    const answer = await askBack(form);
    if (answer.status === 200 && answer.body === `challenge-${asked.length}`) {
      const callback = form["hub.callback"] ?? "";
      if (form["hub.mode"] === "subscribe") confirmed.set(callback, form);
      else confirmed.delete(callback);
    }
    response.writeHead(202).end();
  });
  return {
    url,
    asked,
    confirmed,
    askBack,
    refuse: (form) => askBack(form, { "hub.mode": "denied", "hub.reason": "unknown topic" }),
    push: (form, body, signature = signatureOf(form, body)) =>
      call(form["hub.callback"] ?? "", {
        method: "POST",
        body,
        headers: { "content-type": "application/rss+xml", ...(signature ? { "x-hub-signature": signature } : {}) },
      }),
    answerWith: (next) => {
      status = next;
    },
    close: site.close,
  };
}

/** The header's value for a body, by the secret that a form gave. */
export function signatureOf(form: Fields, body: string, method = "sha256"): string {
  return `${method}=${createHmac(method, form["hub.secret"] ?? "")
    .update(body)
    .digest("hex")}`;
}

async function call(url: string, init?: RequestInit): Promise<HubAnswer> {
  const response = await fetch(url, init);
  return { status: response.status, body: await response.text() };
}
