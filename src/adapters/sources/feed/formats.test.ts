import { describe, expect, it } from "vitest";
import { readFeed } from "../feed.ts";

const read = (text: string, url = "https://feeds.example/dir/news.xml") =>
  readFeed({ bytes: Buffer.from(text), url, contentType: null });

const rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const modules = `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"`;

/** The same ferry news, as each format tells it. */
const formats: Readonly<Record<string, string>> = {
  "RSS 0.90": `<rdf:RDF ${rdf} xmlns="http://my.netscape.com/rdf/simple/0.9/">
    <channel><title>Ferry News</title><link>https://ferry.example/</link><description>Timetables</description></channel>
    <image><title>Logo</title><url>https://ferry.example/logo.png</url><link>https://ferry.example/logo</link></image>
    <item><title>New pier opens</title><link>https://ferry.example/pier</link></item></rdf:RDF>`,
  "RSS 0.91": `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
    <rss version="0.91"><channel><title>Ferry News</title><link>https://ferry.example/</link><description>Timetables</description>
    <language>en</language><textinput><title>Search</title><description>Find</description><name>q</name>
    <link>https://ferry.example/search</link></textinput>
    <item><title>New pier opens</title><link>https://ferry.example/pier</link></item></channel></rss>`,
  "RSS 0.92": `<rss version="0.92"><channel><title>Ferry News</title><link>https://ferry.example/</link>
    <description>Timetables</description><cloud domain="ferry.example" port="80" path="/RPC2" registerProcedure="x" protocol="soap"/>
    <item><source url="https://other.example/">Other</source><title>New pier opens</title><link>https://ferry.example/pier</link>
    <category>boats</category><enclosure url="https://ferry.example/a.mp3" type="audio/mpeg" length="12"/></item></channel></rss>`,
  "RSS 1.0": `<rdf:RDF ${rdf} xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://ferry.example/feed">
    <title>Ferry News</title><link>https://ferry.example/</link><description>Timetables</description>
    <items><rdf:Seq><rdf:li rdf:resource="https://ferry.example/pier"/></rdf:Seq></items></channel>
    <item rdf:about="https://ferry.example/pier"><title>New pier opens</title><link>https://ferry.example/pier</link></item></rdf:RDF>`,
  "RSS 1.1": `<Channel xmlns="http://purl.org/net/rss1.1#" ${rdf} rdf:about="https://ferry.example/feed">
    <title>Ferry News</title><link>https://ferry.example/</link><description>Timetables</description><items rdf:parseType="Collection">
    <item rdf:about="https://ferry.example/pier"><title>New pier opens</title><link>https://ferry.example/pier</link></item></items></Channel>`,
  "RSS 2.0": `<rss version="2.0"><channel><title>Ferry News</title><link>https://ferry.example/</link><description>Timetables</description>
    <item><title>New pier opens</title><guid>https://ferry.example/pier</guid></item></channel></rss>`,
  "Atom 0.3": `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped">Ferry News</title>
    <link rel="alternate" type="text/html" href="https://ferry.example/"/><tagline>Timetables</tagline>
    <entry><title>New pier opens</title><link rel="alternate" type="text/html" href="https://ferry.example/pier"/></entry></feed>`,
  "Atom 1.0": `<feed xmlns="http://www.w3.org/2005/Atom"><title>Ferry News</title><link href="https://ferry.example/"/>
    <subtitle>Timetables</subtitle><entry><title>New pier opens</title><link href="https://ferry.example/pier"/>
    <source><title>Another feed</title><link href="https://other.example/"/></source></entry></feed>`,
  "Atom 1.0 with a prefix": `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Ferry News</a:title><a:link href="https://ferry.example/"/>
    <a:subtitle>Timetables</a:subtitle><a:entry><a:title>New pier opens</a:title><a:link href="https://ferry.example/pier"/></a:entry></a:feed>`,
  CDF: `<CHANNEL HREF="https://ferry.example/"><TITLE>Ferry News</TITLE><ABSTRACT>Timetables</ABSTRACT>
    <ITEM HREF="https://ferry.example/pier"><TITLE>New pier opens</TITLE></ITEM></CHANNEL>`,
  "JSON Feed 1.0": JSON.stringify({
    ...{ version: "https://jsonfeed.org/version/1", title: "Ferry News", home_page_url: "https://ferry.example/" },
    ...{ description: "Timetables", author: { name: "Ann" } },
    items: [{ id: "1", url: "https://ferry.example/pier", title: "New pier opens" }],
  }),
  "JSON Feed 1.1": JSON.stringify({
    ...{ version: "https://jsonfeed.org/version/1.1", title: "Ferry News", home_page_url: "https://ferry.example/" },
    ...{ description: "Timetables", authors: [{ name: "Ann" }], language: "en" },
    items: [{ id: "1", external_url: "https://ferry.example/pier", title: "New pier opens" }],
  }),
};

describe("a feed", () => {
  it.each(Object.keys(formats))("in %s gives its title, address and description, and its items", (format) => {
    const { feed, items, problems } = read(formats[format] ?? "");
    expect(feed).toMatchObject({
      title: "Ferry News",
      link: "https://ferry.example/",
      description: "Timetables",
    });
    expect(items).toMatchObject([{ title: "New pier opens", url: "https://ferry.example/pier" }]);
    expect(problems).toEqual([]);
  });

  it.each(Object.keys(formats))("in %s that is cut before its end gives the same item, and says so", (format) => {
    const text = (formats[format] ?? "").trimEnd();
    const { items, problems } = read(text.slice(0, -2));
    expect(items).toMatchObject([{ title: "New pier opens", url: "https://ferry.example/pier" }]);
    expect(problems[0]).toMatch(/^The feed ends /);
  });
});

