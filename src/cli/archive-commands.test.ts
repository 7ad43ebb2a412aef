// import, search and export on an archive of their own.
import { readdir } from "node:fs/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { harbourPost } from "../../test/fakes/posts.ts";
import { type TemporaryFolder, temporaryFolder } from "../../test/fakes/temporary-folder.ts";
import { createShell, jsonLines } from "../../test/fakes/terminal.ts";

let folder: TemporaryFolder;
let lede: ReturnType<typeof createShell>;
let post: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  const sources = await folder.write("sources.yaml", "sources: []\n");
  post = await folder.write("2026-11-20-harbour.md", harbourPost());
  lede = createShell({ SOURCES_FILE: sources, DATABASE_URL: `sqlite:${folder.path}/lede.db` });
});
afterEach(() => folder.remove());

const nothing = { imported: 0, updated: 0, duplicates: 0, refused: [] };

it("a post is imported once, however often its path is given", async () => {
  const first = await lede("import", post, post, "--json");
  expect(jsonLines(first)).toEqual([{ ...nothing, imported: 1, duplicates: 1 }]);
  expect(first).toMatchObject({ code: 0, said: "" });
  expect(jsonLines(await lede("import", post, "--json"))).toEqual([{ ...nothing, duplicates: 1 }]);
});

it("an edited title is an update", async () => {
  await lede("import", post);
  await folder.write("2026-11-20-harbour.md", harbourPost({ title: "高雄港邊步道完工 週末開放" }));
  expect(jsonLines(await lede("import", post, "--json"))).toEqual([{ ...nothing, updated: 1 }]);
});

it("what is no post is refused by name and reason, and the rest is imported", async () => {
  await folder.write("notes.md", "no front matter");
  const { code, printed } = await lede("import", folder.path, "--json");
  expect(code).toBe(0);
  expect(JSON.parse(printed[0] ?? "")).toMatchObject({
    imported: 1,
    refused: expect.arrayContaining([{ file: "notes.md", reason: expect.stringContaining("front matter") }]),
  });
});

it("an import of nothing but refused files fails", async () => {
  const path = await folder.write("picture.md", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
  const { code, printed } = await lede("import", path);
  expect(code).toBe(1);
  expect(printed.at(-1)).toBe("imported 0, updated 0, duplicates 0, refused 1");
});

it("a path that is not there fails, and says so", async () => {
  const { code, printed, said } = await lede("import", `${folder.path}/nothing`, "--json");
  expect({ code, printed }).toEqual({ code: 1, printed: [] });
  expect(said).toContain("can't be opened");
});

it("an export, imported into the archive that it came from, changes nothing", async () => {
  await lede("import", post);
  const exported = `${folder.path}/deep/export`;
  expect(jsonLines(await lede("export", exported, "--json"))).toEqual([{ exported: 1 }]);
  expect(await readdir(exported)).toHaveLength(1);
  expect(jsonLines(await lede("import", exported, "--json"))).toEqual([{ ...nothing, duplicates: 1 }]);
});

it("an export to a path that is a file fails, and says so", async () => {
  await lede("import", post);
  const { code, said } = await lede("export", post);
  expect({ code, said }).toEqual({ code: 1, said: `lede: ${post} is a file already; name a folder.\n` });
});

it("a search prints the fields that other programs read", async () => {
  await lede("import", post);
  const found = await lede("search", "高雄 步道", "--json");
  expect(found).toMatchObject({ code: 0, said: "" });
  expect(jsonLines(found)).toEqual([
    {
      total: 1,
      hits: [
        {
          id: expect.any(String),
          url: "https://news.example.com/harbour-walk",
          headline: "高雄港邊步道完工 市民週末試走",
          lede: expect.stringMatching(/^高雄港邊步道今天完工/),
          source: "gangdu",
          tags: ["高雄", "步道"],
          publishedAt: "2026-11-20T02:15:30.250Z",
          snippet: expect.stringContaining("步道"),
        },
      ],
    },
  ]);
});

it("a word with a minus before it is left out, not taken for an option", async () => {
  await lede("import", post);
  expect(jsonLines(await lede("search", "高雄", "-棒球", "--json"))).toMatchObject([{ total: 1 }]);
  expect(jsonLines(await lede("search", "高雄", "-步道", "--json"))).toMatchObject([{ total: 0, hits: [] }]);
});

it("a query that can't be read is a usage error that says how to write it", async () => {
  await lede("import", post);
  const { code, printed, said } = await lede("search", "高雄 after:whenever", "--json");
  expect({ code, printed }).toEqual({ code: 2, printed: [] });
  expect(said).toContain("after:2023-10-01");
});

it("a batch answers every line, and one that can't be read costs the others nothing", async () => {
  await lede("import", post);
  const batch = await folder.write("queries.txt", '高雄\r\n\nafter:whenever\n"步道完工"\n');
  const answers = await lede("search", "--batch", batch, "--json");
  expect(answers).toMatchObject({ code: 1, said: "" });
  expect(jsonLines(answers)).toEqual([
    { query: "高雄", ms: expect.any(Number), total: 1, hits: [expect.anything()] },
    { query: "after:whenever", error: expect.stringContaining("after:2023-10-01") },
    { query: '"步道完工"', ms: expect.any(Number), total: 1, hits: [expect.anything()] },
  ]);
});

it.each([
  ["search", "高雄"],
  ["export", "posts"],
  ["why", "高雄"],
])("%s of an archive that is not there says so, and makes none", async (...line) => {
  const { code, said } = await lede(...line, "--database", `sqlite:${folder.path}/none/lede.db`);
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining("There is no archive at") });
  expect(await readdir(folder.path)).not.toContain("none");
});

it("a batch file that is not there fails, and says so", async () => {
  await lede("import", post);
  const { code, said } = await lede("search", "--batch", `${folder.path}/queries.txt`);
  expect(code).toBe(1);
  expect(said).toContain("queries.txt is not there");
});
