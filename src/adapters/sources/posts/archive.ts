// The files of a tar archive, read as a stream: an archive of any size takes the memory of one post.
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Extract, extract } from "tar-stream";
import { ParseError } from "../../../records/errors.ts";
import { isHidden, type PostFile, refusalOf } from "./file.ts";

type Entry = Extract extends AsyncIterable<infer One> ? One : never;

/** Unpacked. An archive of a million posts is smaller; a bomb is not. */
const largestArchiveBytes = 8 * 1024 ** 3;

/** In the archive's order, folders and hidden files left out. Throws ParseError for what is no archive, is damaged or far too large. */
export async function* filesInArchive(path: string): AsyncGenerator<PostFile> {
  let unpackedBytes = 0;
  try {
    for await (const entry of entriesOf(path)) {
      unpackedBytes += entry.header.size;
      if (unpackedBytes > largestArchiveBytes) throw new ParseError(`${path} unpacks to more than 8 GiB; split it.`);
      const file = await fileOf(entry);
      if (file !== null) yield file;
    }
  } catch (cause) {
    if (cause instanceof ParseError) throw cause;
    throw new ParseError(`${path} is no tar archive or is damaged; the posts before the damage were read.`, { cause });
  }
}

function entriesOf(path: string): Extract {
  const entries = extract();
  const file = createReadStream(path);
  // Errors reach whoever iterates over the entries; the callback only keeps Node from throwing them as well.
  if (path.endsWith(".tar")) pipeline(file, entries, () => {});
  else pipeline(file, createGunzip(), entries, () => {});
  return entries;
}

async function fileOf(entry: Entry): Promise<PostFile | null> {
  const file = entry.header.name.replace(/^(?:\.\/)+/, "");
  const bytes = await bytesOf(entry, file);
  return entry.header.type === "directory" || isHidden(file) ? null : { file, bytes };
}

async function bytesOf(entry: Entry, file: string): Promise<Uint8Array | string> {
  const isFile = entry.header.type === "file" || entry.header.type === "contiguous-file";
  const refusal = isFile ? refusalOf(file, entry.header.size) : "Not a file: links are not followed.";
  const chunks: Uint8Array[] = [];
  // Every entry has to be read to its end, or the next one never comes.
  for await (const chunk of entry) if (refusal === null) chunks.push(chunk as Uint8Array);
  return refusal ?? Buffer.concat(chunks);
}
