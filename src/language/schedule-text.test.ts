import { describe, expect, it } from "vitest";
import { locales } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import type { Schedule } from "../records/subscription.ts";
import { beginsSchedule, describeSchedule, findSchedule, readSchedule } from "./schedule-text.ts";

const daily = (hour: number, minute = 0): Schedule => ({ kind: "daily", hour, minute });
const weekly = (weekday: number, hour: number, minute = 0): Schedule => ({ kind: "weekly", weekday, hour, minute });

describe("a schedule is read as people type it", () => {
  const readings: readonly [string, Schedule][] = [
    ...["now", "NOW", " immediately ", "即時", "即时", "すぐ", "즉시"].map((text): [string, Schedule] => [
      text,
      { kind: "now" },
    ]),
    ...["hourly", "every hour", "每小時", "每小时", "每個小時", "毎時", "1時間ごと", "매시간", "１時間ごと"].map(
      (text): [string, Schedule] => [text, { kind: "hourly" }],
    ),
    ["daily", daily(8)],
    ["daily 08:00", daily(8)],
    ["Daily at 7:30", daily(7, 30)],
    ["daily 8pm", daily(20)],
    ["daily 8:15 p.m.", daily(20, 15)],
    ["every day at noon", daily(12)],
    ["daily 12am", daily(0)],
    ["daily 12pm", daily(12)],
    ["daily 24:00", daily(0)],
    ["每天", daily(8)],
    ["每天 8點", daily(8)],
    ["每天8點半", daily(8, 30)],
    ["每天 ８點", daily(8)],
    ["每日 08:00", daily(8)],
    ["每日　０８：３０", daily(8, 30)],
    ["每天早上8點", daily(8)],
    ["每天 晚上8點", daily(20)],
    ["每天晚上12點", daily(0)],
    ["每天下午三點一刻", daily(15, 15)],
    ["每天中午12點", daily(12)],
    ["每天中午1點", daily(13)],
    ["每天十二點", daily(12)],
    ["每天二十點", daily(20)],
    ["每天二十三点", daily(23)],
    ["每天上午10点20分", daily(10, 20)],
    ["毎日 8時", daily(8)],
    ["毎日午後8時30分", daily(20, 30)],
    ["毎日 夜8時に", daily(20)],
    ["毎日 深夜1時", daily(1)],
    ["毎朝7時", daily(7)],
    ["매일 8시", daily(8)],
    ["매일 오후 8시 반", daily(20, 30)],
    ["매일 저녁 7시 15분에", daily(19, 15)],
    ["weekly", weekly(1, 8)],
    ["weekly mon 08:00", weekly(1, 8)],
    ["weekly on Sunday at 9am", weekly(0, 9)],
    ["every friday 18:00", weekly(5, 18)],
    ["每週一 8點半", weekly(1, 8, 30)],
    ["每周日 20:00", weekly(0, 20)],
    ["每星期天晚上9點", weekly(0, 21)],
    ["每個禮拜六", weekly(6, 8)],
    ["毎週月曜 8時", weekly(1, 8)],
    ["毎週日曜日の20時", weekly(0, 20)],
    ["毎週 金曜 午前7時", weekly(5, 7)],
    ["매주 월요일 8시", weekly(1, 8)],
    ["매주 일요일 오전 10시", weekly(0, 10)],
    ["每日早上8點半", daily(8, 30)],
    ["每天早上", daily(8)],
    ["每晚9點", daily(21)],
    ["毎朝8時", daily(8)],
    ["毎朝", daily(8)],
    ["毎晩9時半", daily(21, 30)],
    ["매일 아침 7시", daily(7)],
    ["every day at 8", daily(8)],
    ["every day at 8 o'clock", daily(8)],
    ["every morning at 7", daily(7)],
    ["every evening", daily(20)],
    ["every day at 8 in the evening", daily(20)],
    ["ทุกวัน 8 โมง", daily(8)],
    ["ทุกวัน เวลา 08.30 น.", daily(8, 30)],
    ["ทุกวันตอน 8 โมงเช้าครึ่ง", daily(8, 30)],
    ["ทุกวัน ๒ ทุ่ม", daily(20)],
    ["ทุกวัน สองทุ่มครึ่ง", daily(20, 30)],
    ["ทุกวัน บ่ายโมง", daily(13)],
    ["ทุกวัน บ่าย 3 โมง", daily(15)],
    ["ทุกวัน 5 โมงเย็น", daily(17)],
    ["ทุกวัน ตี 5", daily(5)],
    ["ทุกวัน เที่ยง", daily(12)],
    ["ทุกวัน เที่ยงคืน", daily(0)],
    ["ทุกวัน 18:00", daily(18)],
    ["ทุกเช้า", daily(8)],
    ["ทุกวันจันทร์ 8 โมง", weekly(1, 8)],
    ["ทุกวันอาทิตย์ 20:00", weekly(0, 20)],
    ["ทุกสัปดาห์", weekly(1, 8)],
    ["ทันที", { kind: "now" }],
    ["ทุกชั่วโมง", { kind: "hourly" }],
    ...[
      "平日 7:30",
      "工作日早上7點半",
      "週一到週五 7:30",
      "weekdays 7:30",
      "every weekday at 7:30am",
      "평일 7시 30분",
    ].map((text): [string, Schedule] => [text, { kind: "cron", expression: "30 7 * * 1-5" }]),
    ...["วันธรรมดา 7.30 น.", "วันทำงาน 7:30", "จันทร์-ศุกร์ 7:30"].map((text): [string, Schedule] => [
      text,
      { kind: "cron", expression: "30 7 * * 1-5" },
    ]),
    ["週末 9點", { kind: "cron", expression: "0 9 * * 0,6" }],
    ["毎週末 朝9時", { kind: "cron", expression: "0 9 * * 0,6" }],
    ["เสาร์อาทิตย์ 9 โมง", { kind: "cron", expression: "0 9 * * 0,6" }],
    ["8點", daily(8)],
    ["晚上8點", daily(20)],
    ["at 8", daily(8)],
    ["8pm", daily(20)],
    ["2 ทุ่ม", daily(20)],
    ["週一晚上8點", weekly(1, 20)],
    ["mondays at 8", weekly(1, 8)],
    ["cron 0 8 * * 1-5", { kind: "cron", expression: "0 8 * * 1-5" }],
    ["0 8 * * 1-5", { kind: "cron", expression: "0 8 * * 1-5" }],
    ["*/30 9-17 * * MON-FRI", { kind: "cron", expression: "*/30 9-17 * * mon-fri" }],
  ];
  it.each(readings)("%s", (text, schedule) => {
    expect(readSchedule(text)).toEqual(schedule);
  });
});

