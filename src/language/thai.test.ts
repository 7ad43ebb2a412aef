// Thai as readers type it and as newsrooms write it.
import { expect, test } from "vitest";
import { newsSpans } from "./dateline.ts";
import { detectLanguage } from "./detect.ts";
import { editHeadline } from "./headline.ts";
import { findLede } from "./lede.ts";
import { localeOf } from "./locale.ts";
import { readOrder } from "./order-text.ts";
import { readPagedText } from "./page-text.ts";
import { shortTime } from "./phrases.ts";
import { parseQuery } from "./query.ts";
import { readDate } from "./query-date.ts";
import { describeSchedule, readSchedule } from "./schedule-text.ts";
import { snippetsAround } from "./snippet.ts";
import { findTags } from "./tag/find.ts";
import { indexTokens, tokenPhrase } from "./tokens.ts";

const now = Date.UTC(2026, 10, 27, 2);
const timeZone = "Asia/Bangkok";

const article = `กรมอุตุนิยมวิทยาประกาศเตือนฝนตกหนักถึงหนักมากในพื้นที่ภาคใต้ตอนล่าง ตั้งแต่วันที่ 27 ถึง 30 พฤศจิกายน โดยขอให้ประชาชนในจังหวัดสงขลา ปัตตานี ยะลา และนราธิวาส ระวังอันตรายจากน้ำท่วมฉับพลันและน้ำป่าไหลหลาก โดยเฉพาะพื้นที่ลาดเชิงเขาใกล้ทางน้ำไหลผ่านและพื้นที่ลุ่ม พร้อมให้ติดตามข่าวสารอย่างใกล้ชิด
ผู้ว่าราชการจังหวัดสงขลาสั่งการให้ทุกอำเภอเตรียมศูนย์พักพิงชั่วคราว 45 แห่ง รองรับผู้อพยพได้กว่า 12,000 คน และให้โรงเรียนในเขตเทศบาลนครหาดใหญ่ปิดเรียนเป็นเวลา 2 วัน`;

test.each([
  ["ทุกวัน 8 โมง", { kind: "daily", hour: 8, minute: 0 }],
  ["ทุกวัน 08:00", { kind: "daily", hour: 8, minute: 0 }],
  ["ทุกวันเวลา 18.30 น.", { kind: "daily", hour: 18, minute: 30 }],
  ["ทุกวัน 2 ทุ่มครึ่ง", { kind: "daily", hour: 20, minute: 30 }],
  ["ทุกวัน บ่าย 2 โมง", { kind: "daily", hour: 14, minute: 0 }],
  ["ทุกวัน 5 โมงเย็น", { kind: "daily", hour: 17, minute: 0 }],
  ["ทุกวัน ตี 5", { kind: "daily", hour: 5, minute: 0 }],
  ["ทุกเช้า", { kind: "daily", hour: 8, minute: 0 }],
  ["ทุกเช้า 7 โมง", { kind: "daily", hour: 7, minute: 0 }],
  ["ทุกชั่วโมง", { kind: "hourly" }],
  ["ทันที", { kind: "now" }],
  ["ทุกวันจันทร์ 08:30", { kind: "weekly", weekday: 1, hour: 8, minute: 30 }],
  ["ทุกวันอาทิตย์", { kind: "weekly", weekday: 0, hour: 8, minute: 0 }],
  ["ทุกสัปดาห์", { kind: "weekly", weekday: 1, hour: 8, minute: 0 }],
  ["วันธรรมดา 8 โมง", { kind: "cron", expression: "0 8 * * 1-5" }],
  ["วันทำงาน 07:15", { kind: "cron", expression: "15 7 * * 1-5" }],
])("reads the schedule %s", (typed, schedule) => {
  expect(readSchedule(typed)).toEqual(schedule);
});

test("reads the schedules that it writes", () => {
  for (const weekday of [0, 1, 2, 3, 4, 5, 6]) {
    const schedule = { kind: "weekly", weekday, hour: 9, minute: 5 } as const;
    const shown = describeSchedule(schedule, timeZone, "th").replace(/ \(.*\)$/, "");
    expect(readSchedule(shown)).toEqual(schedule);
  }
});

