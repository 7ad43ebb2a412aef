// What went wrong between the desk and Discord, in words that hold neither tokens nor texts, and what it means for a delivery.
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { DeliveryResult } from "../../../records/edition.ts";
import { SettingsError } from "../../../records/errors.ts";
import { HeldBackError } from "./calls/requests.ts";

// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
const unknownMessage = 10008;
const unknownWebhook = 10015;
const invalidWebhookToken = 50027;
const unknownInteraction = 10062;
const alreadyAcknowledged = 40060;
const addressBlocked = 40333;
/** A forum's posts need a tag. */
export const tagRequired = 40067;

// What is refused whatever is posted, until somebody sees to the place, though the status does not say so: channels of another kind, a
// server that asks for more of who posts, threads that are closed, locked or too many, a forum whose tags the bot may not give.
const placeCodes: readonly unknown[] = [
  ...[tagRequired, 50008, 50009, 50024, 50083, 160005, 160006, 160007],
  invalidWebhookToken,
];
// A message that was deleted says nothing of the place, nor does a blocked address.
const passingCodes: readonly unknown[] = [unknownMessage, addressBlocked];

/** The operator's error for a token that Discord refuses. */
export function wrongToken(cause?: unknown): SettingsError {
  return new SettingsError(
    [
      "DISCORD_TOKEN is not a token that Discord accepts. Get one at https://discord.com/developers/applications: your application, Bot, Reset Token.",
    ],
    { cause },
  );
}

/** One sentence for the log. discord.js puts addresses with tokens and whole request bodies into its errors: never log those themselves. */
export function describeFault(error: unknown): string {
  if (error instanceof DiscordAPIError) return describeRefusal(error);
  if (error instanceof HTTPError) return `Discord answered ${error.status}`;
  if (error instanceof RateLimitError) return `Discord's rate limit asks for ${error.retryAfter} ms`;
  return error instanceof Error ? `${error.name}: ${error.message}` : "unknown fault";
}

// The message's first line is Discord's own; each further one names a place, a rule and, after a colon, perhaps what stood there.
function describeRefusal({ status, code, message }: DiscordAPIError): string {
  const [summary, ...places] = message.split("\n").map((line) => line.split(":", 1)[0]);
  return [`Discord answered ${status}, code ${code} (${summary})`, ...places.slice(0, 5)].join("; ");
}

/** True when Discord had stopped waiting for the answer, or had it already: nothing can be mended. */
export function isTooLate(error: unknown): boolean {
  return error instanceof DiscordAPIError && [unknownInteraction, alreadyAcknowledged].includes(Number(error.code));
}

/** True when Discord refused with this code. */
export const isRefusal = (error: unknown, code: number): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === code;

/** True when a webhook is deleted, or its token is another now. */
export const isHookGone = (error: unknown): boolean =>
  [unknownWebhook, invalidWebhookToken].some((code) => isRefusal(error, code));

/** True when Discord may have done what it was asked: its answer was lost, or is no answer. */
export function isUnanswered(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status >= 500;
  return !(error instanceof RateLimitError || error instanceof HeldBackError);
}

/** What a failed post means for its delivery. */
export function deliveryResultOf(error: unknown): DeliveryResult {
  const reason = describeFault(error);
  if (error instanceof RateLimitError) return { outcome: "retry", reason, retryAfterMs: error.retryAfter };
  if (error instanceof HeldBackError) return { outcome: "retry", reason, retryAfterMs: error.retryAfterMs };
  if (!(error instanceof DiscordAPIError)) return { outcome: "retry", reason };
  if (isPlaceAtFault(error)) return { outcome: "barred", reason: `${reason}: ${placeAdvice}` };
  if (error.status === 400) return { outcome: "refused", reason };
  if (error.status === 401)
    return { outcome: "retry", reason: `${reason}: ${tokenAdvice}`, retryAfterMs: newTokenWaitMs };
  return { outcome: "retry", reason };
}

/** What is no word of Discord's own, such as a page of a proxy, has no code. */
function isPlaceAtFault({ status, code }: DiscordAPIError): boolean {
  if (placeCodes.includes(code)) return true;
  return [403, 404].includes(status) && typeof code === "number" && !passingCodes.includes(code);
}

const newTokenWaitMs = 600_000;
const tokenAdvice = "set DISCORD_TOKEN to a valid one and start again; what waits is sent then";
const placeAdvice = "the channel or its webhook is deleted, locked or full, or the bot may not post there";
