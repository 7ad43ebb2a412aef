// Files named on the command line.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { z } from "zod";
import { decodeText } from "../language/decode.ts";
import { ParseError } from "../records/errors.ts";

const unzip = promisify(gunzip);

// The largest page of a news site is a hundredth of this; what unpacks to more is a bomb.
const largestBytes = 64 * 1024 * 1024;

/** The text of a page or post, unzipped when its name ends in `.gz`. Throws ParseError for what is no text, else what the file system says. */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await readFile(file);
  const text = decodeText(file.endsWith(".gz") ? await unzipped(bytes, file) : bytes, null);
  if (isBinary(text)) throw new ParseError(`${file} is not text; give a page or a post.`);
  return text;
}

async function unzipped(bytes: Uint8Array, file: string): Promise<Uint8Array> {
  return unzip(bytes, { maxOutputLength: largestBytes }).catch((cause: unknown) => {
    throw new ParseError(`${file} is no gzip file, is damaged, or unpacks to more than 64 MiB.`, { cause });
  });
}

/** Pictures and archives are full of control characters; a page holds a stray one at most. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4096);
  const controls = [...head].filter((character) => character < " " && !/\s/.test(character)).length;
  return controls * 100 > head.length;
}

/** The lines of a text file that hold something. */
export async function readLines(file: string): Promise<readonly string[]> {
  return (await readFile(file, "utf8")).split(/\r?\n/).filter((line) => line.trim().length > 0);
}

const manifestLine = z.object({ file: z.string(), url: z.url() });

/** The addresses in a manifest of `{file, url}` lines, by the file as named there and by its base name. Throws ParseError with the line that is none. */
export async function readManifest(path: string): Promise<Addresses> {
  const addresses = new Map<string, string>();
  for (const line of await readLines(path)) {
    const { file, url } = readManifestLine(line, path);
    addresses.set(file, url).set(basename(file), url);
  }
  return { of: (file) => addresses.get(file) ?? addresses.get(basename(file)) };
}

function readManifestLine(line: string, path: string): z.infer<typeof manifestLine> {
  try {
    return manifestLine.parse(JSON.parse(line));
  } catch (cause) {
    const shown = line.length > 80 ? `${line.slice(0, 80)}…` : line;
    throw new ParseError(`${path} must hold lines like {"file": "a.html", "url": "https://…"}, not ${shown}`, {
      cause,
    });
  }
}

export interface Addresses {
  readonly of: (file: string) => string | undefined;
}

/** For pages without a manifest. */
export const noAddresses: Addresses = { of: () => undefined };
