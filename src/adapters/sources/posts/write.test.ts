import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPost } from "./read.ts";
import { type WritableArticle, writePost } from "./write.ts";

const article: WritableArticle = {
  id: "0b9f2f6e-6d5c-4a53-9a64-3f0f3c6f1d2a",
  url: "https://news.example/2023/10/1",
  publishedAt: Date.UTC(2023, 9, 1, 5, 47, 0, 123),
  tags: ["高雄", "智慧城市"],
  original: { title: "市長：「明年啟用」", author: "(臺)範例社", body: "<p>內文</p>", categories: ["(臺)範例社"] },
};

const reread = (written: WritableArticle) => {
  const { fileName, text } = writePost(written);
  const reading = readPost(fileName, Buffer.from(text));
  if (reading.state === "refused") throw new Error(reading.reason);
  return reading.post;
};

describe("an exported post", () => {
  it("has the first dialect's form", () => {
    expect(writePost(article).text.split("\n")).toEqual([
      "---",
      "layout: post",
      'title: "市長：「明年啟用」"',
      "date: 2023-10-01T05:47:00.123Z",
      "author: (臺)範例社",
      "from: https://news.example/2023/10/1",
      "tags: [ 高雄, 智慧城市 ]",
      "categories: [ (臺)範例社 ]",
      "---",
      "<!--1696139220123-->",
      "[市長：「明年啟用」](https://news.example/2023/10/1)",
      "------",
      "",
      "<div>",
      "<p>內文</p>",
      "</div>",
      "",
    ]);
  });

  it.each([
    ["quotes and backslashes", 'He said "no\\" and \\n'],
    ["references", "AT&amp;T &lt;b&gt; & Co &copy;"],
    ["brackets and parentheses", "[影] a](http://x) ] - b"],
    ["a colon and a hash", "key: value # not a comment"],
    ["rules", "--- a ---"],
    ["digits alone", "20231001"],
    ["nothing", ""],
    ["pages", "字".repeat(5000)],
  ])("keeps a title of %s", (_what, title) => {
    expect(reread({ ...article, original: { ...article.original, title } }).title).toBe(title);
  });

  it.each([
    "<p>a</p>\n---\n<p>b</p>",
    "-->",
    "<!--1-->\n[x](y)\n------\n<div>z</div>",
    "",
    "</div><div>",
    "text\r\n\r\nmore",
  ])("keeps the body %j to the letter", (body) => {
    expect(reread({ ...article, original: { ...article.original, body } }).body).toBe(body);
  });

  it("without tags is tagged with its publisher, which is read as no tag", () => {
    const untagged = { ...article, tags: [] };
    expect(writePost(untagged).text).toContain("tags: [ (臺)範例社 ]");
    expect(reread(untagged).tags).toEqual([]);
  });

  it("has a file name that any file system takes, with the date and the title in it", () => {
    const { fileName } = writePost({
      ...article,
      original: { ...article.original, title: `../a/b:c*?"\n${"字".repeat(300)}` },
    });
    expect(fileName).toMatch(/^2023-10-01-a-b-c-字+-0b9f2f6e6d5c\.md$/);
    expect(Buffer.byteLength(fileName)).toBeLessThan(200);
  });

  it("reads back as the same post, whatever is in it", () => {
    const line = fc.string({ unit: "grapheme" }).map((text) => text.replace(/\s+/g, " ").trim());
    const name = line.filter((text) => text !== "");
    const body = fc
      .array(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.constantFrom("---", "\n---\n", "-->", "<!--", "</div>", "<div>", "\n------\n", "\r\n", "`"),
        ),
      )
      .map((parts) => parts.join("").trim());
    const articles = fc.record({
      id: fc.uuid(),
      url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
      publishedAt: fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) }),
      tags: fc.array(name).map((tags) => tags.map((tag) => `#${tag}`)),
      original: fc.record({ title: name, author: fc.option(name), body, categories: fc.array(name) }),
    });
    fc.assert(
      fc.property(articles, (written) => {
        const { title, author, categories, body: markup } = written.original;
        const isPublisher = written.tags.every((tag) => tag === author || categories.includes(tag));
        expect(reread(written)).toEqual({
          title,
          author,
          categories,
          body: markup,
          tags: isPublisher ? [] : written.tags,
          url: written.url,
          publishedAt: written.publishedAt,
        });
      }),
      { numRuns: 500 },
    );
  });
});
