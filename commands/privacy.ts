// /privacy: all that the desk has stored of the asker, as a summary or as a copy to keep.
import { describeFilter } from "../src/language/filter-text.ts";
import { pageChoices, pageOption, readPage, readPagedText } from "../src/language/page-text.ts";
import { readerOf } from "../src/language/reader.ts";
import { reply } from "../src/language/reply.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Field, Reply } from "../src/records/reply.ts";
import { askAloneInstead } from "./privacy/alone.ts";
import { chatFields } from "./privacy/chat-fields.ts";
import { copyInPages } from "./privacy/copy.ts";
import { wordsOf } from "./privacy/words.ts";

export const privacy: Command = {
  name: "privacy",
  names: { en: "privacy", "zh-TW": "隱私", "zh-CN": "隐私", ja: "プライバシー", ko: "개인정보", th: "ข้อมูลของฉัน" },
  aliases: [
    "my data",
    "我的資料",
    "我的数据",
    "我的资料",
    "隱私權",
    "隐私权",
    "ความเป็นส่วนตัว",
    "個人情報",
    "マイデータ",
    "내정보",
  ],
  description: {
    en: "What is stored about you, with a copy to keep",
    "zh-TW": "看這裡存了你的哪些資料，也能帶走一份",
    "zh-CN": "查看这里存了你的哪些数据，也能带走一份",
    ja: "あなたについて保存している内容を表示し、控えも渡します",
    ko: "저장된 내 정보를 보고 사본을 받습니다",
    th: "ดูข้อมูลที่เก็บเกี่ยวกับคุณ พร้อมรับสำเนาไปเก็บ",
  },
  example: {
    en: "/privacy",
    "zh-TW": "/隱私",
    "zh-CN": "/隐私",
    ja: "/プライバシー",
    ko: "/개인정보",
    th: "/ข้อมูลของฉัน",
  },
  options: [pageOption],
  access: "everyone",
  isMeantBy: ({ args }) => args.page !== undefined,
  readText: readPrivacyText,
  run: runPrivacy,
};

// The page makes it a copy: the summary has none.
const copyPattern = /^(?:copy|export|匯出|导出|コピー|사본|สำเนา|คัดลอก|ส่งออก)(?=\s|$)/iu;

function readPrivacyText(rest: string) {
  return copyPattern.test(rest.trim()) ? { page: "1" } : readPagedText(rest, "nothing");
}

async function runPrivacy(request: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { args, channel, asker } = request;
  const elsewhere = askAloneInstead(channel, asker);
  if (elsewhere !== null) return elsewhere;
  return args.page === undefined ? summarize(request, desk) : copy(request, desk);
}

const mostListed = 5;

async function summarize(
  { channel, asker }: CommandRequest,
  { store, sources, commands, timeZone }: CommandDesk,
): Promise<Reply> {
  const { locale, platform } = channel;
  const words = wordsOf[locale];
  const { saved, votes, subscriptions, chat } = await store.personalData(readerOf(channel, asker));
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  const filters = subscriptions.slice(0, mostListed).map(({ filter }) => describeFilter(filter, sources, locale));
  const more = subscriptions.length > mostListed ? ["…"] : [];
  const fields: readonly Field[] = [
    { name: words.id, value: asker.id },
    ...(asker.name === "" ? [] : [{ name: words.name, value: `${asker.name} (${words.notKept})` }]),
    { name: words.language, value: new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale },
    { name: words.subscriptions, value: [number(subscriptions.length), ...filters, ...more].join(" · ") },
    { name: words.saved, value: number(saved.length) },
    { name: words.votes, value: number(votes.length) },
    ...chatFields(chat, channel, timeZone),
  ];
  const forget = commands.find(({ name }) => name === "forget-me")?.names[locale];
  return reply({
    title: words.title,
    text: platform === "line" ? `${words.use}\n${words.afterParting}` : words.use,
    fields,
    choices: [
      { label: words.copy, text: `/${privacy.names[locale]} page:1` },
      ...(forget === undefined ? [] : [{ label: words.forget, text: `/${forget}` }]),
    ],
    isPrivate: true,
  });
}

async function copy({ args, channel, asker }: CommandRequest, { store }: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const readerId = readerOf(channel, asker);
  const pages = copyInPages(readerId, locale, await store.personalData(readerId));
  const page = Math.min(readPage(args.page), pages.length);
  return reply({
    title: wordsOf[locale].copyTitle(page, pages.length),
    text: pages[page - 1] ?? "",
    choices: pageChoices(`/${privacy.names[locale]}`, { page, hasNext: page < pages.length }, locale),
    isPrivate: true,
  });
}
