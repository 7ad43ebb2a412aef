// /latest: the newest articles, of all sources or of one.
import { behindLastPage, pageChoices, pageOption, readPage, readPagedText } from "../src/language/page-text.ts";
import { reply } from "../src/language/reply.ts";
import { findSources, isSourceName } from "../src/language/source-name.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Localized } from "../src/records/channel.ts";
import type { Reply } from "../src/records/reply.ts";
import { suggestSource } from "./suggest/query.ts";

const pageSize = 5;

export const latest: Command = {
  name: "latest",
  names: { en: "latest", "zh-TW": "最新", "zh-CN": "最新", ja: "最新", ko: "최신", th: "ล่าสุด" },
  aliases: ["newest", "最新消息", "最新新聞", "最新新闻", "新着", "最新ニュース", "최신뉴스"],
  description: {
    en: "The newest articles, from all sources or from one",
    "zh-TW": "看最新的新聞，可以只看一個來源",
    "zh-CN": "查看最新的新闻，可以只看一个来源",
    ja: "新着記事を表示します（配信元を選べます）",
    ko: "최신 기사를 보여 줍니다. 출처를 고를 수 있습니다",
    th: "ข่าวใหม่ล่าสุดจากทุกแหล่งข่าว หรือจากแหล่งเดียว",
  },
  example: {
    en: "/latest guardian",
    "zh-TW": "/最新 中央社",
    "zh-CN": "/最新 中央社",
    ja: "/最新 NHK",
    ko: "/최신 BBC",
    th: "/ล่าสุด BBC",
  },
  options: [
    {
      name: "source",
      names: { en: "source", "zh-TW": "來源", "zh-CN": "来源", ja: "配信元", ko: "출처", th: "แหล่งข่าว" },
      description: {
        en: "The name of a source; leave it out for all of them",
        "zh-TW": "來源的名稱，不填就是全部",
        "zh-CN": "来源的名称，不填就是全部",
        ja: "配信元の名前（省略するとすべて）",
        ko: "출처 이름. 비워 두면 전체입니다",
        th: "ชื่อแหล่งข่าว ถ้าไม่ระบุจะแสดงทุกแหล่ง",
      },
      isRequired: false,
      suggest: suggestSource,
    },
    pageOption,
  ],
  access: "everyone",
  isMeantBy: ({ args, sources }) => args.source === undefined || isSourceName(sources, args.source),
  readText: (rest) => readPagedText(rest, "source"),
  run: runLatest,
};

const titles: Localized<(name: string) => string> = {
  en: (name) => (name ? `Latest from ${name}` : "Latest news"),
  "zh-TW": (name) => (name ? `${name}的最新新聞` : "最新新聞"),
  "zh-CN": (name) => (name ? `${name}的最新新闻` : "最新新闻"),
  ja: (name) => (name ? `${name}の新着記事` : "新着記事"),
  ko: (name) => (name ? `${name} 최신 기사` : "최신 기사"),
  th: (name) => (name ? `ข่าวล่าสุดจาก ${name}` : "ข่าวล่าสุด"),
};

const nothingYet: Localized = {
  en: "There are no articles here yet. The desk reads its sources all the time. Try again in a few minutes.",
  "zh-TW": "這裡還沒有新聞。系統會持續讀取各來源，請過幾分鐘再試。",
  "zh-CN": "这里还没有新闻。系统会持续读取各来源，请过几分钟再试。",
  ja: "まだ記事がありません。配信元は常に確認していますので、数分後にもう一度お試しください。",
  ko: "아직 기사가 없습니다. 출처를 계속 확인하고 있으니 몇 분 뒤에 다시 시도해 보세요.",
  th: "ยังไม่มีข่าวที่นี่ ระบบอ่านแหล่งข่าวอยู่ตลอด ลองใหม่ในอีกไม่กี่นาที",
};

async function runLatest({ args, channel }: CommandRequest, { store, sources }: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const page = readPage(args.page);
  const chosen = args.source === undefined ? [] : findSources(sources, args.source);
  // One more than is shown tells whether there is a next page.
  const cards = await store.latestCards(
    chosen.map(({ id }) => id),
    pageSize + 1,
    (page - 1) * pageSize,
  );
  const question = [`/${latest.names[locale]}`, args.source].filter(Boolean).join(" ");
  const nothing = page > 1 ? behindLastPage : nothingYet;
  return reply({
    title: titles[locale](chosen[0]?.name ?? ""),
    text: cards.length === 0 ? nothing[locale] : "",
    cards: cards.slice(0, pageSize),
    choices: pageChoices(question, { page, hasNext: cards.length > pageSize }, locale),
  });
}
