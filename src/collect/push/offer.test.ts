import { describe, expect, it } from "vitest";
import { offerOf } from "./offer.ts";

const url = "https://news.example/feed";
const topic = "https://news.example/rss";
const hub = "https://hub.example/";

describe("the hub to subscribe at", () => {
  it.each([
    `<${hub}>; rel="hub", <${topic}>; rel="self"`,
    `<${topic}>;rel=self,<${hub}>;rel=hub`,
    `<https://news.example/a>; rel="alternate"; title="a, b; rel=hub", <${hub}>; title="x"; REL="preconnect Hub", <${topic}>; rel="self alternate"`,
  ])("is read from the header %s", (link) => {
    expect(offerOf({ url, link }, {})).toEqual({ hub, topic });
  });

  it("is the feed's where the header names none, and the header's where both do", () => {
    const hubLinks = { hubs: ["https://other.example/"], self: topic };
    expect(offerOf({ url, link: null }, { hubLinks })).toEqual({ hub: "https://other.example/", topic });
    expect(offerOf({ url, link: `<${hub}>; rel=hub` }, { hubLinks })).toEqual({ hub, topic });
  });

  it("knows a feed without a self link by its address, and a relative one by where it came from", () => {
    expect(offerOf({ url }, { hubLinks: { hubs: [hub], self: null } })).toEqual({ hub, topic: url });
    expect(offerOf({ url }, { hubLinks: { hubs: ["/hub"], self: "rss" } })).toEqual({
      hub: "https://news.example/hub",
      topic,
    });
  });

  it("keeps a topic as written, since the hub compares it letter by letter", () => {
    const self = "https://News.example:443/rss?b=%7e";
    expect(offerOf({ url }, { hubLinks: { hubs: [hub], self } })?.topic).toBe(self);
  });

  it.each(["javascript:alert(1)", "ftp://hub.example/", `https://hub.example/${"x".repeat(3000)}`, ""])(
    "is never %s",
    (address) => {
      const hubs = address === "" ? [] : [address];
      expect(offerOf({ url }, { hubLinks: { hubs, self: topic } })).toBeNull();
    },
  );

  it("is looked for in linear time", () => {
    const startedAt = performance.now();
    for (const piece of ["<", "<a>; rel=", '<a>; rel="', ";", "< ;"]) offerOf({ url, link: piece.repeat(10_000) }, {});
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