it.each([
  "",
  "sometimes",
  "daily 25:00",
  "每天 25點",
  "每天早上15點",
  "daily 8:75",
  "weekly 99",
  "高雄",
  "a b c d e",
  "平日",
  "週末 活動",
  "ทุกวัน 25:00",
  "ทุกวัน 8 ทุ่ม",
  "ทุกวันนี้",
  "8",
])("%s is no schedule, and the refusal shows how to write one in every language", (text) => {
  expect(findSchedule(text)).toBeNull();
  try {
    readSchedule(text);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    for (const locale of locales) expect(error.texts[locale]).toContain("cron 0 8 * * 1-5");
  }
});

it("a mistyped time is told from words that only begin like a schedule", () => {
  expect(beginsSchedule("daily 25:00")).toBe(true);
  expect(beginsSchedule("每天 25點")).toBe(true);
  expect(beginsSchedule("daily mail")).toBe(false);
});

it("a schedule is described as a native would say it", () => {
  const described = locales.map((locale) => describeSchedule(weekly(1, 8, 30), "Asia/Taipei", locale));
  expect(described).toEqual([
    "every Monday at 08:30 (Asia/Taipei)",
    "每週一 08:30（Asia/Taipei）",
    "每周一 08:30（Asia/Taipei）",
    "毎週月曜日 08:30（Asia/Taipei）",
    "매주 월요일 08:30 (Asia/Taipei)",
    "ทุกวันจันทร์ 08:30 (Asia/Taipei)",
  ]);
});

it("a description can be typed again and means the same", () => {
  const schedules: readonly Schedule[] = [
    ...[daily(8, 5), weekly(0, 23), weekly(6, 0, 30), { kind: "hourly" } as const],
    ...["30 7 * * 1-5", "0 21 * * 0,6"].map((expression) => ({ kind: "cron", expression }) as const),
  ];
  for (const locale of locales)
    for (const schedule of schedules) {
      const text = describeSchedule(schedule, "UTC", locale).replace(/ ?[（(]UTC[)）]/, "");
      expect(readSchedule(text)).toEqual(schedule);
    }
});