const itemOf = (inside: string) =>
  read(`<rss version="2.0" ${modules}><channel><item>${inside}</item></channel></rss>`).items[0];

describe("an item", () => {
  it("has its text from content:encoded, and its summary from the description", () => {
    expect(
      itemOf("<content:encoded>&lt;p&gt;long&lt;/p&gt;</content:encoded><description>short</description>"),
    ).toMatchObject({ summary: "short", content: "<p>long</p>" });
  });

  it("is described by Dublin Core", () => {
    expect(
      itemOf(
        `<dc:title>T</dc:title><dc:creator>Ann</dc:creator><dc:subject>boats</dc:subject><dc:description>d</dc:description>
         <dc:identifier>doi:1</dc:identifier><dcterms:issued>2024-05-01T10:00:00+08:00</dcterms:issued>
         <dcterms:modified>2024-05-02T10:00:00+08:00</dcterms:modified>`,
      ),
    ).toMatchObject({
      ...{ title: "T", author: "Ann", tags: ["boats"], summary: "d", id: "doi:1" },
      ...{ publishedAt: Date.UTC(2024, 4, 1, 2), updatedAt: Date.UTC(2024, 4, 2, 2) },
    });
  });

  it("of a podcast has its author, keywords and summary, and is known by its recording when it has no guid", () => {
    const enclosure = '<enclosure url="https://ferry.example/1.mp3" type="audio/mpeg" length="1,234"/>';
    const episode = `<itunes:author>Ann</itunes:author><itunes:keywords>boats, piers</itunes:keywords>
      <itunes:category text="Travel"/><itunes:summary>about</itunes:summary>${enclosure}`;
    expect(itemOf(episode)).toMatchObject({
      ...{ id: "https://ferry.example/1.mp3", author: "Ann", tags: ["boats", "piers", "Travel"], summary: "about" },
      enclosures: [{ url: "https://ferry.example/1.mp3", type: "audio/mpeg", length: 1234 }],
    });
    expect(itemOf(`<guid>g</guid>${enclosure}`)?.id).toBe("g");
    expect(itemOf(enclosure.replace("audio/mpeg", "image/jpeg"))?.id).toBeNull();
  });

  it("of Media RSS is described inside media:group and media:content", () => {
    const inside = `<media:title>T</media:title><media:description>d</media:description><media:category>boats</media:category>`;
    const content = `<media:content url="/1.mp4" type="video/mp4" fileSize="9">%</media:content>`;
    const expected = { title: "T", summary: "d", tags: ["boats"] };
    expect(itemOf(content.replace("%", inside))).toMatchObject(expected);
    expect(itemOf(`<media:group>${inside}${content.replace("%", "")}</media:group>`)).toMatchObject({
      ...expected,
      enclosures: [{ url: "https://feeds.example/1.mp4", type: "video/mp4", length: 9 }],
    });
    expect(itemOf(`<title>own</title>${content.replace("%", inside)}`)?.title).toBe("own");
  });

  it("has the last of two dates, which corrects the first", () => {
    const dates = "<pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate><pubDate>Wed, 01 May 2024 11:00:00 GMT</pubDate>";
    expect(itemOf(dates)?.publishedAt).toBe(Date.UTC(2024, 4, 1, 11));
  });

  it("of Atom whose content stands elsewhere gives the page's address, or the file", () => {
    const atom = (content: string) =>
      read(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title>${content}</entry></feed>`).items[0];
    expect(atom('<content type="text/html" src="/pier"/>')).toMatchObject({
      url: "https://feeds.example/pier",
      enclosures: [],
    });
    expect(atom('<content type="video/mp4" src="/pier.mp4"/>')).toMatchObject({
      url: null,
      enclosures: [{ url: "https://feeds.example/pier.mp4", type: "video/mp4" }],
    });
  });
});

describe("a relative link", () => {
  const linkIn = (feedBase: string, entryBase: string, url?: string) =>
    read(
      `<feed xmlns="http://www.w3.org/2005/Atom" ${feedBase}><entry ${entryBase}><link href="1"/></entry></feed>`,
      url,
    ).items[0]?.url;

  it.each([
    ["", "", "https://feeds.example/dir/1"],
    ['xml:base="/a/"', "", "https://feeds.example/a/1"],
    ['xml:base="https://b.example/a/"', 'xml:base="c/"', "https://b.example/a/c/1"],
    ['xml:base="https://b.example/a/"', 'xml:base=""', "https://b.example/a/1"],
    ['xml:base="https://[broken/"', "", "https://feeds.example/dir/1"],
    ['xml:base="javascript:alert(1)"', "", "https://feeds.example/dir/1"],
    ['xml:base="https://b.example/"', 'xml:base="file:///etc/"', "https://b.example/1"],
  ])("is resolved by xml:base %s around %s", (feedBase, entryBase, url) => {
    expect(linkIn(feedBase, entryBase)).toBe(url);
  });

  it("stays as it is when nobody says what it is relative to", () => {
    expect(linkIn("", "", "")).toBe("1");
  });
});
