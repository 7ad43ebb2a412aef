import { describe, expect, it } from "vitest";
import { ParseError } from "../../records/errors.ts";
import type { Source } from "../../records/source.ts";
import { readOpml, writeOpml } from "./opml.ts";

const outline = (body: string) =>
  `<?xml version="1.0"?><opml version="1.1"><head><title>x</title></head><body>${body}</body></opml>`;

describe("OPML", () => {
  it("is read with its nested folders as categories, each address once", () => {
    const { found, refused } = readOpml(
      outline(`<outline text="Asia"><outline text="台灣 &amp; more"><outline type="rss" text="港都日報" xmlUrl="https://harbour.example/feed"/></outline>
        <outline type="rss" text="Again" xmlUrl="https://harbour.example/feed"/></outline>
        <outline text="Loose" title="Island Times" xmlUrl=" http://island.example/rss " category="/Sea/Ferries,/Other"/>`),
    );
    expect(found).toEqual([
      { kind: "feed", name: "港都日報", url: "https://harbour.example/feed", categories: ["Asia", "台灣 & more"] },
      { kind: "feed", name: "Island Times", url: "http://island.example/rss", categories: ["Sea", "Ferries"] },
    ]);
    expect(refused).toEqual([]);
  });

  it("takes the addresses of other readers' lists, whose scheme is feed:", () => {
    const { found } = readOpml(
      outline('<outline xmlUrl="feed://a.example/rss"/><outline xmlUrl="feed:https://b.example/"/>'),
    );
    expect(found.map(({ url }) => url)).toEqual(["http://a.example/rss", "https://b.example/"]);
  });

  it("refuses what can't be polled, entry by entry", () => {
    const entries = [
      ...["file:///etc/passwd", "https://me:word@news.example/", "nonsense"],
      `https://news.example/${"a".repeat(100_000)}`,
    ].map((url) => `<outline text="x" xmlUrl="${url}"/>`);
    const { found, refused } = readOpml(
      outline(`${entries.join("")}<outline text="ok" xmlUrl="https://ok.example/"/>`),
    );
    expect(found.map(({ name }) => name)).toEqual(["ok"]);
    expect(refused).toHaveLength(4);
  });

  it.each(["", "not XML", "<rss><channel/></rss>", "<opml></opml>"])("is not %j", (text) => {
    expect(() => readOpml(text)).toThrow(ParseError);
  });

  it("comes back as it went out", () => {
    const sources: readonly Source[] = [
      { kind: "feed", id: "a", name: `A "quoted" <name> & more`, url: "https://a.example/?x=1&y=2", fullText: "page" },
      {
        kind: "feed",
        id: "b",
        name: "深い",
        url: "https://b.example/",
        fullText: "page",
        categories: ["亞洲", "日本"],
      },
      {
        ...{
          kind: "page",
          id: "c",
          name: "List",
          url: "https://c.example/list",
          fullText: "page",
          categories: ["亞洲"],
        },
        selectors: { item: "ul#main > li", link: "a[href]", time: "time" },
      },
      {
        ...{ kind: "sitemap", id: "d", name: "News", url: "https://d.example/news.xml", fullText: "page" },
        categories: ["亞洲", "日本"],
      },
    ];
    const { found } = readOpml(writeOpml(sources, "Lede"));
    expect(found.toSorted((one, other) => one.url.localeCompare(other.url))).toEqual(
      sources.map(({ id: _id, fullText: _fullText, ...found }) => found),
    );
  });

  it("leaves folders of posts out", () => {
    const posts: Source = { kind: "posts", id: "p", name: "Mine", path: "posts", fullText: "feed" };
    expect(readOpml(writeOpml([posts], "Lede")).found).toEqual([]);
  });

  it("that is hostile is answered in time: nested without end, entities upon entities, a hundred thousand entries", () => {
    const nested = outline('<outline text="x">'.repeat(100_000));
    const entities =
      '<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
    const many = Array.from(
      { length: 100_000 },
      (_, index) => `<outline text="&c;" xmlUrl="https://x.example/${index}"/>`,
    );
    const startedAt = performance.now();
    expect(readOpml(nested).found).toEqual([]);
    expect(readOpml(entities + outline(many.join(""))).found.length).toBeLessThanOrEqual(5_000);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
