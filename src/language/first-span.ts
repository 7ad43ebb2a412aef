// What a new subscription's first edition looks back to.
import type { Schedule } from "../records/subscription.ts";

const dayMs = 86_400_000;

/** A first digest that is empty looks broken: it looks a day back. A running channel begins with what comes next. Epoch milliseconds. */
export function firstSpanStart({ kind }: Schedule, createdAt: number): number {
  return kind === "now" ? createdAt : createdAt - dayMs;
}
