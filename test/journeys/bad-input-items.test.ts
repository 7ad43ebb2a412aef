// Items that mean harm, in a feed that can be read: they reach the channels as harmless text, or cost themselves only.
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { answer, type Handler, pour } from "../fakes/loopback-site.ts";
import { openTwoSourceDesk, rss, rssItem, type TwoSourceDesk } from "./two-source-desk.ts";

let journey: TwoSourceDesk;

beforeEach(async () => {
  journey = await openTwoSourceDesk();
  journey.publishGood(rssItem("good-1", "港口新橋今天通車典禮"));
});

afterEach(() => journey.close());

/** The digests of an hour in which the bad source has published this. The good source's news is in both, or it fails. */
async function digestsOf(feed: Parameters<TwoSourceDesk["publishBad"]>[0]) {
  journey.publishBad(feed);
  await journey.nextHour();
  const digests = journey.digests();
  expect(digests).toEqual({ discord: expect.stringContaining("港口新橋"), line: expect.stringContaining("港口新橋") });
  expect(journey.faults()).toEqual([]);
  expect(await journey.desk.store.check()).toEqual([]);
  return digests;
}

const escaped = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

it("HTML in a title is gone from the headline", async () => {
  const title = escaped('<b>夜市</b>攤位<script>alert(1)</script>下月<img src=x onerror="alert(2)">重新抽籤');
  const { discord, line } = await digestsOf(rss(rssItem("html", title)));
  for (const shown of [discord, line]) {
    expect(shown).toMatch(/夜市\s*攤位/);
    expect(shown).not.toMatch(/<\/?(b|script|img)|onerror/);
  }
});

it("@everyone and Markdown in a headline are shown as text and call nobody", async () => {
  const { discord, line } = await digestsOf(
    rss(rssItem("md", "@everyone **夜市** [抽籤](https://evil.example) &lt;@123> `x` ~~y~~")),
  );
  const shown = "\\@everyone \\*\\*夜市\\*\\* \\[抽籤]\\(https\\://evil.example) \\<@123> \\`x\\` \\~\\~y\\~\\~";
  expect(discord).toContain(JSON.stringify(shown).slice(1, -1));
  expect(line).toContain("@everyone **夜市** [抽籤](https://evil.example)");
});

it("a body of no text leaves the headline to stand alone", async () => {
  const { discord, line } = await digestsOf(
    rss(
      rssItem("empty", "夜市攤位下月起重新抽籤", {
        text: escaped('<img src="https://bad.example/a.jpg"><script>1</script>'),
      }),
    ),
  );
  for (const shown of [discord, line]) expect(shown).toContain("夜市攤位下月起重新抽籤");
});

it("an item of nothing but an identifier is shown by its source's name, or not at all", async () => {
  await digestsOf(
    rss("<item><guid>nothing</guid></item><item></item><item><title> </title><link>javascript:alert(1)</link></item>"),
  );
});

