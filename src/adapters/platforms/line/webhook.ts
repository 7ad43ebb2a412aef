// The webhook's door: what LINE did not sign, what is too large and what is no JSON stays outside.
import { Buffer } from "node:buffer";
import { validateSignature } from "@line/bot-sdk";
import { z } from "zod";

/** Far more than LINE sends in one call. */
const bodyLimitBytes = 1024 * 1024;

const bodyShape = z.object({ events: z.array(z.unknown()) });

export type WebhookReading =
  | { readonly state: "accepted"; readonly events: readonly unknown[] }
  | { readonly state: "refused"; readonly status: 400 | 401 | 413 };

/** The events of a call signed with the channel secret (HMAC-SHA256 over the raw body). Nothing is parsed before that holds. */
export async function readWebhook(request: Request, channelSecret: string): Promise<WebhookReading> {
  const signature = request.headers.get("x-line-signature");
  if (signature === null) return { state: "refused", status: 401 };
  const body = await readBody(request);
  if (body === null) return { state: "refused", status: 413 };
  if (!validateSignature(body, channelSecret, signature)) return { state: "refused", status: 401 };
  const events = parseEvents(body);
  return events === null ? { state: "refused", status: 400 } : { state: "accepted", events };
}

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

function parseEvents(body: Buffer): readonly unknown[] | null {
  try {
    return bodyShape.parse(JSON.parse(body.toString("utf8"))).events;
  } catch {
    return null; // The caller answers 400; LINE shows it to the account's owner.
  }
}
