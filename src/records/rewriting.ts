// What became of a card on its way into an edition: rewritten, or kept as it was extracted, and why.
import type { Card } from "./story.ts";

/**
 * Why a card stays as it was extracted.
 * - off: no model is set up
 * - budget: the day's tokens are spent · resting: the endpoint failed a short while ago · stopped: the desk is closing
 * - timeout, unreachable, rate-limit (429), refused (another 4xx), fault (5xx, or no chat completion): the endpoint
 * - orders: the article speaks to language models
 * - format: no answer for the article in the wanted shape · too-long · markup: addresses, mentions, tags · language: another than asked for
 * - off-topic: little of the article's beginning is in it
 * - number, quantity, date, quotation, name: written, but not in the article (language/faithful.ts)
 */
export type KeptReason =
  | "off"
  | "budget"
  | "resting"
  | "stopped"
  | "timeout"
  | "unreachable"
  | "rate-limit"
  | "refused"
  | "fault"
  | "orders"
  | "format"
  | "too-long"
  | "markup"
  | "language"
  | "off-topic"
  | "number"
  | "quantity"
  | "date"
  | "quotation"
  | "name";

/** `kept`: null for a card that was rewritten. */
export interface Rewriting {
  readonly card: Card;
  readonly kept: KeptReason | null;
}

/** A day of a rewriter. */
export interface RewriterDay {
  /** As the endpoint counts them, estimated where it does not. */
  readonly tokens: number;
  /** 0: no limit. */
  readonly dailyTokens: number;
  readonly rewritten: number;
  /** How many were kept, by reason. */
  readonly kept: Readonly<Partial<Record<KeptReason, number>>>;
}

export interface RewriterState {
  readonly model: string;
  readonly day: RewriterDay;
}
