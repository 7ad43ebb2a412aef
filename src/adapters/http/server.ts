// The desk's one HTTP server: the chat room, LINE's webhook and /healthz. Hono lives here only.
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Log } from "../../ports/log.ts";
import type { HttpRoute } from "../../ports/platform.ts";
import { SettingsError } from "../../records/errors.ts";

export interface HttpServerOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  readonly routes: readonly HttpRoute[];
  readonly log: Log;
  /** Problems of the desk, one sentence each; empty while it is well. Asked at every GET /healthz. */
  readonly checkHealth: () => Promise<readonly string[]>;
}

export interface HttpServer {
  /** Such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Ends open connections too: an event stream would otherwise keep the desk from stopping. */
  close(): Promise<void>;
}

/** Listens and serves. Throws a SettingsError when the address is taken or not this machine's. */
export async function startHttpServer({
  host,
  port,
  routes,
  log,
  checkHealth,
}: HttpServerOptions): Promise<HttpServer> {
  const app = new Hono();
  app.get("/healthz", async (context) => {
    const problems = await checkHealth();
    return context.json({ ok: problems.length === 0, problems }, problems.length === 0 ? 200 : 503);
  });
  for (const { method, path, handle } of routes) app.on(method, path, (context) => handle(context.req.raw));
  app.notFound((context) => context.text("Not found\n", 404));
  app.onError((error, context) => {
    log.error("a request failed", error, { path: context.req.path });
    return context.text("Internal error\n", 500);
  });
  const server = await listen(app, host, port);
  const address = server.address();
  const usedPort = typeof address === "object" && address ? address.port : port;
  return { url: addressOf(host, usedPort), close: () => closeServer(server) };
}

/** Such as `http://127.0.0.1:8787`. */
export const addressOf = (host: string, port: number): string =>
  `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

function listen(app: Hono, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }) as Server;
    server.once("listening", () => resolve(server));
    server.once("error", (error) => reject(listeningFault(error, host, port)));
  });
}

/** Why nothing can listen at the address, and what to do about it. */
export function listeningFault(error: NodeJS.ErrnoException, host: string, port: number): SettingsError {
  return new SettingsError([problemOf(error, host, port)], { cause: error });
}

function problemOf(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === "EADDRINUSE")
    return `HTTP_PORT ${port} is taken, perhaps by another desk: stop that one, or set HTTP_PORT to a free port (0 picks one).`;
  if (error.code === "EACCES") return `HTTP_PORT ${port} needs more rights: set HTTP_PORT to 1024 or above.`;
  return `HTTP_HOST ${host} can't be listened on (${error.code ?? error.message}): set it to an address of this machine.`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
