import { describe, expect, it } from "vitest";
import { canonicalLanguage, detectLanguage } from "./detect.ts";

describe("the language of a text", () => {
  it.each([
    ["zh-Hant", "市府今天宣布，新的捷運路線將於明年動工。"],
    ["zh-Hans", "市政府今天宣布，新的地铁线路将于明年动工。"],
    ["ja", "市は新しい路線の工事を来年始めると発表した。"],
    ["ko", "시는 내년에 새 노선 공사를 시작한다고 밝혔다."],
    ["en", "The city said on Monday that work on the new line will begin next year."],
    ["fr", "La ville a annoncé lundi que les travaux de la nouvelle ligne commenceront l’an prochain."],
    ["de", "Die Stadt teilte am Montag mit, dass die Arbeiten an der neuen Linie im nächsten Jahr beginnen."],
  ])("is told by the text itself: %s", (language, text) => {
    expect(detectLanguage(text, null)).toBe(language);
  });

  it("is the script's, whatever the page declares", () => {
    expect(detectLanguage("新的捷運路線將於明年動工", "zh-CN")).toBe("zh-Hant");
  });

  it("stays Chinese when a Japanese title is quoted", () => {
    expect(detectLanguage("動畫電影《すずめの戸締まり》今天在台北舉行首映會，導演與觀眾見面並回答問題。", null)).toBe(
      "zh-Hant",
    );
  });

  it("stays Chinese among Latin names", () => {
    expect(detectLanguage("蘋果公司（Apple）今天發表 iPhone 15 Pro Max 與 Apple Watch Series 9", null)).toBe("zh-Hant");
  });

  it("is the declared one where a few words leave it open", () => {
    expect(detectLanguage("Madrid, Barcelona, Valencia", "es-ES")).toBe("es");
    expect(detectLanguage("OK", "en-GB")).toBe("en");
    expect(detectLanguage("首相今日辞任", "ja")).not.toBe("ko");
  });

  it("is undetermined for a text without letters", () => {
    expect(detectLanguage("2023 – 10 : 3", null)).toBe("und");
    expect(detectLanguage("", "not a language!")).toBe("und");
  });
});

describe("a declared language", () => {
  it.each([
    ["zh_TW", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["zh-CN", "zh-Hans"],
    ["zh", "zh"],
    ["en-US", "en"],
    ["fra", "fr"],
    ["", null],
    ["x y z", null],
  ])("%s is %s", (declared, language) => {
    expect(canonicalLanguage(declared)).toBe(language);
  });
});
