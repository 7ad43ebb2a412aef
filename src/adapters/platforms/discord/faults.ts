// What went wrong between the desk and Discord, in words that hold neither tokens nor texts, and what it means for a delivery.
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { DeliveryResult } from "../../../records/edition.ts";
import { SettingsError } from "../../../records/errors.ts";
import { HeldBackError } from "./calls/requests.ts";

// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
const unknownChannel = 10003;
const missingAccess = 50001;
const directMessagesClosed = 50007;
const missingPermissions = 50013;
const unknownWebhook = 10015;
const invalidWebhookToken = 50027;
const unknownInteraction = 10062;
const alreadyAcknowledged = 40060;

const goneCodes: readonly unknown[] = [
  unknownChannel,
  unknownWebhook,
  missingAccess,
  directMessagesClosed,
  missingPermissions,
  invalidWebhookToken,
];

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
  if (goneCodes.includes(error.code)) return { outcome: "barred", reason: `${reason}: ${goneAdvice}` };
  if (error.status === 400) return { outcome: "refused", reason };
  if (error.status === 401)
    return { outcome: "retry", reason: `${reason}: ${tokenAdvice}`, retryAfterMs: newTokenWaitMs };
  return { outcome: "retry", reason };
}

const newTokenWaitMs = 600_000;
const tokenAdvice = "set DISCORD_TOKEN to a valid one and start again; what waits is sent then";
const goneAdvice = "the channel or its webhook is deleted, or the bot may not post there";
