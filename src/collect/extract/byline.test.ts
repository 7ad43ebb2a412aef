import { expect, it } from "vitest";
import { extractPage } from "./extract-page.ts";

it.each([
  ["By Ann Lee", "Ann Lee"],
  ["Posted by: Ann Lee", "Ann Lee"],
  ["Author: Ann Lee | The Example", "Ann Lee"],
  ["Ann Lee - June 12, 2025", "Ann Lee"],
  ["記者王小明／台北報導", "王小明"],
  ["홍길동 기자", "홍길동"],
])("%s names one writer", (byline, name) => {
  expect(extractPage(`<div class="byline">${byline}</div><p>text</p>`, "https://news.example/1").author).toBe(name);
});

it("several writers are joined, an address of a profile is none", () => {
  const page = `<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Ann Lee"},{"name":"Bo Chen"}]}</script>`;
  expect(extractPage(page, "https://news.example/1").author).toBe("Ann Lee, Bo Chen");
  expect(extractPage('<meta property="article:author" content="https://social.example/ann">', "").author).toBeNull();
});
