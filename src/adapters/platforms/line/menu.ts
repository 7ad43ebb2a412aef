// The menu below a one-on-one chat: six fields, each of which asks what its label says.
import { createHash } from "node:crypto";
import type { messagingApi } from "@line/bot-sdk";
import type { Locale, Localized } from "../../../records/channel.ts";
import { locales } from "../../../records/channel.ts";
import { type MenuPicture, type MenuSign, menuSigns } from "../../../records/menu-picture.ts";
import { askPostback } from "./postback.ts";

const labels: Readonly<Record<MenuSign, Localized>> = {
  digest: {
    en: "Today's digest",
    "zh-TW": "今日摘要",
    "zh-CN": "今日摘要",
    ja: "今日のまとめ",
    ko: "오늘의 요약",
    th: "สรุปข่าววันนี้",
  },
  search: { en: "Search", "zh-TW": "搜尋", "zh-CN": "搜索", ja: "検索", ko: "검색", th: "ค้นหา" },
  subscribe: { en: "Subscribe", "zh-TW": "訂閱", "zh-CN": "订阅", ja: "購読", ko: "구독", th: "ติดตาม" },
  trending: { en: "Trending", "zh-TW": "熱門", "zh-CN": "热门", ja: "話題", ko: "인기", th: "มาแรง" },
  saved: { en: "Saved", "zh-TW": "收藏", "zh-CN": "收藏", ja: "保存済み", ko: "저장목록", th: "ที่บันทึกไว้" },
  settings: { en: "Settings", "zh-TW": "設定", "zh-CN": "设置", ja: "設定", ko: "설정", th: "ตั้งค่า" },
};

/** What stands on the bar that opens and closes the menu; 14 characters at most. */
const barTexts: Localized = { en: "Menu", "zh-TW": "選單", "zh-CN": "菜单", ja: "メニュー", ko: "메뉴", th: "เมนู" };

/** What is asked by a field; a search takes words first, so its field opens the keyboard. */
const asked: Readonly<Record<Exclude<MenuSign, "search">, string>> = {
  digest: "/digest",
  subscribe: "/subscribe",
  trending: "/trending",
  saved: "/saved",
  settings: "/settings",
};

const columns = 3;

/** The menu's picture, as words. */
export const menuPicture = (locale: Locale): MenuPicture => ({
  fields: menuSigns.map((sign) => ({ sign, label: labels[sign][locale] })),
});

/** The menu over a picture of so many pixels, drawn as the picture's id says. */
export function richMenu(
  locale: Locale,
  picture: { readonly id: string; readonly width: number; readonly height: number },
): messagingApi.RichMenuRequest {
  const { width, height } = picture;
  const [fieldWidth, fieldHeight] = [Math.floor(width / columns), Math.floor(height / 2)];
  const menu: messagingApi.RichMenuRequest = {
    size: { width, height },
    selected: true,
    chatBarText: barTexts[locale],
    areas: menuSigns.map((sign, index) => ({
      bounds: {
        x: (index % columns) * fieldWidth,
        y: Math.floor(index / columns) * fieldHeight,
        width: fieldWidth,
        height: fieldHeight,
      },
      action: actionOf(sign, locale),
    })),
  };
  const version = createHash("sha256").update(JSON.stringify(menu)).update(picture.id).digest("hex").slice(0, 16);
  return { ...menu, name: `${namePrefix}${locale}:${version}` };
}

function actionOf(sign: MenuSign, locale: Locale): messagingApi.PostbackAction {
  const label = labels[sign][locale];
  // No button of the desk: what it says is not a question.
  if (sign === "search") return { type: "postback", label, data: "type=words", inputOption: "openKeyboard" };
  return { type: "postback", label, data: askPostback(asked[sign]) ?? "", displayText: label };
}

const namePrefix = "lede:";

/** In which language a menu is that the desk made; null for one that somebody else did. */
export function localeOfMenu(name: string): Locale | null {
  const tag = name.startsWith(namePrefix) ? name.split(":")[1] : undefined;
  return locales.find((locale) => locale === tag) ?? null;
}
