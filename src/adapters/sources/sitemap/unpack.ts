// Sitemaps are often kept as .gz files, which no header announces.
import { gunzipSync } from "node:zlib";
import { ParseError } from "../../../records/errors.ts";

// The protocol allows 50 MB; a news sitemap, of 1,000 entries at most, has hardly a tenth of this.
const largestBytes = 10 * 1024 * 1024;

/** The bytes, decompressed when they are gzip. Throws ParseError for what is damaged or far too large. */
export function unpack(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largestBytes });
  } catch (cause) {
    const problem = cause instanceof RangeError ? `unpacks to more than ${largestBytes} bytes` : "is damaged";
    throw new ParseError(
      `The compressed sitemap ${problem}: not read. Use a smaller one, such as the site's news sitemap.`,
      {
        cause,
      },
    );
  }
}
