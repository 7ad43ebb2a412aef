// One request, one answer, no redirects: undici's home. Every connection passes the address guard after its name is resolved.
import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import type { Dispatcher } from "undici";
import { AddressRefused, FirstByteLate, HeadersRefused } from "./fault.ts";
import { type AddressGuard, isPrivate } from "./guard.ts";
import type { FetchLimits } from "./limits.ts";
import { Agent, request } from "./undici.ts";

/** An answer whose body is still on the wire: read it, or call `discard`. */
export interface WireAnswer {
  readonly status: number;
  /** The header's first value; null when there is none. */
  readonly header: (name: string) => string | null;
  /** All its values as one list (RFC 9110 §5.3); null when there is none. */
  readonly headerList: (name: string) => string | null;
  readonly body: AsyncIterable<Uint8Array>;
  /** Reads a short rest so that the connection can serve again, and drops a long one. Never throws. */
  readonly discard: () => Promise<void>;
}

export interface WireRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as a POST; a GET without it. */
  readonly form?: string;
  /** The connection is not kept: nothing more is likely to be asked of the host soon. */
  readonly isLast?: boolean;
  /** Ends everything, the answer's body too. */
  readonly signal: AbortSignal;
}

export interface Exchange {
  /** Throws AddressRefused, HeadersRefused, FirstByteLate, the signal's reason, or undici's and Node's own errors. */
  send(request: WireRequest): Promise<WireAnswer>;
  close(): Promise<void>;
}

/** How names become addresses: `dns.lookup`, or a test's own. */
export type Resolve = typeof systemLookup;

/** Connections that are guarded and kept alive for a second, for a feed and its pages. */
export function createExchange(guard: AddressGuard, limits: FetchLimits, resolve: Resolve = systemLookup): Exchange {
  const agent = new Agent({
    connect: { lookup: guardedLookup(guard, resolve), timeout: limits.totalMs },
    // A host is asked one thing at a time, so HTTP/2 would win nothing.
    allowH2: false,
    // Most hosts are asked once in many minutes, and an open connection costs both sides memory.
    keepAliveTimeout: 1000,
    keepAliveMaxTimeout: 1000,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs,
  });
  return {
    send: async ({ url, headers, form, isLast = false, signal }) => {
      checkLiteral(url, guard);
      const sent = form === undefined ? ({ method: "GET" } as const) : ({ method: "POST", body: form } as const);
      const answer = await withPatience(limits.firstByteMs, signal, (patience) =>
        request(agent, url, { headers, signal: patience, reset: isLast, ...sent }),
      );
      return wireAnswer(answer, limits, signal);
    },
    close: () => agent.destroy(),
  };
}

function wireAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  limits: FetchLimits,
  signal: AbortSignal,
): WireAnswer {
  const count = Object.values(headers).flat().length;
  if (count > limits.headers) {
    // A stream that nobody listens to would end the process with the error of its own breaking off.
    body.on("error", () => {}).destroy();
    throw new HeadersRefused(`sent ${count} headers, more than ${limits.headers}: not read.`);
  }
  return {
    status: statusCode,
    header: (name) => firstOf(headers[name]),
    headerList: (name) => [headers[name] ?? []].flat().join(", ") || null,
    body,
    discard: () => body.dump({ limit: limits.headerBytes, signal }).catch(() => {}),
  };
}

/**
 * Does the work under a signal that also fires with FirstByteLate when the work is not done in time. Afterwards only the outer
 * signal counts: a body may take longer than its first byte.
 */
async function withPatience<Result>(
  ms: number,
  signal: AbortSignal,
  work: (patience: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new FirstByteLate()), ms);
  try {
    return await work(AbortSignal.any([signal, late.signal]));
  } finally {
    clearTimeout(timer);
  }
}

const firstOf = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

// Node connects to a literal address without asking `lookup`, so it is checked here.
function checkLiteral(url: URL, guard: AddressGuard): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host)) checkAddress(host, guard);
}

/**
 * A `lookup` for sockets that refuses a name if any of its addresses is refused. The socket connects to the very addresses
 * that were checked: a name that answers differently the next time (DNS rebinding) gains nothing.
 */
function guardedLookup(guard: AddressGuard, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const first = found?.[0];
      if (error || !first) return callback(error ?? notFound(hostname), "", 0);
      try {
        for (const { address } of found) checkAddress(address, guard);
      } catch (refusal) {
        return callback(refusal as Error, "", 0);
      }
      if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

const notFound = (hostname: string) => Object.assign(new Error(`${hostname} has no address`), { code: "ENOTFOUND" });

function checkAddress(address: string, guard: AddressGuard): void {
  const kind = guard(address);
  if (kind === null) return;
  const advice = isPrivate(address) ? "; ALLOW_PRIVATE_NETWORKS=true would allow it" : "";
  throw new AddressRefused(`leads to ${address}, ${kind}: refused${advice}.`);
}
