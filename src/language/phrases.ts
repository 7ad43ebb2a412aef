// Texts that more than one part shows, in every language of the product. What one command says stands in its own file.
import type { Locale, Localized } from "../records/channel.ts";

/** The product's name, the same in every language. */
export const productName = "Lede";

const digestWords: Localized = {
  en: "News digest",
  "zh-TW": "新聞摘要",
  "zh-CN": "新闻摘要",
  ja: "ニュースまとめ",
  ko: "뉴스 요약",
  th: "สรุปข่าว",
};

/** An edition's heading, such as `新聞摘要 · 11月23日週一`. */
export function digestTitle(publishedAt: number, timeZone: string, locale: Locale): string {
  return `${digestWords[locale]} · ${dateFormat(locale, timeZone).format(publishedAt)}`;
}

/** Whether a line, in whatever Markdown, is an edition's heading in any language. */
export function isDigestTitle(line: string): boolean {
  const plain = line.replace(/^[#*\s]+/, "");
  return Object.values(digestWords).some((words) => plain.startsWith(`${words} · `));
}

const dateFormat = remembered(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZone, month: "long", day: "numeric", weekday: "short" }),
);

/** A publication time as a reader expects it, such as `11/23 14:05`, in the given zone. English and Thai name the month: 4/10 is two dates. */
export function shortTime(at: number, timeZone: string, locale: Locale): string {
  return timeFormat(locale, timeZone).format(at);
}

const timeFormat = remembered(
  (locale, timeZone) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      month: locale === "en" || locale === "th" ? "short" : "numeric",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }),
);

type Format = (locale: Locale, timeZone: string) => Intl.DateTimeFormat;

/** Making a format takes far longer than formatting with it. There are as many as languages and time zones in use. */
function remembered(make: Format): Format {
  const known = new Map<string, Intl.DateTimeFormat>();
  return (locale, timeZone) => {
    const key = `${locale} ${timeZone}`;
    const format = known.get(key) ?? make(locale, timeZone);
    known.set(key, format);
    return format;
  };
}

const alsoInWords: Localized<(names: string) => string> = {
  en: (names) => `also in ${names}`,
  "zh-TW": (names) => `另見 ${names}`,
  "zh-CN": (names) => `另见 ${names}`,
  ja: (names) => `ほかの配信元：${names}`,
  ko: (names) => `다른 보도: ${names}`,
  th: (names) => `อ่านได้ที่ ${names} ด้วย`,
};

/** `另見 RTHK、DW`; an empty text for no names. */
export function alsoIn(names: readonly string[], locale: Locale): string {
  if (names.length === 0) return "";
  return alsoInWords[locale](names.join(/^(zh|ja)/.test(locale) ? "、" : ", "));
}

const rewrittenWords: Localized<Readonly<Record<"edited" | "translated", string>>> = {
  en: { edited: "reworded by AI", translated: "translated by AI" },
  "zh-TW": { edited: "AI 改寫", translated: "AI 翻譯" },
  "zh-CN": { edited: "AI 改写", translated: "AI 翻译" },
  ja: { edited: "AIによる要約", translated: "AIによる翻訳" },
  ko: { edited: "AI 요약", translated: "AI 번역" },
  th: { edited: "เรียบเรียงโดย AI", translated: "แปลโดย AI" },
};

/** What a card says that shows a model's words, such as `AI 翻譯`; an empty text for the article's own. */
export const rewrittenMark = (rewritten: "edited" | "translated" | undefined, locale: Locale): string =>
  rewritten === undefined ? "" : rewrittenWords[locale][rewritten];

/** What a card says whose headline its newsroom changed after it was shown. */
export const correctedMark: Localized = {
  en: "headline corrected",
  "zh-TW": "標題已更新",
  "zh-CN": "标题已更新",
  ja: "見出し更新",
  ko: "제목 수정됨",
  th: "แก้พาดหัวแล้ว",
};

const moreWords: Localized<(count: string) => string> = {
  en: (count) => `${count} more in the archive: /latest or /search`,
  "zh-TW": (count) => `還有 ${count} 則，用 /最新 或 /搜尋 查看`,
  "zh-CN": (count) => `还有 ${count} 条，用 /最新 或 /搜索 查看`,
  ja: (count) => `ほか ${count} 件は /最新 か /検索 でご覧ください`,
  ko: (count) => `그 외 ${count}건은 /최신 또는 /검색으로 볼 수 있습니다`,
  th: (count) => `ยังมีอีก ${count} ข่าว ดูได้ด้วย /ล่าสุด หรือ /ค้นหา`,
};

/** What stands under an edition that matched more stories than it shows; an empty text for none. */
export function moreStories(count: number, locale: Locale): string {
  return count > 0 ? moreWords[locale](new Intl.NumberFormat(locale).format(count)) : "";
}

/** The label of what puts a story into the reader's own list. */
export const saveLabel: Localized = {
  en: "Save",
  "zh-TW": "收藏",
  "zh-CN": "收藏",
  ja: "保存",
  ko: "저장",
  th: "บันทึก",
};

/** The label of a link to the article. */
export const readLabel: Localized = {
  en: "Read",
  "zh-TW": "閱讀全文",
  "zh-CN": "阅读全文",
  ja: "記事を読む",
  ko: "기사 읽기",
  th: "อ่านข่าว",
};
