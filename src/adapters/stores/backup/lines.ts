// Lines of a file, as bytes and one after the other: a file of any size takes the memory of its longest line.
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

const newline = 0x0a;

/** The file's lines without their ends, unzipped if it is zipped. Not Node's readline: that also ends a line at U+2028, which JSON may hold. Throws what reading or unzipping throws. */
export async function* linesOf(path: string, isZipped: boolean): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  // Errors reach whoever reads; the callback only keeps Node from throwing them as well.
  const bytes = isZipped ? pipeline(file, createGunzip(), () => {}) : file;
  let pieces: Buffer[] = [];
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      pieces.push(chunk.subarray(start, end));
      yield pieces.length === 1 ? (pieces[0] ?? chunk) : Buffer.concat(pieces);
      pieces = [];
      start = end + 1;
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
  }
  if (pieces.length > 0) yield Buffer.concat(pieces);
}
