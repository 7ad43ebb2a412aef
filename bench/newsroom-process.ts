// The loopback publishers of the benchmarks, in a process of their own: serving costs the desk neither time nor memory.
// Started by serve-newsroom.ts; the order comes as argument, the clock's moves as messages.

import { type Publisher, startNewsroom } from "../test/fakes/newsroom.ts";
import { readPublishers } from "../test/fakes/publishers.ts";
import { benchPosts } from "./corpus.ts";
import type { NewsroomOrder } from "./serve-newsroom.ts";

const order = JSON.parse(process.argv[3] ?? "{}") as NewsroomOrder;
let now = order.startAt;
process.on("message", (at: number) => {
  now = at;
});

const publishers = order.feeds === undefined ? await readPublishers(process.argv[2] ?? "") : await slices(order.feeds);
const newsroom = await startNewsroom(publishers, { now: () => now });
process.send?.(publishers.map(({ id, fullText }) => ({ id, fullText, url: newsroom.feedUrl(id) })));

async function slices({ count, length, fullText }: NonNullable<NewsroomOrder["feeds"]>): Promise<readonly Publisher[]> {
  const posts = await benchPosts(count * length);
  return Array.from({ length: count }, (_, index) => ({
    id: `feed-${index}`,
    posts: posts.slice(index * length, (index + 1) * length),
    fullText,
    feedLength: length,
  }));
}
