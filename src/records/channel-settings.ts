// How a channel wants to be served. What is null is as the desk has it.
import type { Locale } from "./channel.ts";
import type { Look } from "./look.ts";
import type { Place } from "./place.ts";

/** Minutes after midnight in the channel's time zone; from 22:00 to 07:00 is 1320 to 420. Never equal. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

export interface ChannelSettings {
  readonly locale: Locale | null;
  /** IANA name. */
  readonly timeZone: string | null;
  /** Editions that come due in this time come out at its end. */
  readonly quietHours: QuietHours | null;
  readonly look: Look | null;
  /** A line of a digest, see language/line-template.ts. */
  readonly template: string | null;
  /** Null: as a message of the bot. */
  readonly place: Place | null;
}

/** Of a channel that has set nothing. */
export const unsetChannel: ChannelSettings = {
  locale: null,
  timeZone: null,
  quietHours: null,
  look: null,
  template: null,
  place: null,
};
