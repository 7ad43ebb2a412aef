import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sharedPath } from "../../../test/shared.ts";
import type { PostReading } from "../../ports/source-reader.ts";
import { ParseError } from "../../records/errors.ts";
import { readPosts } from "./posts.ts";

const post = (title: string) => `---\ntitle: ${title}\ndate: 2023-10-01T05:00:00Z\n---\n<p>${title}</p>\n`;
const all = (path: string): Promise<PostReading[]> => Array.fromAsync(readPosts(path));
const titles = (readings: readonly PostReading[]) =>
  readings.map((reading) => (reading.state === "read" ? reading.post.title : `${reading.file}: ${reading.reason}`));

async function archiveOf(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const tar = pack();
  for (const [name, text] of Object.entries(entries)) tar.entry({ name }, text);
  tar.entry({ name: "link.md", type: "symlink", linkname: "/etc/passwd" });
  tar.finalize();
  return Buffer.concat((await Array.fromAsync(tar)) as Uint8Array[]);
}

describe("posts on disk", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "lede-posts-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("are read from a folder and the folders in it, in name order", async () => {
    await mkdir(join(folder, "b"));
    await writeFile(join(folder, "c.md"), post("three"));
    await writeFile(join(folder, "b", "b.html"), post("two"));
    await writeFile(join(folder, "a.markdown"), post("one"));
    expect(titles(await all(folder))).toEqual(["one", "two", "three"]);
  });

  it("leave out hidden folders such as .git, and refuse links and files of other kinds by name", async () => {
    await mkdir(join(folder, ".git"));
    await writeFile(join(folder, ".git", "x.md"), post("hidden"));
    await writeFile(join(folder, "photo.jpg"), "x");
    await symlink(folder, join(folder, "loop"));
    expect(titles(await all(folder))).toEqual([
      "loop: Not a file: links are not followed, name their target instead.",
      "photo.jpg: Not a post: its name does not end in .md, .markdown or .html.",
    ]);
  });

  it("are read one by one when a single file is named", async () => {
    await writeFile(join(folder, "a.md"), post("one"));
    expect(titles(await all(join(folder, "a.md")))).toEqual(["one"]);
  });

  it("are read from a .tar.gz, where links are refused", async () => {
    const path = join(folder, "posts.tar.gz");
    await writeFile(
      path,
      gzipSync(await archiveOf({ "./2023/a.md": post("one"), "2023/._a.md": "x", "b.md": post("two") })),
    );
    const readings = await all(path);
    expect(titles(readings)).toEqual(["one", "two", "link.md: Not a file: links are not followed."]);
    expect(readings[0]?.file).toBe("2023/a.md");
  });

  it("are refused when one is too large, and the next is read", async () => {
    const path = join(folder, "posts.tar.gz");
    await writeFile(
      path,
      gzipSync(await archiveOf({ "a.md": `---\n---\n${"x".repeat(3_000_000)}`, "b.md": post("two") })),
    );
    expect(titles(await all(path)).slice(0, 2)).toEqual([
      "a.md: Too large for a post: 3000008 bytes, 2097152 at most.",
      "two",
    ]);
  });

  it("that end in the middle of the archive are an error, after those before were read", async () => {
    const whole = await archiveOf({ "a.md": post("one"), "b.md": post("x".repeat(5000)) });
    await writeFile(join(folder, "posts.tar"), whole.subarray(0, 3000));
    const read: PostReading[] = [];
    const reading = (async () => {
      for await (const one of readPosts(join(folder, "posts.tar"))) read.push(one);
    })();
    await expect(reading).rejects.toThrow(ParseError);
    expect(titles(read)).toEqual(["one"]);
  });

  it("that are no archive or not there are an error that says what to name", async () => {
    await writeFile(join(folder, "posts.tar.gz"), "no archive");
    await expect(all(join(folder, "posts.tar.gz"))).rejects.toThrow(/is no tar archive or is damaged/);
    await expect(all(join(folder, "missing"))).rejects.toThrow(/name a post, a folder of posts or a .tar.gz/);
  });
});

describe("real posts", () => {
  const quirks = sharedPath("corpus", "quirks.tar.gz");
  it.runIf(quirks)("with everything that breaks importers are all read", async () => {
    const readings = await all(quirks ?? "");
    const posts = readings.flatMap((reading) => (reading.state === "read" ? [reading.post] : []));
    expect(posts).toHaveLength(77);
    expect(posts.filter(({ title }) => title === "")).toHaveLength(1);
    expect(posts.filter(({ body }) => body === "")).toHaveLength(2);
    expect(posts.filter(({ url }) => url === null)).toHaveLength(1);
    expect(posts.filter(({ tags }) => tags.length > 0)).toHaveLength(0);
    expect(posts.filter(({ title }) => /\n|&\w+;|\\|^\s|\s$/.test(title))).toHaveLength(0);
  });

  const seed = sharedPath("corpus", "seed.md");
  it.runIf(seed)("keep their time to the millisecond", async () => {
    const [reading] = await all(seed ?? "");
    expect(reading).toMatchObject({ state: "read", post: { publishedAt: 1_695_793_620_000, tags: [] } });
  });

  const stream = sharedPath("corpus", "stream-2023-10.tar.gz");
  it.runIf(stream)("of two weeks of eight publishers are all read", async () => {
    const readings = await all(stream ?? "");
    expect(readings.filter(({ state }) => state === "read")).toHaveLength(5092);
    expect(readings.filter(({ state }) => state === "refused")).toHaveLength(0);
  });
});
