import { expect, it } from "vitest";
import { extractPage } from "./extract-page.ts";

const timeOf = (html: string, url = "https://news.example/1"): string | null => {
  const { publishedAt } = extractPage(html, url);
  return publishedAt === null ? null : new Date(publishedAt).toISOString();
};

const inTaiwan = "2023-10-05T06:20:00.000Z";

it.each([
  [
    "JSON-LD",
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-10-05T14:20+08:00"}</script>',
  ],
  ["meta elements", '<meta property="article:published_time" content="2023-10-05T06:20:00Z">'],
  ["a time element", '<time datetime="2023-10-05T14:20:00+08:00">today</time>'],
  [
    "a text, in the zone of the page's language",
    '<html lang="zh-TW"><span class="date">發布時間：2023/10/05 14:20</span>',
  ],
  ["a text with a half of the day", '<html lang="zh-TW"><span class="date">2023年10月5日 下午2:20</span>'],
  ["a text with its zone in the middle", '<div class="createddate">2023-10-05 HKT 14:20</div>'],
])("the time is read from %s", (_name, html) => {
  expect(timeOf(html)).toBe(inTaiwan);
});

it("a time without a zone on a page that declares no language is read in the zone of the address' country", () => {
  expect(timeOf('<time datetime="2023-10-05T14:20">', "https://news.example.tw/1")).toBe(inTaiwan);
  expect(timeOf('<time datetime="2023-10-05T15:20">', "https://news.example.jp/1")).toBe(inTaiwan);
});

it("an agency's foreign edition keeps the clock of its country", () => {
  const html = '<html lang="zh-CN"><span class="date">2023年 10月 05日 15:20</span>';
  expect(timeOf(html, "https://cn.news.example.kr/view/1")).toBe(inTaiwan);
});

it("what is no date, or none of the web's years, is no time", () => {
  expect(timeOf('<time datetime="soon">soon</time><time datetime="0001-01-01T00:00:00Z"></time>')).toBeNull();
});
