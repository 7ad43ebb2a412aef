// A Discord on loopback, as small as a bot's journey allows: gateway, slash commands, buttons, messages. It refuses what breaks a limit.
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RESTPutAPIApplicationCommandsJSONBody } from "discord.js";
import {
  type Answered,
  type Asking,
  type DiscordStage,
  optionsOf,
  type PostedMessage,
  type PostFailure,
  type StageOptions,
} from "../conformance/discord-stage.ts";
import { startFakeGateway } from "./discord-gateway.ts";
import { commandViolations, messageViolations, type PostedBody } from "./discord-limits.ts";

interface Pending {
  readonly askedAt: number;
  readonly channelId: string;
  readonly settle: (answered: Answered) => void;
  readonly asking: Asking;
  callback?: Callback;
}

interface Callback {
  readonly type: number;
  readonly data?: PostedBody & { readonly flags?: number };
}

interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly retryAfter?: number | undefined;
}

type Handler = (match: readonly string[], body: unknown) => HttpAnswer;

const refuse = (status: number, code: number, message: string): HttpAnswer => ({ status, body: { code, message } });
const noContent: HttpAnswer = { status: 204 };

// Numbers of Discord's protocol.
const manageChannels = 1n << 4n;
const ephemeral = 1 << 6;
const slashCommand = 2;
const pressedButton = 3;
const answerNow = 4;
const answerLater = 5;

const token = "fake.token";

