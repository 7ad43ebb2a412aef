// A web site on loopback that tests tell how to behave, well or badly.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface LoopbackSite {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** Answers a path so from now on; returns the address. Unknown paths answer 404. */
  readonly serve: (path: string, handle: Handler) => string;
  readonly close: () => Promise<void>;
}

/** A site on a free port of 127.0.0.1. */
export async function openLoopbackSite(): Promise<LoopbackSite> {
  const handlers = new Map<string, Handler>();
  const server = createServer((request, response) => {
    const handle = handlers.get(new URL(request.url ?? "/", "http://site").pathname) ?? answer(404);
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    serve: (path, handle) => {
      handlers.set(path, handle);
      return origin + path;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A handler that always answers the same. */
export const answer =
  (status: number, headers: Record<string, string> = {}, body: string | Uint8Array = ""): Handler =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

/** A handler that sends `head`, then `chunk` so many times (for ever: Infinity), no faster than it is taken. */
export const pour =
  (head: string, chunk: string, times: number): Handler =>
  (_, response) => {
    let left = times;
    const write = () => {
      while (left-- > 0) if (!response.write(chunk)) return;
      response.end();
    };
    response.on("drain", write);
    response.write(head, write);
  };
