// Every encoding that news comes in, with bytes made by the tables of the Encoding Standard.
import { createMultibyteEncoder } from "@exodus/bytes/multi-byte.js";
import { createSinglebyteEncoder } from "@exodus/bytes/single-byte.js";
import { describe, expect, it } from "vitest";
import { decodeText } from "./decode.ts";

const multibyte: readonly (readonly [encoding: string, labels: readonly string[], text: string])[] = [
  [
    "big5",
    ["big5", "big5-hkscs", "x-x-big5", "cn-big5", "cp950"],
    "立法院三讀通過，黨團協商到深夜；許功蓋與堃、喆、峯也出席。",
  ],
  ["gb18030", ["gb18030"], "国务院今天发布新规，㐂、𠮷和镕都写得出来；价格€5。"],
  ["gbk", ["gbk", "gb2312", "x-gbk", "cp936"], "北京市今天宣布，朱镕基的传记出版，軟體與網絡同見。"],
  [
    "shift_jis",
    ["shift_jis", "x-sjis", "windows-31j", "cp932"],
    "東京都は①月の計画を発表、髙島屋と﨑さんが能登で表示ソースを十分に予約。ﾊﾝｶｸ",
  ],
  ["euc-jp", ["euc-jp", "x-euc-jp"], "東京都は①月の計画を発表しました。来年から始まる予定です。ﾊﾝｶｸ"],
  ["iso-2022-jp", ["iso-2022-jp", "csiso2022jp"], "東京都は今日、新しい計画を発表しました。"],
  [
    "euc-kr",
    ["euc-kr", "ks_c_5601-1987", "windows-949", "cp949"],
    "서울시는 오늘 똠방각하 펲시 계획을 발표했다. €5, 大韓民國.",
  ],
];

const singlebyte: readonly (readonly [encoding: string, text: string])[] = [
  ["windows-1250", "Žluťoučký kůň úpěl ďábelské ódy, řekl ministr."],
  ["windows-1251", "Сегодня объявили о новых планах развития города №5."],
  ["windows-1252", "Le gouvernement a annoncé « des mesures » — 5 € de plus, dès l’été."],
  ["windows-1253", "Σήμερα η κυβέρνηση ανακοίνωσε νέα μέτρα."],
  ["windows-1254", "Başbakan bugün İstanbul’da açıkladı: ışık, ğ, ş."],
  ["windows-1255", "הממשלה הודיעה היום על תוכנית חדשה."],
  ["windows-1256", "أعلنت الحكومة اليوم عن خطة جديدة."],
  ["windows-1257", "Vyriausybė šiandien paskelbė naują planą, ąčęėįšųūž."],
  [
    "windows-1258",
    "Chính phủ hôm nay công bố"
      .normalize("NFD")
      .replace(/i\u0301/g, "i\u0301")
      .replace(/o\u0302/g, "ô"),
  ],
  ["windows-874", "รัฐบาลประกาศแผนใหม่วันนี้"],
  ["iso-8859-2", "Rząd ogłosił dziś nowy plan: ąćęłńóśźż."],
  ["koi8-r", "Сегодня объявили о новых планах."],
];

const encode = (encoding: string, text: string): Uint8Array =>
  multibyte.some(([name]) => name === encoding)
    ? createMultibyteEncoder(encoding)(text)
    : createSinglebyteEncoder(encoding)(text);

const labelled = [
  ...multibyte.flatMap(([encoding, labels, text]) => labels.map((label) => [label, encoding, text] as const)),
  ...singlebyte.map(([encoding, text]) => [encoding, encoding, text] as const),
];

describe("a legacy encoding", () => {
  it.each(labelled)("is read where the header says %s", (label, encoding, text) => {
    expect(decodeText(encode(encoding, text), `text/html; Charset=${label.toUpperCase()}`)).toBe(text);
  });

  it.each(labelled)("is read where the page or the feed says %s", (label, encoding, text) => {
    const page = `<meta charset='${label}'>${text}`;
    expect(decodeText(encode(encoding, page), null)).toBe(page);
    const feed = `<?xml version="1.0" encoding="${label}"?><rss>${text}</rss>`;
    expect(decodeText(encode(encoding, feed), "application/xml")).toBe(feed);
  });

  it.each(labelled)("that is declared as %s but is UTF-8 is read as UTF-8", (label, _, text) => {
    const page = `<meta charset="${label}">${text}`;
    expect(decodeText(Buffer.from(page), `text/html; charset=${label}`)).toBe(page);
  });

  it.each(multibyte)("%s that nothing declares is guessed", (encoding, _, text) => {
    const plain = text.replace(/[①㐂𠮷﨑髙€ｦ-ﾟ똠펲堃喆峯]/gu, "");
    expect(decodeText(encode(encoding, plain.repeat(4)), "text/html")).toBe(plain.repeat(4));
  });

  it.each(multibyte)("%s cut inside its last character keeps all before it", (encoding, labels, text) => {
    const short = text.slice(0, 4);
    const bytes = encode(encoding, short);
    const cut = decodeText(bytes.subarray(0, bytes.length - 1), `text/html; charset=${labels[0]}`);
    expect(cut).toMatch(new RegExp(`^${short.slice(0, 3)}`));
  });
});

describe("the tables", () => {
  it.each([
    ["big5", "a145 a3e1 c6a1 f9d6", "‧€①碁"],
    ["big5-hkscs", "8862 8864 8743 c87e fad5", "Ê̄Ê̌䖦䒑卿"],
    ["gb18030", "8139ee39 95328236 90308130", "㐀𠀀𐀀"],
    ["euc-kr", "a2e6 8c63 b0a1 c8fe a2e7", "€똠가힝®"],
    ["shift_jis", "8740 ed40 fa40 815f 8160", "①纊ⅰ＼～"],
    ["euc-jp", "ada1 8fb0a1 8eb1", "①丂ｱ"],
    ["iso-2022-jp", "1b2849 3132 1b2842 41", "ｱｲA"],
  ])("of %s are those of the Encoding Standard", (label, hex, text) => {
    const bytes = Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));
    expect(decodeText(bytes, `text/plain; charset=${label}`)).toBe(text);
  });
});

describe("UTF-16", () => {
  it("without a mark is read where the header says so", () => {
    const bytes = Uint8Array.from(Buffer.from("高雄市政府今天宣布", "utf16le"));
    expect(decodeText(bytes, "text/plain; charset=utf-16le")).toBe("高雄市政府今天宣布");
    expect(decodeText(bytes.slice().reverse(), "text/plain; charset=utf-16be")).toBe("布宣天今府政市雄高");
  });

  it("that only a readable declaration claims is not believed", () => {
    const page = '<meta charset="utf-16le">許功蓋來到高雄市政府，宣布智慧城市計畫將於明年開始推動。';
    expect(decodeText(encode("big5", page), null)).toBe(page);
  });
});
