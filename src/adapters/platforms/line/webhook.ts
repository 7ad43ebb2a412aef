// The webhook's door: what LINE did not sign, what is too large and what is no JSON stays outside.
import { Buffer } from "node:buffer";
import { bodyLimitBytes, readSigned, type WebhookReading } from "./signed-webhook.ts";

/** The events of a call that LINE signed. Nothing is parsed before that holds. */
export async function readWebhook(request: Request, channelSecret: string): Promise<WebhookReading> {
  const signature = request.headers.get("x-line-signature");
  if (signature === null) return { state: "refused", status: 401 };
  const body = await readBody(request);
  return body === null ? { state: "refused", status: 413 } : readSigned(body, signature, channelSecret);
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
