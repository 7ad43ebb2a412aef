import { describe, expect, it } from "vitest";
import { imageAddress, linkAddress, plainLine, plainText, splitText } from "./plain.ts";

describe("text from outside", () => {
  it("is one line without control characters and direction overrides", () => {
    expect(plainLine(" a\u0000b\n\tc \u202egnp.exe\u202c ", 100)).toBe("a b c gnp.exe");
  });

  it("is empty when nothing of it can be seen", () => {
    expect(plainLine("\u200b \u2060\n", 100)).toBe("");
    expect(plainText("\n \u200d \n")).toBe("");
  });

  it("keeps its lines where several are allowed, and no more than one blank one", () => {
    expect(plainText("one \r\n\r\n\r\n\r\ntwo\rthree")).toBe("one\n\ntwo\nthree");
  });

  it("is split where lines end, the last piece clipped", () => {
    expect(splitText("one\ntwo\nthree", 8, 5)).toEqual(["one\ntwo", "three"]);
    expect(splitText("abcdefghij", 4, 2)).toEqual(["abc", "def…"]);
    expect(splitText("", 4, 2)).toEqual([]);
  });
});

describe("an address from outside", () => {
  it("is percent-encoded, its host in ASCII", () => {
    expect(linkAddress("https://例え.jp/新聞?q=a|b")).toBe("https://xn--r8jz45g.jp/%E6%96%B0%E8%81%9E?q=a%7Cb");
    expect(linkAddress("https://news.example/50%/a[1]?x={y}")).toBe("https://news.example/50%25/a%5B1%5D?x=%7By%7D");
  });

  it("is refused when it is no web address, hides its host, or is too long", () => {
    expect(linkAddress("javascript:alert(1)")).toBeNull();
    expect(linkAddress("/relative")).toBeNull();
    expect(linkAddress("https://bank.example@news.example/")).toBeNull();
    expect(linkAddress(`https://news.example/${"新".repeat(120)}`)).toBeNull();
  });

  it("of an image is https and of a kind that LINE shows", () => {
    expect(imageAddress("https://news.example/a.JPG?w=1")).toBe("https://news.example/a.JPG?w=1");
    expect(imageAddress("http://news.example/a.jpg")).toBeNull();
    expect(imageAddress("https://news.example/a.webp?w=1")).toBeNull();
  });
});
