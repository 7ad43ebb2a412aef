// What is exported and imported into another archive is the same there, field for field.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleEntry } from "../../test/fakes/articles.ts";
import { harbourPost } from "../../test/fakes/posts.ts";
import { type TemporaryFolder, temporaryFolder } from "../../test/fakes/temporary-folder.ts";
import { createShell, jsonLines } from "../../test/fakes/terminal.ts";
import { readPost } from "../adapters/sources/posts/read.ts";
import { openStore } from "../adapters/stores/open-store.ts";
import { exportedOf, exportPost } from "../export.ts";
import type { Store } from "../ports/store.ts";
import type { Article } from "../records/article.ts";

let folder: TemporaryFolder;
let lede: ReturnType<typeof createShell>;

beforeEach(async () => {
  folder = await temporaryFolder();
  const sources = await folder.write("sources.yaml", "sources: []\n");
  lede = createShell({ SOURCES_FILE: sources, DATABASE_URL: url("lede") });
});
afterEach(() => folder.remove());

const url = (name: string) => `sqlite:${folder.path}/${name}.db`;

async function inStore<Result>(name: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(url(name));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
const articlesOf = (name: string) => inStore(name, (store) => Array.fromAsync(store.eachArticle()));

const at = Date.UTC(2026, 10, 20, 2, 15, 30, 250);

/** Its text was found on its page, its byline and image too: the feed had a teaser, another author and white space around. */
const full: Article = {
  ...articleEntry({ headline: "高雄港邊步道完工", sourceId: "cna-life", at, tags: ["高雄", "中央社"] }).article,
  url: "https://news.example/walk?id=1",
  lede: [{ text: "步道今天完工。", start: 4, end: 11 }],
  language: "zh-Hant",
  byline: "記者 王小明",
  image: "https://news.example/walk.jpg",
  text: "第一段。步道今天完工。\n\n第二段 <b> & -- --> \u2028 ]]>\n換行。",
  collectedAt: at + 61_001,
  storyId: "story-of-two",
  original: {
    title: " [影] 高雄港邊步道完工 | 中央社",
    author: "中央社",
    body: "\n<p>第一段。</p> ",
    categories: ["中央社", "life"],
  },
};
const second: Article = {
  ...articleEntry({ headline: "同一件事", sourceId: "bbc", at }).article,
  publishedAt: at + 60_000,
  ...{ identity: "guid:bbc:1", url: null, storyId: "story-of-two", language: "und", lede: [], tags: [] },
};

const lesson = Uint8Array.from([1, 2, 3, 250]);
const first = "高雄港邊步道將完工";

/** The first one's headline was edited since, and its publisher gave it tags. */
async function archiveBoth(): Promise<void> {
  await inStore("lede", async (store) => {
    await store.registerSources([{ id: "cna-life", name: "中央社" }], at);
    const entry = articleEntry({ headline: "x", sourceId: "x", at });
    await store.archive([{ ...entry, article: { ...full, headline: first } }]);
    await store.archive([
      { ...entry, article: full, lesson },
      { ...entry, article: second },
    ]);
  });
}

const pastsIn = (name: string) => inStore(name, (store) => store.pastsOf([full.id, second.id]));

describe.each([
  ["posts", "exported"],
  ["jsonl", "exported.jsonl"],
  ["jsonl", "exported.jsonl.gz"],
])("an export as %s to %s", (format, name) => {
  const path = () => `${folder.path}/${name}`;
  const exportAll = () => lede("export", path(), "--format", format, "--json");
  const importInto = (database: string) => lede("import", path(), "--database", url(database), "--json");

  it("imported into an empty archive gives every article back, field for field, and its publisher's name", async () => {
    await archiveBoth();
    expect(jsonLines(await exportAll())).toEqual([{ exported: 2 }]);
    const report = { imported: 2, updated: 0, duplicates: 0, refused: [] };
    expect(jsonLines(await importInto("other"))).toEqual([report]);
    expect(await articlesOf("other")).toEqual(await articlesOf("lede"));
    const pasts = await pastsIn("other");
    expect(pasts).toEqual(await pastsIn("lede"));
    expect(pasts.get(full.id)).toMatchObject({ lesson, headlines: [{ headline: first }, { headline: full.headline }] });
    expect((await inStore("other", (store) => store.sourceNames())).get("cna-life")).toBe("中央社");
    expect(jsonLines(await importInto("other"))).toEqual([{ ...report, imported: 0, duplicates: 2 }]);
    const found = await lede("search", "步道 來源:cna-life", "--database", url("other"), "--json");
    expect(jsonLines(found)).toMatchObject([{ total: 1, hits: [{ id: full.id, lede: "步道今天完工。" }] }]);
  });

  it("imported into the archive that it came from changes nothing", async () => {
    await lede("import", await folder.write("2026-11-20-harbour.md", harbourPost()));
    await exportAll();
    expect(jsonLines(await importInto("lede"))).toEqual([{ imported: 0, updated: 0, duplicates: 1, refused: [] }]);
  });
});

it("an exported post gives any article back, whatever is in it", () => {
  const text = fc.string({ unit: "grapheme" });
  const address = fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true }));
  const time = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) });
  const broken = fc.constantFrom("--", "-->", "</div>", "\n\n", "<!--lede {}-->", "<p>", "&amp;", "\r\n", "---\n");
  const markup = fc.array(fc.oneof(text, broken)).map((parts) => parts.join(""));
  const title = text.filter((one) => one.trim() !== "");
  const articles = fc.record({
    ...{
      id: fc.uuid(),
      identity: fc.uuid(),
      storyId: fc.uuid(),
      sourceId: fc.constant("cna"),
      sourceName: title.map((one) => one.slice(0, 40)),
    },
    ...{
      url: address,
      image: address,
      byline: fc.option(text),
      headline: text,
      language: fc.constantFrom("ja", "und"),
    },
    ...{ lede: fc.array(fc.record({ text, start: fc.nat(), end: fc.nat() })), tags: fc.array(text), text: markup },
    ...{ publishedAt: time, collectedAt: time },
    original: fc.record({ title, author: fc.option(text), body: markup, categories: fc.array(text) }),
    headlines: fc.array(fc.record({ headline: text, seenAt: time })),
    lesson: fc.option(fc.uint8Array({ minLength: 1 })),
  });
  fc.assert(
    fc.property(articles, (article) => {
      const { fileName, text: written } = exportPost(article);
      const reading = readPost(fileName, Buffer.from(written));
      expect(reading.state === "read" && exportedOf(reading)).toEqual({ article, isEdited: false });
    }),
    { numRuns: 300 },
  );
});

