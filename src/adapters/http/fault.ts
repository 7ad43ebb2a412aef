// What went wrong with a fetch, in words that tell the operator what to do next.
import { FetchError, type FetchErrorCode } from "../../records/errors.ts";
import type { FetchLimits } from "./limits.ts";

/** The address as a message may name it: without query, fragment and credentials, which can hold keys. */
function nameOf(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}${url.search ? "?…" : ""}`;
}

/** A FetchError whose message begins with the address; `sentence` goes on from there. */
export function fetchFault(code: FetchErrorCode, url: URL, sentence: string, options?: FaultOptions): FetchError {
  return new FetchError(code, `${nameOf(url)} ${sentence}`, options);
}

type FaultOptions = ConstructorParameters<typeof FetchError>[2];

/** Thrown where only the host's name is known; `asFetchError` adds the rest. */
export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

/** More headers than the limit; thrown where the address is not named. */
export class HeadersRefused extends Error {
  override readonly name = "HeadersRefused";
}

/** Connecting and the answer's headers took too long. */
export class FirstByteLate extends Error {
  override readonly name = "FirstByteLate";
}

const statusAdvice: Readonly<Record<number, string>> = {
  401: "it wants a login: use another address of this publisher",
  403: "it does not serve programs: try the address in a browser, or set fullText: feed for this source",
  404: "it is not there: correct the address in the sources file",
  410: "it is gone for good: remove the source, or correct its address",
  429: "it asks us to come less often: raise `every` for this source",
};

/** The error for a status that is neither 200, 304 nor a redirect. */
export function statusFault(url: URL, status: number, retryAfterMs: number | undefined): FetchError {
  const advice =
    statusAdvice[status] ??
    (status >= 500
      ? "a fault of the site's own: it will be tried again"
      : "try the address in a browser, and correct it in the sources file");
  const options = { status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  return fetchFault("http-status", url, `answered ${status}: ${advice}.`, options);
}

/** Makes a FetchError of whatever the network, the decoder or the guard threw; one that is a FetchError passes through. */
export function asFetchError(cause: unknown, url: URL, limits: FetchLimits): FetchError {
  if (cause instanceof FetchError) return cause;
  if (cause instanceof AddressRefused) return fetchFault("address-refused", url, cause.message, { cause });
  if (cause instanceof HeadersRefused) return fetchFault("too-large", url, cause.message, { cause });
  if (cause instanceof FirstByteLate) {
    const sentence = `did not begin to answer within ${limits.firstByteMs / 1000} s: it will be tried again.`;
    return fetchFault("timeout", url, sentence, { cause });
  }
  const { code, name } = traitsOf(cause);
  if (name === "TimeoutError" || /TIMEOUT|ETIMEDOUT/.test(code)) return timeoutFault(url, limits, cause);
  if (code === "UND_ERR_HEADERS_OVERFLOW") {
    return fetchFault("too-large", url, `sent headers of more than ${limits.headerBytes} bytes: not read.`, { cause });
  }
  if (/^(Z_|ZSTD_|ERR__|ERR_BROTLI|ERR_ZSTD)/.test(code)) {
    return fetchFault("decoding", url, `sent a body that can't be decompressed (${code}).`, { cause });
  }
  return fetchFault("connection", url, connectionSentence(code), { cause });
}

function timeoutFault(url: URL, { totalMs }: FetchLimits, cause: unknown): FetchError {
  return fetchFault("timeout", url, `took longer than ${totalMs / 1000} s: it will be tried again.`, { cause });
}

function connectionSentence(code: string): string {
  if (/^(ENOTFOUND|EAI_)/.test(code)) return `has no address (${code}): check its spelling, and this machine's DNS.`;
  if (/CERT|TLS|SSL|SIGNATURE/.test(code)) return `shows a certificate that can't be trusted (${code}).`;
  return `can't be reached or broke off${code ? ` (${code})` : ""}: it will be tried again.`;
}

function traitsOf(cause: unknown): { readonly code: string; readonly name: string } {
  if (!(cause instanceof Error)) return { code: "", name: "" };
  // Node wraps the attempts over several addresses in an AggregateError whose own code is that of the first.
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return { code, name: cause.name };
}
