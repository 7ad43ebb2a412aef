// Starts the loopback publishers and writes the sources file that names them.
import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import type { Publisher } from "../test/fakes/newsroom.ts";

export interface NewsroomOrder {
  /** The newsroom's clock at first, epoch milliseconds. */
  readonly startAt: number;
  /** So many feeds of so many posts; without it every publisher of the corpus has one. */
  readonly feeds?: { readonly count: number; readonly length: number; readonly fullText: Publisher["fullText"] };
}

export interface ServedNewsroom {
  /** Moves the newsroom's clock. */
  moveTo(at: number): void;
  close(): void;
}

type ServedFeed = Pick<Publisher, "id" | "fullText"> & { readonly url: string };

/** `corpus`: a folder or archive of posts; "" for made-up ones. */
export async function serveNewsroom(
  corpus: string,
  order: NewsroomOrder,
  sourcesFile: string,
): Promise<ServedNewsroom> {
  const child = fork(new URL("newsroom-process.ts", import.meta.url), [corpus, JSON.stringify(order)]);
  const [feeds] = (await once(child, "message")) as [readonly ServedFeed[]];
  const lines = feeds.map(
    ({ id, url, fullText }) =>
      `  - {id: ${id}, name: ${id}, kind: feed, url: "${url}", every: 20m, fullText: ${fullText}}\n`,
  );
  await writeFile(sourcesFile, `sources:\n${lines.join("")}`);
  return { moveTo: (at) => void child.send(at), close: () => void child.kill() };
}
