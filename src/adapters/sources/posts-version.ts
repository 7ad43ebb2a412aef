// Whether a folder or archive of posts has changed since it was last read.
import { createHash } from "node:crypto";
import { lstat, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { PostsVersion } from "../../ports/source-reader.ts";
import { ParseError } from "../../records/errors.ts";

/** A hash over the names, sizes and times of all files under the path; hidden ones, such as a checkout's `.git`, do not count. */
export const postsVersion: PostsVersion = async (path) => {
  try {
    const hash = createHash("sha256");
    const top = await stat(path);
    if (!top.isDirectory()) return hash.update(`${top.size} ${top.mtimeMs}`).digest("base64url");
    for await (const line of filesUnder(path)) hash.update(line);
    return hash.digest("base64url");
  } catch (cause) {
    throw new ParseError(`${path} can't be read: give the path of a folder or a .tar.gz of posts.`, { cause });
  }
};

async function* filesUnder(folder: string): AsyncGenerator<string> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith(".")).sort();
  for (const name of names) {
    const path = join(folder, name);
    const found = await lstat(path);
    if (found.isDirectory()) yield* filesUnder(path);
    else yield `${path}\n${found.size} ${found.mtimeMs}\n`;
  }
}
