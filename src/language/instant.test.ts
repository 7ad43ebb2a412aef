import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readInstant } from "./instant.ts";

const read = (text: string) => {
  const at = readInstant(text);
  return at === null ? null : new Date(at).toISOString().replace(".000Z", "Z");
};

describe("a publication time", () => {
  it.each([
    ["Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"],
    ["Thu, 01 Jan 04 19:48:21 -0500", "2004-01-02T00:48:21Z"],
    ["01 Jan 99 19:48 EST", "1999-01-02T00:48:00Z"],
    ["Thu,  1 Jan 2004 19:48:21 A", "2004-01-01T19:48:21Z"],
    ["Thu Jan 01 2004 10:00:00 GMT+0800 (CST)", "2004-01-01T02:00:00Z"],
    ["Wed, 31 Dec 2003 24:00:00 GMT", "2004-01-01T00:00:00Z"],
    ["Sun Jan  4 16:29:06 PDT 2004", "2004-01-04T23:29:06Z"],
    ["Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T12:19:53Z"],
    ["September 5, 2023 5:30 pm", "2023-09-05T17:30:00Z"],
    ["Wed, 1 May 124 14:05:06 GMT", "2024-05-01T14:05:06Z"],
    ["Wed, 01 May 2024 14:05:06 Etc/GMT", "2024-05-01T14:05:06Z"],
    ["Wed, 01 May 2024 14:05:06 America/New_York", "2024-05-01T18:05:06Z"],
    ["Wed, 31 Jan 2024 14:05:06 America/New_York", "2024-01-31T19:05:06Z"],
    ["Wed, 01 May 2024 14:05:06 Nowhere/Atoll", "2024-05-01T14:05:06Z"],
    ["14:05 EDT, 1 May 2024", "2024-05-01T18:05:00Z"],
    ["2:05 PM, May 1st, 2024", "2024-05-01T14:05:00Z"],
    ["Wed, 05/01/2024 - 14:05", "2024-05-01T14:05:00Z"],
    ["Fri, 05/01/2024 - 14:05", "2024-01-05T14:05:00Z"],
    ["5/31/2024 3:04:05 PM", "2024-05-31T15:04:05Z"],
    ["31/5/2024 15:04", "2024-05-31T15:04:00Z"],
    ["Wed May 01 14:05:06 GMT+08:00 2024", "2024-05-01T06:05:06Z"],
    ["January 2004", "2004-01-01T00:00:00Z"],
  ])("is read from mail's form: %s", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each([
    ["2003-12-31T10:14:55.5-08:00", "2003-12-31T18:14:55.500Z"],
    ["2003-12-31T10:14Z", "2003-12-31T10:14:00Z"],
    ["20031231T101455", "2003-12-31T10:14:55Z"],
    ["2003-12-31 10:14:55 +08", "2003-12-31T02:14:55Z"],
    ["2003-335", "2003-12-01T00:00:00Z"],
    ["20031231", "2003-12-31T00:00:00Z"],
    ["031231", "2003-12-31T00:00:00Z"],
    ["2003-12", "2003-12-01T00:00:00Z"],
    ["2003", "2003-01-01T00:00:00Z"],
    ["2003-W52-3", "2003-12-24T00:00:00Z"],
    ["2009W537", "2010-01-03T00:00:00Z"],
    ["-0312", "2003-12-01T00:00:00Z"],
    ["20031231101455", "2003-12-31T10:14:55Z"],
    ["2024 May 1 10:14", "2024-05-01T10:14:00Z"],
    ["1695793620.5", "2023-09-27T05:47:00.500Z"],
    ["1695793620123456", "2023-09-27T05:47:00.123Z"],
    ["/Date(1695793620123+0800)/", "2023-09-27T05:47:00.123Z"],
    ["2023-10-06 07:36:16.000000000 +08:00", "2023-10-05T23:36:16Z"],
    ["1695793620", "2023-09-27T05:47:00Z"],
    ["1695793620123", "2023-09-27T05:47:00.123Z"],
  ])("is read from ISO 8601, its fragments and Unix time: %s", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each([
    ["民國112年9月27日", "2023-09-26T16:00:00Z"],
    ["112年9月27日 下午1:47", "2023-09-27T05:47:00Z"],
    ["2023年9月27日（三）14:05", "2023-09-27T06:05:00Z"],
    ["2023-09-27 上午 12:05", "2023-09-26T16:05:00Z"],
    ["令和5年9月27日 午後2時5分", "2023-09-27T05:05:00Z"],
    ["令和元年5月1日", "2019-04-30T15:00:00Z"],
    ["2004년 05월 28일  오후 01:31:15", "2004-05-28T04:31:15Z"],
    ["2004-05-25 오후 11:20:51", "2004-05-25T14:20:51Z"],
    ["Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z"],
    ["2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z"],
    ["31. Dezember 2003, 10:14", "2003-12-31T10:14:00Z"],
    ["1 janvier 2024 à 10h30", "2024-01-01T10:30:00Z"],
    ["31 de diciembre de 2003", "2003-12-31T00:00:00Z"],
  ])("is read in the publisher's own language: %s", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each([
    ...[
      "",
      "yesterday",
      "2 hours ago",
      "30 Feb 2004",
      "30. února 2004",
      "2003-13-01",
      "2003-12-31T25:00",
      "2003-W60-1",
    ],
    ...["Breaking, 12", "99", "Version 1.2.3", "Chapter 12, 2024", "Maybe 12, 2004", "Marketing 2004", "Decade 5 2004"],
    ...[
      "113.5.1.2",
      "999/05/01",
      "113/13/01",
      "民國113年13月1日",
      "五月",
      "三月天",
      "星期三",
      "13/13/2024",
      "0",
      "May the 4th be",
    ],
  ])("is null for what is no time: %s", (text) => {
    expect(readInstant(text)).toBeNull();
  });

  it("is null when nothing tells the month from the day", () => {
    expect(readInstant("05/01/2024")).toBeNull();
    expect(readInstant("Tue, 05/01/2024")).toBeNull();
    expect(read("05/05/2024")).toBe("2024-05-05T00:00:00Z");
  });

  it("is read back from the forms that computers write", () => {
    const instants = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2099, 11, 31) });
    fc.assert(
      fc.property(instants, (at) => {
        expect(readInstant(new Date(at).toISOString())).toBe(at);
        expect(readInstant(new Date(at).toUTCString())).toBe(Math.floor(at / 1000) * 1000);
      }),
    );
  });

  it("never throws and answers at once, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const at = readInstant(text);
        expect(at === null || Number.isSafeInteger(at)).toBe(true);
      }),
    );
    expect(readInstant("1".repeat(10_000_000))).toBeNull();
  });
});
