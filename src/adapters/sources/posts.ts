// Reads Jekyll posts: a file, a folder with all that is in it, or a `.tar.gz`.
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { PostReading, PostsReader } from "../../ports/source-reader.ts";
import { ParseError } from "../../records/errors.ts";
import { filesInArchive } from "./posts/archive.ts";
import type { PostFile } from "./posts/file.ts";
import { filesInFolder, readFileAt } from "./posts/folder.ts";
import { readPost } from "./posts/read.ts";

/** A folder is read in name order, an archive in its own order, since it can be read but once. Every file is read or refused. */
export const readPosts: PostsReader = async function* (path): AsyncGenerator<PostReading> {
  for await (const { file, bytes } of filesAt(path)) {
    yield typeof bytes === "string" ? { state: "refused", file, reason: bytes } : readPost(file, bytes);
  }
};

async function* filesAt(path: string): AsyncGenerator<PostFile> {
  const kind = await kindOf(path);
  if (kind === "folder") yield* filesInFolder(path);
  else if (/\.(?:tar|tar\.gz|tgz)$/i.test(path)) yield* filesInArchive(path);
  else yield await readFileAt(path, basename(path));
}

async function kindOf(path: string): Promise<"folder" | "file"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (cause) {
    throw new ParseError(`${path} can't be opened; name a post, a folder of posts or a .tar.gz of them.`, { cause });
  }
}
