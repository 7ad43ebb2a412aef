import { describe, expect, it } from "vitest";
import { readFeed } from "../feed.ts";

const hubLinksIn = (text: string) =>
  readFeed({ bytes: Buffer.from(text), url: "https://news.example/feed", contentType: null }).hubLinks;

const links = `<link rel="self" href="https://news.example/rss"/><link rel="hub" href="https://hub.example/"/>`;
const found = { hubs: ["https://hub.example/"], self: "https://news.example/rss" };

describe("the hub that a feed names", () => {
  it("is found in Atom, in Atom's links inside RSS, and in RDF", () => {
    const inRss = links.replaceAll("<link", "<atom:link");
    expect(hubLinksIn(`<feed xmlns="http://www.w3.org/2005/Atom">${links}<entry><id>1</id></entry></feed>`)).toEqual(
      found,
    );
    const atom = 'xmlns:atom="http://www.w3.org/2005/Atom"';
    expect(hubLinksIn(`<rss ${atom}><channel><link>https://news.example</link>${inRss}</channel></rss>`)).toEqual(
      found,
    );
    const rdf = `xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${atom}`;
    expect(hubLinksIn(`<rdf:RDF ${rdf}><channel>${inRss}</channel></rdf:RDF>`)).toEqual(found);
  });

  it("is found in JSON Feed, where other kinds of hub may stand beside it", () => {
    const hubs = [
      { type: "rssCloud", url: "https://cloud.example/" },
      { type: "WebSub", url: "https://hub.example/" },
    ];
    const feed = { title: "新聞", items: [], feed_url: "https://news.example/rss", hubs };
    expect(hubLinksIn(JSON.stringify(feed))).toEqual(found);
  });

  it("is none where none is named", () => {
    expect(hubLinksIn("<rss><channel><title>新聞</title></channel></rss>")).toEqual({ hubs: [], self: null });
    expect(hubLinksIn('{"items": []}')).toEqual({ hubs: [], self: null });
  });
});
