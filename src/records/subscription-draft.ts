// A subscription that somebody is putting together, choice by choice.
import type { Look } from "./look.ts";
import type { ChannelForm, Place } from "./place.ts";
import type { Schedule } from "./subscription.ts";

/** The channel that gets the editions. */
type Target =
  /** Where it was begun. */
  | { readonly kind: "here" }
  /** Another one, to be chosen. */
  | { readonly kind: "elsewhere" }
  | { readonly kind: "channel"; readonly address: string; readonly form: ChannelForm };

export interface SubscriptionDraft {
  readonly id: string;
  /** Where it was begun, and by whom. */
  readonly channelId: string;
  readonly askerId: string;
  /** As typed. */
  readonly words: string;
  /** As a query has them: `tag:高雄`, `source:cna`. */
  readonly picks: readonly string[];
  readonly schedule: Schedule;
  /** IANA name: what the schedule is read in. */
  readonly timeZone: string;
  readonly look: Look | null;
  readonly target: Target;
  /** How the channel shall be posted to; left out: as it is. A webhook's secret is not in it. */
  readonly place?: Place | null;
  /** The subscription that it changes; null for a new one. */
  readonly edits: string | null;
}
