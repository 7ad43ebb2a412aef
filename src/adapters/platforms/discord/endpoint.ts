// Interactions over HTTP: Discord calls the desk, so that no gateway is needed and any number of desks may answer.
import { InteractionResponseType, InteractionType, type REST } from "discord.js";
import type { Cache } from "../../../ports/cache.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { HttpRoute } from "../../../ports/platform.ts";
import type { Answering } from "./answering.ts";
import { httpResponder } from "./http-responder.ts";
import { readPublicKey } from "./signature.ts";
import { createWebhookReader } from "./webhook.ts";

export interface EndpointParts {
  /** The application's public key: 64 hexadecimal digits. */
  readonly publicKey: string;
  readonly answers: Pick<REST, "post" | "patch">;
  readonly clock: Clock;
  readonly cache: Pick<Cache, "add">;
  readonly answering: Pick<Answering, "isOpen" | "begin">;
}

/** `POST /discord/interactions`, and the handshake by which Discord tells whether signatures are checked there. */
export function interactionsRoute({ publicKey, answers, clock, cache, answering }: EndpointParts): HttpRoute {
  const readWebhook = createWebhookReader(readPublicKey(publicKey), cache);
  const handle = async (request: Request): Promise<Response> => {
    const reading = await readWebhook(request, clock.now());
    if (reading.state === "refused") return new Response(null, { status: reading.status });
    const { interaction } = reading;
    if (interaction.type === InteractionType.Ping) return Response.json({ type: InteractionResponseType.Pong });
    if (!answering.isOpen()) return new Response(null, { status: 503 });
    const responder = httpResponder(answers, interaction);
    // What is left unanswered, or that Discord would not take, ends its call all the same.
    const ended = answering.begin(interaction, responder).then(() => new Response(null, { status: 500 }));
    return Promise.race([responder.response, ended]);
  };
  return { method: "POST", path: "/discord/interactions", handle };
}
