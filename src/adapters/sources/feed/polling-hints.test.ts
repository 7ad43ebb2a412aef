import { expect, it } from "vitest";
import { readFeed } from "../feed.ts";

const hintsOf = (channel: string) =>
  readFeed({
    bytes: new TextEncoder().encode(
      `<rss version="2.0"><channel><title>Harbour Post</title>${channel}</channel></rss>`,
    ),
    url: "https://harbour.example/feed",
    contentType: null,
  }).polling;

it("a feed tells how long it may be kept and when nothing new comes", () => {
  const hints = `<ttl> 60 </ttl><skipHours><hour>0</hour><hour>23</hour></skipHours><skipDays><day>Saturday</day><day>sunday</day></skipDays>`;
  expect(hintsOf(hints)).toEqual({ ttlMs: 3_600_000, skipHours: [0, 23], skipDays: [6, 0] });
});

it("midnight may be written as hour 24", () => {
  expect(hintsOf("<skipHours><hour>24</hour><hour>0</hour></skipHours>")?.skipHours).toEqual([0]);
});

it("a hint that can't be read says nothing", () => {
  const hints = `<ttl>soon</ttl><skipHours><hour>25</hour><hour>-1</hour></skipHours><skipDays><day>Someday</day></skipDays>`;
  expect(hintsOf(hints)).toEqual({ ttlMs: null, skipHours: [], skipDays: [] });
});

it("a ttl of an item is not the feed's", () => {
  expect(hintsOf("<item><title>One</title><ttl>5</ttl></item>")?.ttlMs).toBeNull();
});
