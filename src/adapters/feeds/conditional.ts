// Answers a request for a document that the asker may have already (RFC 9110 §13).
import { createHash } from "node:crypto";

/**
 * The document, or 304 when the request's ETag says that it is known. No time of change is told or asked: an article that comes in late, or
 * goes, changes the document and no instant in it.
 */
export function answerWith(request: Request, body: string, headers: Readonly<Record<string, string>>): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const asked = request.headers.get("if-none-match") ?? "";
  const isKnown = asked.split(",").some((tag) => ["*", etag, `W/${etag}`].includes(tag.trim()));
  if (isKnown)
    return new Response(null, { status: 304, headers: { etag, "cache-control": headers["cache-control"] ?? "" } });
  return new Response(body, { headers: { ...headers, etag } });
}
