// Stands before a LINE on loopback that knows no menus and counts no members, and answers those itself; all else is passed on.
import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import type { LineServer } from "../fakes/line.ts";
import { LineMenus } from "../fakes/line-menus.ts";

const passedHeaders = /^(?:authorization|content-type|x-line-retry-key)$/;

/** The LINE, at the front's address; closed together with it. */
export async function withFront(line: LineServer): Promise<LineServer> {
  const menus = new LineMenus();
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "/", headers } = request;
    const body = await buffer(request);
    const answer = ([status, said]: readonly [status: number, said: object]) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(said));
    const group = /^\/v2\/bot\/(?:group|room)\/(\w+)\/members\/count$/.exec(url)?.[1];
    if (group !== undefined) return answer([200, { count: line.groups.get(group) ?? 1 }]);
    const isJson = body.length > 0 && headers["content-type"]?.startsWith("application/json");
    const ofMenus = menus.answer(method, url, isJson ? JSON.parse(body.toString()) : body);
    if (ofMenus !== null) return answer(ofMenus);
    const passed = await fetch(line.url + url, {
      method,
      headers: Object.entries(headers).flatMap(([name, value]) =>
        passedHeaders.test(name) ? [[name, String(value)] as [string, string]] : [],
      ),
      ...(method === "POST" && { body: new Uint8Array(body) }),
    }).catch(() => null);
    return passed === null ? request.socket.destroy() : answer([passed.status, Object(await passed.json())]);
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
