// Discord: slash commands and buttons come in over the gateway or over HTTP, answers and editions go out as embeds.
import { type APIInteraction, Routes } from "discord.js";
import type { Cache } from "../../ports/cache.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Command } from "../../ports/command.ts";
import type { Log } from "../../ports/log.ts";
import type { Pictures } from "../../ports/pictures.ts";
import type { Answer, Platform, Suggest } from "../../ports/platform.ts";
import { createAnswering } from "./discord/answering.ts";
import { createClients } from "./discord/calls/clients.ts";
import { interactionsRoute } from "./discord/endpoint.ts";
import { wrongToken } from "./discord/faults.ts";
import { inviteAddress } from "./discord/invite.ts";
import { tellPaused } from "./discord/notice.ts";
import { createPoster } from "./discord/post.ts";
import type { PlaceParts } from "./discord/posting.ts";
import { registrationOf } from "./discord/registration.ts";
import { restResponder } from "./discord/responder.ts";
import { createReviser } from "./discord/revise.ts";
import { gatewayWay, httpWay, keepOpen } from "./discord/way-in.ts";

export interface DiscordOptions {
  readonly token: string;
  /** The application's public key: interactions then come over HTTP, and no gateway is opened. */
  readonly publicKey?: string | undefined;
  /** Another server that speaks Discord's API; Discord's own when left out. */
  readonly apiUrl?: string | undefined;
  readonly commands: readonly Command[];
  readonly pictures: Pick<Pictures, "draw">;
  readonly clock: Clock;
  readonly cache: Cache;
  readonly log: Log;
  /** Told by which webhook a channel is posted to from now on; null when that is gone. */
  readonly onHook?: PlaceParts["onHook"];
  /** How many requests this process may make in a second, at present: Discord's 50 for the whole bot when left out. */
  readonly requestsPerSecond?: (() => number) | undefined;
  /** An answer that takes longer is announced first; Discord gives up after 3000. */
  readonly deferAfterMs?: number;
  /** The wait before a second attempt to connect; it doubles with each, 5 minutes at most. */
  readonly firstRetryMs?: number;
}

/** The Discord platform. A Discord that can't be reached is tried again until it can. */
export function createDiscordPlatform(options: DiscordOptions): Platform {
  const { token, publicKey, apiUrl, commands, clock, cache, log } = options;
  const { requestsPerSecond = () => 50, deferAfterMs = 1500, firstRetryMs = 5000 } = options;
  const { rest, once, answers } = createClients({ apiUrl, requestsPerSecond, clock, log });
  const post = createPoster({ rest, once, log, ...(options.onHook && { onHook: options.onHook }) });
  const revise = createReviser(rest);
  const answering = createAnswering({ ...options, deferAfterMs });
  const onInteraction = (interaction: APIInteraction) =>
    void answering.begin(interaction, restResponder(answers, interaction));
  const way = publicKey ? httpWay({ rest, token, publicKey, log }) : gatewayWay({ token, apiUrl, log, onInteraction });
  const wayIn = keepOpen(way, log, async (applicationId) => {
    rest.setToken(token);
    await rest.put(Routes.applicationCommands(applicationId), { body: registrationOf(commands) });
    const over = publicKey ? "HTTP" : "its gateway";
    log.info("Discord is connected", { commands: commands.length, over, invite: inviteAddress(applicationId) });
  });
  return {
    name: "discord",
    routes: publicKey ? [interactionsRoute({ publicKey, answers, clock, cache, answering })] : [],
    async start(answer: Answer, suggest: Suggest = async () => []) {
      // Anything else could not even be sent as a header, and would be repeated in the error about it.
      if (!/^[\w.-]+$/.test(token)) throw wrongToken();
      answering.open(answer, suggest);
      await wayIn.open(firstRetryMs);
    },
    deliver(delivery) {
      // discord.js forgets a token at the first answer of 401, be it a proxy's passing one.
      rest.setToken(token);
      once.setToken(token);
      return post(delivery);
    },
    revise(delivery, posted) {
      rest.setToken(token);
      return revise(delivery, posted);
    },
    tellPaused(personId, channel) {
      rest.setToken(token);
      return tellPaused(personId, channel, { rest, log });
    },
    async stop() {
      await wayIn.close();
      await answering.close();
    },
  };
}