it("an exported post that somebody edits is imported as it was edited", async () => {
  await archiveBoth();
  await lede("export", `${folder.path}/posts`);
  const [file = ""] = (await readdir(`${folder.path}/posts`)).filter((name) => name.includes("步道"));
  const written = await readFile(`${folder.path}/posts/${file}`, "utf8");
  await writeFile(`${folder.path}/posts/${file}`, written.replace("第二段", "改過的第二段"));
  expect(jsonLines(await lede("import", `${folder.path}/posts/${file}`, "--json"))).toMatchObject([{ updated: 1 }]);
  const [edited] = (await articlesOf("lede")).filter(({ id }) => id === full.id);
  expect(edited?.text).toContain("改過的第二段");
});

it("a line of an export has every field, with times to the millisecond", async () => {
  await archiveBoth();
  await lede("export", `${folder.path}/all.jsonl`, "--format", "jsonl");
  const [line] = (await readFile(`${folder.path}/all.jsonl`, "utf8")).split("\n");
  const collectedAt = "2026-11-20T02:16:31.251Z";
  expect(JSON.parse(line ?? "")).toEqual({
    ...full,
    sourceName: "中央社",
    publishedAt: "2026-11-20T02:15:30.250Z",
    collectedAt,
    headlines: [
      { headline: first, seenAt: collectedAt },
      { headline: full.headline, seenAt: "2026-11-20T02:16:31.252Z" },
    ],
    lesson: "AQID+g==",
  });
});

it("lines that are no articles are refused by their numbers, and the rest is imported", async () => {
  await archiveBoth();
  await lede("export", `${folder.path}/all.jsonl.gz`, "--format", "jsonl");
  const lines = gunzipSync(await readFile(`${folder.path}/all.jsonl.gz`))
    .toString()
    .trimEnd()
    .split("\n");
  const [first = ""] = lines;
  const wrong = [
    "{",
    "[]",
    first.replace('"storyId":"story-of-two",', ""),
    first.replace("https://news.example/walk.jpg", "javascript:alert(1)"),
    first.replace('"start":4', '"start":"4"'),
    first.replace("2026-11-20T02:15:30.250Z", "yesterday"),
    first.replace('"headlines":[{"headline":', '"headlines":[{"title":'),
    first.replace('"lesson":"', `"lesson":"${"A".repeat(20_000)}`),
  ];
  const mixed = await folder.write("mixed.jsonl", [...wrong, "", ...lines].join("\n"));
  const [report] = jsonLines(await lede("import", mixed, "--database", url("other"), "--json"));
  expect(report).toMatchObject({ imported: 2 });
  const refused = (report?.refused ?? []) as readonly { readonly file: string }[];
  expect(refused.map(({ file }) => file)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `${mixed}:${number}`));
});

it("a file of lines that is taken, or not there, is told", async () => {
  await lede("import", folder.path);
  const taken = await folder.write("taken.jsonl", "mine");
  const exported = await lede("export", taken, "--format", "jsonl");
  expect(exported).toMatchObject({ code: 1, said: expect.stringContaining("is there already") });
  const imported = await lede("import", `${folder.path}/nothing.jsonl`);
  expect(imported).toMatchObject({ code: 1, said: expect.stringContaining("can't be opened") });
  expect((await lede("export", folder.path, "--format", "xml")).code).toBe(2);
});
