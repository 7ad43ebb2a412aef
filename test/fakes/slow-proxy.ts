// Another server, made slow: what is posted takes effect at once, and is answered later. It remembers under which keys it was posted.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as pass } from "node:timers/promises";

export interface SlowProxy {
  readonly url: string;
  /** Of every post that had one, in order: LINE's retry key, Discord's nonce. */
  readonly keys: readonly string[];
  close(): Promise<void>;
}

const kept = ["authorization", "content-type", "x-line-retry-key", "user-agent"];

const limits = /^(?:x-ratelimit-.*|retry-after)$/;

/** `target`: an address with a path or none. */
export async function startSlowProxy(target: string, delayMs: () => number): Promise<SlowProxy> {
  const keys: string[] = [];
  const forward = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "GET", url = "/", headers } = request;
    const body = await buffer(request);
    const passed = kept.flatMap((name) => (typeof headers[name] === "string" ? [[name, headers[name]] as const] : []));
    const key =
      headers["x-line-retry-key"] ?? (method === "POST" ? /"nonce":"([^"]+)"/.exec(String(body))?.[1] : undefined);
    const answer = await fetch(target + url, {
      ...{ method, headers: Object.fromEntries(passed) },
      ...(body.length > 0 ? { body: Uint8Array.from(body) } : {}),
    });
    const answered = Buffer.from(await answer.arrayBuffer());
    if (typeof key === "string") {
      keys.push(key);
      await pass(delayMs());
    }
    // Without its limits a platform can't be kept to them: whoever passes one is told so by 429, and by nothing how long to wait.
    const told = [...answer.headers].filter(([name]) => name === "content-type" || limits.test(name));
    response.writeHead(answer.status, Object.fromEntries(told)).end(answered);
  };
  const server = createServer((request, response) => void forward(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
