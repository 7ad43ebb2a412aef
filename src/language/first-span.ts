// What a new subscription's first edition looks back to.
import type { Schedule } from "../records/subscription.ts";

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/**
 * A first digest that is empty looks broken: it looks a day back, and a weekly one to when it would have come the week before. A running
 * channel begins with what comes next. `dueAt`: any time when it comes. Epoch milliseconds.
 */
export function firstSpanStart({ kind }: Schedule, createdAt: number, dueAt: number): number {
  if (kind === "now") return createdAt;
  const lastBefore = dueAt - weekMs * Math.max(1, Math.ceil((dueAt - createdAt) / weekMs));
  return kind === "weekly" ? Math.min(lastBefore, createdAt - dayMs) : createdAt - dayMs;
}
