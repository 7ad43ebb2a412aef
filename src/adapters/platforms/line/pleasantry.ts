// What people say to a desk as they would to a person, and no archive has an answer to.
import type { Locale, Localized } from "../../../records/channel.ts";
import { greetingText } from "./greeting.ts";

const hello =
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|[你您]好|哈[囉啰]|嗨|早安|午安|晚安|早上好|こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして|안녕(?:하세요)?|สวัสดี(?:ครับ|ค่ะ|คะ)?|หวัดดี)$/;
const thanks =
  /^(?:thanks|thank ?you|thx|[謝谢]{2}(?:[你您])?|感[謝谢]|多[謝谢]|ありがとう(?:ございます|ございました)?|감사합니다|감사해요|고마워요?|고맙습니다|ขอบคุณ(?:ครับ|ค่ะ|คะ|มาก)?)$/;

const welcomeAgain: Localized = {
  en: "You are welcome. Send me any words to search for, or press a button below.",
  "zh-TW": "不客氣。直接輸入想找的詞就能搜尋，也可以按下方按鈕。",
  "zh-CN": "不客气。直接输入想找的词就能搜索，也可以点下方按钮。",
  ja: "どういたしまして。調べたい言葉をそのまま送るか、下のボタンをお使いください。",
  ko: "천만에요. 찾고 싶은 단어를 그대로 보내거나 아래 버튼을 눌러 주세요.",
  th: "ยินดีเสมอ พิมพ์คำที่อยากค้นหาได้เลย หรือกดปุ่มด้านล่าง",
};

/** What is said back, by the language; null for a line that says something else as well. */
export function replyToPleasantry(line: string): ((locale: Locale) => string) | null {
  const said = line
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{S}]+/gu, " ")
    .trim()
    .replace(/\s+/g, " ");
  if (hello.test(said)) return (locale) => greetingText("user", locale);
  return thanks.test(said) ? (locale) => welcomeAgain[locale] : null;
}
