// How long large and hostile feeds take to read, and the most memory it takes, each in a process of its own. The fetcher's limit on a
// body (src/adapters/http/limits.ts) lets none of these sizes through to the desk: this is the reader itself, which `lede parse` calls.
// Usage: node bench/large-feed.ts
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readFeed } from "../src/adapters/sources/feed.ts";

const wantedBytes = 50_000_000;

const rssItem = (n: number, words: number) =>
  `<item><title>Title ${n}</title><link>https://a.example/${n}</link><guid>${n}</guid><pubDate>Wed, 01 May 2024 14:05:06 +0800</pubDate>` +
  `<description><![CDATA[<p>${"word ".repeat(words)}<a href="/${n}">more</a></p>]]></description></item>`;
const rss = (inside: string) => `<rss version="2.0"><channel><title>Large</title>${inside}</channel></rss>`;
const filled = (item: (n: number) => string) =>
  Array.from({ length: Math.ceil(wantedBytes / item(10_000).length) }, (_, n) => item(n));
const jsonItem = (n: number) =>
  JSON.stringify({ id: n, title: `Title ${n}`, content_html: `<p>${"word ".repeat(900)}</p>` });
const bomb = Array.from({ length: 30 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join("");

const bodies: Readonly<Record<string, () => string>> = {
  "50 MB of RSS, articles": () => rss(filled((n) => rssItem(n, 900)).join("")),
  "50 MB of RSS, short notes": () => rss(filled((n) => rssItem(n, 50)).join("")),
  "50 MB of RSS, cut before its end": () => rss(filled((n) => rssItem(n, 900)).join("")).slice(0, -1000),
  "50 MB of JSON Feed": () => `{"title":"Large","items":[${filled(jsonItem).join(",")}]}`,
  "50 MB of JSON Feed, cut": () => `{"title":"Large","items":[${filled(jsonItem).join(",")}`.slice(0, -1000),
  "100,000 nested elements": () => rss(`<item><title>T</title>${"<b>".repeat(100_000)}</item>`),
  "300,000 unclosed CDATA openings": () => rss(rssItem(1, 5) + "<![CDATA[".repeat(300_000)),
  "an entity bomb": () => `<!DOCTYPE rss [<!ENTITY e0 "boom">${bomb}]>${rss("<item><title>&e30;</title></item>")}`,
};

/** In a process of its own: the file is read and parsed. */
async function readInThisProcess(file: string): Promise<void> {
  const bytes = await readFile(file);
  const startedAt = performance.now();
  const { items, problems } = readFeed({ bytes, url: "https://a.example/feed", contentType: null });
  const seconds = (performance.now() - startedAt) / 1000;
  const mib = process.resourceUsage().maxRSS / 1024;
  console.log(`${seconds.toFixed(2)} s, ${mib.toFixed(0)} MiB, ${items.length} items. ${problems[0] ?? ""}`);
}

async function readEach(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "lede-large-feed-"));
  for (const [name, body] of Object.entries(bodies)) {
    const file = join(folder, "feed");
    await writeFile(file, body());
    const { stdout } = await promisify(execFile)(process.execPath, ["--optimize-for-size", import.meta.filename, file]);
    console.log(`${name}: ${stdout.trim()}`);
  }
  await rm(folder, { recursive: true });
}

const [, , file] = process.argv;
await (file === undefined ? readEach() : readInThisProcess(file));
