// /save: a story goes to the asker's own list.
import {
  articleOption,
  askWhichArticle,
  meantStory,
  namesArticle,
  readArticleText,
} from "../src/language/article-option.ts";
import { typedCommand } from "../src/language/command-name.ts";
import { readerOf } from "../src/language/reader.ts";
import { reply } from "../src/language/reply.ts";
import { unknownArticle } from "../src/language/why-errors.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Localized } from "../src/records/channel.ts";
import type { Reply } from "../src/records/reply.ts";
import { suggestArticle } from "./suggest/query.ts";

export const save: Command = {
  name: "save",
  names: { en: "save", "zh-TW": "收藏", "zh-CN": "收藏", ja: "保存", ko: "저장", th: "บันทึก" },
  aliases: ["keep", "bookmark", "存起來", "存起来", "ブックマーク", "북마크"],
  description: {
    en: "Keep a story in your own list",
    "zh-TW": "把一則新聞收進自己的收藏",
    "zh-CN": "把一条新闻收进自己的收藏",
    ja: "記事を自分のリストに保存します",
    ko: "기사를 내 목록에 저장합니다",
    th: "เก็บข่าวไว้ในรายการของคุณ",
  },
  example: {
    en: "/save https://news.example/harbour-bridge",
    "zh-TW": "/收藏 https://news.example/harbour-bridge",
    "zh-CN": "/收藏 https://news.example/harbour-bridge",
    ja: "/保存 https://news.example/harbour-bridge",
    ko: "/저장 https://news.example/harbour-bridge",
    th: "/บันทึก https://news.example/harbour-bridge",
  },
  options: [{ ...articleOption, suggest: suggestArticle }],
  access: "everyone",
  // The list is called so as well, and its field in LINE's menu.
  bareMeans: "saved",
  isMeantBy: namesArticle,
  readText: readArticleText,
  run: runSave,
};

const saidOf: Localized<{
  readonly saved: string;
  readonly before: string;
  readonly list: string;
  readonly drop: string;
}> = {
  en: { saved: "Saved", before: "Saved before", list: "My list", drop: "Take it out" },
  "zh-TW": { saved: "已收藏", before: "之前就收藏過了", list: "我的收藏", drop: "取消收藏" },
  "zh-CN": { saved: "已收藏", before: "之前就收藏过了", list: "我的收藏", drop: "取消收藏" },
  ja: { saved: "保存しました", before: "保存済みです", list: "保存リスト", drop: "リストから外す" },
  ko: { saved: "저장했습니다", before: "이미 저장되어 있습니다", list: "내 목록", drop: "목록에서 빼기" },
  th: { saved: "บันทึกแล้ว", before: "บันทึกไว้ก่อนแล้ว", list: "รายการของฉัน", drop: "นำออกจากรายการ" },
};

async function runSave({ args, channel, asker, now }: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const found = meantStory(await desk.why.find(args.article ?? ""));
  if ("candidates" in found) return askWhichArticle(found.candidates, `/${save.names[locale]}`, desk.timeZone, locale);
  const card = await desk.store.findCard(found.articleId);
  if (card === null) throw unknownArticle();
  const isNew = await desk.store.saveCard(readerOf(channel, asker), card, now);
  const said = saidOf[locale];
  const list = typedCommand(desk.commands, "saved", locale);
  return reply({
    title: isNew ? said.saved : said.before,
    text: card.headline,
    choices: [
      { label: said.list, text: list },
      { label: said.drop, text: `${list} remove:${card.articleId}` },
    ],
    isPrivate: true,
  });
}
