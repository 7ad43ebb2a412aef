// A chat platform: it brings questions in, renders replies and delivers editions.

import type { Channel, PlatformName } from "../records/channel.ts";
import type { Delivery, DeliveryResult, Posted } from "../records/edition.ts";
import type { Arguments, Question } from "../records/question.ts";
import type { QuotaMonth, QuotaReading } from "../records/quota.ts";
import type { Reply } from "../records/reply.ts";

/** Answers a question; never throws: an error becomes a reply that says what to do. */
export type Answer = (question: Question) => Promise<Reply>;

/** Something to fill an option with. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/** An option of a command that is being typed. */
export interface HalfTyped extends Omit<Question, "ask"> {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  /** The command's other options, as far as they are filled in. */
  readonly args: Arguments;
}

/** What may be meant; never throws: a fault of the desk suggests nothing. */
export type Suggest = (halfTyped: HalfTyped) => Promise<readonly Suggestion[]>;

/** A path that the platform wants served by the desk's HTTP server, in web-standard types. */
export interface HttpRoute {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly handle: (request: Request) => Response | Promise<Response>;
}

/** One call that brings what is the same to many channels. */
export interface Multicast {
  /** Channels in one call at most. */
  readonly limit: number;
  /** Equal for deliveries that one call can carry; null for one that can only go alone. Never throws. */
  contentOf(delivery: Delivery): string | null;
  /**
   * Sends deliveries of equal content once; never throws. `id` is the idempotency key, also for a repeat to fewer of them. `refused`, `gone`
   * and `barred`: none of them was sent.
   */
  deliver(id: string, deliveries: readonly Delivery[]): Promise<DeliveryResult>;
}

/** What is pushed to a platform that counts it by the month. */
export interface Meter {
  /** Of the month that it is now. Throws LedeError when the platform can't be asked. */
  readUsage(): Promise<QuotaReading>;
  /** What one push to the channel costs. Throws LedeError when the platform can't be asked. */
  recipientsOf(channel: Channel): Promise<number>;
  monthOf(now: number): QuotaMonth;
}

export interface Platform {
  readonly name: PlatformName;
  /** Served before `start` is called; empty for platforms that connect by themselves. */
  readonly routes: readonly HttpRoute[];
  /** Connects. Throws a SettingsError when the platform refuses the token, naming the setting. */
  start(answer: Answer, suggest?: Suggest): Promise<void>;
  /** Sends one edition once; never throws. The delivery's id is the idempotency key. */
  deliver(delivery: Delivery): Promise<DeliveryResult>;
  readonly multicast?: Multicast;
  /** Left out where nothing is counted. */
  readonly meter?: Meter;
  /** Changes the messages that show an edition to what it is now, where the platform can; never throws. */
  revise?(delivery: Delivery, posted: Posted): Promise<DeliveryResult>;
  /** Tells a person what became of a channel, in its language, where the platform can; never throws. */
  tellPaused?(personId: string, channel: Channel): Promise<void>;
  stop(): Promise<void>;
}
