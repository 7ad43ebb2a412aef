import { describe, expect, it } from "vitest";
import { ParseError } from "../../records/errors.ts";
import { readPage } from "./page.ts";

const selectors = { item: "li.news", link: "a", title: "h3", time: "time", summary: ".dek" };
const body = (html: string, url = "https://news.example/list/") => ({
  bytes: Buffer.from(html),
  url,
  contentType: null,
});
const page = `<html lang="zh-TW"><head><title> 即時新聞 </title></head><body><ul>
  <li class="news"><a href="/1#top"><img src="x.jpg"></a><h3>第一 <b>則</b></h3><time datetime="2023-10-01T08:00:00+08:00">今天</time><p class="dek">摘<i>要</i></p></li>
  <li class="news"><a href="2?id=3">第二則</a><time>2023年10月1日 09:30</time></li>
  <li class="news"><h3>廣告</h3></li>
</ul></body></html>`;

describe("a list page", () => {
  it("gives its items in order, with absolute links and times", () => {
    const { feed, items, problems } = readPage(body(page), selectors);
    expect(feed).toMatchObject({ title: "即時新聞", link: "https://news.example/list/", language: "zh-TW" });
    expect(items).toMatchObject([
      { url: "https://news.example/1", title: "第一 則", publishedAt: Date.UTC(2023, 9, 1), summary: "摘<i>要</i>" },
      { url: "https://news.example/list/2?id=3", publishedAt: Date.UTC(2023, 9, 1, 1, 30), summary: null },
    ]);
    expect(problems).toEqual(["1 of 3 items have no link and are left out."]);
  });

  it("is titled by its links when no selector says otherwise", () => {
    expect(readPage(body(page), { item: "li.news", link: "a" }).items[1]?.title).toBe("第二則");
  });

  it("may have links for items", () => {
    const html =
      '<base href="https://cdn.example/a/"><a class="n" href="1">一</a><a class="n" href="2">二</a><a class="n" href="1">又一</a>';
    const { items } = readPage(body(html), { item: "a.n", link: "a" });
    expect(items.map(({ url }) => url)).toEqual(["https://cdn.example/a/1", "https://cdn.example/a/2"]);
  });

  it.each([
    ["finds no item", "<p>moved</p>", selectors, /the selector li\.news finds nothing/],
    [
      "finds no link",
      '<ul><li class="news"><a href="javascript:void(0)">x</a></li></ul>',
      selectors,
      /none of 1 items has a link/,
    ],
    ["is given selectors that are not CSS", page, { item: "li[", link: "a" }, /check that every selector is CSS/],
  ])("that %s is an error", (_what, html, given, message) => {
    expect(() => readPage(body(html), given)).toThrow(ParseError);
    expect(() => readPage(body(html), given)).toThrow(message);
  });

  it("of 100,000 nested elements is answered", () => {
    expect(() => readPage(body("<div>".repeat(100_000)), selectors)).toThrow(ParseError);
  });
});
