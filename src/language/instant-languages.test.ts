import { describe, expect, it } from "vitest";
import { readInstant } from "./instant.ts";

const read = (text: string) => {
  const at = readInstant(text);
  return at === null ? null : new Date(at).toISOString().replace(".000Z", "Z");
};

describe("a publication time in Chinese", () => {
  it.each([
    ["週三, 01 五月 2024 14:05:06 +0800", "2024-05-01T06:05:06Z"],
    ["三, 01 5月 2024 14:05:06 +0800", "2024-05-01T06:05:06Z"],
    ["星期日, 31 十二月 2023 23:59:00", "2023-12-31T15:59:00Z"],
    ["週三, 05/01/2024 - 14:05", "2024-05-01T06:05:00Z"],
    ["十二月 31, 2023", "2023-12-30T16:00:00Z"],
    ["周三, 01 五月 2024 14:05:06 CST", "2024-05-01T06:05:06Z"],
  ])("is read as programs set to Chinese write it: %s", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each([
    ["113/05/01", "2024-04-30T16:00:00Z"],
    ["113.5.1 14:05", "2024-05-01T06:05:00Z"],
    ["民國 113-05-01", "2024-04-30T16:00:00Z"],
    ["中華民國 113 年 5 月 1 日 星期三 下午 3 時 5 分", "2024-05-01T07:05:00Z"],
    ["中華民國一一三年五月一日", "2024-04-30T16:00:00Z"],
    ["民國一百一十三年十二月二十一日", "2024-12-20T16:00:00Z"],
    ["2024/05/01 PM 03:04:05", "2024-05-01T15:04:05Z"],
    ["2024/5/1 03:04:05 下午", "2024-05-01T07:04:05Z"],
    ["2024/05/01 週三 14:05", "2024-05-01T06:05:00Z"],
  ])("is read as offices of Taiwan write it: %s", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each([
    ["二〇二四年五月一日", "2024-04-30T16:00:00Z"],
    ["2024年5月1日下午3点04分", "2024-05-01T07:04:00Z"],
    ["2024年5月1日中午12:05", "2024-05-01T04:05:00Z"],
    ["2024年5月1日中午1:05", "2024-05-01T05:05:00Z"],
    ["2024年5月1日清晨5:00", "2024-04-30T21:00:00Z"],
    ["2024年5月1日凌晨12:05", "2024-04-30T16:05:00Z"],
  ])("is read as newspapers write it: %s", (text, instant) => {
    expect(read(text)).toBe(instant);
  });
});

describe("a publication time in Japanese, Korean, Thai or Vietnamese", () => {
  it.each([
    ["水, 01 5月 2024 14:05:06 +0900", "2024-05-01T05:05:06Z"],
    ["水曜日, 5月 1, 2024 - 14:05", "2024-05-01T05:05:00Z"],
    ["2024年05月01日(水) 15時04分", "2024-05-01T06:04:00Z"],
    ["令和6.5.1", "2024-04-30T15:00:00Z"],
    ["2024년 5월 1일 (수) 오후 3:05", "2024-05-01T06:05:00Z"],
    ["2024년 5월 1일 수요일 오후 3시 5분", "2024-05-01T06:05:00Z"],
    ["2024. 5. 1. 오후 3:05", "2024-05-01T06:05:00Z"],
    ["수, 01 5월 2024 14:05:06 +0900", "2024-05-01T05:05:06Z"],
    ["1 พ.ค. 2567 14:05", "2024-05-01T07:05:00Z"],
    ["Thứ Tư, ngày 1 tháng 5 năm 2024", "2024-04-30T17:00:00Z"],
  ])("is read: %s", (text, instant) => {
    expect(read(text)).toBe(instant);
  });
});

describe("a publication time in a European language", () => {
  it.each([
    ["Mi., 2. März 2022, 14:05 Uhr", "2022-03-02T14:05:00Z"],
    ["Sa, 26 Okt 2024 14:05:06 MESZ", "2024-10-26T12:05:06Z"],
    ["mercredi 1er mai 2024 à 14h05", "2024-05-01T14:05:00Z"],
    ["15 juil. 2024", "2024-07-15T00:00:00Z"],
    ["mar. 5 mars 2024", "2024-03-05T00:00:00Z"],
    ["Mar 5 2024", "2024-03-05T00:00:00Z"],
    ["1 de septiembre del 2024", "2024-09-01T00:00:00Z"],
    ["miércoles 1 mayo 2024 2:05 p. m.", "2024-05-01T14:05:00Z"],
    ["quarta-feira, 1 de maio de 2024 às 14h05", "2024-05-01T14:05:00Z"],
    ["mercoledì 1 maggio 2024 ore 14.05", "2024-05-01T14:05:00Z"],
    ["śr., 9 paź 2024 14:05:06 +0200", "2024-10-09T12:05:06Z"],
    ["1 stycznia 2024", "2024-01-01T00:00:00Z"],
    ["1. července 2024", "2024-07-01T00:00:00Z"],
    ["1 desember 2024 kl. 14:05", "2024-12-01T14:05:00Z"],
    ["1. toukokuuta 2024 klo 14.05", "2024-05-01T14:05:00Z"],
    ["14 Ağustos 2024 Çarşamba", "2024-08-14T00:00:00Z"],
    ["2004. július 13., kedd 09:15", "2004-07-13T09:15:00Z"],
    ["Τετ, 01 Μαΐ 2024 12:00:00 EET", "2024-05-01T10:00:00Z"],
    ["Πέμ, 03 Ιον 2004 12:00:00 GMT", "2004-06-03T12:00:00Z"],
    ["1 Μαΐου 2024 3:05 μμ", "2024-05-01T15:05:00Z"],
    ["1 марта 2024 г. 14:05", "2024-03-01T14:05:00Z"],
    ["5 травня 2024, 14:05", "2024-05-05T14:05:00Z"],
    ["1.5.2024 15:04", "2024-05-01T15:04:00Z"],
  ])("is read: %s", (text, instant) => {
    expect(read(text)).toBe(instant);
  });
});

describe("a publication time as Intl writes it", () => {
  const locales =
    "en-US en-GB zh-TW zh-CN zh-HK ja ko de fr es es-MX it pt-BR pt-PT nl da nb sv fi pl cs sl hu ro tr el ru uk id th et ar-EG".split(
      " ",
    );
  const times = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 24, month + 8, 5));
  /** Minutes between what was read and what was meant: the zone that is assumed for the language. */
  const misread = (text: string, at: number) => {
    const minutes = (at - (readInstant(text) ?? Number.NaN)) / 60_000;
    return ![0, 420, 480, 540].includes(minutes);
  };

  it.each(locales)("is read in %s, every month of the year", (locale) => {
    for (const [dateStyle, timeStyle] of [
      ["full", "short"],
      ["long", "medium"],
      ["long", "short"],
    ] as const) {
      const format = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle, timeZone: "UTC" });
      expect(times.map((at) => ({ text: format.format(at), at })).filter(({ text, at }) => misread(text, at))).toEqual(
        [],
      );
    }
  });
});
