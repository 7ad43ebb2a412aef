// backup and restore as their operator types them.
import { afterEach, beforeEach, expect, it } from "vitest";
import { harbourPost } from "../../test/fakes/posts.ts";
import { type TemporaryFolder, temporaryFolder } from "../../test/fakes/temporary-folder.ts";
import { createShell, jsonLines } from "../../test/fakes/terminal.ts";

let folder: TemporaryFolder;
let lede: ReturnType<typeof createShell>;
let file: string;
let elsewhere: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  file = `${folder.path}/backup.gz`;
  elsewhere = `sqlite:${folder.path}/new/lede.db`;
  const sources = await folder.write("sources.yaml", "sources: []\n");
  lede = createShell({ SOURCES_FILE: sources, DATABASE_URL: `sqlite:${folder.path}/lede.db` });
  await lede("import", await folder.write("2026-11-20-harbour.md", harbourPost()));
});
afterEach(() => folder.remove());

it("a backup is restored elsewhere, and found in", async () => {
  const made = await lede("backup", file, "--json");
  expect(made).toMatchObject({ code: 0, said: "" });
  expect(jsonLines(made)).toMatchObject([{ file, articles: 1, madeAt: expect.stringMatching(/Z$/) }]);
  const restored = await lede("restore", file, "--database", elsewhere, "--json");
  expect(restored).toMatchObject({ code: 0, said: "" });
  expect(jsonLines(restored)).toMatchObject([{ file, articles: 1 }]);
  expect(jsonLines(await lede("search", "步道", "--database", elsewhere, "--json"))).toMatchObject([{ total: 1 }]);
});

it("a restore tells what may be sent twice, and how to prevent it", async () => {
  await lede("backup", file);
  const { printed } = await lede("restore", file, "--database", elsewhere);
  expect(printed.at(-1)).toContain("--sent-until");
  const other = `${elsewhere}2`;
  const told = await lede("restore", file, "--database", other, "--sent-until", "2026-11-20T12:00+08:00");
  expect(told.printed.at(-1)).toBe("What was published until 2026-11-20T04:00:00.000Z counts as sent.");
});

it("neither a backup nor an archive is overwritten", async () => {
  await lede("backup", file);
  for (const words of [
    ["backup", file],
    ["restore", file],
  ]) {
    const { code, said } = await lede(...words);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining("is there already and is left as it is") });
  }
});

it.each(["yesterday", "2026-11-20", "2999-01-01T00:00Z"])("a time such as %s is a usage error", async (time) => {
  const { code, said } = await lede("restore", file, "--sent-until", time);
  expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining("such as 2026-11-26T15:00+08:00, or now") });
});
