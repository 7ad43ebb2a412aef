// The publishers of bench/round.ts, in their own process: every address of 127.0.0.0/8 has a feed that never changes.
// Usage: with the milliseconds after which to answer; at once without.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const feed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Quiet Post</title><link>http://quiet.example/</link><description>Nothing new</description></channel></rss>`;
const headers = { etag: '"1"', "last-modified": "Mon, 23 Nov 2026 08:00:00 GMT" };
const counts = { requests: 0, notModified: 0 };

const [delayMs = 0] = process.argv.slice(2).map(Number);

const server = createServer(async (request, response) => {
  if (delayMs > 0) await pause(delayMs);
  const isConditional = request.headers["if-none-match"] ?? request.headers["if-modified-since"];
  counts.requests += 1;
  if (isConditional === undefined) {
    response.writeHead(200, { ...headers, "content-type": "application/rss+xml; charset=utf-8" }).end(feed);
  } else {
    counts.notModified += 1;
    response.writeHead(304, headers).end();
  }
});

// Asked for the counts since the last time.
process.on("message", () => {
  process.send?.({ ...counts });
  counts.requests = 0;
  counts.notModified = 0;
});
server.listen(0, "0.0.0.0", 4096, () => process.send?.((server.address() as AddressInfo).port));
