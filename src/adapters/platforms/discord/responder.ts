// How an interaction is answered, whichever way it came: a first answer within three seconds, then as many more as it takes.
import { type APIInteraction, type APIInteractionResponse, type RawFile, type REST, Routes } from "discord.js";
import type { AttachedFile } from "./message.ts";

/** A message's body as the API takes it; the files that it names come beside it. */
export interface AnswerMessage {
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: readonly AttachedFile[];
}

export interface FirstAnswer {
  readonly response: APIInteractionResponse;
  readonly files?: readonly AttachedFile[];
  /** True when more is said after it, which Discord refuses until it has taken this one. */
  readonly isContinued?: boolean;
}

/** Each call throws what discord.js throws when Discord does not take the answer. */
export interface Responder {
  /** Once, and first: a message, "later", choices, a form, or a change of the message that holds the button. */
  readonly respond: (first: FirstAnswer) => Promise<void>;
  /** Replaces the first message, or puts it where "later" stands. */
  readonly editOriginal: (message: AnswerMessage) => Promise<void>;
  readonly followUp: (message: AnswerMessage) => Promise<void>;
}

/**
 * Answers by calls of Discord's API. The REST client needs no token: the interaction's own is in each address, so that neither the
 * bot's global rate nor a refused token touches an answer.
 */
export function restResponder(rest: Pick<REST, "post" | "patch">, interaction: APIInteraction): Responder {
  const { application_id: applicationId, id, token } = interaction;
  const request = { auth: false } as const;
  return {
    async respond({ response, files = [] }) {
      await rest.post(Routes.interactionCallback(id, token), { ...request, body: response, files: rawFiles(files) });
    },
    async editOriginal({ body, files }) {
      await rest.patch(Routes.webhookMessage(applicationId, token), { ...request, body, files: rawFiles(files) });
    },
    async followUp({ body, files }) {
      await rest.post(Routes.webhook(applicationId, token), { ...request, body, files: rawFiles(files) });
    },
  };
}

const rawFiles = (files: readonly AttachedFile[]): RawFile[] =>
  files.map(({ name, data }) => ({ name, data: Buffer.from(data) }));
