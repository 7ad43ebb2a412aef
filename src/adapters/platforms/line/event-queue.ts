// Events that were accepted and wait for their turn. A few are worked at a time, so that the next webhook is answered at once; those of
// one chat one after the other, so that what was said first is done first.
import { setTimeout as pause } from "node:timers/promises";

export interface EventQueueOptions<Event> {
  /** The chat that the event belongs to. */
  readonly chatOf: (event: Event) => string;
  /** Must not throw. */
  readonly work: (event: Event) => Promise<void>;
  /** Milliseconds since the last webhook came, on any clock. */
  readonly quietMs: () => number;
  /** Chats at a time. */
  readonly atOnce: number;
  /** Events that wait, at most. */
  readonly most: number;
}

export interface EventQueue<Event> {
  /** How many more may wait. */
  room(): number;
  add(event: Event): void;
  /** Resolves when all that was added is worked off. */
  idle(): Promise<void>;
}

// Webhooks come in bursts. While they do, an event is begun every so often only: what it takes of the processor is their waiting time.
const burstGapMs = 10;
const pauseMs = 5;
const mostPauses = 4;

/** A queue in memory: what waits in it is lost with the process. */
export function createEventQueue<Event>(options: EventQueueOptions<Event>): EventQueue<Event> {
  const { chatOf, work, quietMs, atOnce, most } = options;
  /** What waits in each chat, the chat under way among them. */
  const waiting = new Map<string, Event[]>();
  const ready: string[] = [];
  let [count, hands] = [0, 0];
  let whenIdle = Promise.withResolvers<void>();
  let begun = Promise.resolve();

  async function giveWay(): Promise<void> {
    let pauses = 0;
    do await pause(pauses === 0 ? 0 : pauseMs);
    while (quietMs() < burstGapMs && ++pauses < mostPauses);
  }

  async function workChats(): Promise<void> {
    hands += 1;
    for (let chat = ready.shift(); chat !== undefined; chat = ready.shift()) {
      // Webhooks come first: they are answered in a moment, and LINE waits for them. One after the other gives way.
      begun = begun.then(giveWay);
      await begun;
      await workNext(chat);
    }
    hands -= 1;
    if (count === 0) {
      whenIdle.resolve();
      whenIdle = Promise.withResolvers();
    }
  }

  async function workNext(chat: string): Promise<void> {
    const events = waiting.get(chat) ?? [];
    const event = events[0];
    if (event !== undefined) await work(event);
    events.shift();
    count -= 1;
    if (events.length > 0) ready.push(chat);
    else waiting.delete(chat);
  }

  return {
    room: () => most - count,
    add: (event) => {
      count += 1;
      const chat = chatOf(event);
      const others = waiting.get(chat);
      if (others) others.push(event);
      else {
        waiting.set(chat, [event]);
        ready.push(chat);
        if (hands < atOnce) void workChats();
      }
    },
    idle: () => (count === 0 ? Promise.resolve() : whenIdle.promise),
  };
}
