import { expect, it } from "vitest";
import { fakeClock } from "../test/fakes/clock.ts";
import type { Source } from "./records/source.ts";
import { createSourceListing } from "./source-listing.ts";

const source = (id: string): Source => ({
  id,
  name: id,
  kind: "feed",
  url: `https://${id}.example/feed`,
  fullText: "feed",
});

it("a source that is added or taken out while a round goes on is known a minute later", async () => {
  const clock = fakeClock(Date.UTC(2026, 10, 23));
  let sources = [source("harbour")];
  let asked = 0;
  const listing = createSourceListing(async () => {
    asked += 1;
    return sources;
  }, clock);
  expect([...(await listing.ids())]).toEqual(["harbour"]);

  sources = [source("island")];
  clock.advance(59_999);
  expect([...(await listing.ids())]).toEqual(["harbour"]);
  expect(asked).toBe(1);

  clock.advance(1);
  expect([...(await listing.ids())]).toEqual(["island"]);
  expect([listing.find("island")?.name, listing.find("harbour")]).toEqual(["island", undefined]);
});
