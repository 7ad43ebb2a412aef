// The chat room in the browser: one channel, open to who can reach the desk's HTTP server, with no account and no key.
import { localeOf } from "../../language/locale.ts";
import { isLocalName } from "../../language/web-address.ts";
import type { Clock } from "../../ports/clock.ts";
import type { OutboxStore } from "../../ports/outbox-store.ts";
import { type Pictures, picturePath } from "../../ports/pictures.ts";
import type { Answer, HttpRoute, Platform } from "../../ports/platform.ts";
import type { Channel } from "../../records/channel.ts";
import type { Reply } from "../../records/reply.ts";
import { fileRoutes } from "./web/files.ts";
import type { RoomPicture } from "./web/message.ts";
import { questionRule, readQuestion } from "./web/question.ts";
import { openRoom, type Room } from "./web/room.ts";

/** The room's channel; its digests are shown to each reader in the language of their browser. */
export const roomChannel: Channel = { id: "web:room", platform: "web", address: "room", locale: "zh-TW" };

export interface WebPlatformOptions {
  readonly store: Pick<OutboxStore, "deliveredEditions">;
  readonly pictures: Pick<Pictures, "draw">;
  readonly clock: Clock;
  readonly timeZone: string;
  /** True while only this machine can reach the server: then whoever asks is the operator. */
  readonly isLocal: boolean;
  /** A new UUID. */
  readonly newId: () => string;
}

export interface WebPlatform extends Platform {
  /** Shows on open pages the editions that arrived through other processes. */
  showDelivered(): Promise<void>;
}

/** The room as a platform. Its routes are `/`, its style and script, `/room/events` (an event stream) and `POST /room/ask`. */
export function createWebPlatform(options: WebPlatformOptions): WebPlatform {
  const room = openRoom({ ...options, channelId: roomChannel.id });
  // Until the desk has started there is nobody to answer; routes are served only after that.
  let answer: Answer | undefined;
  const ask = (request: Request) => askRoom(request, room, answer, options);
  const listen = (request: Request) =>
    isOwnName(request, options.isLocal)
      ? room.listen(request)
      : refusal(403, "The room is open under its own name only.");
  const routes: HttpRoute[] = [
    ...fileRoutes,
    { method: "GET", path: "/room/events", handle: listen },
    { method: "POST", path: "/room/ask", handle: ask },
  ];
  return {
    name: "web",
    routes,
    start: async (answerQuestion) => {
      answer = answerQuestion;
    },
    deliver: async ({ id, edition }) => {
      room.show({ kind: "edition", id, at: edition.publishedAt, edition });
      return { outcome: "delivered" };
    },
    showDelivered: () => room.catchUp(),
    stop: async () => room.close(),
  };
}

async function askRoom(
  request: Request,
  room: Room,
  answer: Answer | undefined,
  { pictures, clock, isLocal, newId }: WebPlatformOptions,
): Promise<Response> {
  if (!isFromRoom(request, isLocal)) return refusal(403, "Questions are taken from the room's own page only.");
  if (!answer) return refusal(503, "The desk is starting.");
  const question = await readQuestion(request);
  if (!question) return refusal(400, questionRule);
  const { text, locale } = question;
  room.show({ kind: "question", id: newId(), at: clock.now(), text });
  const channel = { ...roomChannel, locale: localeOf(locale) };
  const reply = await answer({
    channel,
    asker: { id: "room", name: "", mayManage: isLocal ? true : "unknown" },
    ask: { form: "text", text },
  });
  room.show({ kind: "reply", id: newId(), at: clock.now(), reply, picture: await drawPicture(reply, pictures) });
  return new Response(null, { status: 204 });
}

async function drawPicture(
  { picture: chart }: Reply,
  pictures: WebPlatformOptions["pictures"],
): Promise<RoomPicture | null> {
  const drawn = chart && (await pictures.draw(chart));
  return drawn && { path: picturePath(drawn.id), alt: chart?.alt ?? "", width: drawn.width, height: drawn.height };
}

// Another site open in the same browser must not be able to type here: browsers send Origin with every POST.
function isFromRoom(request: Request, isLocal: boolean): boolean {
  const origin = request.headers.get("origin");
  const isJson = request.headers.get("content-type")?.startsWith("application/json") ?? false;
  return isJson && isOwnName(request, isLocal) && (origin === null || origin === new URL(request.url).origin);
}

// A site whose name was made to resolve to this machine has the room's origin, so a local room knows its local names only.
function isOwnName(request: Request, isLocal: boolean): boolean {
  return !isLocal || isLocalName(new URL(request.url).hostname);
}

const refusal = (status: number, reason: string): Response => Response.json({ reason }, { status });
