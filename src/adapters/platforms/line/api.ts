// Calls to the LINE Messaging API: each has a time limit, and fails as a LineCallError that holds no secret.
import { HTTPFetchError, messagingApi } from "@line/bot-sdk";
import { LedeError } from "../../../records/errors.ts";
import type { QuotaReading } from "../../../records/quota.ts";

/** Who wrote: the language is known in one-on-one chats only, and only when the user lets LINE tell it. */
export interface LineProfile {
  readonly name: string;
  /** BCP 47. */
  readonly language: string | null;
}

/** Where an event happened. `address` is what messages are sent to. */
export interface LineSource {
  readonly kind: "user" | "group" | "room";
  readonly address: string;
  /** Null when LINE does not tell who acted. */
  readonly userId: string | null;
}

/** The calls that the desk makes. All throw LineCallError. */
export interface LineApi {
  checkToken(): Promise<void>;
  /** Once for a retry key: LINE answers a repeat with 409. */
  push(to: string, messages: messagingApi.Message[], retryKey: string): Promise<void>;
  /** The same to several people, as one call; `push` otherwise. LINE says nothing of those that it could not reach. */
  multicast(to: readonly string[], messages: messagingApi.Message[], retryKey: string): Promise<void>;
  /** Free of charge; a reply token works once, within about a minute. */
  reply(replyToken: string, messages: messagingApi.Message[]): Promise<void>;
  /** Of the present month; null for a plan without a limit. */
  readUsage(): Promise<QuotaReading>;
  /** Of a group or room, without the bot. */
  countMembers(address: string): Promise<number>;
  profileOf(source: LineSource): Promise<LineProfile>;
  /** One-on-one chats only. Ends with the next message. */
  showLoading(userId: string): Promise<void>;
}

/** A call without success. `status` is null when there was no answer at all. */
export class LineCallError extends LedeError {
  readonly status: number | null;
  /** What LINE says of it, one line; "" when it says nothing. */
  readonly explanation: string;
  /** Milliseconds that LINE asked to wait (Retry-After), when it did. */
  readonly retryAfterMs: number | null;

  constructor(answer: Pick<LineCallError, "status" | "explanation" | "retryAfterMs">, message: string, cause: unknown) {
    super("line-call", message, { cause });
    this.status = answer.status;
    this.explanation = answer.explanation;
    this.retryAfterMs = answer.retryAfterMs;
  }
}

const loadingTimeoutMs = 1000;

export interface LineApiOptions {
  readonly channelAccessToken: string;
  /** Another server than LINE's own. */
  readonly apiUrl?: string | undefined;
  readonly timeoutMs: number;
}

/** The SDK's client behind time limits and typed errors. */
export function createLineApi({ channelAccessToken, apiUrl, timeoutMs }: LineApiOptions): LineApi {
  const client = new messagingApi.MessagingApiClient({ channelAccessToken, ...(apiUrl && { baseURL: apiUrl }) });
  const call = <Value>(answer: Promise<Value>) => callWithin(answer, timeoutMs);
  return {
    checkToken: async () => void (await call(client.getBotInfo())),
    push: async (to, messages, retryKey) => void (await call(client.pushMessage({ to, messages }, retryKey))),
    multicast: async (to, messages, retryKey) =>
      void (await call(client.multicast({ to: [...to], messages }, retryKey))),
    reply: async (replyToken, messages) => void (await call(client.replyMessage({ replyToken, messages }))),
    showLoading: async (chatId) => {
      // The answer waits for it, and is worth more.
      const loading = client.showLoadingAnimation({ chatId, loadingSeconds: 20 });
      await callWithin(loading, Math.min(timeoutMs, loadingTimeoutMs));
    },
    readUsage: () => call(readUsage(client)),
    countMembers: async (address) => (await call(countMembers(client, address))).count,
    profileOf: (source) => call(readProfile(client, source)),
  };
}

async function readUsage(client: messagingApi.MessagingApiClient): Promise<QuotaReading> {
  const [quota, { totalUsage }] = await Promise.all([client.getMessageQuota(), client.getMessageQuotaConsumption()]);
  return { limit: quota.type === "limited" ? (quota.value ?? null) : null, used: totalUsage };
}

const countMembers = (client: messagingApi.MessagingApiClient, address: string) =>
  address.startsWith("R") ? client.getRoomMemberCount(address) : client.getGroupMemberCount(address);

async function readProfile(client: messagingApi.MessagingApiClient, source: LineSource): Promise<LineProfile> {
  const { kind, address, userId } = source;
  if (userId === null) return { name: "", language: null };
  if (kind === "group")
    return { name: (await client.getGroupMemberProfile(address, userId)).displayName, language: null };
  if (kind === "room")
    return { name: (await client.getRoomMemberProfile(address, userId)).displayName, language: null };
  const { displayName, language } = await client.getProfile(userId);
  return { name: displayName, language: language ?? null };
}

/** The answer, or a LineCallError. The SDK takes neither a signal nor a fetch: a call that is too late goes on unheard, and its retry key guards the repeat. */
export async function callWithin<Value>(answer: Promise<Value>, timeoutMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silence(`LINE did not answer within ${timeoutMs / 1000} s`)), timeoutMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    throw error instanceof LineCallError ? error : asCallError(error);
  } finally {
    clearTimeout(timer);
  }
}

function silence(message: string, cause?: unknown): LineCallError {
  return new LineCallError({ status: null, explanation: "", retryAfterMs: null }, message, cause);
}

function asCallError(error: unknown): LineCallError {
  if (!(error instanceof HTTPFetchError)) return silence(`LINE could not be reached (${connectionCode(error)})`, error);
  const { status, headers, body } = error;
  const explanation = readExplanation(body);
  const seconds = Number.parseInt(headers.get("retry-after") ?? "", 10);
  const retryAfterMs = Number.isNaN(seconds) ? null : seconds * 1000;
  const message = `LINE answered ${status}${explanation && `: ${explanation}`}`;
  return new LineCallError({ status, explanation, retryAfterMs }, message, error);
}

function connectionCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "connection failed";
}

/** The `message` of LINE's error body, without its full stop. Its `details` are left out: they may repeat what was sent. */
function readExplanation(body: string): string {
  try {
    const { message } = JSON.parse(body);
    return typeof message === "string" ? message.replace(/\s+/g, " ").replace(/\.$/, "").slice(0, 200) : "";
  } catch {
    return ""; // A proxy's error page: the status says enough.
  }
}
