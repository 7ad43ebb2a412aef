// parse, extract and summarize: what they print of files, good and bad, without an archive.
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { harbourPost } from "../../test/fakes/posts.ts";
import { type TemporaryFolder, temporaryFolder } from "../../test/fakes/temporary-folder.ts";
import { createShell, jsonLines } from "../../test/fakes/terminal.ts";

const lede = createShell({});
let folder: TemporaryFolder;
const files = { page: "", zipped: "", post: "", empty: "", binary: "", bomb: "", missing: "", folder: "" };

const page = `<!doctype html><html lang="en"><head><title>Harbour walk opens | Port Daily</title>
<meta property="og:title" content="Harbour walk opens"></head><body><nav>Home News Sport</nav><article><h1>Harbour walk opens</h1>
<p>The three-kilometre walk along the harbour opened on Friday after two years of work, the city said.</p>
<p>It has benches, lights and a ramp for wheelchairs, and it will stay open through the night from December.</p>
</article></body></html>`;

const feed = `<rss version="2.0"><channel><title>Port Daily</title><link>https://port.example/</link>
<item><title>Harbour walk opens</title><link>https://port.example/walk</link><guid>walk-1</guid>
<pubDate>Fri, 20 Nov 2026 02:15:30 GMT</pubDate><description>&lt;p&gt;It has &lt;b&gt;lights&lt;/b&gt;.&lt;/p&gt;</description>
<category>harbour</category><enclosure url="https://port.example/walk.mp3" type="audio/mpeg" length="1234"/></item>`;

beforeAll(async () => {
  folder = await temporaryFolder();
  files.page = await folder.write("walk.html", page);
  files.zipped = await folder.write("walk.html.gz", gzipSync(page));
  files.post = await folder.write("2026-11-20-harbour.md", harbourPost());
  files.empty = await folder.write("empty.html", "");
  files.binary = await folder.write(
    "picture.html",
    Buffer.from(Array.from({ length: 4096 }, (_, index) => index % 256)),
  );
  files.bomb = await folder.write("bomb.html.gz", gzipSync(Buffer.alloc(80 * 1024 * 1024)));
  files.missing = `${folder.path}/nowhere.html`;
  files.folder = folder.path;
});
afterAll(() => folder.remove());

it("parse prints a feed with its items, markup kept, though its end is missing, and says so", async () => {
  const path = await folder.write("cut.xml", feed);
  const parsed = await lede("parse", path, "--json");
  const said = `${path}: The feed ends before its last element is closed; the item before is read.\n`;
  expect(parsed).toMatchObject({ code: 0, said });
  expect(jsonLines(parsed)).toEqual([
    {
      file: path,
      feed: {
        ...{ title: "Port Daily", link: "https://port.example/", description: null, language: null },
        ...{ id: null, updatedAt: null, author: null },
      },
      items: [
        {
          ...{ id: "walk-1", url: "https://port.example/walk", title: "Harbour walk opens" },
          ...{ publishedAt: "2026-11-20T02:15:30.000Z", updatedAt: null, author: null, content: null },
          ...{ summary: "<p>It has <b>lights</b>.</p>", tags: ["harbour"] },
          enclosures: [{ url: "https://port.example/walk.mp3", type: "audio/mpeg", length: 1234 }],
        },
      ],
      problems: ["The feed ends before its last element is closed; the item before is read."],
    },
  ]);
});

it.each(["empty", "binary", "page", "missing", "folder"] as const)(
  "parse of what is no feed (%s) is a row with the error, and fails",
  async (kind) => {
    const parsed = await lede("parse", files[kind], "--json");
    expect(parsed.code).toBe(1);
    expect(jsonLines(parsed)).toEqual([{ file: files[kind], error: expect.stringMatching(/\S/) }]);
  },
);

