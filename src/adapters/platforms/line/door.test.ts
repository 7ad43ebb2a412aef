import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Worker } from "node:worker_threads";
import { afterEach, expect, it } from "vitest";
import { rememberingLog } from "../../../../test/fakes/log.ts";
import { temporaryFolder } from "../../../../test/fakes/temporary-folder.ts";
import { openJournal } from "./door/journal.ts";
import { type Door, openDoor } from "./door.ts";

const channelSecret = "a-channel-secret";
const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const body = (...ids: readonly string[]) =>
  JSON.stringify({ destination: "U0", events: ids.map((webhookEventId) => ({ webhookEventId })) });

const signed = (said: string) => ({
  method: "POST",
  body: said,
  headers: { "x-line-signature": createHmac("sha256", channelSecret).update(said).digest("base64") },
});

/** A door before a desk that works events off as the test says; `worked`: what was handed on. */
async function standingDoor({
  journal = null as string | null,
  desk = ((_, response) => response.end("the desk")) as RequestListener,
  work = async () => true,
}: {
  journal?: string | null;
  desk?: RequestListener;
  work?: () => Promise<boolean>;
} = {}) {
  const server = createServer(desk);
  await once(server.listen(0, "127.0.0.1"), "listening");
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const worked: unknown[] = [];
  const log = rememberingLog();
  const door: Door = await openDoor({
    ...{ host: "127.0.0.1", port: 0, channelSecret, deskPort: Object(server.address()).port, journal, log },
    work: async (events) => {
      worked.push(...events.map((event) => Object(event).webhookEventId));
      return work();
    },
  });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await door.close();
    isOpen = false;
  };
  closers.push(close);
  const url = `http://127.0.0.1:${door.port}`;
  const post = async (how: RequestInit) => (await fetch(`${url}/line/webhook`, how)).status;
  return { door, url, post, worked, log, close };
}

async function journalPath(): Promise<string> {
  const folder = await temporaryFolder();
  closers.push(folder.remove);
  return join(folder.path, "new", "line-events");
}

/** Posts from a thread of its own; fills the shared number with the status. */
const poster = `
  const { workerData: { url, how, status } } = require("node:worker_threads");
  fetch(url, how).then((answer) => {
    status[0] = answer.status;
    Atomics.notify(status, 0);
  });`;

it("a webhook is answered while the desk can do nothing at all", async () => {
  const { url, worked } = await standingDoor();
  const status = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { url: `${url}/line/webhook`, how: signed(body("event-1")), status };
  const thread = new Worker(poster, { eval: true, workerData });
  closers.push(async () => void (await thread.terminate()));
  // Nothing else runs in this thread until the answer is there.
  Atomics.wait(status, 0, 0, 20_000);
  expect(status[0]).toBe(200);
  expect(worked).toEqual([]);
  await expect.poll(() => worked).toEqual(["event-1"]);
});

it("what nobody signed, what is too large and what is no JSON stays outside", async () => {
  const { post, worked } = await standingDoor();
  const said = body("event-1");
  expect(await post({ method: "POST", body: said })).toBe(401);
  expect(await post({ ...signed(said), body: body("event-2") })).toBe(401);
  expect(await post(signed("x".repeat(1024 * 1024 + 1)))).toBe(413);
  expect(await post(signed("no JSON"))).toBe(400);
  expect(await post(signed('{"events":{}}'))).toBe(400);
  expect(await post(signed(body()))).toBe(200);
  expect(worked).toEqual([]);
});

it("a door that is to close takes no webhook any more, and lets everything else through", async () => {
  const { door, url, post } = await standingDoor();
  door.refuse();
  await expect.poll(() => post(signed(body("event-1")))).toBe(503);
  expect(await (await fetch(url)).text()).toBe("the desk");
});

it("all that is no webhook comes to the desk as it was sent, and back as it was answered", async () => {
  const asked: string[] = [];
  const { url } = await standingDoor({
    desk: async (request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.host} ${await text(request)}`);
      response.writeHead(201, { "set-cookie": ["a=1", "b=2"], "content-type": "text/plain" }).end("said");
    },
  });
  const answer = await fetch(`${url}/line/webhook/x?y=%20`, { method: "PUT", body: "高雄" });
  expect([answer.status, answer.headers.getSetCookie(), await answer.text()]).toEqual([201, ["a=1", "b=2"], "said"]);
  expect(asked).toEqual([`PUT /line/webhook/x?y=%20 ${new URL(url).host} 高雄`]);
});

it("an event stream passes while it goes on, and ends at the desk when its reader leaves", async () => {
  const left = Promise.withResolvers<void>();
  const { url } = await standingDoor({
    desk: (_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" }).write("data: one\n\n");
      response.on("close", () => left.resolve());
    },
  });
  const leaving = new AbortController();
  const answer = await fetch(url, { signal: leaving.signal });
  const first = await answer.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toBe("data: one\n\n");
  leaving.abort();
  await left.promise;
});

it("a desk that does not answer is told of as such", async () => {
  const { url } = await standingDoor({ desk: (request) => void request.socket.destroy() });
  expect((await fetch(url)).status).toBe(502);
});

it("what was taken and not worked off is handed on by the next process, and nothing else", async () => {
  const journal = await journalPath();
  const never = new Promise<boolean>(() => {});
  const first = await standingDoor({
    journal,
    work: () => (first.worked.includes("event-2") ? never : Promise.resolve(true)),
  });
  expect(await first.post(signed(body("event-1")))).toBe(200);
  await expect.poll(() => first.worked).toEqual(["event-1"]);
  expect(await first.post(signed(body("event-2", "event-3")))).toBe(200);
  await expect.poll(() => first.worked.length).toBe(3);
  await first.close();
  const second = await standingDoor({ journal });
  await expect.poll(() => second.worked).toEqual(["event-2", "event-3"]);
  await second.close();
  const third = await standingDoor({ journal });
  expect(await third.post(signed(body("event-4")))).toBe(200);
  await expect.poll(() => third.worked).toEqual(["event-4"]);
});

it("what came while the desk stopped stays for the next process", async () => {
  const journal = await journalPath();
  const stopping = await standingDoor({ journal, work: async () => false });
  expect(await stopping.post(signed(body("event-1")))).toBe(200);
  await expect.poll(() => stopping.worked).toEqual(["event-1"]);
  await stopping.close();
  const next = await standingDoor({ journal });
  await expect.poll(() => next.worked).toEqual(["event-1"]);
});

it("a torn last line costs nothing but itself", async () => {
  const path = await journalPath();
  const journal = openJournal(path);
  for (const number of [1, 2, 3]) journal.note({ number, at: number, body: body(`event-${number}`) });
  journal.strike(2);
  journal.close();
  const { appendFile, stat } = await import("node:fs/promises");
  await appendFile(path, '{"number":4,"at":4,"bo');
  expect(openJournal(path).left.map(({ number }) => number)).toEqual([1, 3]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it("a journal that can't be written is told of, and events are worked all the same", async () => {
  const folder = await temporaryFolder();
  closers.push(folder.remove);
  const { post, worked, log } = await standingDoor({ journal: folder.path });
  expect(await post(signed(body("event-1")))).toBe(200);
  await expect.poll(() => worked).toEqual(["event-1"]);
  expect(JSON.stringify(log)).toContain("can't be written down");
});
