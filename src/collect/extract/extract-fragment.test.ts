import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sharedPath } from "../../../test/shared.ts";
import { extractFragment } from "./extract-fragment.ts";

const seed = sharedPath("corpus", "seed.md");

describe.runIf(seed !== null)("the post that the project began from", () => {
  const body = seed === null ? "" : readFileSync(seed, "utf8").replace(/^---[\s\S]*?\n---\n/, "");
  const extract = extractFragment(body, "https://www.cna.com.tw/news/aloc/202309270143.aspx");

  it("has the tags that its editors gave it", () => {
    expect(extract.tags).toEqual(["林欽榮", "高雄", "高雄市"]);
  });

  it("begins with its dateline, not with its headline or a caption", () => {
    expect(extract.text).toMatch(/^（中央社記者廖禹揚首爾27日專電）高雄市副市長林欽榮/);
  });

  it("ends with its last paragraph, without the links to other articles", () => {
    expect(extract.text).toMatch(/（編輯：張芷瑄）1120927$/);
  });
});

const textOf = (html: string): string => extractFragment(html, "https://news.example/1").text;
const bridge = "The council voted on Tuesday to repair the bridge.";
const flood = "It has been closed since the flood in March.";

describe("paragraphs", () => {
  it.each([
    ["of markup", `<div><p>${bridge}</p><p>${flood}</p></div>`],
    ["of a text with blank lines", `${bridge}\r\n\r\n${flood}\n`],
    ["of double line breaks", `${bridge}<br /><br>&nbsp;<br>${flood}`],
    [
      "below a Markdown headline",
      `<!--1695793620000-->\n[Bridge](https://news.example/1)\n------\n\n<div><p>${bridge}</p><p>${flood}</p></div>`,
    ],
    [
      "below a rendered headline",
      `<h2><a href="https://news.example/1">Bridge</a></h2><p>${bridge}</p><p>${flood}</p>`,
    ],
  ])("%s stay apart", (_name, html) => {
    expect(textOf(html)).toBe(`${bridge}\n\n${flood}`);
  });

  it("a single line break stays one, a line broken between CJK characters leaves no space", () => {
    expect(textOf("<p>第一行<br>第二\n行</p>")).toBe("第一行\n第二行");
  });
});

describe("what is not the article", () => {
  it.each([
    ["a caption by element", "<figure><img src='/1.jpg'><figcaption>The bridge in May</figcaption></figure>"],
    ["a caption by class", '<div><img src="/1.jpg"><div class="picinfo">The bridge in May</div></div>'],
    ["a caption in small print", '<img src="/1.jpg"><div><small style="color:#999">The bridge in May</small></div>'],
    ["the time above the text", "<div>02/10/2023 - 01:03</div>"],
    ["the writer and the time", "<div><i>Ann Lee<br>2023-10-05 14:20:00</i></div>"],
    ["further reading", '<p>延伸閱讀</p><ul><li><a href="/2">Older bridges</a></li></ul>'],
    ["a link alone in its paragraph", '<p><strong><a href="/2">OLDER BRIDGES</a></strong></p>'],
    ["sharing", '<div class="social-share"><a href="#">Share on Facebook</a></div>'],
    ["an app advert", "<p>不用抽 不用搶 現在用APP看新聞 點我下載APP</p>"],
    ["a copyright line", "<p><em>© 2023 The Example. All rights reserved.</em></p>"],
    ["the feed maker's own line", '<p>The post <a href="/1">Bridge</a> first appeared on <a href="/">Example</a>.</p>'],
  ])("%s stays out of the text", (_name, html) => {
    expect(textOf(`${html}<p>${bridge}</p><p>${flood}</p>`)).toBe(`${bridge}\n\n${flood}`);
  });

  it("a link inside a sentence stays", () => {
    expect(textOf(`<p>The council <a href="/2">voted on Tuesday</a> to repair the bridge.</p>`)).toBe(bridge);
  });

  it("a list of links that is all there is stays", () => {
    expect(textOf('<li><a href="/1">First item</a></li><li><a href="/2">Second item</a></li>')).toBe(
      "First item\n\nSecond item",
    );
  });
});

describe("tags", () => {
  it.each([
    ["rel=tag", '<a rel="tag" href="/t/1">bridges</a> <a rel="category tag" href="/t/2">floods</a>'],
    ["tag buttons", '<a class="tag-button" href="/t/1">bridges</a><a class="tag-button" href="/t/2">floods</a>'],
    ["hashtag links", '<p>x <a href="/t/1">#bridges</a> <a href="/t/2">＃floods</a></p>'],
    [
      "CNA's box",
      '<div class="articlekeywordGroup"><div class="keywordTag"><a href="/t/1">#bridges</a></div><div class="keywordTag"><a href="/t/2">#floods</a></div></div>',
    ],
  ])("are read from %s", (_name, html) => {
    expect(extractFragment(html, null).tags).toEqual(["bridges", "floods"]);
  });

  it("links to other articles are none, whatever their class", () => {
    const html = '<div class="moreArticle"><a class="moreArticle-link autoTag" href="/2">Older bridges</a></div>';
    expect(extractFragment(html, null).tags).toEqual([]);
  });
});

describe("the lead image", () => {
  it("is the first real picture, lazily loaded or not", () => {
    const html =
      '<img src="/pixel.gif" width="1" height="1"><img class="lazyload" src="data:image/gif;base64,R0" data-src="/bridge.jpg">';
    expect(extractFragment(html, "https://news.example/1").image).toBe("https://news.example/bridge.jpg");
  });

  it("is never an address that isn't of the web", () => {
    expect(extractFragment('<img src="javascript:alert(1)">', "https://news.example/1").image).toBeNull();
  });
});

it.each(["文化部長辭職", "記者會延後舉行", "民眾可下載「河濱」APP查詢水位。"])(
  "a line of news such as %s is kept",
  (line) => {
    expect(textOf(`<p>${line}</p><p>${bridge}</p>`)).toBe(`${line}\n\n${bridge}`);
  },
);
