// The desk's address while LINE is spoken: a thread of its own stands there, since nothing that the desk does may make LINE wait.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Log } from "../../../ports/log.ts";
import type { Taken } from "./door/journal.ts";
import type { DoorOrder, FromDoor, ToDoor } from "./door/messages.ts";
import { eventsOf } from "./signed-webhook.ts";

export interface DoorOptions extends Omit<DoorOrder, "most"> {
  /** Works off events that came at the instant; resolves when that is done, or to false: the next process is to do it. Must not reject. */
  readonly work: (events: readonly unknown[], receivedAt: number) => Promise<boolean>;
  readonly log: Log;
}

export interface Door {
  readonly port: number;
  /** Takes no webhook any more; everything else still goes through. */
  refuse(): void;
  close(): Promise<void>;
}

// The memory of so many waiting webhooks is some 20 MB.
const mostTaken = 20_000;

/** Resolves when the door is open. Throws an error with the `code` of the address that can't be listened on, such as EADDRINUSE. */
export async function openDoor({ work, log, ...order }: DoorOptions): Promise<Door> {
  const workerData: DoorOrder = { ...order, most: mostTaken };
  const thread = new Worker(new URL("door/thread.js", import.meta.url), { workerData, name: "line-door" });
  const tell = (message: ToDoor): void => thread.postMessage(message);
  const opened = Promise.withResolvers<number>();
  const handOn = async ({ number, at, body }: Taken): Promise<void> => {
    if (await work(eventsOf(body) ?? [], at)) tell({ kind: "worked", number });
  };
  thread.on("message", (message: FromDoor) => {
    if (message.kind === "open") opened.resolve(message.port);
    if (message.kind === "failed") opened.reject(Object.assign(new Error(message.reason), { code: message.code }));
    if (message.kind === "taken") void handOn(message.taken);
    if (message.kind === "unwritten")
      log.warn("LINE's events can't be written down: those that wait are lost if the desk is killed", message);
  });
  // Once open, a fault of the thread ends the desk: it could not be reached any more, and what was taken is in the journal.
  const failed = once(thread, "error").then(([error]) => Promise.reject(error));
  const port = await Promise.race([opened.promise, failed]).catch(async (error: unknown) => {
    await thread.terminate();
    throw error;
  });
  return {
    port,
    refuse: () => tell({ kind: "refuse" }),
    close: async () => {
      const exit = once(thread, "exit");
      tell({ kind: "close" });
      await exit;
    },
  };
}
