// The files of a folder and of the folders in it.
import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ParseError } from "../../../records/errors.ts";
import { isHidden, type PostFile, refusalOf } from "./file.ts";

/** In name order, hidden ones left out. Throws ParseError for a folder that can't be listed. */
export async function* filesInFolder(folder: string, inside = ""): AsyncGenerator<PostFile> {
  for (const entry of await entriesOf(join(folder, inside))) {
    const file = inside === "" ? entry.name : `${inside}/${entry.name}`;
    if (isHidden(entry.name)) continue;
    if (entry.isDirectory()) yield* filesInFolder(folder, file);
    else if (entry.isFile()) yield await readFileAt(join(folder, file), file);
    else yield { file, bytes: "Not a file: links are not followed, name their target instead." };
  }
}

/** One file, or why it is not opened. Never throws. */
export async function readFileAt(path: string, file: string): Promise<PostFile> {
  try {
    const refusal = refusalOf(file, (await stat(path)).size);
    return { file, bytes: refusal ?? (await readFile(path)) };
  } catch (cause) {
    return { file, bytes: `Can't be read: ${cause instanceof Error ? cause.message : String(cause)}.` };
  }
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    throw new ParseError(`The folder ${folder} can't be listed; check its permissions.`, { cause });
  }
}
