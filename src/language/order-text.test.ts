import { expect, it } from "vitest";
import { readOrder } from "./order-text.ts";

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
