// LINE: a webhook brings questions in, reply tokens carry answers, pushes with a retry key carry editions.
import type { Cache } from "../../ports/cache.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Command } from "../../ports/command.ts";
import type { HeldEditions } from "../../ports/held-editions.ts";
import type { Log } from "../../ports/log.ts";
import type { Pictures } from "../../ports/pictures.ts";
import type { Answer, Meter, Platform } from "../../ports/platform.ts";
import { LedeError, SettingsError } from "../../records/errors.ts";
import { createLineApi, type LineApi, LineCallError } from "./line/api.ts";
import { type Received, workOff } from "./line/conversation.ts";
import { createLineDeliveries } from "./line/deliver.ts";
import { createEventQueue } from "./line/event-queue.ts";
import { eventIdOf, readEvent } from "./line/events.ts";
import { keepMenuInStep, type MenuParts } from "./line/install-menu.ts";
import { createLineMenuApi } from "./line/menu-api.ts";
import { createLineMeter } from "./line/meter.ts";
import type { SettingsOf } from "./line/people.ts";
import { readWebhook } from "./line/webhook.ts";

export interface LinePlatformOptions {
  readonly channelAccessToken: string;
  readonly channelSecret: string;
  /** Another server than LINE's own, such as one on loopback. */
  readonly apiUrl?: string | undefined;
  /** Offered as buttons when the bot is added. */
  readonly commands: readonly Command[];
  readonly pictures: Pick<Pictures, "draw" | "planMenu">;
  /** Where the internet reaches the desk, an https address; LINE shows pictures from there, and none without it. */
  readonly publicUrl?: string | undefined;
  /** IANA name: for times in answers, and for the language of groups, which LINE does not tell. */
  readonly timeZone: string;
  /** What a chat has set; left out: none has set anything. */
  readonly settingsOf?: SettingsOf | undefined;
  readonly log: Log;
  readonly clock: Clock;
  readonly cache: Cache;
  /** What waits for room in the month's quota; left out: nothing does. */
  readonly held?: HeldEditions | undefined;
  /** Told the channel's id when the bot was blocked, or put out of a group, by an event or by what became of a push. */
  readonly onGone?: ((channelId: string) => Promise<void> | void) | undefined;
  /** Told the channel's id when somebody added the bot, took it into a group, or asks: perhaps again. */
  readonly onReturn?: ((channelId: string) => Promise<void> | void) | undefined;
  /** For each call to LINE. */
  readonly timeoutMs?: number | undefined;
}

interface Waiting extends Received {
  readonly answer: Answer;
  readonly whenDone: () => void;
}

// Sixteen chats that wait for LINE or for a summary keep a desk busy; the memory of so many events is some 20 MB.
const queueSizes = { atOnce: 16, most: 20_000 };

export interface LinePlatform extends Platform {
  readonly meter: Meter;
  /**
   * Works off events of webhooks that were answered already, and were signed; resolves when that is done, and never rejects. False before the
   * start and after the stop: nothing was done.
   */
  work(events: readonly unknown[], receivedAt: number): Promise<boolean>;
}

/** The platform behind one LINE Official Account, its webhook at `POST /line/webhook`. */
export function createLinePlatform(options: LinePlatformOptions): LinePlatform {
  const { log, timeoutMs = 10_000 } = options;
  const api = createLineApi({ ...options, timeoutMs });
  const meter = createLineMeter(api, options.cache);
  const waiting = new Set<string>();
  let lastWebhookAt = Number.NEGATIVE_INFINITY;
  let answer: Answer | null = null;

  const queue = createEventQueue<Waiting>({
    ...queueSizes,
    chatOf: ({ incoming }) => incoming.source.address,
    quietMs: () => performance.now() - lastWebhookAt,
    work: async (received) => {
      try {
        await workOff(received, { ...options, api, answer: received.answer });
      } catch (error) {
        log.error("A LINE event could not be worked off", error);
      } finally {
        waiting.delete(received.eventId);
        received.whenDone();
      }
    },
  });

  /** Resolves when the event is worked off: at once where nothing is to be done. */
  async function accept(event: unknown, receivedAt: number, answered: Answer): Promise<void> {
    // Not waited for: LINE is.
    meter.noteMembers(event).catch((error) => log.error("A LINE chat's members could not be noted", error));
    const eventId = eventIdOf(event);
    // The cache knows the repeats of events that were worked, but not of one that still waits.
    if (eventId === null || waiting.has(eventId)) return;
    const incoming = readEvent(event);
    if (incoming === null) return;
    waiting.add(eventId);
    const { promise, resolve: whenDone } = Promise.withResolvers<void>();
    queue.add({ eventId, incoming, receivedAt, answer: answered, whenDone });
    return promise;
  }

  async function receive(request: Request): Promise<Response> {
    lastWebhookAt = performance.now();
    const reading = await readWebhook(request, options.channelSecret);
    if (reading.state === "refused") return new Response(null, { status: reading.status });
    // Before the start, after the stop and in a flood LINE keeps the events, and sends them again if the account says so.
    if (answer === null || queue.room() < reading.events.length) return new Response(null, { status: 503 });
    for (const event of reading.events) void accept(event, options.clock.now(), answer);
    return new Response(null, { status: 200 });
  }

  return {
    name: "line",
    routes: [{ method: "POST", path: "/line/webhook", handle: receive }],
    start: async (answerQuestion) => {
      await checkToken(api, log);
      answer = answerQuestion;
      // Nobody waits for it.
      void keepMenu({ api: createLineMenuApi({ ...options, timeoutMs }), pictures: options.pictures }, options);
    },
    ...createLineDeliveries(api, options),
    meter,
    work: async (events, receivedAt) => {
      const answered = answer;
      if (answered === null) return false;
      await Promise.all(events.map((event) => accept(event, receivedAt, answered)));
      return true;
    },
    stop: async () => {
      answer = null;
      await queue.idle();
    },
  };
}

// Workers that start together would each put one there.
const menuHeldMs = 5 * 60_000;

async function keepMenu(parts: MenuParts, { cache, log }: Pick<LinePlatformOptions, "cache" | "log">): Promise<void> {
  try {
    if (!(await cache.add("line:menu", menuHeldMs))) return;
    const outcome = await keepMenuInStep(parts);
    if (outcome === "installed") log.info("The menu on LINE was brought up to date");
  } catch (error) {
    const reason = error instanceof LedeError ? error.message : String(error);
    log.warn("The menu on LINE could not be kept in step; the desk goes on", { reason });
  }
}

/** Only a refused token is worth refusing to start: LINE may be out of reach for a while. */
async function checkToken(api: LineApi, log: Log): Promise<void> {
  try {
    await api.checkToken();
  } catch (error) {
    if (!(error instanceof LineCallError)) throw error;
    if (error.status === 401) throw tokenRefused(error);
    log.warn("The LINE token could not be checked; the desk goes on", { reason: error.message });
  }
}

function tokenRefused(cause: LineCallError): SettingsError {
  const problem =
    "LINE_CHANNEL_ACCESS_TOKEN is refused by LINE. Issue a new one at https://developers.line.biz/console/ " +
    "(your channel, tab Messaging API, Channel access token), then set it and start again";
  return new SettingsError([problem], { cause });
}
