// Webhook events, read from what LINE sent: what each asks of the desk, or nothing.
import { z } from "zod";
import type { Ask } from "../../../records/question.ts";
import type { LineSource } from "./api.ts";
import { takeHeld } from "./held.ts";
import { readPostback } from "./postback.ts";

/** Where it happened, and when, epoch milliseconds. */
interface Happening {
  readonly source: LineSource;
  readonly at: number;
}

/** What an event wants. `replyToken` answers it, once. `wordless`: said to the desk alone as a sticker, a picture, a voice. */
export type Incoming = Happening &
  (
    | { readonly kind: "ask"; readonly replyToken: string; readonly ask: Ask }
    | { readonly kind: "take" | "wordless" | "greet"; readonly replyToken: string }
    | { readonly kind: "gone" }
  );

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

const happened = { source: sourceShape, timestamp: z.number() };
const shared = { ...happened, replyToken: z.string().min(1) };
const eventShape = z.discriminatedUnion("type", [
  z.object({ ...shared, type: z.literal("message"), message: messageShape }),
  z.object({ ...shared, type: z.literal("postback"), postback: z.object({ data: z.string() }) }),
  z.object({ ...shared, type: z.literal("follow") }),
  z.object({ ...shared, type: z.literal("join") }),
  z.object({ ...happened, type: z.literal("unfollow") }),
  z.object({ ...happened, type: z.literal("leave") }),
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
  const happening: Happening = { source: readSource(event.source), at: event.timestamp };
  if (!("replyToken" in event)) return { ...happening, kind: "gone" };
  const answerable = { ...happening, replyToken: event.replyToken };
  if (event.type === "follow" || event.type === "join") return { ...answerable, kind: "greet" };
  if (event.type === "postback" && event.postback.data === takeHeld) return { ...answerable, kind: "take" };
  if (event.type === "postback") return asking(answerable, readPostback(event.postback.data));
  const { kind } = happening.source;
  if (event.message.type === "text") return asking(answerable, addressedAsk(event.message, kind));
  return kind === "user" ? { ...answerable, kind: "wordless" } : null;
}

const asking = (answerable: Happening & { readonly replyToken: string }, ask: Ask | null): Incoming | null =>
  ask && { ...answerable, kind: "ask", ask };

function readSource(source: z.infer<typeof sourceShape>): LineSource {
  if (source.type === "user") return { kind: "user", address: source.userId, userId: source.userId };
  const address = source.type === "group" ? source.groupId : source.roomId;
  return { kind: source.type, address, userId: source.userId ?? null };
}

/** The text without the bot's own mention; null when people talk among themselves. */
function addressedAsk(message: z.infer<typeof textShape>, chat: LineSource["kind"]): Ask | null {
  const own = (message.mention?.mentionees ?? []).filter(({ isSelf }) => isSelf === true);
  // From the last to the first, so that the earlier places still hold. They count UTF-16 units.
  const text = own
    .toSorted((one, other) => other.index - one.index)
    .reduce((rest, { index, length }) => `${rest.slice(0, index)} ${rest.slice(index + length)}`, message.text)
    .trim();
  // Called by its name alone, the desk says what it can do.
  if (own.length > 0) return { form: "text", text: text || "/" };
  const isMeant = chat === "user" ? text !== "" : /^[/／]/.test(text);
  return isMeant ? { form: "text", text } : null;
}
