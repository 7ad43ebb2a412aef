// The door of Discord's webhook: what Discord did not sign, signed long ago or sent before stays outside.
import { Buffer } from "node:buffer";
import type { KeyObject } from "node:crypto";
import type { APIInteraction } from "discord.js";
import type { Cache } from "../../../ports/cache.ts";
import { isSignedBy } from "./signature.ts";

/** Far more than Discord sends in one call. */
const bodyLimitBytes = 1024 * 1024;
// An interaction is over in 15 minutes, and asked within seconds; the rest is for clocks that differ.
const freshMs = 5 * 60_000;
// For as long as a call's signature would be taken again.
const rememberedMs = 2 * freshMs;

export type WebhookReading =
  | { readonly state: "accepted"; readonly interaction: APIInteraction }
  | { readonly state: "refused"; readonly status: 400 | 401 | 413 };

/** A reader of calls that remembers what any process took. Every forgery is refused alike, and nothing is parsed before the signature holds. */
export function createWebhookReader(
  key: KeyObject,
  cache: Pick<Cache, "add">,
): (request: Request, now: number) => Promise<WebhookReading> {
  return async (request, now) => {
    const signature = request.headers.get("x-signature-ed25519") ?? "";
    const timestamp = request.headers.get("x-signature-timestamp") ?? "";
    if (signature === "" || !isFresh(timestamp, now)) return { state: "refused", status: 401 };
    const body = await readBody(request);
    if (body === null) return { state: "refused", status: 413 };
    if (!isSignedBy(key, { signature, timestamp, body })) return { state: "refused", status: 401 };
    const interaction = parseInteraction(body);
    if (interaction === null) return { state: "refused", status: 400 };
    if (!(await cache.add(`discord:interaction:${interaction.id}`, rememberedMs)))
      return { state: "refused", status: 401 };
    return { state: "accepted", interaction };
  };
}

const isFresh = (timestamp: string, now: number): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(now - Number(timestamp) * 1000) <= freshMs;

/** The raw bytes, or null as soon as there are too many. */
async function readBody(request: Request): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length")) > bodyLimitBytes) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > bodyLimitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseInteraction(body: Buffer): APIInteraction | null {
  try {
    const parsed: unknown = JSON.parse(body.toString("utf8"));
    return isInteraction(parsed) ? parsed : null;
  } catch {
    return null; // The caller answers 400: Discord itself never sends what is no JSON.
  }
}

// Its signature says that Discord wrote it, so only what is needed to answer at all is checked.
const isInteraction = (parsed: unknown): parsed is APIInteraction =>
  typeof parsed === "object" &&
  parsed !== null &&
  ["id", "application_id", "token"].every((key) => typeof Reflect.get(parsed, key) === "string") &&
  typeof Reflect.get(parsed, "type") === "number";
