// What /sources and its orders are called, and how each is typed.
import type { Locale, Localized } from "../records/channel.ts";

export type Order = "list" | "add" | "test" | "pause" | "resume" | "remove";

/** The command's own name. */
export const commandNames: Localized = {
  en: "sources",
  "zh-TW": "來源",
  "zh-CN": "来源",
  ja: "配信元",
  ko: "출처",
  th: "แหล่งข่าว",
};

/** The orders', as Discord shows them and as they are typed after the command's name. */
export const orderNames: Readonly<Record<Order, Localized>> = {
  list: { en: "list", "zh-TW": "清單", "zh-CN": "列表", ja: "一覧", ko: "목록", th: "รายการ" },
  add: { en: "add", "zh-TW": "新增", "zh-CN": "添加", ja: "追加", ko: "추가", th: "เพิ่ม" },
  test: { en: "test", "zh-TW": "測試", "zh-CN": "测试", ja: "テスト", ko: "테스트", th: "ทดสอบ" },
  pause: { en: "pause", "zh-TW": "暫停", "zh-CN": "暂停", ja: "一時停止", ko: "일시중지", th: "หยุดชั่วคราว" },
  resume: { en: "resume", "zh-TW": "恢復", "zh-CN": "恢复", ja: "再開", ko: "재개", th: "อ่านต่อ" },
  remove: { en: "remove", "zh-TW": "移除", "zh-CN": "移除", ja: "削除", ko: "삭제", th: "ลบ" },
};

/** What a choice sends. */
export const typedOrder = (order: Order, rest: string, locale: Locale): string =>
  `/${commandNames[locale]} ${orderNames[order][locale]} ${rest}`;

/** An address in as few characters as a button may hold: https is taken for granted, http stays written, since it may be all that there is. */
export const shortAddress = (url: string): string => url.replace(/^https:\/\//i, "");
