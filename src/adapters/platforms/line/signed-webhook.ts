// What LINE signed, read from the raw bytes. Knows Node alone: the door's thread has little else in memory.
import type { Buffer } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";

/** Far more than LINE sends in one call. */
export const bodyLimitBytes = 1024 * 1024;

export type WebhookReading =
  | { readonly state: "accepted"; readonly events: readonly unknown[] }
  | { readonly state: "refused"; readonly status: 400 | 401 | 413 };

/** The events of a call signed with the channel secret (HMAC-SHA256 over the raw body). Nothing is parsed before that holds. */
export function readSigned(body: Buffer, signature: string, channelSecret: string): WebhookReading {
  if (!isSigned(body, signature, channelSecret)) return { state: "refused", status: 401 };
  const events = eventsOf(body.toString("utf8"));
  return events === null ? { state: "refused", status: 400 } : { state: "accepted", events };
}

function isSigned(body: Buffer, signature: string, channelSecret: string): boolean {
  const expected = createHmac("sha256", channelSecret).update(body).digest("base64");
  const [own, given] = [expected, signature].map((text) => new TextEncoder().encode(text));
  return own !== undefined && given !== undefined && own.length === given.length && timingSafeEqual(own, given);
}

/** The events of a body; null for what is no webhook, which is answered 400: LINE shows it to the account's owner. */
export function eventsOf(body: string): readonly unknown[] | null {
  try {
    const { events } = Object(JSON.parse(body));
    return Array.isArray(events) ? events : null;
  } catch {
    return null;
  }
}
