// `lede source import FILE.opml`: every feed of another reader's list, in its folders.
import { readOpml } from "../adapters/sources/opml.ts";
import type { Desk } from "../desk.ts";
import { PartlyFailed } from "./partly-failed.ts";
import { readTextFile } from "./read-file.ts";
import type { Terminal } from "./terminal.ts";

/** Adds them unseen, since a list may hold hundreds: a feed that can't be read shows in `lede source list` after its first poll. Fails when the file lists no source. */
export async function importOpml(
  desk: Desk,
  [file = ""]: readonly string[],
  { json }: { readonly json?: boolean },
  { print }: Pick<Terminal, "print">,
): Promise<void> {
  const { found, refused } = readOpml(await readTextFile(file));
  const added = (await desk.addSources(found)).map(({ id }) => id);
  const known = found.length - added.length;
  if (!json) for (const reason of refused) print(`refused ${reason}`);
  print(
    json
      ? JSON.stringify({ added, known, refused })
      : `added ${added.length}, known already ${known}, refused ${refused.length}`,
  );
  if (found.length === 0) throw new PartlyFailed();
}
