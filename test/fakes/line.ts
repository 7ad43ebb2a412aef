// A small LINE on loopback: the calls that the desk makes, retry keys, reply tokens, the quota, and signed webhooks.
import { createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import { lineProblems } from "./line-limits.ts";
import { LineMenus } from "./line-menus.ts";

interface LineEvent {
  readonly type: string;
  readonly webhookEventId: string;
  readonly replyToken?: string;
  deliveryContext: { isRedelivery: boolean };
}

/** A fault met by the next `times` calls of `route` (of any, without one). `after`: the call counts, its answer is lost. */
interface LineFault {
  readonly route?: string;
  readonly status?: number;
  readonly message?: string;
  readonly reset?: boolean;
  readonly after?: boolean;
  times: number;
}

interface SentMessages {
  readonly kind: string;
  readonly to: readonly string[];
  readonly messages: readonly { readonly type: string; readonly text?: string; readonly altText?: string }[];
}

/** How tests drive a LINE on loopback, whichever it is. */
export interface LineServer {
  readonly url: string;
  readonly token: string;
  readonly secret: string;
  readonly log: readonly { readonly method: string; readonly path: string; readonly key?: string | undefined }[];
  readonly sent: readonly SentMessages[];
  /** What the bot did wrong. */
  readonly violations: readonly unknown[];
  /** Groups that the bot is in, and how many people each has. */
  readonly groups: Map<string, number>;
  readonly faults: LineFault[];
  /** Messages counted against the month's quota. */
  used: number;
  /** A new identifier: U for users, C for groups, R for rooms. */
  hex(prefix: string): string;
  event(type: string, extra?: object, source?: object): LineEvent;
  text(text: string, source?: object): LineEvent;
  post(
    url: string,
    events: readonly LineEvent[],
    how?: { readonly badSignature?: boolean; readonly redelivery?: boolean },
  ): Promise<{ readonly status: number | string }>;
  close(): void;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly authorization: string | undefined;
  readonly body: {
    readonly to: string | readonly string[];
    readonly replyToken: string;
    readonly messages: SentMessages["messages"];
  };
}

type Verdict = readonly [status: number, body: object];

const refusal = (status: number, message: string): Verdict => [status, { message }];

const quotaSaid = (quota: number) =>
  quota === Number.POSITIVE_INFINITY ? { type: "none" } : { type: "limited", value: quota };

/** The rules of the platform, without a server around them. */
class LineRules {
  readonly token = "a-channel-token";
  readonly secret = "a-channel-secret";
  quota: number;
  readonly log: Call[] = [];
  readonly sent: SentMessages[] = [];
  readonly violations: unknown[] = [];
  readonly groups = new Map<string, number>();
  readonly faults: LineFault[] = [];
  /** Reply tokens not yet used, and the chat each belongs to. */
  readonly replyTokens = new Map<string, string>();
  readonly acceptedKeys = new Set<string>();
  readonly menus = new LineMenus();
  used = 0;

  constructor(quota: number) {
    this.quota = quota;
  }

  takeFault(route: string): LineFault | undefined {
    const fault = this.faults.find((candidate) => candidate.route === undefined || candidate.route === route);
    if (fault !== undefined && --fault.times <= 0) this.faults.splice(this.faults.indexOf(fault), 1);
    return fault;
  }

  answer(call: Call, fault: LineFault | undefined): Verdict {
    if (fault?.status !== undefined) return refusal(fault.status, fault.message ?? "A fault was asked for");
    if (call.authorization !== `Bearer ${this.token}`) return refusal(401, "Authentication failed: invalid token");
    const route = `${call.method} ${call.path}`;
    if (route === "POST /v2/bot/message/push") return this.push(call);
    if (route === "POST /v2/bot/message/multicast") return this.multicast(call);
    if (route === "POST /v2/bot/message/reply") return this.reply(call);
    if (route === "POST /v2/bot/chat/loading/start") return [202, {}];
    if (route === "GET /v2/bot/info") return [200, { userId: `U${"0".repeat(32)}`, displayName: "desk" }];
    if (route === "GET /v2/bot/message/quota") return [200, quotaSaid(this.quota)];
    if (route === "GET /v2/bot/message/quota/consumption") return [200, { totalUsage: this.used }];
    const counted = /^GET \/v2\/bot\/(?:group|room)\/(\w+)\/members\/count$/.exec(route)?.[1];
    if (counted !== undefined) return this.count(counted);
    if (/^GET \/v2\/bot\/(profile|group\/\w+\/member)\/\w+$/.test(route)) return this.profile(call);
    const ofMenus = this.menus.answer(call.method, call.path, call.body);
    if (ofMenus !== null) return ofMenus;
    this.violations.push(`no such route: ${route}`);
    return refusal(404, "Not found");
  }

  private profile({ path }: Call): Verdict {
    const language = path.startsWith("/v2/bot/profile/") ? { language: "zh-TW" } : {};
    return [200, { userId: path.split("/").at(-1), displayName: "小明", ...language }];
  }

  private count(chat: string): Verdict {
    const people = this.groups.get(chat);
    return people === undefined ? refusal(404, "Not found") : [200, { count: people }];
  }

  private push(call: Call): Verdict {
    const to = String(call.body.to);
    const people = to.startsWith("U") ? 1 : this.groups.get(to);
    return this.sendOnce("push", call, [to], people ?? null);
  }

  private multicast(call: Call): Verdict {
    const to = [...call.body.to];
    const isSound = to.length >= 1 && to.length <= 500 && to.every((address) => /^U[\da-f]{32}$/.test(address));
    return isSound
      ? this.sendOnce("multicast", call, to, new Set(to).size)
      : refusal(400, "The property 'to' is invalid");
  }

  private sendOnce(kind: string, { key, body }: Call, to: readonly string[], people: number | null): Verdict {
    if (key !== undefined && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(key))
      return refusal(400, "Bad retry key");
    if (key !== undefined && this.acceptedKeys.has(key)) return refusal(409, "The retry key is already accepted");
    if (people === null) return refusal(400, "Failed to send messages");
    if (this.used + people > this.quota) return refusal(429, "You have reached your monthly limit.");
    const verdict = this.send(kind, to, body.messages);
    if (verdict[0] !== 200) return verdict;
    this.used += people;
    if (key !== undefined) this.acceptedKeys.add(key);
    return verdict;
  }

  private reply({ body }: Call): Verdict {
    const chat = this.replyTokens.get(body.replyToken);
    if (chat === undefined) return refusal(400, "Invalid reply token");
    this.replyTokens.delete(body.replyToken);
    return this.send("reply", [chat], body.messages);
  }

  private send(kind: string, to: readonly string[], messages: SentMessages["messages"]): Verdict {
    const problems = lineProblems(messages);
    this.violations.push(...problems);
    if (problems.length > 0) return refusal(400, `The request body has ${problems.length} error(s)`);
    this.sent.push({ kind, to, messages });
    return [200, { sentMessages: messages.map((_, index) => ({ id: String(index) })) }];
  }

  hex(prefix: string): string {
    return prefix + randomBytes(16).toString("hex");
  }

  event(type: string, extra: object = {}, source: object = { type: "user", userId: this.hex("U") }): LineEvent {
    const replyToken = this.hex("");
    const canBeAnswered = ["message", "postback", "follow", "join"].includes(type);
    if (canBeAnswered) this.replyTokens.set(replyToken, chatOf(source));
    return {
      type,
      webhookEventId: this.hex(""),
      deliveryContext: { isRedelivery: false },
      ...{ timestamp: Date.now(), mode: "active", source },
      ...(canBeAnswered && { replyToken }),
      ...extra,
    };
  }

  text(text: string, source?: object): LineEvent {
    return this.event("message", { message: { type: "text", id: "1", quoteToken: "q", text } }, source);
  }

  async post(
    url: string,
    events: readonly LineEvent[],
    { badSignature = false, redelivery = false } = {},
  ): Promise<{ readonly status: number }> {
    for (const event of events) event.deliveryContext.isRedelivery ||= redelivery;
    const body = JSON.stringify({ destination: this.hex("U"), events });
    const key = badSignature ? "another secret" : this.secret;
    const signature = createHmac("sha256", key).update(body).digest("base64");
    const { status } = await fetch(url, { method: "POST", body, headers: { "x-line-signature": signature } });
    return { status };
  }
}

function chatOf(source: object): string {
  if ("groupId" in source) return String(source.groupId);
  return "userId" in source ? String(source.userId) : "";
}

/** A LINE whose month has `quota` messages, listening on loopback until it is closed. */
export async function startFakeLine({ quota = 200 } = {}): Promise<LineServer> {
  const rules = new LineRules(quota);
  const server = createServer((request, response) => {
    void readCall(request).then((call) => {
      rules.log.push(call);
      const fault = rules.takeFault(`${call.method} ${call.path.replace(/(?<=\/profile\/)\w+$/, "{userId}")}`);
      if (fault?.reset && !fault.after) return request.socket.destroy();
      const [status, body] = rules.answer(call, fault);
      if (fault?.reset) return request.socket.destroy();
      return response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return Object.assign(rules, { url: `http://127.0.0.1:${port}`, close });
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const key = request.headers["x-line-retry-key"];
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    key: typeof key === "string" ? key : undefined,
    authorization: request.headers.authorization,
    body: request.method === "POST" ? Object(await json(request)) : {},
  };
}
