import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ParseError } from "../../../records/errors.ts";
import { readFeed } from "../feed.ts";

const read = (text: string | Uint8Array) =>
  readFeed({ bytes: Buffer.from(text as string), url: "https://a.example/", contentType: null });
const rss = (items: string) => `<rss version="2.0"><channel><title>F</title>${items}</channel></rss>`;
const item = (n: number) =>
  `<item><title>T${n}</title><link>https://a.example/${n}</link><description><![CDATA[<p>text ${n}</p>]]></description></item>\n`;
const items = (count: number) => Array.from({ length: count }, (_, n) => item(n)).join("");
const titles = (text: string) => read(text).items.map(({ title }) => title);

describe("an ill-formed feed", () => {
  it("that is cut in half yields the items before the cut, and says so", () => {
    const whole = rss(items(10));
    const { items: kept, problems } = read(whole.slice(0, whole.indexOf("text 6")));
    expect(kept.map(({ title }) => title)).toEqual(["T0", "T1", "T2", "T3", "T4", "T5"]);
    expect(problems).toEqual([
      "The feed ends in the middle of an item, which is left out; the 6 items before are read.",
    ]);
  });

  it("that lacks an item's end tag loses no item, and names the damaged one", () => {
    const { items: kept, problems } = read(rss(item(1).replace("</item>", "") + item(2)));
    expect(kept.map(({ title }) => title)).toEqual(["T1", "T2"]);
    expect(problems).toEqual(["Item 1 is not well-formed; it was read as far as its tags could be matched."]);
  });

  it("that lacks a title's end tag keeps the fields behind it", () => {
    const [damaged] = read(rss(item(1).replace("</title>", ""))).items;
    expect(damaged).toMatchObject({ title: "T1", url: "https://a.example/1" });
  });

  it("that lacks the end of a CDATA section costs no other item", () => {
    const text = rss(item(1) + item(2).replace("]]>", "") + item(3));
    expect(titles(text)).toEqual(["T1", "T2", "T3"]);
    expect(read(text).items[1]?.summary).toBe("<p>text 2</p>");
  });

  it("may quote the tag of a CDATA section inside one", () => {
    const quoting = "<item><description><![CDATA[write <![CDATA[ to begin]]></description></item>";
    expect(read(rss(quoting + item(2))).items[0]?.summary).toBe("write <![CDATA[ to begin");
  });

  it("with HTML that is not escaped keeps its markup", () => {
    const [found] = read(rss("<item><description><p>a<br>b & c < d</p></description><title>T</title></item>")).items;
    expect(found).toMatchObject({ title: "T", summary: "<p>a<br>b &amp; c &lt; d</br></p>" });
  });

  it("with stray end tags is read on", () => {
    expect(titles(rss(`</b>${item(1)}</channel></p>${item(2)}`))).toEqual(["T1", "T2"]);
  });

  it("with a program's warnings in front of it is read", () => {
    const { feed, items: found } = read(
      `<br />\n<b>Warning</b>: no such file<br>\n<?xml version="1.0"?>${rss(item(1))}`,
    );
    expect(feed.title).toBe("F");
    expect(found.map(({ title }) => title)).toEqual(["T1"]);
  });

  it("with empty items leaves them out and says so", () => {
    expect(read(rss(`<item/>${item(1)}`)).problems).toEqual(["Item 1 is empty and left out."]);
  });

  it("never does worse than a ParseError, whatever the bytes", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "<item>",
        "</item>",
        "<![CDATA[",
        "]]>",
        "<title>",
        "</title>",
        "<rss>",
        "<feed>",
        "&amp;",
        "<!--",
        "-->",
        "<?",
        "<!DOCTYPE",
        "xml:base='",
        '"',
        "<a href=",
        "/>",
        "{",
        '"items":[',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        try {
          read(pieces.join(""));
        } catch (error) {
          expect(error).toBeInstanceOf(ParseError);
        }
      }),
    );
  });
});

describe("a hostile feed", () => {
  // Each of these takes minutes in a reader that looks back; together they take seconds here.
  const within = { timeout: 10_000 };

  it("of 100,000 nested elements is read at once", within, () => {
    expect(
      titles(rss(`<item><title>T</title><description>${"<b>".repeat(100_000)}</description></item>${item(2)}`)),
    ).toHaveLength(2);
    expect(titles(`${"<rss>".repeat(100_000)}${item(1)}`)).toHaveLength(0);
  });

  it("of 300,000 unclosed CDATA openings is read at once", within, () => {
    expect(titles(rss(item(1) + "<![CDATA[".repeat(300_000)))).toEqual(["T1"]);
    expect(read(rss("<item><title><![CDATA[x</title></item>".repeat(300_000))).items).toHaveLength(100_000);
  });

  it("of comments, instructions and declarations without end is read at once", within, () => {
    for (const opening of ["<!--", "<?", "<!", "<!DOCTYPE [", "</", "<a ", "&"]) {
      expect(titles(rss(item(1) + opening.repeat(300_000)))).toEqual(["T1"]);
    }
  });

  it("with a million end tags that match nothing is read at once", within, () => {
    expect(titles(rss(`<item><title>T</title>${"<b>".repeat(150)}${"</c>".repeat(1_000_000)}</item>`))).toEqual(["T"]);
  });

  it("with an entity bomb has none of it expanded", () => {
    const letters = [..."abcdefghij"];
    const bomb = letters.map(
      (letter, n) => `<!ENTITY ${letter} "${n === 0 ? "boom" : `&${letters[n - 1]};`.repeat(10)}">`,
    );
    expect(titles(`<!DOCTYPE rss [${bomb.join("")}]>${rss("<item><title>&j;</title></item>")}`)).toEqual(["&j;"]);
    const long = `<!DOCTYPE rss [<!ENTITY a "${"x".repeat(1000)}">]>`;
    const [title] = titles(long + rss(`<item><title>${"&a;".repeat(100_000)}</title></item>`));
    expect(title?.length).toBeLessThan(500_000);
  });

  it("that names files and addresses in its DOCTYPE reads none of them", () => {
    const doctype = '<!DOCTYPE rss SYSTEM "https://a.example/x.dtd" [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
    expect(titles(doctype + rss("<item><title>&f;</title></item>"))).toEqual(["&f;"]);
  });

  it("of 50 MB is read in seconds", { timeout: 20_000 }, () => {
    const { items: found, problems } = read(
      rss(items(1000).replaceAll("text", "text ".repeat(10_000)).slice(0, 50_000_000)),
    );
    expect(found.length).toBeGreaterThan(900);
    expect(problems).toHaveLength(1);
  });
});
