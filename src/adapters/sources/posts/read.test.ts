import { describe, expect, it } from "vitest";
import type { Post } from "../../../ports/source-reader.ts";
import { readPost } from "./read.ts";

const readText = (text: string, file = "post.md") => readPost(file, Buffer.from(text));
const postOf = (text: string, file?: string): Post => {
  const reading = readText(text, file);
  if (reading.state === "refused") throw new Error(reading.reason);
  return reading.post;
};
const date = "date: 2023-10-01T05:00:00.000Z";

const firstDialect = `---
layout: post
title: "市長：明年啟用"
date: 2023-10-01T05:47:00.000Z
author: 記者甲
from: https://news.example/1
tags: [ 範例社 ]
comments: True
categories: [ 範例社 ]
---
<!--1696139220000-->
[市長：明年啟用](https://news.example/1)
------

<div>
<p>第一段</p><div>圖</div>
</div>
`;

describe("a post of the first dialect", () => {
  it("is read without its comment, headline link and outer div", () => {
    expect(postOf(firstDialect)).toEqual({
      title: "市長：明年啟用",
      url: "https://news.example/1",
      publishedAt: Date.UTC(2023, 9, 1, 5, 47),
      author: "記者甲",
      categories: ["範例社"],
      tags: [],
      body: "<p>第一段</p><div>圖</div>",
    });
  });

  it("keeps tags that say more than the publisher's name", () => {
    expect(postOf(firstDialect.replace("tags: [ 範例社 ]", "tags: [ 範例社, 高雄 ]")).tags).toEqual(["範例社", "高雄"]);
  });

  it("goes by its date where the comment claims a time still to come", () => {
    const text = firstDialect.replace("05:47:00.000Z", "05:47:21.679Z").replace("1696139220000", "1696166000000");
    expect(postOf(text).publishedAt).toBe(Date.UTC(2023, 9, 1, 5, 47, 21, 679));
  });

  it.each([
    ["is missing", ""],
    ["tells the day alone", "date: 2023-10-01\n"],
    ["can't be read", "date: soon\n"],
  ])("goes by the comment when the date %s", (_what, line) => {
    expect(postOf(firstDialect.replace(/date: .*\n/, line)).publishedAt).toBe(1_696_139_220_000);
  });

  it("takes its title and address from the headline link when the front matter has none", () => {
    const text = firstDialect.replace(/title: .*\n/, "").replace(/from: .*\n/, "");
    expect(postOf(text)).toMatchObject({ title: "市長：明年啟用", url: "https://news.example/1" });
  });

  it("may have a line break in its title", () => {
    const text = firstDialect.replaceAll("市長：明年啟用", "市長\n明年啟用");
    expect(postOf(text)).toMatchObject({ title: "市長 明年啟用", body: "<p>第一段</p><div>圖</div>" });
  });

  it("may have an empty body: the headline is news, too", () => {
    expect(postOf(firstDialect.replace(/<p>.*<\/div>\n<\/div>/, "\n</div>")).body).toBe("");
  });
});

describe("a post of the second dialect", () => {
  it("with a body of Markdown is rendered", () => {
    const post = postOf(
      "---\ntitle: 標題\ndate: 2023-10-06 07:36:16.000000000 +08:00\nlink: https://news.example/2\ncategories: rthk\n---\n\n第一段\r\n\r\n**第二**段\n",
    );
    expect(post).toEqual({
      title: "標題",
      url: "https://news.example/2",
      publishedAt: Date.UTC(2023, 9, 5, 23, 36, 16),
      author: null,
      categories: ["rthk"],
      tags: [],
      body: "<p>第一段</p>\n<p><strong>第二</strong>段</p>",
    });
  });

  it("with a body of HTML stays as it is, however it is indented", () => {
    const html = "<div>\n\n        <p>一</p>\n\n        <p>二</p>\n</div>";
    expect(postOf(`---\ntitle: a\n${date}\n---\n${html}\n`).body).toBe(html);
  });

  it("gets paragraphs where the HTML leaves them to blank lines", () => {
    const { body } = postOf(`---\ntitle: a\n${date}\n---\n<div><img src="x"></div>一\n\n二\n`);
    expect(body).toBe('<p><div><img src="x"></div>一</p>\n<p>二</p>');
  });

  it("is taken as plain text where its Markdown is longer than any article's", () => {
    const { body } = postOf(`---\ntitle: a\n${date}\n---\nx ${"_a_*b".repeat(200_000)}\n\n<b>`);
    expect(body).toMatch(/^<p>x _a_\*b.*<\/p>\n<p>&lt;b&gt;<\/p>$/s);
  });

  it("is dated by its file name when it has no date at all", () => {
    expect(postOf("---\ntitle: a\n---\nb", "2023/2023-10-01-a.md").publishedAt).toBe(Date.UTC(2023, 9, 1));
  });
});

describe("front matter that is no YAML", () => {
  it.each([
    ['title: "He said "no" twice"', 'He said "no" twice'],
    ["title: 'it's here'", "it's here"],
    ["title: 快訊: 市長: 明年啟用", "快訊: 市長: 明年啟用"],
    ["title: [World] news", "[World] news"],
    ["title: [影]", "[影]"],
    ["title: {a} b", "{a} b"],
    ["title: @name %x `y`", "@name %x `y`"],
    ['title: "&quot;A&quot; &amp; B"', '"A" & B'],
    ['title: "escaped \\"quote\\""', 'escaped "quote"'],
    ['title: "unclosed', "unclosed"],
    ["title: 20231001", "20231001"],
    ["title: null", "null"],
    ["title:   spaced   out  ", "spaced out"],
  ])("is read line by line: %s", (line, title) => {
    expect(postOf(`---\n${line}\n${date}\ntags: [ a ]\n---\nb`)).toMatchObject({ title, tags: ["a"] });
  });

  it("can't blow up by YAML aliases", () => {
    const bomb = Array.from(
      { length: 20 },
      (_, i) => `x${i}: &x${i} [${i === 0 ? "a" : `*x${i - 1},*x${i - 1},*x${i - 1}`}]`,
    );
    expect(postOf(`---\ntitle: a\n${date}\n${bomb.join("\n")}\n---\nb`).title).toBe("a");
  });
});

describe("a file that is no post", () => {
  it.each([
    ["has no front matter", "just text", /^No front matter/],
    ["says nothing", `---\ntitle: ""\n${date}\n---\n\n`, /^Neither a title nor a body/],
    ["has no date", "---\ntitle: a\n---\nb", /^No date/],
    ["is empty", "", /^No front matter/],
    ["never ends its front matter", "---\ntitle: a\n", /^No front matter/],
  ])("is refused with the reason when it %s", (_what, text, reason) => {
    expect(readText(text)).toEqual({ state: "refused", file: "post.md", reason: expect.stringMatching(reason) });
  });

  it("has an address only when that is one of the web", () => {
    expect(postOf(`---\ntitle: a\nlink: javascript:alert(1)\n${date}\n---\nb`).url).toBeNull();
  });
});