test("takes an order apart, also where nothing stands between what and when", () => {
  expect(readPagedText("น้ำท่วม หน้า:2", "query")).toEqual({ query: "น้ำท่วม", page: "2" });
  const order = { what: "น้ำท่วม", when: "ทุกวัน 8 โมง" };
  expect(readOrder("น้ำท่วม ทุกวัน 8 โมง")).toEqual(order);
  expect(readOrder("น้ำท่วมทุกวัน 8 โมง")).toEqual(order);
});

test("refuses hours that no part of the day has", () => {
  for (const typed of ["ทุกวัน 7 ทุ่ม", "ทุกวัน ตี 9", "ทุกวัน 8 โมง 75 นาที"])
    expect(() => readSchedule(typed)).toThrow(expect.objectContaining({ code: "bad-schedule" }));
});

test("reads filters, and dates of both eras", () => {
  const query = parseQuery("แผ่นดินไหว แท็ก:ภัยพิบัติ แหล่ง:bbc ภาษา:ไทย หลัง:เมื่อวาน -ฟุตบอล", { now, timeZone });
  expect(query.clauses.flat().map(({ kind, text }) => `${kind}:${text}`)).toEqual([
    "word:แผ่นดินไหว",
    "tag:ภัยพิบัติ",
    "source:bbc",
    "language:th",
  ]);
  expect(query.after).toBe(Date.UTC(2026, 10, 25, 17));
  const day = Date.UTC(2026, 10, 26, 17);
  for (const typed of ["วันนี้", "27 พ.ย. 2569", "27 พฤศจิกายน 2569", "27 พ.ย.", "2569-11-27", "2026-11-27"])
    expect(readDate(typed, { now, timeZone })).toBe(day);
  expect(readDate("7วัน", { now, timeZone })).toBe(now - 7 * 86_400_000);
});

test("shows a time with the month's name, and no era", () => {
  expect(shortTime(now, timeZone, "th")).toBe("27 พ.ย. 09:00");
});

test("tells Thai by its script, in short headlines too", () => {
  expect(detectLanguage("ฝนถล่มใต้", null)).toBe("th");
  expect(detectLanguage(article, "en")).toBe("th");
  expect(localeOf("th-TH")).toBe("th");
});

test("cuts the lede of an article without full stops at a space between phrases", () => {
  const lede = findLede(article, "เตือนภาคใต้ฝนตกหนัก", "th")
    .map(({ text }) => text)
    .join(" ");
  expect(lede.length).toBeGreaterThan(60);
  expect(lede.length).toBeLessThanOrEqual(240);
  expect(article.startsWith(`${lede} `)).toBe(true);
});

test("shows what was found in unspaced text, and cuts no word in two", () => {
  const snippet = snippetsAround(["น้ำป่าไหลหลาก"])(article);
  expect(snippet).toContain("น้ำป่าไหลหลาก");
  const [, shown = ""] = /^…?(.*?)…?$/.exec(snippet) ?? [];
  const words = [...new Intl.Segmenter("th", { granularity: "word" }).segment(article)];
  const at = article.indexOf(shown);
  expect(words.map(({ index }) => index)).toEqual(expect.arrayContaining([at, at + shown.length]));
});

test("finds a word within unspaced text by the index's own tokens", () => {
  const phrase = (tokenPhrase("น้ำท่วม")?.tokens ?? []).join(" ");
  expect(phrase).not.toBe("");
  expect(indexTokens("ระวังอันตรายจากน้ำท่วมฉับพลัน").join(" ")).toContain(phrase);
});

test("takes the publisher's name, labels and the day before the news away", () => {
  expect(editHeadline("เตือนภาคใต้ฝนตกหนัก (คลิป) - ไทยรัฐออนไลน์", "")).toBe("เตือนภาคใต้ฝนตกหนัก");
  const text = "(27 พ.ย. 2569) ที่ประชุมคณะรัฐมนตรีเห็นชอบลดค่าโดยสารรถไฟฟ้า\nอ่านข่าว: น้ำท่วมหาดใหญ่";
  expect(Array.from(newsSpans(text), ({ start, end }) => text.slice(start, end))).toEqual([
    "ที่ประชุมคณะรัฐมนตรีเห็นชอบลดค่าโดยสารรถไฟฟ้า",
  ]);
});

test("gives no fragments as tags", () => {
  expect(findTags("เตือนภาคใต้ฝนตกหนัก", article, "th")).toEqual([]);
});
