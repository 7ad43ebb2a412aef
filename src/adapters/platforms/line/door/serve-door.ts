// The thread at the door: answers LINE's webhooks whatever the desk is doing, and hands them on when it has written them down.
import { Buffer } from "node:buffer";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { bodyLimitBytes, readSigned } from "../signed-webhook.ts";
import { type Journal, openJournal, type Taken } from "./journal.ts";
import type { DoorOrder, FromDoor, ToDoor } from "./messages.ts";
import { passOn } from "./pass-on.ts";
import { warmUp } from "./warm-up.ts";

const order = workerData as DoorOrder;
const tell = (message: FromDoor): void => parentPort?.postMessage(message);
/** Numbers of those that are not worked off. */
const open = new Set<number>();
let journal: Journal | null = null;
let [last, isRefusing] = [0, false];

const server = createServer((request, response) => {
  const isWebhook = request.method === "POST" && /^\/line\/webhook(\?|$)/.test(request.url ?? "");
  if (!isWebhook) return passOn(request, response, order.deskPort);
  receive(request)
    .then((status) => response.writeHead(status).end())
    // Hung up before the end: nobody waits for an answer.
    .catch(() => response.destroy());
});
server.on("error", ({ code = "", message }: NodeJS.ErrnoException) => tell({ kind: "failed", code, reason: message }));
server.listen(order.port, order.host, async () => {
  takeUp();
  const { address, port } = server.address() as AddressInfo;
  await warmUp(address, port, order.channelSecret);
  tell({ kind: "open", port });
});

parentPort?.on("message", (message: ToDoor) => {
  if (message.kind === "worked") strike(message.number);
  if (message.kind === "refuse") isRefusing = true;
  if (message.kind === "close") close();
});

async function receive(request: IncomingMessage): Promise<number> {
  const signature = request.headers["x-line-signature"];
  if (typeof signature !== "string") return 401;
  const body = await bodyOf(request);
  if (body === null) return 413;
  const reading = readSigned(body, signature, order.channelSecret);
  if (reading.state === "refused") return reading.status;
  // After the stop and in a flood LINE keeps the events, and sends them again if the account says so.
  if (isRefusing || open.size >= order.most) return 503;
  if (reading.events.length > 0) take({ number: ++last, at: Date.now(), body: body.toString("utf8") });
  return 200;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Left whole, so that the answer can still be said.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > bodyLimitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function take(taken: Taken): void {
  open.add(taken.number);
  write((kept) => kept.note(taken));
  tell({ kind: "taken", taken });
}

function strike(number: number): void {
  open.delete(number);
  write((kept) => kept.strike(number));
}

/** The desk goes on without its journal. */
function write(line: (journal: Journal) => void): void {
  if (journal === null) return;
  try {
    line(journal);
  } catch (error) {
    journal = null;
    tell({ kind: "unwritten", reason: String(error) });
  }
}

/** What an earlier process was killed with. It had the port as well: two never have one journal. */
function takeUp(): void {
  if (order.journal === null) return;
  try {
    journal = openJournal(order.journal);
  } catch (error) {
    tell({ kind: "unwritten", reason: String(error) });
  }
  for (const taken of journal?.left ?? []) {
    open.add(taken.number);
    last = Math.max(last, taken.number);
    tell({ kind: "taken", taken });
  }
}

function close(): void {
  server.close(() => {
    write((kept) => kept.close());
    parentPort?.close();
  });
  server.closeAllConnections();
}