it("parse resolves relative links by the address that the feed came from", async () => {
  const path = await folder.write("saved.xml", "<rss><channel><item><link>/walk</link></item></channel></rss>");
  const link = async (...options: readonly string[]) => {
    const [row] = jsonLines(await lede("parse", path, "--json", ...options));
    return (row?.items as readonly { readonly url: string }[] | undefined)?.[0]?.url;
  };
  const line = JSON.stringify({ file: "saved.xml", url: "https://port.example/news/feed.xml" });
  const manifest = await folder.write("feeds.jsonl", line);
  expect(await link()).toBe("/walk");
  expect(await link("--base", "https://other.example/feed")).toBe("https://other.example/walk");
  expect(await link("--base", "https://other.example/feed", "--manifest", manifest)).toBe("https://port.example/walk");
  const { code, said } = await lede("parse", path, "--base", "feed.xml");
  expect({ code, said }).toMatchObject({ code: 2, said: expect.stringContaining("Expected an address") });
});

it("extract prints the article of a page, zipped or not", async () => {
  const extracted = await lede("extract", files.page, files.zipped, "--json");
  expect(extracted).toMatchObject({ code: 0, said: "" });
  const [plain, zipped] = jsonLines(extracted);
  expect(Object.keys(plain ?? {})).toEqual("file url title author publishedAt language text image tags".split(" "));
  expect(plain).toMatchObject({ title: "Harbour walk opens", language: "en" });
  expect(plain?.text).toMatch(/^The three-kilometre walk.*from December\.$/s);
  expect(zipped).toEqual({ ...plain, file: files.zipped });
});

it("extract takes a page's address from the manifest", async () => {
  const line = JSON.stringify({ file: "walk.html", url: "https://port.example/walk" });
  const manifest = await folder.write("manifest.jsonl", `${line}\n\n`);
  const rows = jsonLines(await lede("extract", files.page, "--manifest", manifest, "--json"));
  expect(rows).toMatchObject([{ file: files.page, url: "https://port.example/walk" }]);
});

it("a manifest with a line that is none fails, and shows the line", async () => {
  const manifest = await folder.write("wrong.jsonl", "walk.html https://port.example/walk\n");
  const { code, printed, said } = await lede("extract", files.page, "--manifest", manifest, "--json");
  expect({ code, printed }).toEqual({ code: 1, printed: [] });
  expect(said).toMatch(/wrong\.jsonl must hold lines like .* not walk\.html/);
});

it.each(["extract", "summarize"])("%s goes on past files that can't be read, and fails in the end", async (command) => {
  const bad = [files.empty, files.binary, files.bomb, files.missing, files.folder];
  const result = await lede(command, ...bad, files.page, "--json");
  expect(result).toMatchObject({ code: 1, said: "" });
  const rows = jsonLines(result);
  expect(rows.slice(0, -1)).toEqual(bad.map((file) => ({ file, error: expect.stringMatching(/\S/) })));
  expect(rows.at(-1)).toMatchObject({ file: files.page });
  expect(rows.at(-1)).not.toHaveProperty("error");
});

it("summarize prints headline, lede, tags and language of a post", async () => {
  const summary = await lede("summarize", files.post, "--json");
  expect(summary).toMatchObject({ code: 0, said: "" });
  expect(jsonLines(summary)).toEqual([
    {
      file: files.post,
      headline: "高雄港邊步道完工 市民週末試走",
      lede: expect.stringMatching(/^高雄港邊步道今天完工.*。$/),
      tags: ["高雄", "步道"],
      language: "zh-Hant",
    },
  ]);
});

it("summarize finds the tags in the text when the publisher's are to be left out", async () => {
  const post = await folder.write("2026-11-20-other.md", harbourPost().replace("步道 ]", "本報獨家 ]"));
  const [given] = jsonLines(await lede("summarize", post, "--json"));
  const [found] = jsonLines(await lede("summarize", post, "--json", "--without-editor-tags"));
  expect(given?.tags).toEqual(["高雄", "本報獨家"]);
  expect(found?.tags).not.toContain("本報獨家");
});
