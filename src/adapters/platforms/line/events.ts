// Webhook events, read from what LINE sent: what each asks of the desk, or nothing.
import { z } from "zod";
import type { Ask } from "../../../records/question.ts";
import type { LineSource } from "./api.ts";
import { takeHeld } from "./held.ts";
import { readPostback } from "./postback.ts";

/** What an event wants. `replyToken` answers it, once; `at`: when it happened, epoch milliseconds. */
export type Incoming =
  | { readonly kind: "ask"; readonly source: LineSource; readonly replyToken: string; readonly ask: Ask }
  | { readonly kind: "take"; readonly source: LineSource; readonly replyToken: string }
  /** Said to the desk alone, and without words: a sticker, a picture, a voice. */
  | { readonly kind: "wordless"; readonly source: LineSource; readonly replyToken: string }
  | { readonly kind: "greet"; readonly source: LineSource; readonly replyToken: string; readonly at: number }
  | { readonly kind: "gone"; readonly source: LineSource; readonly at: number };

const sourceShape = z.discriminatedUnion("type", [
  z.object({ type: z.literal("user"), userId: z.string().min(1) }),
  z.object({ type: z.literal("group"), groupId: z.string().min(1), userId: z.string().optional() }),
  z.object({ type: z.literal("room"), roomId: z.string().min(1), userId: z.string().optional() }),
]);

const mentionShape = z.object({
  mentionees: z.array(z.object({ index: z.int(), length: z.int(), isSelf: z.boolean().optional() })),
});

const textShape = z.object({ type: z.literal("text"), text: z.string(), mention: mentionShape.optional() });
const wordlessShape = z.object({ type: z.enum(["sticker", "image", "video", "audio", "file", "location"]) });
const messageShape = z.discriminatedUnion("type", [textShape, wordlessShape]);

const shared = { source: sourceShape, replyToken: z.string().min(1) };
const happened = { timestamp: z.number() };
const eventShape = z.discriminatedUnion("type", [
  z.object({ ...shared, type: z.literal("message"), message: messageShape }),
  z.object({ ...shared, type: z.literal("postback"), postback: z.object({ data: z.string() }) }),
  z.object({ ...shared, ...happened, type: z.literal("follow") }),
  z.object({ ...shared, ...happened, type: z.literal("join") }),
  z.object({ source: sourceShape, ...happened, type: z.literal("unfollow") }),
  z.object({ source: sourceShape, ...happened, type: z.literal("leave") }),
]);

/** What all events have. `standby`: another service of the same account has the floor. */
const envelopeShape = z.object({ webhookEventId: z.string().min(1), mode: z.string() });

/** The identifier that a repeat of the event shares, or null for what is no event for this desk. */
export function eventIdOf(event: unknown): string | null {
  const envelope = envelopeShape.safeParse(event);
  return envelope.success && envelope.data.mode === "active" ? envelope.data.webhookEventId : null;
}

/** What the event wants; null for the many kinds that want nothing, such as a sticker or talk among people. */
export function readEvent(candidate: unknown): Incoming | null {
  const reading = eventShape.safeParse(candidate);
  if (!reading.success) return null;
  const event = reading.data;
  const source = readSource(event.source);
  if (!("replyToken" in event)) return { kind: "gone", source, at: event.timestamp };
  const { replyToken } = event;
  if (event.type === "follow" || event.type === "join")
    return { kind: "greet", source, replyToken, at: event.timestamp };
  if (event.type === "postback" && event.postback.data === takeHeld) return { kind: "take", source, replyToken };
  if (event.type === "postback") return asking(readPostback(event.postback.data), source, replyToken);
  if (event.message.type === "text") return asking(addressedAsk(event.message, source), source, replyToken);
  return source.kind === "user" ? { kind: "wordless", source, replyToken } : null;
}

const asking = (ask: Ask | null, source: LineSource, replyToken: string): Incoming | null =>
  ask === null ? null : { kind: "ask", source, replyToken, ask };

function readSource(source: z.infer<typeof sourceShape>): LineSource {
  if (source.type === "user") return { kind: "user", address: source.userId, userId: source.userId };
  const address = source.type === "group" ? source.groupId : source.roomId;
  return { kind: source.type, address, userId: source.userId ?? null };
}

/** The text without the bot's own mention; null when people talk among themselves. */
function addressedAsk(message: z.infer<typeof textShape>, source: LineSource): Ask | null {
  const own = (message.mention?.mentionees ?? []).filter(({ isSelf }) => isSelf === true);
  // From the last to the first, so that the earlier places still hold. They count UTF-16 units.
  const text = own
    .toSorted((one, other) => other.index - one.index)
    .reduce((rest, { index, length }) => `${rest.slice(0, index)} ${rest.slice(index + length)}`, message.text)
    .trim();
  // Called by its name alone, the desk says what it can do.
  if (own.length > 0) return { form: "text", text: text || "/" };
  const isMeant = source.kind === "user" ? text !== "" : /^[/／]/.test(text);
  return isMeant ? { form: "text", text } : null;
}
