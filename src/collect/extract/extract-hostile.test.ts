// Pages made to exhaust a reader: each must be read, or given up, in a moment.
import { expect, it } from "vitest";
import { extractFragment } from "./extract-fragment.ts";
import { extractPage } from "./extract-page.ts";

const mebibyte = 1_048_576;
const filled = (piece: string, bytes: number): string => piece.repeat(Math.floor(bytes / piece.length));
const sentence = "The council voted on Tuesday to repair the bridge, which has been closed since the flood in March. ";

const hostilePages: readonly (readonly [string, string])[] = [
  ["100,000 nested boxes", `${"<div>".repeat(100_000)}text${"</div>".repeat(100_000)}`],
  ["100,000 open boxes and as many unmatched ends", "<div>".repeat(100_000) + "</span>".repeat(100_000)],
  [
    "nested boxes around a long text",
    `${'<div class="author date related">'.repeat(250)}${filled(sentence, mebibyte)}`,
  ],
  ["five mebibytes of <", filled("<", 5 * mebibyte)],
  ["a mebibyte of &", filled("&", mebibyte)],
  ["a mebibyte of spaces in a paragraph", `<p>a${filled(" \n", mebibyte)}b</p>`],
  ["a mebibyte of line breaks", `<p>一${filled("<br>\n", mebibyte)}二</p>`],
  ["a mebibyte of headings", filled("<h1>a b c</h1>", mebibyte)],
  ["a mebibyte of small print", filled("<small>a</small>", mebibyte)],
  ["a mebibyte of links", filled('<a class="x" href="#">a</a>', mebibyte)],
  ["a mebibyte of nested links", filled("<a>", mebibyte)],
  ["a mebibyte of metadata", filled('<meta name="keywords" content="a">', mebibyte)],
  ["a class attribute of a mebibyte", `<div class="${filled("related-", mebibyte)}">a</div>`],
  ["a title of a mebibyte", `<title>${filled("a - ", mebibyte)}</title><h1>a</h1>`],
  ["a mebibyte of lines almost about sharing", filled(`<p>${"分享至".repeat(8)}${"一".repeat(15)}</p>`, mebibyte / 2)],
  ["deep JSON", `<script type="application/ld+json">${filled("[", mebibyte)}${filled("]", mebibyte)}</script>`],
  ["wide JSON", `<script type="application/ld+json">[${filled("[{}],", mebibyte)}1]</script>`],
  ["an unclosed comment", `<p>a</p><!--${filled("<!--", mebibyte)}`],
];

// In quadratic time each would take many minutes: this limit tells that from a busy machine.
const hangsMs = 60_000;

it.each(hostilePages)(
  "%s do not stop the desk",
  (_name, page) => {
    expect(typeof extractPage(page, "https://news.example/1").text).toBe("string");
    expect(typeof extractFragment(page, null).text).toBe("string");
  },
  hangsMs,
);
