// The loopback publishers of the other benchmarks, on a thread of their own, so that serving costs the desk no time.
import { parentPort, workerData } from "node:worker_threads";
import type { Post } from "../src/ports/source-reader.ts";
import { startNewsroom } from "../test/fakes/newsroom.ts";

/** What the worker is given: posts by publisher, and how they are served. */
export interface NewsroomOrder {
  readonly publishers: readonly { readonly id: string; readonly posts: readonly Post[] }[];
  readonly fullText: "feed" | "page";
  readonly feedLength: number;
}

const { publishers, fullText, feedLength } = workerData as NewsroomOrder;
const newsroom = await startNewsroom(
  publishers.map((publisher) => ({ ...publisher, fullText, feedLength })),
  { now: Date.now },
);
parentPort?.postMessage(publishers.map(({ id }) => ({ id, url: newsroom.feedUrl(id) })));
