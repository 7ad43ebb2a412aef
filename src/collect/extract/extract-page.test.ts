import { expect, it } from "vitest";
import { ParseError } from "../../records/errors.ts";
import { extractPage } from "./extract-page.ts";

it("a page without an article has no text", () => {
  const page = '<title>Sign in</title><nav><a href="/a">Home</a></nav><form><input name="user"></form>';
  expect(extractPage(page, "https://news.example/")).toMatchObject({ title: "Sign in", text: "" });
});

it("an empty answer is no page", () => {
  expect(() => extractPage(" \n", "https://news.example/")).toThrow(ParseError);
});

it("a page that scripts fill is read from its structured data", () => {
  const body = "The council voted on Tuesday to repair the bridge.\\n\\nIt has been closed since the flood in March.";
  const page = `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bridge to reopen",
    "author":[{"@id":"#ann"}],"articleBody":"${body}"},{"@id":"#ann","@type":"Person","name":"Ann Lee"}]}</script><div id="app"></div>`;
  expect(extractPage(page, "https://news.example/1")).toMatchObject({
    title: "Bridge to reopen",
    author: "Ann Lee",
    text: "The council voted on Tuesday to repair the bridge.\n\nIt has been closed since the flood in March.",
  });
});

it("the canonical address is given whole, one that is no web address is passed over", () => {
  const link = (href: string): string => `<link rel="canonical" href="${href}"><p>text</p>`;
  expect(extractPage(link("/2023/bridge"), "https://news.example/1?from=feed").url).toBe(
    "https://news.example/2023/bridge",
  );
  expect(extractPage(link("javascript:alert(1)"), "https://news.example/1").url).toBe("https://news.example/1");
});
