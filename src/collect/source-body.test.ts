import { expect, it } from "vitest";
import { openCollectBench } from "../../test/fakes/collect-parts.ts";
import { answer, openLoopbackSite } from "../../test/fakes/loopback-site.ts";

it("a poll resolves links by what the server said of the feed", async () => {
  const site = await openLoopbackSite();
  const bench = openCollectBench(Date.UTC(2026, 10, 24));
  const feed = "<rss><channel><title>F</title><item><title>T</title><link>news/1</link></item></channel></rss>";
  const url = site.serve("/f.xml", answer(200, { "content-location": "https://paper.example.com/all/f.xml" }, feed));
  const { items } = await bench.poll({ kind: "feed", id: "f", name: "F", url, fullText: "feed" });
  expect(items.map(({ item }) => item.url)).toEqual(["https://paper.example.com/all/news/1"]);
  await bench.close();
  await site.close();
});
