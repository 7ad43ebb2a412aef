import { expect, it } from "vitest";
import { readFeed } from "../feed.ts";

const feed = `<rss version="2.0"><channel><title>F</title><item><link>/news/1</link></item></channel></rss>`;
const linkIn = (contentLocation: string | null, text = feed, url = "https://mirror.example.org/f.xml") =>
  readFeed({ bytes: Buffer.from(text), url, contentType: null, contentLocation }).items[0]?.url;

it("a feed's relative links begin at the address that it came from", () => {
  expect(linkIn(null)).toBe("https://mirror.example.org/news/1");
});

it("a feed's relative links begin at the other site that its server says it is a copy of", () => {
  expect(linkIn("https://paper.example.com/feed/")).toBe("https://paper.example.com/news/1");
});

it.each([
  ["names a variant on the same site", "https://www.example.org/f.en.xml"],
  ["is relative", "/variants/f.en.xml"],
  ["runs a script", "javascript:alert(1)"],
  ["names a file", "file:///srv/f.xml"],
  ["names a machine inside the publisher's network", "http://10.0.0.7/f.xml"],
  ["names a machine that no domain has", "http://web01/f.xml"],
])("a Content-Location that %s changes no link", (_what, location) => {
  expect(linkIn(location)).toBe("https://mirror.example.org/news/1");
});

it("what the feed says of its site goes before what its server says", () => {
  const stating = feed.replace("<title>", "<link>https://press.example.net/</link><title>");
  expect(linkIn("https://paper.example.com/", stating)).toBe("https://press.example.net/news/1");
  const based = feed.replace("<item>", '<item xml:base="https://base.example.net/">');
  expect(linkIn("https://paper.example.com/", based)).toBe("https://base.example.net/news/1");
});
