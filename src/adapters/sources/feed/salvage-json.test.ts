import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ParseError } from "../../../records/errors.ts";
import { readFeed } from "../feed.ts";

const read = (text: string) => readFeed({ bytes: Buffer.from(text), url: "https://a.example/", contentType: null });
const titles = (text: string) => read(text).items.map(({ title }) => title);
const feed = (count: number, indent = 0) =>
  JSON.stringify(
    {
      version: "https://jsonfeed.org/version/1.1",
      title: '範例 \\ "F"',
      items: Array.from({ length: count }, (_, n) => ({
        id: `${n}`,
        title: `T${n}`,
        content_html: `<p>a, "b" [c] {d} \\ ${n}</p>`,
        authors: [{ name: "Ann" }, { name: "Bo" }],
      })),
      home_page_url: "https://home.example/",
    },
    null,
    indent,
  );

describe("a JSON Feed", () => {
  it.each([0, 2])("that is cut in half yields the items before the cut, and says so (indented by %d)", (indent) => {
    const whole = feed(10, indent);
    const parsed = read(whole.slice(0, whole.indexOf("T6")));
    expect(parsed.feed.title).toBe('範例 \\ "F"');
    expect(parsed.items.map(({ title }) => title)).toEqual(["T0", "T1", "T2", "T3", "T4", "T5"]);
    expect(parsed.items[5]).toMatchObject({ content: '<p>a, "b" [c] {d} \\ 5</p>', author: "Ann, Bo" });
    expect(parsed.problems).toEqual([
      "The feed ends in the middle of an item, which is left out; the 6 items before are read.",
    ]);
  });

  it("that is cut behind its items has them all, and says so", () => {
    const whole = feed(3);
    const { items, problems } = read(whole.slice(0, whole.indexOf('"home_page_url"')));
    expect(items).toHaveLength(3);
    expect(problems).toEqual(["The feed ends before its last element is closed; the 3 items before are read."]);
  });

  it("yields at every place of a cut the items that are whole there", () => {
    const whole = feed(4);
    const end = (n: number) => whole.indexOf("]}", whole.indexOf(`T${n}`)) + 2;
    for (let at = end(0) + 1; at < whole.length; at++) {
      expect(titles(whole.slice(0, at))).toHaveLength([0, 1, 2, 3].filter((n) => end(n) <= at).length);
    }
  });

  it("with an item that is no JSON loses that one, and says so", () => {
    const { items, problems, feed: kept } = read(feed(4).replace('"title":"T2"', '"title":undefined'));
    expect(items.map(({ title }) => title)).toEqual(["T0", "T1", "T3"]);
    expect(kept.link).toBe("https://home.example/");
    expect(problems).toEqual(["Items that are not well-formed JSON and left out: 1."]);
  });

  it("with a quotation mark too many in one item keeps the others, when each member has its line", () => {
    expect(titles(feed(4, 2).replace('"T1"', '"T"1"'))).toEqual(["T0", "T2", "T3"]);
  });

  it("with line breaks inside its strings, or a comma too many, loses nothing and says so", () => {
    const mended = read(feed(2).replace("<p>a", "<p>\n\ta").replace('],"home', ',],"home'));
    expect(mended.items).toHaveLength(2);
    expect(mended.problems).toEqual(["The feed is not well-formed JSON; it was read item by item."]);
  });

  it("never does worse than a ParseError, whatever the text", () => {
    const piece = fc.oneof(
      fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "\\", "\n", '"items":[', '{"title":"T"}', "__proto__", "null"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        try {
          read(`{"items":[{"id":"1"},${pieces.join("")}`);
        } catch (error) {
          expect(error).toBeInstanceOf(ParseError);
        }
      }),
    );
  });

  // Each of these takes minutes in a reader that looks back; together they take seconds here.
  it("that is hostile is answered at once", { timeout: 20_000 }, () => {
    const open = '{"items":[{"title":"T"},';
    for (const endless of ["[", "{", '"', '\\"', "\\", '"a",', '\n"', "],"]) {
      expect(titles(open + endless.repeat(1_000_000))).toContain("T");
    }
  });
});
