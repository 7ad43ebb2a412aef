// What the desk and the thread at its door tell each other.
import type { Taken } from "./journal.ts";

export interface DoorOrder {
  readonly host: string;
  readonly port: number;
  readonly channelSecret: string;
  /** Where the desk itself listens, on loopback. */
  readonly deskPort: number;
  /** Where taken webhooks are written down; null: nowhere. */
  readonly journal: string | null;
  /** Webhooks taken and not worked off, at most. */
  readonly most: number;
}

export type FromDoor =
  | { readonly kind: "open"; readonly port: number }
  /** The address can't be listened on. */
  | { readonly kind: "failed"; readonly code: string; readonly reason: string }
  | { readonly kind: "taken"; readonly taken: Taken }
  /** Events are kept in memory alone. */
  | { readonly kind: "unwritten"; readonly reason: string };

export type ToDoor =
  | { readonly kind: "worked"; readonly number: number }
  /** No webhook is taken any more; everything else goes on. */
  | { readonly kind: "refuse" }
  | { readonly kind: "close" };
