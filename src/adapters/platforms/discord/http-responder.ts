// Answers an interaction in the response to Discord's own call, where one message is all and Discord takes it there.
import type { APIInteraction, REST } from "discord.js";
import { type Responder, restResponder } from "./responder.ts";

export interface HttpResponder extends Responder {
  /** What Discord's call is answered with; settles with the first answer, and rejects when Discord takes none. */
  readonly response: Promise<Response>;
}

/**
 * What is continued, and what comes with files, goes by a call of its own, and Discord's call is answered with an empty 202 as its
 * documentation asks: an edit may not overtake the response, and Discord refuses files above some 150 kB there, and any under a menu.
 * https://github.com/discord/discord-api-docs/issues/5250 https://github.com/discord/discord-api-docs/issues/5933
 */
export function httpResponder(rest: Pick<REST, "post" | "patch">, interaction: APIInteraction): HttpResponder {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const byCall = restResponder(rest, interaction);
  return {
    ...byCall,
    response: promise,
    async respond(first) {
      const { response, files = [], isContinued = false } = first;
      if (files.length === 0 && !isContinued) return resolve(Response.json(response));
      await byCall.respond(first);
      resolve(new Response(null, { status: 202 }));
    },
  };
}
