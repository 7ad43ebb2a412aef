// Paragraphs that only say when: dates, times, "25 minutes ago", in whatever language.

const dateWords =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:[ap]\.?m|gmt|utc|cst|cet|cest|est|edt|pst|pdt|bst|jst|kst|hkt|ist|et|ago|min(?:ute)?s?|hours?|days?|updated?|published|posted|last|on|at|of|st|nd|rd|th|t|z)\b|\d(?:st|nd|rd|th)\b/giu;
const eastAsianDateWords =
  /上午|下午|午前|午後|凌晨|清晨|早上|晚上|中午|晚間|晚间|星期[一二三四五六日天]|[週周][一二三四五六日]|[月火水木金土日]曜日?|分[钟鐘]|小[时時]|時間|更新|最近|最新|發布|发布|發稿|发稿|發表|发表|時間|时间|日期|公開|配信|掲載|刊登|입력|수정|등록|오전|오후|분|시간|전|[年月日號号時时點点分秒前天周週년월일시초]/gu;

/** True when the paragraph holds a date or a time and nothing else. */
export function isDateLine(paragraph: string): boolean {
  if (paragraph.length > 80 || !/\d/.test(paragraph)) return false;
  const rest = paragraph
    .replace(/\d(?:T|Z)/g, "")
    .replaceAll(dateWords, "")
    .replaceAll(eastAsianDateWords, "");
  return !/[\p{L}]/u.test(rest);
}
