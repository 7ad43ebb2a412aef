// Reads an answer's body to its end or to the limit, whichever comes first, and undoes its compression.
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
import { fetchFault } from "./fault.ts";

/** What we can undo, for the Accept-Encoding header. */
export const acceptedEncodings = "gzip, deflate, br, zstd";

type Decoder = (body: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const zlibInflate = promisify(inflate);
const zlibInflateRaw = promisify(inflateRaw);

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
  // Servers send "deflate" with and without zlib's header, whose first byte ends in 8. RFC 1950 §2.2.
  deflate: (body, options) => (((body[0] ?? 8) & 0x0f) === 8 ? zlibInflate : zlibInflateRaw)(body, options),
};

// More than two compressions around one body is somebody's joke.
const maxEncodings = 2;

/**
 * The encodings of a Content-Encoding header in the order to undo them, which is from its end (RFC 9110 §8.4);
 * null when one of them was not asked for.
 */
export function readEncodings(header: string | null): readonly string[] | null {
  const names = (header ?? "").toLowerCase().split(",").reverse();
  const applied = names.map((name) => name.trim()).filter((name) => name !== "" && name !== "identity");
  const canUndo = applied.length <= maxEncodings && applied.every((name) => Object.hasOwn(decoders, name));
  return canUndo ? applied : null;
}

export interface BodyRequest {
  readonly url: URL;
  readonly encodings: readonly string[];
  readonly maxBytes: number;
}

/**
 * The decompressed body. Throws FetchError `too-large` as soon as the limit is passed, on the wire or in decompressing, so that
 * neither an endless body nor a bomb fills the memory. The stream's and the decoder's own errors pass through.
 */
export async function readBody(
  wire: AsyncIterable<Uint8Array>,
  { url, encodings, maxBytes }: BodyRequest,
): Promise<Uint8Array> {
  let body = await readUpTo(maxBytes, wire, url);
  for (const name of encodings) body = await decode(name, body, url, maxBytes);
  return body;
}

async function readUpTo(maxBytes: number, wire: AsyncIterable<Uint8Array>, url: URL): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop destroys the stream, and with it the connection: nothing more is received.
  for await (const chunk of wire) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(url, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function decode(name: string, body: Buffer, url: URL, maxBytes: number): Promise<Buffer> {
  if (body.length === 0) return body;
  try {
    return (await decoders[name]?.(body, { maxOutputLength: maxBytes })) ?? body;
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(url, maxBytes, cause);
    throw cause;
  }
}

const tooLarge = (url: URL, maxBytes: number, cause?: unknown) =>
  fetchFault("too-large", url, `sent more than ${maxBytes} bytes: not read.`, { cause });