it("an entity bomb stays small", async () => {
  const levels = Array.from({ length: 9 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`).join(
    "",
  );
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "${"夜".repeat(1000)}">${levels}]><rss version="2.0"><channel><title>&e9;</title>${rssItem("bomb", "&e9;夜市", { text: "&e0;".repeat(50_000) })}</channel></rss>`;
  await digestsOf(answer(200, {}, bomb));
  for await (const article of journey.desk.store.eachArticle()) expect(article.text.length).toBeLessThan(1_000_000);
});

it("an outside entity is not read", async () => {
  const { discord, line } = await digestsOf(
    answer(
      200,
      {},
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY own SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>${rssItem("xxe", "夜市&own;", { text: "&own;" })}</channel></rss>`,
    ),
  );
  for (const shown of [discord, line]) expect(shown).not.toContain("root:");
});

it("a title of three megabytes costs no other its digest", async () => {
  const { discord, line } = await digestsOf(rss(rssItem("long", `夜市${"▲".repeat(1_000_000)}x`)));
  for (const shown of [discord, line]) expect(shown).toContain("夜市▲");
});

it("endless titles cost no other its digest", async () => {
  const parts = ["夜", "▲", "「（[", "a | ", "_", "&#60;a ", "&#38;amp;", "\u0301"];
  const items = parts.map((part, index) =>
    rssItem(String(index), `第${index}夜市${part.repeat(150_000 / part.length)}x`),
  );
  const { discord, line } = await digestsOf(rss(items.join("")));
  for (const shown of [discord, line]) for (const index of parts.keys()) expect(shown).toContain(`第${index}夜`);
});

it("endless texts cost no other its digest", async () => {
  const parts = ["夜", "「（[", "！，", "。", "\u0301", " &#9;", "&#60;p&#62;", "&#60;div&#62;"];
  const items = parts.map((part, index) =>
    rssItem(String(index), `第${index}夜市`, { text: `夜市${part.repeat(150_000 / part.length)}` }),
  );
  const { discord, line } = await digestsOf(rss(items.join("")));
  for (const shown of [discord, line]) for (const index of parts.keys()) expect(shown).toContain(`第${index}夜市`);
});

it("a time that can't be is shown as that of the first sight", async () => {
  const times = [
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "-000753-04-21T00:00:00Z",
    "Mon, 01 Jan 999999 00:00:00 GMT",
    "Tuesday",
  ];
  const items = times.map((time, index) => rssItem(time, `第${index}夜市`, { more: `<pubDate>${time}</pubDate>` }));
  await digestsOf(rss(items.join("")));
  const cards = await journey.desk.store.latestCards(["bad"], 10, 0);
  expect(cards.map(({ publishedAt }) => publishedAt)).toEqual(times.map(() => journey.desk.clock.now()));
});

it("a link that is no web address leads nobody anywhere, and costs its item nothing else", async () => {
  const links = [
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "https://user:secret@bad.example/a",
    'https://bad.example/a b"c<d>|e^f`{}\\',
    "https://bad.example/%zz%",
    `https://bad.example/${"a".repeat(100_000)}`,
    "https://[::1]:99999/",
    "http://",
  ];
  const items = links.map((link, index) =>
    rssItem(String(index), `第${index}夜市`, { more: `<link>${escaped(link)}</link>` }),
  );
  const { discord, line } = await digestsOf(rss(items.join("")));
  for (const shown of [discord, line]) {
    for (const index of links.keys()) expect(shown).toContain(`第${index}夜市`);
    expect(shown).not.toMatch(/javascript:|data:text|file:/);
  }
});

it("a page that is a bomb, is endless or is none leaves its item with the feed's own text", async () => {
  const pages: readonly Handler[] = [
    answer(200, { "content-encoding": "gzip" }, gzipSync(Buffer.alloc(100_000_000, " "))),
    pour("<html>", "<p>夜市</p>".repeat(10_000), Number.POSITIVE_INFINITY),
    answer(200, { "content-type": "text/html" }, "<div>".repeat(500_000)),
    answer(200, { "content-type": "text/html" }, Buffer.alloc(1_000_000)),
    answer(500),
  ];
  const items = pages.map((handle, index) => {
    const url = journey.badSite.serve(`/${index}`, handle);
    return rssItem(url, `第${index}夜市`, { text: `攤位${index}下月起重新抽籤。`, more: `<link>${url}</link>` });
  });
  const { discord, line } = await digestsOf(rss(items.join("")));
  for (const shown of [discord, line])
    for (const index of pages.keys()) expect(shown).toContain(`攤位${index}下月起重新抽籤。`);
});

it("control characters, direction overrides and zalgo leave the news readable", async () => {
  const zalgo = "鬼".concat("\u0300\u0301\u0334\u0489".repeat(500));
  const title = `夜市\u0000\u0007\u001b[31m\u202egnp.exe\u2066${zalgo}&#0;&#x1F;&#xD800;&#xFFFF;\uFEFF\u200b`;
  const { discord, line } = await digestsOf(rss(rssItem("control", title, { text: title })));
  for (const shown of [discord, line]) {
    expect(shown).toContain("夜市");
    // JSON writes control characters as escapes.
    expect(shown).not.toMatch(/\\u00[01]|[\u202a-\u202e\u2066-\u2069]/);
  }
});
