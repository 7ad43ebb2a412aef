// Polls of a folder of posts, with the real reader.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CollectBench, openCollectBench } from "../../test/fakes/collect-parts.ts";
import type { PostsSource } from "../records/source.ts";

const now = Date.UTC(2026, 10, 23, 8, 0, 0);
let folder: string;
let bench: CollectBench;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lede-posts-"));
  bench = openCollectBench(now);
});

afterEach(async () => {
  await bench.close();
  await rm(folder, { recursive: true });
});

const source = (path = folder): PostsSource => ({
  id: "own",
  name: "Own posts",
  kind: "posts",
  path,
  intervalMinutes: 60,
  fullText: "feed",
});

const post = (title: string, words: string) => `---
layout: post
title: "${title}"
date: 2026-11-20T02:00:00.000Z
author: Harbour Post
from: https://harbour.example/${title.toLowerCase()}
tags: [ Harbour Post, ferries ]
categories: [ Harbour Post ]
---
<!--1795140000000-->
[${title}](https://harbour.example/${title.toLowerCase()})
------

<div><p>${words}</p></div>
`;

const write = (title: string, words: string) => writeFile(join(folder, `2026-11-20-${title}.md`), post(title, words));

describe("a folder of posts", () => {
  it("brings its posts with their text, tags and categories, under their publisher", async () => {
    await write("Ferry", "The ferry sails again.");
    const { items } = await bench.poll(source());
    expect(items).toMatchObject([
      {
        identity: "https://harbour.example/ferry",
        sourceId: "harbour",
        categories: ["Harbour Post"],
        extract: { title: "Ferry", text: "The ferry sails again.", author: "Harbour Post", tags: ["ferries"] },
      },
    ]);
  });

  it("is not read again while nothing in it has changed", async () => {
    await write("Ferry", "The ferry sails again.");
    await bench.poll(source());
    let readings = 0;
    const readPosts = bench.parts.readPosts;
    Object.assign(bench.parts, {
      readPosts: (path: string) => {
        readings += 1;
        return readPosts(path);
      },
    });
    expect((await bench.poll(source())).items).toEqual([]);
    expect(readings).toBe(0);
  });

  it("brings what was added and what was edited, and only that", async () => {
    await write("Ferry", "The ferry sails again.");
    await write("Bridge", "The bridge opens.");
    await bench.poll(source());
    await write("Ferry", "The ferry sails again, and earlier.");
    await write("Tunnel", "The tunnel is closed.");
    const { items } = await bench.poll(source());
    expect(items.map(({ extract }) => extract.title)).toEqual(["Ferry", "Tunnel"]);
  });

  it("loses nothing for a file that is no post, which is named in the log", async () => {
    await write("Ferry", "The ferry sails again.");
    await writeFile(join(folder, "2026-11-21-broken.md"), "no front matter");
    expect((await bench.poll(source())).items).toHaveLength(1);
    expect(bench.warnings.join()).toContain("2026-11-21-broken.md");
  });

  it("that is not there is a source that fails", async () => {
    const { items, state } = await bench.poll(source(join(folder, "missing")));
    expect(items).toEqual([]);
    expect(state).toMatchObject({ failures: 1, problem: expect.stringContaining("missing") });
  });
});
