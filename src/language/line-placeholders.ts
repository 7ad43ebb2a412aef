// What a line can hold of a story, and what each part is called.
import type { Localized } from "../records/channel.ts";

export type LinePlaceholder = "headline" | "link" | "lede" | "source" | "time" | "tags" | "also";

export const placeholderNames: Readonly<Record<LinePlaceholder, Localized>> = {
  headline: { en: "headline", "zh-TW": "標題", "zh-CN": "标题", ja: "見出し", ko: "제목", th: "พาดหัว" },
  link: { en: "link", "zh-TW": "連結", "zh-CN": "链接", ja: "リンク", ko: "링크", th: "ลิงก์" },
  lede: { en: "lede", "zh-TW": "導言", "zh-CN": "导语", ja: "要旨", ko: "요지", th: "เนื้อหานำ" },
  source: { en: "source", "zh-TW": "來源", "zh-CN": "来源", ja: "配信元", ko: "출처", th: "แหล่งข่าว" },
  time: { en: "time", "zh-TW": "時間", "zh-CN": "时间", ja: "時刻", ko: "시각", th: "เวลา" },
  tags: { en: "tags", "zh-TW": "標籤", "zh-CN": "标签", ja: "タグ", ko: "태그", th: "แท็ก" },
  also: { en: "also", "zh-TW": "其他來源", "zh-CN": "其他来源", ja: "ほかの配信元", ko: "다른 출처", th: "แหล่งอื่น" },
};

const byName = new Map(
  (Object.keys(placeholderNames) as LinePlaceholder[]).flatMap((placeholder) =>
    Object.values(placeholderNames[placeholder]).map((name) => [name, placeholder] as const),
  ),
);

/** The part that is called so in any language; null when none is. */
export const placeholderCalled = (name: string): LinePlaceholder | null =>
  byName.get(name.trim().toLowerCase().normalize("NFC")) ?? null;

/** All of them as they are written in a language: `{headline} {link} …`. */
export const placeholdersIn = (locale: keyof Localized): string =>
  Object.values(placeholderNames)
    .map((names) => `{${names[locale]}}`)
    .join(" ");
