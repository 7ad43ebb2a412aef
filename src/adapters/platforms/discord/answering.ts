// The interactions that are being answered: none begins before the start or after the stop, and the stop waits for those under way.
import type { APIInteraction } from "discord.js";
import type { Log } from "../../../ports/log.ts";
import type { Answer, Suggest } from "../../../ports/platform.ts";
import { describeFault, isTooLate } from "./faults.ts";
import type { InteractionParts } from "./interactions/parts.ts";
import { answerInteraction } from "./interactions.ts";
import type { Responder } from "./responder.ts";

export interface Answering {
  readonly isOpen: () => boolean;
  readonly open: (answer: Answer, suggest: Suggest) => void;
  /** Answers, and never throws: what Discord does not take is a line in the log. */
  readonly begin: (interaction: APIInteraction, responder: Responder) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function createAnswering(
  parts: Omit<InteractionParts, "answer" | "suggest"> & { readonly log: Log },
): Answering {
  const underWay = new Set<Promise<void>>();
  let asked: Pick<InteractionParts, "answer" | "suggest"> | null = null;
  return {
    isOpen: () => asked !== null,
    open(answer, suggest) {
      asked = { answer, suggest };
    },
    async begin(interaction, responder) {
      if (asked === null) return;
      const answered = answerInteraction(interaction, responder, { ...parts, ...asked }).catch((error: unknown) =>
        logUnanswered(error, parts.log),
      );
      underWay.add(answered);
      await answered;
      underWay.delete(answered);
    },
    async close() {
      asked = null;
      await Promise.all(underWay);
    },
  };
}

function logUnanswered(error: unknown, log: Log): void {
  const message = isTooLate(error) ? "an answer came too late for Discord" : "Discord did not take an answer";
  log.warn(message, { problem: describeFault(error) });
}
