// A file under its final name is whole: it is written beside it, reaches the disk, and takes the name in one step.
import { existsSync } from "node:fs";
import { link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { LedeError } from "../../../records/errors.ts";

/** Throws LedeError when something has the name already. */
export function refuseTaken(path: string): void {
  if (existsSync(path))
    throw new LedeError(
      "file-exists",
      `${path} is there already and is left as it is. Give another name, or move it away.`,
    );
}

/** Gives the written file the name, if nobody has it: then, and not before, it is there, whatever befalls the machine. */
export async function takeFinalName(written: string, final: string): Promise<void> {
  await reachDisk(written);
  try {
    // A link, unlike a renaming, replaces nothing.
    await link(written, final);
    await rm(written);
  } catch {
    // Taken meanwhile, or a file system without hard links.
    refuseTaken(final);
    await rename(written, final);
  }
  await reachDisk(dirname(final));
}

async function reachDisk(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
