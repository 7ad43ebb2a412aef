// /forget-me: erases all that is stored of the asker, after one question.
import { readerOf } from "../src/language/reader.ts";
import { reply } from "../src/language/reply.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Reply } from "../src/records/reply.ts";
import { askAloneInstead } from "./privacy/alone.ts";
import { wordsOf } from "./privacy/words.ts";
import { privacy } from "./privacy.ts";

export const forgetMe: Command = {
  name: "forget-me",
  names: {
    en: "forget-me",
    "zh-TW": "刪除我的資料",
    "zh-CN": "删除我的数据",
    ja: "データ消去",
    ko: "내정보삭제",
    th: "ลบข้อมูลของฉัน",
  },
  aliases: [
    ...["erase my data", "delete my data", "忘記我", "忘记我", "刪除資料", "删除我的资料"],
    ...["データ削除", "データを消去", "データを削除", "내정보지우기", "ลบข้อมูล"],
  ],
  description: {
    en: "Erase all that is stored about you",
    "zh-TW": "刪除這裡存的所有關於你的資料",
    "zh-CN": "删除这里存的所有关于你的数据",
    ja: "あなたについて保存している内容をすべて消去します",
    ko: "저장된 내 정보를 모두 지웁니다",
    th: "ลบข้อมูลทั้งหมดที่เก็บเกี่ยวกับคุณ",
  },
  example: {
    en: "/forget-me",
    "zh-TW": "/刪除我的資料",
    "zh-CN": "/删除我的数据",
    ja: "/データ消去",
    ko: "/내정보삭제",
    th: "/ลบข้อมูลของฉัน",
  },
  options: [],
  access: "everyone",
  readText: (rest) => (rest.trim() === confirmation ? { confirmed: "yes" } : {}),
  run: runForgetMe,
};

// Typed by its button.
const confirmation = "confirm:yes";

async function runForgetMe({ args, channel, asker }: CommandRequest, { store }: CommandDesk): Promise<Reply> {
  const elsewhere = askAloneInstead(channel, asker);
  if (elsewhere !== null) return elsewhere;
  const { locale } = channel;
  const words = wordsOf[locale];
  const readerId = readerOf(channel, asker);
  if (args.confirmed === "yes") {
    await store.eraseReader(readerId);
    return reply({ text: words.forgotten, isPrivate: true });
  }
  const { saved, votes, subscriptions } = await store.personalData(readerId);
  if (saved.length + votes.length + subscriptions.length === 0 && channel.id !== readerId)
    return reply({ text: words.nothing, isPrivate: true });
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  const lines = [
    words.forgetWhat(number(saved.length), number(votes.length)),
    ...(channel.id === readerId ? [words.forgetChat] : []),
    ...(subscriptions.some(({ channelId }) => channelId !== readerId) ? [words.forgetElsewhere] : []),
  ];
  return reply({
    title: words.forgetTitle,
    text: lines.join("\n"),
    choices: [
      { label: words.forgetConfirm, text: `/${forgetMe.names[locale]} ${confirmation}` },
      { label: words.copy, text: `/${privacy.names[locale]} page:1` },
    ],
    isPrivate: true,
  });
}
