// Webhooks of channels, which the rig has none of, before a Discord that answers all else.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { messageViolations, type PostedBody } from "./discord-limits.ts";

interface HookPost {
  readonly hookId: string;
  readonly body: PostedBody & { readonly username?: string };
}

export interface DiscordWithWebhooks {
  readonly url: string;
  readonly posts: readonly HookPost[];
  /** As somebody does in a channel's settings. */
  readonly deleteHooks: () => void;
  readonly violations: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts it before the Discord at the address. */
export async function startDiscordWithWebhooks(discordUrl: string): Promise<DiscordWithWebhooks> {
  const posts: HookPost[] = [];
  const violations: string[] = [];
  const hooks = new Set<string>();
  let made = 0;

  function answer(path: string, body: Buffer): readonly [status: number, body: unknown] | null {
    const [, kind, id = ""] = /^POST \/(channels|webhooks)\/(\d+)\/(?:webhooks|hook-token)$/.exec(path) ?? [];
    if (kind === "channels") {
      made += 1;
      hooks.add(`900${made}`);
      return [200, { id: `900${made}`, token: "hook-token" }];
    }
    if (kind !== "webhooks") return null;
    if (!hooks.has(id)) return [404, { code: 10_015, message: "Unknown Webhook" }];
    const message = JSON.parse(String(body)) as HookPost["body"];
    violations.push(...messageViolations(message));
    posts.push({ hookId: id, body: message });
    return [200, { id: `800${posts.length}` }];
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? "/", "http://fake");
    const own = answer(`${request.method} ${url.pathname.replace(/^\/api\/v10/, "")}`, body);
    if (own !== null)
      return response.writeHead(own[0], { "content-type": "application/json" }).end(JSON.stringify(own[1]));
    return passOn(request, body, response, new URL(discordUrl).origin);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    posts,
    violations,
    deleteHooks: () => hooks.clear(),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function passOn(request: IncomingMessage, body: Buffer, response: ServerResponse, origin: string) {
  const { host: _, connection: __, "content-length": ___, ...headers } = request.headers;
  const answered = await fetch(origin + request.url, {
    method: request.method ?? "GET",
    headers: headers as Record<string, string>,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  const { "content-encoding": ____, "content-length": _____, ...kept } = Object.fromEntries(answered.headers);
  response.writeHead(answered.status, kept).end(Buffer.from(await answered.arrayBuffer()));
}
