// Files named on the command line.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

const unzip = promisify(gunzip);

/** A file's bytes, unzipped when its name ends in `.gz`. Throws what the file system says. */
export async function readMaybeZipped(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file);
  return file.endsWith(".gz") ? unzip(bytes) : bytes;
}

/** The addresses in a manifest of `{file, url}` lines, by the file as named there and by its base name. */
export async function readManifest(path: string): Promise<Addresses> {
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line.trim().length > 0);
  const addresses = new Map<string, string>();
  for (const line of lines) {
    const { file, url } = JSON.parse(line) as { file: string; url: string };
    addresses.set(file, url).set(basename(file), url);
  }
  return { of: (file) => addresses.get(file) ?? addresses.get(basename(file)) };
}

export interface Addresses {
  readonly of: (file: string) => string | undefined;
}

/** For pages without a manifest. */
export const noAddresses: Addresses = { of: () => undefined };

/** An error in one sentence, for a result row. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
