import { expect, it } from "vitest";
import { readOrder } from "./order-text.ts";
import { readSchedule } from "./schedule-text.ts";

it.each([
  ["高雄 tag:政治 daily 08:00", { what: "高雄 tag:政治", when: "daily 08:00" }],
  ["高雄 每天 8點", { what: "高雄", when: "每天 8點" }],
  ["高雄每天8點半", { what: "高雄", when: "每天8點半" }],
  ["高雄　每週一　８點半", { what: "高雄", when: "每週一 ８點半" }],
  ["地震 毎週月曜 8時", { what: "地震", when: "毎週月曜 8時" }],
  ["지진 매주 월요일 8시", { what: "지진", when: "매주 월요일 8시" }],
  ["每天 8點 高雄", { what: "高雄", when: "每天 8點" }],
  ["climate weekly on monday at 8 pm", { what: "climate", when: "weekly on monday at 8 pm" }],
  ["everything cron 0 8 * * 1-5", { what: "everything", when: "cron 0 8 * * 1-5" }],
  ["climate 0 8 * * 1-5", { what: "climate", when: "0 8 * * 1-5" }],
  ["即時 高雄", { what: "高雄", when: "即時" }],
  ["now", { when: "now" }],
  ["", {}],
  ["climate daily 08:00 Europe/London", { what: "climate", when: "daily 08:00", timezone: "Europe/London" }],
  ["climate tz:asia/tokyo hourly", { what: "climate", when: "hourly", timezone: "asia/tokyo" }],
  ["時區：Asia/Tokyo 地震 每小時", { what: "地震", when: "每小時", timezone: "Asia/Tokyo" }],
])("%s is taken apart into what, when and whose time", (line, order) => {
  expect(readOrder(line)).toEqual(order);
});

it.each([
  ...[
    "高雄 晚上8點",
    "高雄 8點",
    "高雄 20:00",
    "高雄 晚上８點半",
    "高雄 二十點",
    "climate at 8",
    "climate 8pm",
    "climate at noon",
  ],
  ...[
    "climate at 8 in the evening",
    "東京 朝8時",
    "東京 20時",
    "서울 8시",
    "서울 오후 8시 반",
    "กรุงเทพ 8 โมง",
    "กรุงเทพ สองทุ่ม",
  ],
  ...["กรุงเทพ ตอน 2 ทุ่ม", "高雄 週一 8點", "climate on monday at 8", "東京 月曜 8時", "서울 월요일 8시"],
])("%s has a time at its end, which is when", (line) => {
  const [what, ...when] = line.split(" ");
  expect(readOrder(line)).toEqual({ what, when: when.join(" ") });
});

it("a part of the day with its hour needs no space before it", () => {
  expect(readOrder("高雄晚上8點")).toEqual({ what: "高雄", when: "晚上8點" });
});

it.each([
  ...[
    "8點檔",
    "週五夜現場 8點檔",
    "台股 跌50點",
    "iPhone 8",
    "opening night 5",
    "20:00 News",
    "三十",
    "高雄 中午",
    "G20 2026",
  ],
  ...[
    "The Sunday Times 8",
    "friends 8",
    "年代晚報",
    "早上好",
    "第8點",
    "每月 薪資",
    "今天",
    "ข่าวเที่ยง",
    "every other story",
  ],
])("%s has no time at its end: it is looked for whole", (line) => {
  expect(readOrder(line)).toEqual({ what: line });
});

it.each([
  ...[
    "每3小時",
    "每 3 小時",
    "每半小時",
    "每兩天",
    "每隔一天 8點",
    "隔天 8點",
    "每月 8點",
    "每月1日 8點",
    "週一三五 8點",
    "明天 8點",
    "晚上25點",
  ],
  ...[
    "every 3 hours",
    "every other day at 8",
    "monthly at 8",
    "tomorrow at 8",
    "25:00",
    "3時間ごと",
    "毎月 8時",
    "明日 8時",
  ],
  ...["3시간마다", "매월 8시", "ทุก 3 ชั่วโมง", "พรุ่งนี้ 8 โมง"],
])("%s is meant as a time that no subscription has: it is refused, not searched for", (when) => {
  expect(readOrder(`news ${when}`)).toEqual({ what: "news", when });
  expect(() => readSchedule(when)).toThrow(/schedule/);
});

it("words that only look like a schedule stay words", () => {
  expect(readOrder('"daily mail"')).toEqual({ what: '"daily mail"' });
  expect(readOrder('"climate now"')).toEqual({ what: '"climate now"' });
  expect(readOrder("每日新聞")).toEqual({ what: "每日新聞" });
  expect(readOrder("all hourly workers strike")).toEqual({ what: "all hourly workers strike" });
});

it("a mistyped schedule is still the schedule, so that it is refused and not searched for", () => {
  expect(readOrder("高雄 每天 25點")).toEqual({ what: "高雄", when: "每天 25點" });
  expect(readOrder("climate daily 8:99")).toEqual({ what: "climate", when: "daily 8:99" });
});
