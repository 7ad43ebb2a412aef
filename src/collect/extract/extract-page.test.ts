import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ParseError } from "../../records/errors.ts";
import { extractPage } from "./extract-page.ts";

// The markup has the shape of these publishers' pages; the words are our own.
const fixtures = join(import.meta.dirname, "../../../test/fixtures/pages");
const page = (name: string): string => readFileSync(join(fixtures, `${name}.html`), "utf8");

const chinese = [
  "市府今天宣布，河濱的舊倉庫將改建成圖書館，預計明年三月動工，工程費約二億元，完工後可容納三千名讀者。",
  "負責規劃的局長說，館內會保留原有的磚牆與鐵架，讓老街坊還認得出這裡曾經是碼頭邊最熱鬧的地方。",
];
const headline = "舊倉庫將改建圖書館 明年動工";
const tags = ["圖書館", "河濱"];

const pages = [
  { name: "cna", title: headline, lead: "（示範社記者王小明台北5日電）", text: chinese, tags },
  { name: "ltn", title: headline, lead: "〔記者王小明／台北報導〕", text: chinese, tags },
  { name: "udn", title: headline, lead: "", text: chinese, tags },
  { name: "ettoday", title: headline, lead: "", text: chinese, tags },
  { name: "pts", title: headline, lead: "", text: chinese, tags },
  { name: "rthk", title: headline, lead: "", text: chinese, tags: [] },
  { name: "bbc", title: "舊倉庫將改建圖書館：碼頭街坊怎麼看", lead: "", text: chinese, tags },
  {
    name: "nhk",
    title: "古い倉庫が図書館に 来年着工へ",
    lead: "",
    text: [
      "川沿いの古い倉庫が図書館に生まれ変わることになり、市は来年三月に工事を始めると五日、発表しました。",
      "担当の局長は、れんがの壁と鉄骨を残し、かつて港で最もにぎわった場所だと分かるようにしたいと話していました。",
    ],
    tags: [],
  },
  {
    name: "yonhap",
    title: "옛 창고, 도서관으로…내년 착공",
    lead: "(서울=시범뉴스) 홍길동 기자 = ",
    text: [
      "강변의 옛 창고가 도서관으로 바뀐다. 시는 내년 3월 공사를 시작한다고 5일 밝혔다.",
      "담당 국장은 벽돌과 철골을 그대로 남겨 이곳이 한때 나루터에서 가장 붐비던 자리였음을 알 수 있게 하겠다고 말했다.",
    ],
    tags: ["도서관", "강변"],
  },
] as const;

describe.each(pages)("a page in the shape of $name", ({ name, title, lead, text, tags: expectedTags }) => {
  const extract = extractPage(page(name), "https://news.example/1");

  it("gives the article's paragraphs and nothing around them", () => {
    expect(extract.text).toBe(lead + text.join("\n\n"));
  });

  it("gives the headline without the publisher's name", () => {
    expect(extract.title?.replace("\u3000", " ")).toBe(title);
  });

  it("gives the publisher's tags", () => {
    expect(extract.tags).toEqual(expectedTags);
  });

  it("gives the time of publication in the zone of the page's region", () => {
    const zone = name === "nhk" || name === "yonhap" ? "+09:00" : "+08:00";
    expect(extract.publishedAt).toBe(Date.parse(`2023-10-05T14:20:00${zone}`));
  });

  it("gives the picture's whole address", () => {
    expect(extract.image).toBe("https://news.example/pic/1.jpg");
  });
});

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
