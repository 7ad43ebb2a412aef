// The room's memory and its listeners: every message goes to every open page, and a page that opens sees what came before.
import { localeOf } from "../../../language/locale.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { OutboxStore } from "../../../ports/outbox-store.ts";
import type { RoomMessage } from "./message.ts";
import { renderMessage } from "./render.ts";

export interface RoomOptions {
  readonly channelId: string;
  readonly store: Pick<OutboxStore, "deliveredEditions">;
  readonly clock: Clock;
  readonly timeZone: string;
}

export interface Room {
  show(message: RoomMessage): void;
  /** Shows the editions that were delivered to the room and not shown here yet. */
  catchUp(): Promise<void>;
  /** An event stream (text/event-stream): the history, then what is said while it is open. */
  listen(request: Request): Promise<Response>;
  close(): void;
}

const rememberedMessages = 100;
const rememberedEditions = 20;
const heartbeatMs = 25_000;
// A page on a machine that sleeps takes nothing for hours; it comes back by itself, and is shown what it missed.
const mostUnread = 200;

const headers = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" };

interface Listener {
  readonly send: (message: RoomMessage) => void;
  readonly end: () => void;
}

/** Opens the room. Editions outlive a restart, questions and answers do not: they can be asked again. */
export function openRoom({ channelId, store, timeZone }: RoomOptions): Room {
  const recent: RoomMessage[] = [];
  const listeners = new Set<Listener>();
  // Of editions, which the store tells of again and again.
  const shownIds = new Set<string>();
  const toAll = (message: RoomMessage): void => {
    if (message.kind === "edition") shownIds.add(message.id);
    const [oldest] = shownIds;
    if (oldest !== undefined && shownIds.size > 2 * rememberedMessages) shownIds.delete(oldest);
    for (const listener of listeners) listener.send(message);
  };
  const editionsDelivered = async (): Promise<readonly RoomMessage[]> => {
    const editions = await store.deliveredEditions(channelId, rememberedEditions);
    return editions.map(({ deliveryId: id, at, edition }) => ({ kind: "edition", id, at, edition }));
  };
  const history = async (): Promise<readonly RoomMessage[]> => {
    const delivered = await editionsDelivered();
    const known = new Set(recent.map(({ id }) => id));
    return [...delivered.filter(({ id }) => !known.has(id)), ...recent].sort((a, b) => a.at - b.at);
  };
  return {
    show: (message) => {
      // A delivery may be repeated after a crash; the id is what makes it the same one.
      if (recent.some(({ id }) => id === message.id)) return;
      recent.push(message);
      if (recent.length > rememberedMessages) recent.shift();
      toAll(message);
    },
    catchUp: async () => {
      const delivered = await editionsDelivered();
      for (const message of delivered.filter(({ id }) => !shownIds.has(id))) toAll(message);
    },
    listen: async (request) => {
      // Nobody would ever read, or leave.
      if (request.method === "HEAD") return new Response(null, { headers });
      const locale = localeOf(new URL(request.url).searchParams.get("locale"));
      const encode = (message: RoomMessage) => `data: ${JSON.stringify(renderMessage(message, locale, timeZone))}\n\n`;
      return eventStream(await history(), encode, listeners);
    },
    close: () => {
      for (const listener of listeners) listener.end();
    },
  };
}

function eventStream(
  history: readonly RoomMessage[],
  encode: (message: RoomMessage) => string,
  listeners: Set<Listener>,
): Response {
  const bytes = new TextEncoder();
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string) => {
        if ((controller.desiredSize ?? 0) > -mostUnread) controller.enqueue(bytes.encode(text));
        else listener.end();
      };
      const heartbeat = setInterval(() => write(": still here\n\n"), heartbeatMs);
      const listener: Listener = {
        send: (message) => write(encode(message)),
        end: () => {
          leave();
          controller.close();
        },
      };
      leave = () => {
        clearInterval(heartbeat);
        listeners.delete(listener);
      };
      listeners.add(listener);
      write(`retry: 2000\n\n${history.map(encode).join("")}`);
    },
    cancel: () => leave(),
  });
  return new Response(body, { headers });
}
