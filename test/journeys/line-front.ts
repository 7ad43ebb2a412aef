// Stands before a LINE on loopback that knows no menus and counts no members, and answers those itself; all else is passed on.
import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import type { LineServer } from "../fakes/line.ts";
import { LineMenus } from "../fakes/line-menus.ts";

const passedHeaders = /^(?:authorization|content-type|x-line-retry-key)$/;

type Verdict = readonly [status: number, said: object];

/** What a test puts before the LINE: answers a call itself, or has it passed on, which gives null when the connection was lost. */
type Gate = (
  call: { readonly url: string; readonly body: Buffer },
  pass: () => Promise<Verdict | null>,
) => Promise<Verdict | null>;

/** The LINE, at the front's address; closed together with it. */
export async function withFront(line: LineServer, gate: Gate = (_, pass) => pass()): Promise<LineServer> {
  const menus = new LineMenus();
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "/", headers } = request;
    const body = await buffer(request);
    const answer = ([status, said]: Verdict) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(said));
    const group = /^\/v2\/bot\/(?:group|room)\/(\w+)\/members\/count$/.exec(url)?.[1];
    if (group !== undefined) return answer([200, { count: line.groups.get(group) ?? 1 }]);
    const isJson = body.length > 0 && headers["content-type"]?.startsWith("application/json");
    const ofMenus = menus.answer(method, url, isJson ? JSON.parse(body.toString()) : body);
    if (ofMenus !== null) return answer(ofMenus);
    const pass = async (): Promise<Verdict | null> => {
      const passed = await fetch(line.url + url, {
        method,
        headers: Object.entries(headers).flatMap(([name, value]) =>
          passedHeaders.test(name) ? [[name, String(value)] as [string, string]] : [],
        ),
        ...(method === "POST" && { body: new Uint8Array(body) }),
      }).catch(() => null);
      return passed && [passed.status, Object(await passed.json())];
    };
    const verdict = await gate({ url, body }, pass);
    return verdict === null ? request.socket.destroy() : answer(verdict);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
    line.close();
  };
  // What the LINE counts stays its own.
  return Object.assign(Object.create(line), { url: `http://127.0.0.1:${Object(server.address()).port}`, close });
}
