// The options of /subscribe.
import type { CommandOption } from "../../src/ports/command.ts";
import { suggestQuery } from "../suggest/query.ts";
import { suggestSchedule, suggestTimeZone } from "../suggest/time.ts";

export const subscribeOptions: readonly CommandOption[] = [
  {
    name: "what",
    names: { en: "what", "zh-TW": "內容", "zh-CN": "内容", ja: "内容", ko: "내용", th: "เนื้อหา" },
    description: {
      en: "Words, tag:, source:, or everything",
      "zh-TW": "關鍵字、tag:標籤、source:來源，或寫「全部」",
      "zh-CN": "关键词、tag:标签、source:来源，或写“全部”",
      ja: "語句、tag:タグ、source:配信元、または「すべて」",
      ko: "단어, tag:태그, source:출처, 또는 ‘전체’",
      th: "คำ แท็ก:ชื่อแท็ก แหล่ง:ชื่อแหล่งข่าว หรือ “ทั้งหมด”",
    },
    isRequired: false,
    suggest: suggestQuery,
  },
  {
    name: "when",
    names: { en: "when", "zh-TW": "時間", "zh-CN": "时间", ja: "時刻", ko: "시간", th: "เวลา" },
    description: {
      en: "now, hourly, daily 08:00, weekly mon 08:00, or cron 0 8 * * 1-5",
      "zh-TW": "即時、每小時、每天 8點、每週一 8點半，或 cron 0 8 * * 1-5",
      "zh-CN": "即时、每小时、每天 8点、每周一 8点半，或 cron 0 8 * * 1-5",
      ja: "即時、毎時、毎日 8時、毎週月曜 8時半、または cron 0 8 * * 1-5",
      ko: "즉시, 매시간, 매일 8시, 매주 월요일 8시 반, 또는 cron 0 8 * * 1-5",
      th: "ทันที ทุกชั่วโมง ทุกวัน 8 โมง ทุกวันจันทร์ 08:30 หรือ cron 0 8 * * 1-5",
    },
    isRequired: false,
    suggest: suggestSchedule,
  },
  {
    name: "timezone",
    names: { en: "timezone", "zh-TW": "時區", "zh-CN": "时区", ja: "タイムゾーン", ko: "시간대", th: "เขตเวลา" },
    description: {
      en: "The time zone that the times are in, such as Europe/London",
      "zh-TW": "時間所用的時區，例如 Asia/Taipei",
      "zh-CN": "时间所用的时区，例如 Asia/Shanghai",
      ja: "時刻のタイムゾーン（例：Asia/Tokyo）",
      ko: "시각의 기준 시간대. 예: Asia/Seoul",
      th: "เขตเวลาของเวลาที่ระบุ เช่น Asia/Bangkok",
    },
    isRequired: false,
    suggest: suggestTimeZone,
  },
];
