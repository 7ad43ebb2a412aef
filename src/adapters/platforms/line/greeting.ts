// What the desk says when someone adds it, or brings it into a group: two lines and buttons to begin with.
import type { Command } from "../../../ports/command.ts";
import type { Locale, Localized } from "../../../records/channel.ts";
import type { Choice } from "../../../records/reply.ts";

const toUser: Localized = {
  en: "Hello, I am Lede, your news desk: I gather the news and can bring you a digest on schedule.\nSend me any words to search for, or begin with a button below.",
  "zh-TW": "你好，我是 Lede，替你整理新聞，也能準時送上摘要。\n直接輸入想找的詞就能搜尋，或從下方按鈕開始。",
  "zh-CN": "你好，我是 Lede，替你整理新闻，也能准时送上摘要。\n直接输入想找的词就能搜索，或从下方按钮开始。",
  ja: "はじめまして、Lede です。ニュースを集め、決まった時間にまとめをお届けします。\n調べたい言葉をそのまま送るか、下のボタンから始めてください。",
  ko: "안녕하세요, 뉴스를 모아 정해진 시간에 요약해 드리는 Lede입니다.\n찾고 싶은 단어를 그대로 보내거나 아래 버튼으로 시작해 보세요.",
  th: "สวัสดี นี่คือ Lede ผู้ช่วยรวบรวมข่าวและส่งสรุปข่าวตามเวลา\nพิมพ์คำที่อยากค้นหาได้เลย หรือเริ่มจากปุ่มด้านล่าง",
};

const toGroup: Localized = {
  en: "Hello everyone, I am Lede, your news desk: I gather the news and can bring this chat a digest on schedule.\nHere I answer only lines that begin with / or that mention me.",
  "zh-TW": "大家好，我是 Lede，替大家整理新聞，也能準時送上摘要。\n在這裡，我只回應以 / 開頭或標記我的訊息。",
  "zh-CN": "大家好，我是 Lede，替大家整理新闻，也能准时送上摘要。\n在这里，我只回应以 / 开头或 @ 我的消息。",
  ja: "みなさん、はじめまして、Lede です。ニュースを集め、決まった時間にまとめをお届けします。\nこのトークでは、/ で始まるメッセージか、私へのメンションにだけお答えします。",
  ko: "여러분 안녕하세요, 뉴스를 모아 정해진 시간에 요약해 드리는 Lede입니다.\n여기서는 /로 시작하거나 저를 멘션한 메시지에만 답합니다.",
  th: "สวัสดีทุกคน นี่คือ Lede ผู้ช่วยรวบรวมข่าวและส่งสรุปข่าวให้ห้องนี้ตามเวลา\nในห้องนี้จะตอบเฉพาะข้อความที่ขึ้นต้นด้วย / หรือที่กล่าวถึง Lede",
};

/** Two lines in the chat's language; in groups they say when the bot speaks. */
export function greetingText(chat: "user" | "group" | "room", locale: Locale): string {
  return (chat === "user" ? toUser : toGroup)[locale];
}

const wordsOnly: Localized = {
  en: "I read words only. Send me what to look for, such as “typhoon”, or begin with a button below.",
  "zh-TW": "我只看得懂文字。直接輸入想找的詞，例如「颱風」，或從下方按鈕開始。",
  "zh-CN": "我只看得懂文字。直接输入想找的词，例如“台风”，或从下方按钮开始。",
  ja: "文字だけを読み取れます。「台風」のように調べたい言葉を送るか、下のボタンから始めてください。",
  ko: "글자만 읽을 수 있습니다. ‘태풍’처럼 찾고 싶은 단어를 보내거나 아래 버튼으로 시작해 보세요.",
  th: "อ่านได้เฉพาะตัวอักษร พิมพ์คำที่อยากค้นหา เช่น “พายุ” หรือเริ่มจากปุ่มด้านล่าง",
};

/** What a sticker, a picture or a voice is answered with. */
export const wordlessText = (locale: Locale): string => wordsOnly[locale];

// What a newcomer wants first. Each works as it is, without anything typed after it.
const firstCommands = ["digest", "latest", "trending", "subscribe", "help"];

/** Commands to begin with, by their names in the chat's language. */
export function greetingChoices(commands: readonly Command[], locale: Locale): readonly Choice[] {
  return firstCommands
    .flatMap((name) => commands.find((command) => command.name === name) ?? [])
    .map(({ names }) => ({ label: names[locale], text: `/${names[locale]}` }));
}
