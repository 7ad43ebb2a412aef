import { describe, expect, it } from "vitest";
import { extractPage } from "./extract-page.ts";

const titleOf = (html: string): string | null => extractPage(`${html}<p>text</p>`, "https://news.example/1").title;

it.each([
  ["Bridge to reopen in May | The Example", "Bridge to reopen in May"],
  ["Bridge to reopen in May - Local - The Example", "Bridge to reopen in May"],
  ["舊橋五月重新開放通車｜示範報", "舊橋五月重新開放通車"],
  [
    "Spider-Man: the bridge - an essay on falling and on flying",
    "Spider-Man: the bridge - an essay on falling and on flying",
  ],
])("the publisher's name is cut from %s", (title, expected) => {
  expect(titleOf(`<title>${title}</title><meta property="og:site_name" content="The Example">`)).toBe(expected);
});

it("the heading that readers see wins over the title for other sites", () => {
  const html =
    '<meta property="og:title" content="Bridge reopens: what you need to know"><h1>The bridge reopens in May</h1>';
  expect(titleOf(html)).toBe("The bridge reopens in May");
});

it("a heading that names the site is no title", () => {
  expect(titleOf('<h1>The Example</h1><meta property="og:title" content="Bridge to reopen">')).toBe("Bridge to reopen");
});

it("what stands before the title in its heading stays out", () => {
  expect(titleOf('<h1>5 Oct 2023 Bridge to reopen</h1><meta property="og:title" content="Bridge to reopen">')).toBe(
    "Bridge to reopen",
  );
});

it("a heading that the page's title has beside the article's is the site's name", () => {
  const html =
    '<title>Small Lessons: The long bridge</title><meta property="og:title" content="The long bridge"><h1>Small Lessons</h1>';
  expect(titleOf(html)).toBe("The long bridge");
});

it("of several headings the one that the address names is the title", () => {
  const html = `<title>Where to Walk in Harbour | The Example</title><h1>The Best Paths and Parks in Harbour for Walkers</h1>
    <h1>Here's Where to Swim and Row in Harbour</h1><p>text</p>`;
  expect(extractPage(html, "https://news.example/outdoors/best-parks-harbour.html").title).toBe(
    "The Best Paths and Parks in Harbour for Walkers",
  );
});

it("a line break in a heading parts its words", () => {
  expect(titleOf("<h1>Bridge to reopen<br>What to know</h1>")).toBe("Bridge to reopen What to know");
});

it("the heading's own colon wins over the dash that a template puts in its place", () => {
  expect(titleOf('<meta property="og:title" content="The bridge - a history"><h1>The bridge: a history</h1>')).toBe(
    "The bridge: a history",
  );
});

describe("an address made of the declared title's words", () => {
  const html = `<title>Best Walking Shoes for Small Feet | The Example</title><h1>10 Great Ways to Walk Further</h1><p>text</p>`;
  const address = "https://guides.example/best-walking-shoes-for-small-feet";

  it("tells what a guide was called before its heading was reworded", () => {
    expect(extractPage(html, address).title).toBe("Best Walking Shoes for Small Feet");
  });

  it("tells only the search title in the news", () => {
    const news = `<script type="application/ld+json">{"@type":"NewsArticle"}</script>${html}`;
    expect(extractPage(news, address).title).toBe("10 Great Ways to Walk Further");
    expect(extractPage(html, address.replace("/best", "/2023/10/05/best")).title).toBe("10 Great Ways to Walk Further");
  });

  it("is known by the canonical address where a saved page has no other", () => {
    expect(extractPage(`<link rel="canonical" href="${address}">${html}`, "").title).toBe(
      "Best Walking Shoes for Small Feet",
    );
  });
});

it("of the site's name and a title behind it, the title stays, but on the front page the name", () => {
  const html = '<meta property="og:site_name" content="The Example"><title>The Example | Bridge to reopen</title>';
  expect(titleOf(html)).toBe("Bridge to reopen");
  expect(extractPage(`${html}<p>text</p>`, "https://news.example/").title).toBe("The Example");
});
