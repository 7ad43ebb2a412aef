// A chat platform: it brings questions in, renders replies and delivers editions.

import type { PlatformName } from "../records/channel.ts";
import type { Delivery, DeliveryResult } from "../records/edition.ts";
import type { Question } from "../records/question.ts";
import type { Reply } from "../records/reply.ts";

/** Answers a question; never throws: an error becomes a reply that says what to do. */
export type Answer = (question: Question) => Promise<Reply>;

/** A path that the platform wants served by the desk's HTTP server, in web-standard types. */
export interface HttpRoute {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly handle: (request: Request) => Response | Promise<Response>;
}

export interface Platform {
  readonly name: PlatformName;
  /** Served before `start` is called; empty for platforms that connect by themselves. */
  readonly routes: readonly HttpRoute[];
  /** Connects. Throws a SettingsError when the platform refuses the token, naming the setting. */
  start(answer: Answer): Promise<void>;
  /** Sends one edition once; never throws. The delivery's id is the idempotency key. */
  deliver(delivery: Delivery): Promise<DeliveryResult>;
  stop(): Promise<void>;
}
