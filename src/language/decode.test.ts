import { describe, expect, it } from "vitest";
import { decodeText } from "./decode.ts";

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));
const joined = (...parts: (string | Uint8Array)[]) =>
  Uint8Array.from(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

/** One sentence in each legacy encoding, long enough to be guessed. */
const sentences: readonly (readonly [encoding: string, hex: string, text: string])[] = [
  [
    "big5",
    "b0aab6afa5abac46a9b2a4b5a4d1abc5a5aca141b4bcbc7aabb0a5abad70b565b14ea9f3a9faa67eb67da96cb1c0b0caa141a5aba5c1a569a548b37ab94ca4e2bef7ac64b8dfa143",
    "高雄市政府今天宣布，智慧城市計畫將於明年開始推動，市民可以透過手機查詢。",
  ],
  [
    "gb2312",
    "d6d0b9fad5feb8aebdf1ccecd0fbb2bca3acd0c2b5c4beadbcc3bcc6bbaebdabd3dac3f7c4eabfaacabccab5caa9a3accad0c3f1bfc9d2d4cda8b9fdcad6bbfab2e9d1afa1a3",
    "中国政府今天宣布，新的经济计划将于明年开始实施，市民可以通过手机查询。",
  ],
  [
    "x-sjis",
    "938c8b9e937382cd8da193fa8141905682b582a28c7689e682f094ad955c82b582dc82b582bd81429788944e82a982e78e6e82dc82e9975c92e882c582b78142",
    "東京都は今日、新しい計画を発表しました。来年から始まる予定です。",
  ],
  [
    "euc-jp",
    "c5ecb5fec5d4a4cfbaa3c6fca1a2bfb7a4b7a4a4b7d7b2e8a4f2c8afc9bda4b7a4dea4b7a4bfa1a3cde8c7afa4aba4e9bbcfa4dea4ebcdbdc4eaa4c7a4b9a1a3",
    "東京都は今日、新しい計画を発表しました。来年から始まる予定です。",
  ],
  ["iso-2022-jp", "1b2442456c357e4554244f3a23467c1b2842", "東京都は今日"],
  [
    "ks_c_5601-1987",
    "bcadbfefbdc3b4c220bfc0b4c320bbf5b7cebfee20b0e8c8b9c0bb20b9dfc7a5c7dfb4d92e20b3bbb3e2bacec5cd20bdc3c0dbb5c920bfb9c1a4c0ccb4d92e",
    "서울시는 오늘 새로운 계획을 발표했다. 내년부터 시작될 예정이다.",
  ],
  [
    "windows-1251",
    "d1e5e3eee4edff20e220cceef1eae2e520eee1faffe2e8ebe820ee20edeee2fbf520efebe0ede0f520f0e0e7e2e8f2e8ff20e3eef0eee4e02e",
    "Сегодня в Москве объявили о новых планах развития города.",
  ],
  [
    "windows-1253",
    "d3deece5f1e120e720eaf5e2ddf1ede7f3e720e1ede1eaefdfedf9f3e520eddde120ecddf4f1e120e3e9e120f4e7ed20efe9eaefedefecdfe12e",
    "Σήμερα η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία.",
  ],
  [
    "iso-8859-1",
    "4c6520676f757665726e656d656e74206120616e6e6f6e63e9206465206e6f7576656c6c6573206d65737572657320e9636f6e6f6d69717565732c20617072e873206c92e974e92e",
    "Le gouvernement a annoncé de nouvelles mesures économiques, après l’été.",
  ],
];

describe("the text of a body", () => {
  it.each(sentences)("is read when the header declares %s", (encoding, hex, text) => {
    expect(decodeText(bytes(hex), `text/html; charset="${encoding}"`)).toBe(text);
  });

  it.each(sentences)("is guessed when nothing declares %s", (_encoding, hex, text) => {
    expect(decodeText(bytes(hex), null)).toBe(text);
  });

  it.each(sentences)("is read when only the document declares %s", (encoding, hex, text) => {
    const meta = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${encoding}"></head>`;
    expect(decodeText(joined(meta, bytes(hex)), "text/html")).toBe(meta + text);
    const xml = `<?xml version="1.0" encoding='${encoding}'?>`;
    expect(decodeText(joined(xml, bytes(hex)), "text/xml")).toBe(xml + text);
  });

  it("is UTF-8 when the bytes are, whatever is declared", () => {
    expect(decodeText(joined("高雄"), "text/html; charset=big5")).toBe("高雄");
  });

  it("goes by the byte order mark before all else, and does not hold it", () => {
    expect(decodeText(joined("\ufeff高雄"), "text/html; charset=big5")).toBe("高雄");
    expect(decodeText(bytes("fffe d89a c496".replaceAll(" ", "")), null)).toBe("高雄");
    expect(decodeText(bytes("feff 9ad8 96c4".replaceAll(" ", "")), null)).toBe("高雄");
  });

  it("is UTF-16 when it begins like XML in UTF-16 without a mark", () => {
    const xml = '<?xml version="1.0" encoding="utf-16"?><a>高雄</a>';
    expect(decodeText(Uint8Array.from(Buffer.from(xml, "utf16le")), null)).toBe(xml);
    expect(decodeText(Uint8Array.from(Buffer.from(xml, "utf16le").swap16()), null)).toBe(xml);
  });

  it("keeps to UTF-8 when a truncated body ends inside a character", () => {
    expect(decodeText(joined("高雄").subarray(0, 5), null)).toBe("高");
  });

  it("keeps to a declared UTF-8 when one byte of many is broken", () => {
    const text = decodeText(joined("高雄市政府今天宣布智慧城市", bytes("ff"), "計畫"), "text/html; charset=utf-8");
    expect(text).toBe("高雄市政府今天宣布智慧城市\ufffd計畫");
  });

  it.each(["big5", "gbk", "shift_jis", "euc-kr", "windows-1252", "iso-8859-1"])(
    "is UTF-8 in spite of one broken byte where %s is declared",
    (encoding) => {
      const half = "高雄市政府今天宣布，智慧城市計畫將於明年開始推動。";
      const page = joined(half, bytes("ff"), half);
      expect(decodeText(page, `text/html; charset=${encoding}`)).toBe(`${half}\ufffd${half}`);
    },
  );

  it("goes by the header before the document, and by the document before a guess", () => {
    // The same bytes are words in Korean and, by the other table, signs in Chinese.
    const [korean, chinese] = ["서울시는 오늘 새로운 계획을 발표했다", "辑匡矫绰 坷疵 货肺款 拌裙阑 惯钎沁促"];
    const words = bytes("bcadbfefbdc3b4c220bfc0b4c320bbf5b7cebfee20b0e8c8b9c0bb20b9dfc7a5c7dfb4d9");
    const meta = '<meta charset="gbk">';
    expect(decodeText(joined(meta, words), "text/html; charset=euc-kr")).toBe(meta + korean);
    expect(decodeText(joined(meta, words), "text/html")).toBe(meta + chinese);
    const xml = '<?xml version="1.0" encoding="gbk"?>';
    expect(decodeText(joined(xml, words), "text/xml; charset=euc-kr")).toBe(xml + korean);
    expect(decodeText(joined(xml, words), "text/xml")).toBe(xml + chinese);
  });

  it("goes by no declaration that was commented out", () => {
    const head = '<!-- <meta charset="gbk"> --><meta charset="euc-kr">';
    const words = bytes("bcadbfefbdc3b4c220bfc0b4c320bbf5b7cebfee20b0e8c8b9c0bb20b9dfc7a5c7dfb4d9");
    expect(decodeText(joined(head, words), null)).toBe(`${head}서울시는 오늘 새로운 계획을 발표했다`);
  });

  it("is not taken for Japanese because somebody wrote its switches into UTF-8", () => {
    const title = "<title>高雄 \u001b$B 智慧</title>";
    expect(decodeText(joined(title), null)).toBe(title);
    expect(decodeText(joined("Harbour \u001b$B opens"), "text/html; charset=utf-8")).toBe("Harbour \u001b$B opens");
  });

  it("passes over a declaration that the bytes contradict", () => {
    const [, hex, text] = sentences[0] ?? ["", "", ""];
    expect(decodeText(bytes(hex), "text/html; charset=utf-8")).toBe(text);
  });

  it("understands labels that the Encoding Standard leaves out", () => {
    const [, hex, text] = sentences[0] ?? ["", "", ""];
    expect(decodeText(bytes(hex), "text/html; charset=CP950")).toBe(text);
  });

  it("has the characters of Hong Kong's supplement to Big5", () => {
    expect(decodeText(bytes("8856"), "text/html; charset=big5-hkscs")).not.toContain("\ufffd");
  });

  it("is empty for an empty body", () => {
    expect(decodeText(new Uint8Array(), null)).toBe("");
  });
});
