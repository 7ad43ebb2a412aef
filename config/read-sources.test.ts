import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SettingsError } from "../src/records/errors.ts";
import { readSources } from "./read-sources.ts";

const read = (yaml: string) => readSources(yaml, "sources.yaml");

function problemsIn(yaml: string): readonly string[] {
  try {
    read(yaml);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  throw new Error("the file was taken although it is wrong");
}

describe("a sources file", () => {
  it("lists feeds, pages, sitemaps and posts, with defaults for what is left out", () => {
    const sources = read(`
sources:
  - { id: pts, name: 公視, kind: feed, url: "https://news.pts.example/feed", language: zh-TW, every: 1h, fullText: feed, keep: 90d }
  - id: council
    name: City Council
    kind: page
    url: https://council.example/news
    selectors: { item: li, link: a }
  - { id: harbour, name: Harbour Post, kind: sitemap, url: "https://harbour.example/news.xml", every: 10m, preferred: true }
  - { id: own, name: Own posts, kind: posts, path: ../posts }
`);
    expect(sources).toEqual([
      {
        id: "pts",
        name: "公視",
        kind: "feed",
        url: "https://news.pts.example/feed",
        language: "zh-TW",
        intervalMinutes: 60,
        fullText: "feed",
        keep: { by: "age", days: 90 },
      },
      {
        id: "council",
        name: "City Council",
        kind: "page",
        url: "https://council.example/news",
        fullText: "page",
        selectors: { item: "li", link: "a" },
      },
      {
        id: "harbour",
        name: "Harbour Post",
        kind: "sitemap",
        url: "https://harbour.example/news.xml",
        intervalMinutes: 10,
        preferred: true,
        fullText: "page",
      },
      { id: "own", name: "Own posts", kind: "posts", path: "../posts", fullText: "feed" },
    ]);
  });

  it("may list nothing", () => {
    expect(read("sources: []")).toEqual([]);
  });
});

describe("a mistake in a sources file", () => {
  it("is told with its line, together with all the others", () => {
    const problems = problemsIn(`sources:
  - id: PTS
    name: 公視
    kind: feed
    url: ftp://news.pts.example/feed
    evry: 15m
  - id: council
    kind: page
    name: City Council
    url: https://user:secret@council.example/
    every: 1 hour
    keep: 3d
    fullText: yes
    selectors:
      item: li
      titel: h2
  - id: own
    name: Own posts
    kind: folder
  - just a word
`);
    expect(problems.map((problem) => problem.split(": ").slice(0, 2).join(": "))).toEqual([
      "sources.yaml:2: id must be 1 to 40 of a-z, 0-9 and -, such as cna-world.",
      "sources.yaml:5: url must be an http:// or https:// address without a user name or password.",
      "sources.yaml:6: evry is not a key that belongs here",
      "sources.yaml:10: url must be an http:// or https:// address without a user name or password.",
      "sources.yaml:11: every must be a number and m, h or d, from 1m to 7d, such as 15m.",
      "sources.yaml:12: keep must be all, an age of 7d or more such as 90d, a number such as 5000 articles, or a size such as 200 MB.",
      "sources.yaml:13: fullText must be page or feed.",
      "sources.yaml:14: link must be a CSS selector.",
      "sources.yaml:16: titel is not a key that belongs here",
      "sources.yaml:19: kind must be feed, page, sitemap or posts.",
      "sources.yaml:20: Each entry of sources must be a source with id, name and kind.",
    ]);
    expect(problems.join()).not.toContain("secret");
  });

  it("such as an id that stands twice is told at the second place", () => {
    const entry = "  - { id: pts, name: A, kind: posts, path: a }\n";
    expect(problemsIn(`sources:\n${entry}${entry}`)).toEqual([
      "sources.yaml:3: id must be one that no other source has: pts stands twice.",
    ]);
  });

  it.each([
    ["", "sources.yaml:1: The file must be a list of sources under the key `sources`."],
    ["sources:", "sources.yaml:1: sources must be a list of sources."],
    ["sources:\n  - id: a\n id: b", "sources.yaml:3: This is not YAML"],
    ["sources: []\nsources: []", "sources.yaml:2: This is not YAML"],
    ["sources: []\nsource: []", "sources.yaml:2: source is not a key that belongs here"],
  ])("in %j is told", (yaml, problem) => {
    expect(problemsIn(yaml)[0]).toContain(problem);
  });

  it.each(["0m", "8d", "15", "m", "-1m", "1.5h"])("such as the interval %s is told", (every) => {
    expect(problemsIn(`sources: [{ id: a, name: A, kind: posts, path: a, every: "${every}" }]`)).toHaveLength(1);
  });

  it("such as a tower of aliases is refused without building it", () => {
    const floors = Array.from({ length: 30 }, (_, n) => `x${n + 1}: &x${n + 1} [*x${n}, *x${n}]`).join("\n");
    expect(problemsIn(`x0: &x0 [a]\n${floors}\nsources: *x30`)[0]).toContain("alias");
  });
});

describe("the sources that a new installation starts with", () => {
  it("are readable, and Taiwan's come first", () => {
    const file = join(import.meta.dirname, "sources.yaml");
    const sources = readSources(readFileSync(file, "utf8"), file);
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.find(({ kind }) => kind === "feed")?.language).toBe("zh-TW");
  });
});
