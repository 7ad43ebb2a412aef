// The body of a request from outside, up to a limit.

// As much as a poll reads of a feed.
const mostBytes = 5 * 1024 * 1024;

/** The bytes as they came, which is what was signed; "too-large" as soon as they pass 5 MB. */
export async function readRequestBody(request: Request): Promise<Uint8Array | "too-large"> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return "too-large";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) return "too-large";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
