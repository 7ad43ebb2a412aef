import { describe, expect, it } from "vitest";
import { ParseError } from "../../records/errors.ts";
import { readFeed } from "./feed.ts";

const read = (text: string, url = "https://feeds.example/news.xml") =>
  readFeed({ bytes: Buffer.from(text), url, contentType: "text/xml" });

const rss = (items: string, channel = "") =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${channel}${items}</channel></rss>`;
const itemOf = (inside: string, channel = "") => {
  const [item] = read(rss(`<item>${inside}</item>`, channel)).items;
  if (!item) throw new Error("no item was read");
  return item;
};
const atom = (inside: string, attributes = "") =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}>${inside}</feed>`;

describe("RSS", () => {
  it("gives the feed and its items", () => {
    const parsed = read(
      rss(
        `<item><title>颱風 &amp; 豪雨</title><link>https://news.example/1</link><guid isPermaLink="false">n-1</guid>
         <description>&lt;p&gt;摘要&lt;/p&gt;</description><pubDate>Wed, 27 Sep 2023 13:47:00 +0800</pubDate>
         <author>記者甲</author><category>氣象</category><category>臺灣</category>
         <enclosure url="https://news.example/1.mp3" type="audio/mpeg" length="1234"/></item>`,
        `<title>範例新聞</title><link>https://news.example/</link><description>每日新聞</description><language>zh-tw</language>
         <lastBuildDate>Wed, 27 Sep 2023 06:00:00 GMT</lastBuildDate><managingEditor>編輯部</managingEditor>
         <image><title>圖</title><link>https://img.example/</link></image>`,
      ),
    );
    expect(parsed).toEqual({
      feed: {
        title: "範例新聞",
        link: "https://news.example/",
        description: "每日新聞",
        language: "zh-tw",
        id: null,
        updatedAt: Date.UTC(2023, 8, 27, 6),
        author: "編輯部",
      },
      items: [
        {
          id: "n-1",
          url: "https://news.example/1",
          title: "颱風 & 豪雨",
          publishedAt: Date.UTC(2023, 8, 27, 5, 47),
          updatedAt: null,
          summary: "<p>摘要</p>",
          content: null,
          author: "記者甲",
          tags: ["氣象", "臺灣"],
          enclosures: [{ url: "https://news.example/1.mp3", type: "audio/mpeg", length: 1234 }],
        },
      ],
      hubLinks: { hubs: [], self: null },
      problems: [],
      polling: { ttlMs: null, skipHours: [], skipDays: [] },
    });
  });

  it("has its summary in the description and its text in content:encoded", () => {
    expect(
      itemOf("<description>short</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded>"),
    ).toMatchObject({
      summary: "short",
      content: "<p>long</p>",
    });
  });

  it("has its text in the description when there is a summary beside it", () => {
    expect(itemOf("<summary>short</summary><description>long</description>")).toMatchObject({
      summary: "short",
      content: "long",
    });
  });

  it("takes a permalink for the address when no link is given, and no other guid", () => {
    expect(itemOf("<guid>https://news.example/1</guid>").url).toBe("https://news.example/1");
    expect(itemOf('<guid isPermaLink="false">https://news.example/1</guid>').url).toBeNull();
    expect(itemOf("<guid>42</guid>")).toMatchObject({ id: "42", url: null });
  });

  it("gives the publisher's address rather than the aggregator's counter", () => {
    expect(
      itemOf("<link>https://count.example/1</link><feedburner:origLink>https://news.example/1</feedburner:origLink>")
        .url,
    ).toBe("https://news.example/1");
  });

  it("never gives an address that runs a script", () => {
    expect(itemOf("<title>x</title><link>javascript:alert(1)</link>").url).toBeNull();
  });

  it("is read beside iTunes, Media RSS and Dublin Core, whatever prefixes stand for them", () => {
    const item = itemOf(
      `<x:title>other</x:title><dc:creator>Ann</dc:creator><dc:creator>Bo</dc:creator><dc:date>2023-10-01</dc:date>
       <itunes:keywords>a, b</itunes:keywords><m:group><m:content url="/v.mp4" type="video/mp4" fileSize="9"/></m:group>
       <m:thumbnail url="/t.jpg"/><m:title>video</m:title><m:description>about it</m:description>`,
      '<x:y xmlns:x="urn:unknown"/>',
    );
    expect(item).toMatchObject({ title: null, author: "Ann, Bo", publishedAt: Date.UTC(2023, 9, 1), tags: ["a", "b"] });
    const media = read(
      `<rss xmlns:m="http://search.yahoo.com/mrss/"><channel><item><m:title>video</m:title><m:description>about</m:description>
       <m:group><m:content url="/v.mp4" type="video/mp4" fileSize="9"/></m:group><m:thumbnail url="/t.jpg"/></item></channel></rss>`,
    ).items[0];
    expect(media).toMatchObject({
      title: "video",
      summary: "about",
      enclosures: [
        { url: "https://feeds.example/t.jpg", type: "image/*", length: null },
        { url: "https://feeds.example/v.mp4", type: "video/mp4", length: 9 },
      ],
    });
  });

  it("of 0.90 and 1.0 has its items beside the channel", () => {
    const { feed, items } =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="https://a.example/"><title>甲</title><link>https://a.example/</link></channel>
      <item rdf:about="https://a.example/1"><title>一</title></item></rdf:RDF>`);
    expect(feed).toMatchObject({ title: "甲", id: "https://a.example/" });
    expect(items).toMatchObject([{ id: "https://a.example/1", url: "https://a.example/1", title: "一" }]);
  });

  it("decodes entities of HTML and of its own DOCTYPE once, and leaves unknown ones", () => {
    const doctype = '<!DOCTYPE rss [ <!ENTITY site "範例"> ]>';
    const title = "&site; caf&eacute; &#146;x&#146; &amp;lt; &nope; AT&T ?a=1&copy=2";
    expect(read(doctype + rss(`<item><title>${title}</title></item>`)).items[0]?.title).toBe(
      "範例 café ’x’ &lt; &nope; AT&T ?a=1&copy=2",
    );
  });
});

describe("Atom", () => {
  it("gives the feed and its entries", () => {
    const parsed = read(
      atom(
        `<title>Example</title><id>urn:feed</id><updated>2023-10-01T00:00:00Z</updated><subtitle>Sub</subtitle>
         <link rel="self" href="/feed"/><link rel="alternate" href="https://a.example/"/><author><name>Ann</name></author>
         <entry><id>urn:1</id><title type="html">&lt;b&gt;T&lt;/b&gt;</title><link rel="enclosure" href="/1.mp3"/><link href="/1"/>
         <published>2023-10-01T01:00:00Z</published><updated>2023-10-01T02:00:00Z</updated>
         <author><name>Bo</name><email>bo@a.example</email></author><category term="tag:x" label="Label"/><category term="news"/>
         <summary>plain &lt; text</summary>
         <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b title='"'>&lt;b</b><br/><a href="/x">x</a></div></content></entry>`,
        'xml:lang="en"',
      ),
    );
    expect(parsed.feed).toEqual({
      title: "Example",
      link: "https://a.example/",
      description: "Sub",
      language: "en",
      id: "urn:feed",
      updatedAt: Date.UTC(2023, 9, 1),
      author: "Ann",
    });
    expect(parsed.items).toEqual([
      {
        id: "urn:1",
        url: "https://a.example/1",
        title: "<b>T</b>",
        publishedAt: Date.UTC(2023, 9, 1, 1),
        updatedAt: Date.UTC(2023, 9, 1, 2),
        summary: "plain &lt; text",
        content: 'a <b title="&quot;">&lt;b</b><br /><a href="https://a.example/x">x</a>',
        author: "Bo (bo@a.example)",
        tags: ["Label", "news"],
        enclosures: [{ url: "https://a.example/1.mp3", type: null, length: null }],
      },
    ]);
  });

  it("of 0.3 keeps its div, and decodes base64", () => {
    const { items } = read(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
      <title mode="base64">5qiZ6aGM</title><summary type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml">a</div></summary>
      <issued>2023-10-01</issued></entry></feed>`);
    expect(items).toMatchObject([{ title: "標題", summary: "<div>a</div>", publishedAt: Date.UTC(2023, 9, 1) }]);
  });

  it("resolves links by the nearest xml:base", () => {
    const { items } = read(
      atom(
        `<entry xml:base="sub/"><link href="1"/><content type="html" xml:base="/c/">&lt;img src=" a.jpg "&gt; &lt;a href='#x'&gt;</content></entry>`,
        'xml:base="https://b.example/"',
      ),
    );
    expect(items).toMatchObject([
      {
        url: "https://b.example/sub/1",
        content: `<img src="https://b.example/c/a.jpg"> <a href='https://b.example/c/#x'>`,
      },
    ]);
  });

  it("is read when its markup is labelled as text by mistake", () => {
    const { items } = read(atom('<entry><content type="text">&lt;p&gt;a&lt;/p&gt;</content></entry>'));
    expect(items[0]?.content).toBe("<p>a</p>");
  });
});

