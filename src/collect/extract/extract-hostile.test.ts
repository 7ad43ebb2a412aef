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
  ["five mebibytes of &", filled("&", 5 * mebibyte)],
  ["five mebibytes of spaces in a paragraph", `<p>a${filled(" \n", 5 * mebibyte)}b</p>`],
  ["five mebibytes of line breaks", `<p>一${filled("<br>\n", 5 * mebibyte)}二</p>`],
  ["five mebibytes of headings", filled("<h1>a b c</h1>", 5 * mebibyte)],
  ["five mebibytes of small print", filled("<small>a</small>", 5 * mebibyte)],
  ["five mebibytes of links", filled('<a class="x" href="#">a</a>', 5 * mebibyte)],
  ["five mebibytes of nested links", filled("<a>", 5 * mebibyte)],
  ["five mebibytes of metadata", filled('<meta name="keywords" content="a">', 5 * mebibyte)],
  ["a class attribute of five mebibytes", `<div class="${filled("related-", 5 * mebibyte)}">a</div>`],
  ["a title of five mebibytes", `<title>${filled("a - ", 5 * mebibyte)}</title><h1>a</h1>`],
  ["deep JSON", `<script type="application/ld+json">${filled("[", mebibyte)}${filled("]", mebibyte)}</script>`],
  ["wide JSON", `<script type="application/ld+json">[${filled("[{}],", 2 * mebibyte)}1]</script>`],
  ["an unclosed comment", `<p>a</p><!--${filled("<!--", 5 * mebibyte)}`],
];

const longestMs = 8_000;

it.each(hostilePages)(
  "%s do not stop the desk",
  (_name, page) => {
    const startedAt = performance.now();
    extractPage(page, "https://news.example/1");
    extractFragment(page, null);
    expect(performance.now() - startedAt).toBeLessThan(longestMs);
  },
  60_000,
);
