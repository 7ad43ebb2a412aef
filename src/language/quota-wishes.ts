// What the operator writes about a month's quota, read.
import type { QuotaWishes } from "../records/quota.ts";

/** Completes the sentence "NAME must be …". */
export const quotaReserveExpected = "a whole number of messages such as 150, or a share from 0% to 99%";
/** Completes the sentence "NAME must be …". */
export const quotaWeightsExpected =
  "chats and weights from 0.1 to 100, such as C0123456789abcdef0123456789abcdef=2, with commas between them";

/** Null when it can't be read. */
export function readQuotaReserve(written: string): QuotaWishes["reserve"] | null {
  const percent = /^(\d{1,2}(?:\.\d{1,2})?)%$/.exec(written)?.[1];
  if (percent !== undefined) return { percent: Number(percent) };
  return /^\d{1,9}$/.test(written) ? { messages: Number(written) } : null;
}

/** By the chats' addresses; null when it can't be read. */
export function readQuotaWeights(written: string): QuotaWishes["weights"] | null {
  const weights = new Map<string, number>();
  for (const part of written.split(",")) {
    const [, address, digits] = /^\s*([UCR][0-9a-f]{32})\s*=\s*(\d{1,3}(?:\.\d{1,3})?)\s*$/.exec(part) ?? [];
    const weight = Number(digits);
    if (address === undefined || weight < 0.1 || weight > 100) return null;
    weights.set(address, weight);
  }
  return weights;
}