describe("other feeds", () => {
  it("in CDF are read, capitals and all", () => {
    const { feed, items } = read(
      `<CHANNEL HREF="https://c.example/"><TITLE>C</TITLE><ITEM HREF="/1" LASTMOD="2004-04-06T23:05:43-05:00"><TITLE>一</TITLE><ABSTRACT>摘要</ABSTRACT></ITEM></CHANNEL>`,
    );
    expect(feed).toMatchObject({ title: "C", link: "https://c.example/" });
    expect(items).toMatchObject([{ title: "一", summary: "摘要", updatedAt: Date.UTC(2004, 3, 7, 4, 5, 43) }]);
  });

  it("in JSON are read", () => {
    const { feed, items, problems } = read(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "J",
        home_page_url: "https://j.example/",
        items: [
          {
            id: 1,
            url: "/1",
            content_text: "a < b",
            date_published: "2023-10-01T00:00:00Z",
            tags: ["x", 3],
            authors: [{ name: "Ann" }],
            attachments: [{ url: "/a.mp3", mime_type: "audio/mpeg", size_in_bytes: 5 }],
          },
          "nonsense",
        ],
      }),
    );
    expect(feed).toMatchObject({ title: "J", link: "https://j.example/" });
    expect(items).toMatchObject([
      {
        id: "1",
        url: "https://j.example/1",
        content: "a &lt; b",
        publishedAt: Date.UTC(2023, 9, 1),
        author: "Ann",
        tags: ["x"],
        enclosures: [{ url: "https://j.example/a.mp3", type: "audio/mpeg", length: 5 }],
      },
    ]);
    expect(problems).toEqual(["1 items are no objects and left out."]);
  });

  it.each([
    ["an HTML page", "<!doctype html><html><body>404</body></html>", /but found <html>/],
    ["a sitemap", "<urlset><url/></urlset>", /but found <urlset>/],
    ["nothing", "", /found no XML at all/],
    ["broken JSON", '{"items": [', /begins like JSON but is none/],
    ["other JSON", '{"error": "gone"}', /no list of items/],
  ])("that are %s are an error that says what was found", (_what, text, message) => {
    expect(() => read(text)).toThrow(ParseError);
    expect(() => read(text)).toThrow(message);
  });
});

describe("an address without a host", () => {
  it("leaves relative links as they are", () => {
    const [item] = read(rss("<item><link>/1</link><description>&lt;a href='/x'&gt;</description></item>"), "").items;
    expect(item).toMatchObject({ url: "/1", summary: "<a href='/x'>" });
  });
});