/** Starts the fake, with one server and one text channel. */
export async function startFakeDiscord({
  answerWithinMs = 3000,
  port: wantedPort = 0,
  shards = 1,
}: StageOptions = {}): Promise<DiscordStage> {
  let lastId = 1_000_000_000_000_000_000n;
  const newId = () => String(++lastId);
  const [applicationId, guildId, channelId] = [newId(), newId(), newId()];
  const messages = new Map([[channelId, [] as PostedMessage[]]]);
  const byNonce = new Map<string, PostedMessage>();
  const pending = new Map<string, Pending>();
  const failures: PostFailure[] = [];
  const violations: string[] = [];
  let commands: RESTPutAPIApplicationCommandsJSONBody = [];

  function post(channel: string, body: PostedBody): HttpAnswer & { readonly message?: PostedMessage } {
    const problems = messageViolations(body);
    violations.push(...problems);
    if (problems.length > 0) return refuse(400, 50035, "Invalid Form Body");
    const message: PostedMessage = { id: newId(), content: "", embeds: [], components: [], ...body };
    messages.get(channel)?.push(message);
    return { status: 200, body: { ...message, channel_id: channel, author: { id: applicationId } }, message };
  }

  function postToChannel(channel: string, body: PostedBody): HttpAnswer {
    const failure = failures.shift();
    if (failure) return { ...refuse(failure.status, 0, "a fault on purpose"), retryAfter: failure.retryAfter };
    if (!messages.has(channel)) return refuse(404, 10003, "Unknown Channel");
    const key = `${channel}/${body.nonce}`;
    const known = byNonce.get(key);
    if (known) return { status: 200, body: known };
    const { message, ...answer } = post(channel, body);
    if (message) byNonce.set(key, message);
    return answer;
  }

  function acknowledge(interactionToken: string, callback: Callback): HttpAnswer {
    const asked = pending.get(interactionToken);
    if (!asked || Date.now() - asked.askedAt > answerWithinMs) {
      asked?.settle({ state: "missed" });
      return refuse(404, 10062, "Unknown interaction");
    }
    if (asked.callback) return refuse(400, 40060, "Interaction has already been acknowledged.");
    asked.callback = callback;
    if (callback.type === answerLater) asked.asking.onDeferred?.();
    if (callback.type === answerNow) return settleWith(asked, callback.data ?? {});
    return noContent;
  }

  function settleWith(asked: Pending, body: PostedBody, isFollowUp = false): HttpAnswer {
    const { message, ...answer } = post(asked.channelId, body);
    if (isFollowUp !== (asked.asking.wantsFollowUp ?? false)) return answer;
    const isEphemeral = ((asked.callback?.data?.flags ?? 0) & ephemeral) !== 0;
    if (message)
      asked.settle({ state: "answered", isDeferred: asked.callback?.type === answerLater, isEphemeral, message });
    return answer;
  }

  function addTo(key: string, body: PostedBody, isFollowUp: boolean): HttpAnswer {
    const asked = pending.get(key);
    return asked?.callback ? settleWith(asked, body, isFollowUp) : refuse(404, 10015, "Unknown Webhook");
  }

  const routes: readonly (readonly [RegExp, Handler])[] = [
    [
      /^GET \/gateway\/bot$/,
      () => ({
        status: 200,
        body: {
          url: `ws://127.0.0.1:${port()}`,
          shards,
          session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: shards },
        },
      }),
    ],
    [/^GET \/applications\/@me$/, () => ({ status: 200, body: { id: applicationId, verify_key: "0".repeat(64) } })],
    [
      /^PUT \/applications\/\d+\/commands$/,
      (_, body) => {
        commands = body as RESTPutAPIApplicationCommandsJSONBody;
        violations.push(...commandViolations(commands));
        return { status: 200, body: commands };
      },
    ],
    [/^POST \/channels\/(\d+)\/messages$/, ([channel = ""], body) => postToChannel(channel, body as PostedBody)],
    [/^POST \/interactions\/\d+\/([^/]+)\/callback$/, ([key = ""], body) => acknowledge(key, body as Callback)],
    [
      /^PATCH \/webhooks\/\d+\/([^/]+)\/messages\/@original$/,
      ([key = ""], body) => addTo(key, body as PostedBody, false),
    ],
    [/^POST \/webhooks\/\d+\/([^/]+)$/, ([key = ""], body) => addTo(key, body as PostedBody, true)],
  ];

  async function handle(request: IncomingMessage, raw: Buffer): Promise<HttpAnswer> {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://fake").pathname).replace(/^\/api\/v10/, "");
    const isOpen = path.startsWith("/interactions/") || path.startsWith("/webhooks/");
    if (!isOpen && request.headers.authorization !== `Bot ${token}`) return refuse(401, 0, "401: Unauthorized");
    const asked = `${request.method} ${path}`;
    const body = await readBody(request, raw);
    for (const [pattern, handler] of routes) {
      const match = pattern.exec(asked);
      if (match) return handler(match.slice(1), body);
    }
    violations.push(`no such route: ${asked}`);
    return refuse(404, 0, "404: Not Found");
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    send(response, await handle(request, Buffer.concat(chunks)));
  });
  const gateway = startFakeGateway(server, { token, applicationId, guildId, channelId, shards });
  await new Promise<void>((resolve) => server.listen(wantedPort, "127.0.0.1", resolve));
  const port = () => (server.address() as AddressInfo).port;

  function ask(type: number, part: unknown, asking: Asking = {}): Promise<Answered> {
    const { promise, resolve } = Promise.withResolvers<Answered>();
    const key = randomBytes(24).toString("hex");
    pending.set(key, { askedAt: Date.now(), channelId, settle: resolve, asking });
    const place = { id: newId(), application_id: applicationId, token: key, channel_id: channelId };
    gateway.dispatch("INTERACTION_CREATE", { ...place, type, data: part, ...circumstances(asking, place, guildId) });
    return promise;
  }

  return {
    token,
    url: `http://127.0.0.1:${port()}/api`,
    channelId,
    registered: () => commands,
    posted: () => messages.get(channelId) ?? [],
    violations: () => violations,
    slash: (name, asking = {}) => ask(slashCommand, { id: newId(), name, type: 1, options: optionsOf(asking) }, asking),
    press: (customId, asking) => ask(pressedButton, { custom_id: customId, component_type: 2 }, asking),
    failPosts: (...next) => failures.push(...next),
    dropConnections: gateway.drop,
    askToReconnect: gateway.askToReconnect,
    endSessions: gateway.endSessions,
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** JSON, or a form of JSON and files; the message within is told the files' names. */
async function readBody({ headers }: IncomingMessage, raw: Buffer): Promise<unknown> {
  const type = headers["content-type"] ?? "";
  if (!type.startsWith("multipart/")) return raw.length === 0 ? {} : JSON.parse(String(raw));
  const form = await new Response(Uint8Array.from(raw), { headers: { "content-type": type } }).formData();
  const fileNames = [...form.values()].flatMap((part) => (part instanceof File ? [part.name] : []));
  const body: PostedBody | Callback = JSON.parse(String(form.get("payload_json")));
  return "type" in body ? { ...body, data: { ...body.data, fileNames } } : { ...body, fileNames };
}

/** What an interaction says beside the question: who asks, where, and in what language. */
function circumstances(asking: Asking, place: { readonly id: string; readonly channel_id: string }, guildId: string) {
  const { locale = "en-US", serverLocale = "en-US", mayManage = false, takenTo } = asking;
  const isDirect = asking.isDirect || takenTo === "people";
  const user = { id: place.id, username: "reader", discriminator: "0", avatar: null, global_name: "Reader" };
  const member = { user, roles: [], permissions: String(mayManage ? manageChannels : 0n) };
  return {
    version: 1,
    channel: { id: place.channel_id, type: isDirect ? 1 : 0 },
    message: { id: place.id, channel_id: place.channel_id, author: user, content: "" },
    app_permissions: "0",
    locale,
    entitlements: [],
    authorizing_integration_owners: takenTo ? { 1: user.id } : { 0: isDirect ? "0" : guildId },
    context: takenTo === "people" ? 2 : isDirect ? 1 : 0,
    ...(isDirect ? { user } : { guild_id: guildId, guild_locale: serverLocale, member }),
  };
}

function send(response: ServerResponse, { status, body, retryAfter }: HttpAnswer): void {
  const wait = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  const type = body === undefined ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...wait }).end(body === undefined ? undefined : JSON.stringify(body));
}
