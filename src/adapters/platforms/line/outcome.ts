// What a failed push means for the delivery: try again, give up, or the chat is gone.
import type { DeliveryResult } from "../../../records/edition.ts";
import type { LineCallError } from "./api.ts";

const rateLimitWaitMs = 60_000;
const newTokenWaitMs = 600_000;

/**
 * Only no answer, 5xx and a rate limit are worth another try, with the same retry key; 409 says that an earlier try
 * arrived (LINE Messaging API, "Retry failed API requests"). A refused token is the operator's to mend: the edition waits for that.
 */
export function outcomeOf(error: LineCallError): DeliveryResult {
  const { status, message, explanation } = error;
  if (status === 409) return { outcome: "delivered" };
  if (status === null || status >= 500) return { outcome: "retry", reason: message };
  if (status === 429) return tooMany(error);
  if (status === 401) return tokenRefused(error);
  // LINE's words for a group that the bot has left, and for a user that it can't write to.
  if (status === 400 && /failed to send messages/i.test(explanation)) return { outcome: "gone", reason: message };
  return { outcome: "refused", reason: message };
}

function tokenRefused({ message }: LineCallError): DeliveryResult {
  const reason = `${message}. Set LINE_CHANNEL_ACCESS_TOKEN to a valid token and start again: what waits is sent then`;
  return { outcome: "retry", reason, retryAfterMs: newTokenWaitMs };
}

/** A 429 is a rate, or the month's quota: only the message tells which. */
function tooMany({ message, explanation, retryAfterMs }: LineCallError): DeliveryResult {
  if (/monthly limit/i.test(explanation)) {
    const reason = `${message}. The account's free or paid messages of this month are used up, or reserved by a sending under way; choose a larger plan or wait for the next month`;
    return { outcome: "exhausted", reason };
  }
  return { outcome: "retry", reason: message, retryAfterMs: retryAfterMs ?? rateLimitWaitMs };
}
