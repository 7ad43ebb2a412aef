// Answers a request for a document that the asker may have already (RFC 9110 §13).
import { createHash } from "node:crypto";

/** The document, or 304 when the request's validators say that it is known. `changedAt` in epoch milliseconds, 0 when unknown. */
export function answerWith(
  request: Request,
  body: string,
  changedAt: number,
  headers: Readonly<Record<string, string>>,
): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const validators = { etag, ...(changedAt > 0 ? { "last-modified": new Date(changedAt).toUTCString() } : {}) };
  if (isKnown(request.headers, etag, changedAt))
    return new Response(null, {
      status: 304,
      headers: { ...validators, "cache-control": headers["cache-control"] ?? "" },
    });
  return new Response(body, { headers: { ...headers, ...validators } });
}

/** If-None-Match wins over If-Modified-Since (§13.2.2), which knows whole seconds only. */
function isKnown(asked: Headers, etag: string, changedAt: number): boolean {
  const tags = asked.get("if-none-match");
  if (tags !== null) return tags.split(",").some((tag) => ["*", etag, `W/${etag}`].includes(tag.trim()));
  const since = Date.parse(asked.get("if-modified-since") ?? "");
  return changedAt > 0 && Math.floor(changedAt / 1000) * 1000 <= since;
}
