// Pages of a long answer: `page:2` in what was typed, and the choices that turn to the one before and the next.

import type { Locale, Localized } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import type { Arguments } from "../records/question.ts";
import type { Choice } from "../records/reply.ts";
import { compatible } from "./compatible.ts";

const pagePattern = /(?:^|\s)(?:page|頁|页|ページ|쪽|หน้า)[:：]\s*(\d{1,6})(?=\s|$)/iu;
const lastPage = 1000;

/** A typed line as arguments: `page`, when `page:2` stands in it, and the rest under the name of the option that takes it. */
export function readPagedText(rest: string, option: string): Arguments {
  const found = pagePattern.exec(compatible(rest));
  // NFKC is for finding digits and colons only: the words stay as typed unless a page stands beside them.
  const words = (found ? compatible(rest).replace(pagePattern, " ") : rest).replace(/\s+/g, " ").trim();
  return { ...(words && { [option]: words }), ...(found?.[1] && { page: found[1] }) };
}

/** The page's number from 1 on; the first when none is given. Throws UserError for what is no page. */
export function readPage(text: string | undefined): number {
  if (text === undefined) return 1;
  const page = Number(text.normalize("NFKC"));
  if (Number.isInteger(page) && page >= 1 && page <= lastPage) return page;
  throw new UserError("bad-page", {
    en: `A page is a number from 1 to ${lastPage}, such as page:2.`,
    "zh-TW": `頁數請寫 1 到 ${lastPage} 的數字，例如 page:2。`,
    "zh-CN": `页码请写 1 到 ${lastPage} 的数字，例如 page:2。`,
    ja: `ページは page:2 のように 1〜${lastPage} の数字で書いてください。`,
    ko: `쪽 번호는 page:2처럼 1에서 ${lastPage} 사이의 숫자로 써 주세요.`,
    th: `หน้าต้องเป็นตัวเลข 1 ถึง ${lastPage} เช่น page:2`,
  });
}

/** The label of the choice that shows the next page. */
export const nextPageLabel: Localized = {
  en: "More",
  "zh-TW": "看更多",
  "zh-CN": "查看更多",
  ja: "もっと見る",
  ko: "더 보기",
  th: "ดูเพิ่มเติม",
};

/** The label of the choice that shows the page before. */
export const previousPageLabel: Localized = {
  en: "Back",
  "zh-TW": "上一頁",
  "zh-CN": "上一页",
  ja: "前のページ",
  ko: "이전",
  th: "ย้อนกลับ",
};

/** What a page says that lies behind the last. */
export const behindLastPage: Localized = {
  en: "There is nothing on this page. Go back to the first one.",
  "zh-TW": "這一頁沒有內容了，請回到第一頁。",
  "zh-CN": "这一页没有内容了，请回到第一页。",
  ja: "このページに記事はありません。最初のページに戻ってください。",
  ko: "이 쪽에는 기사가 없습니다. 첫 쪽으로 돌아가 주세요.",
  th: "ไม่มีข่าวในหน้านี้แล้ว กลับไปหน้าแรกได้",
};

/** The choices under a page. `question`: as it is typed, without a page. */
export function pageChoices(
  question: string,
  { page, hasNext }: { readonly page: number; readonly hasNext: boolean },
  locale: Locale,
): readonly Choice[] {
  return [
    ...(page > 1 ? [{ label: previousPageLabel[locale], text: `${question} page:${page - 1}` }] : []),
    ...(hasNext ? [{ label: nextPageLabel[locale], text: `${question} page:${page + 1}` }] : []),
  ];
}

/** The option that commands with pages have. */
export const pageOption = {
  name: "page",
  names: { en: "page", "zh-TW": "頁數", "zh-CN": "页码", ja: "ページ", ko: "쪽", th: "หน้า" },
  description: {
    en: "Which page, 1 being the first",
    "zh-TW": "第幾頁，從 1 開始",
    "zh-CN": "第几页，从 1 开始",
    ja: "何ページ目か（最初は 1）",
    ko: "몇 번째 쪽인지 (첫 쪽은 1)",
    th: "หน้าที่เท่าไร หน้าแรกคือ 1",
  },
  isRequired: false,
} as const;
