// /saved: what the asker has saved, in whichever channel; and what shall not be there any more.
import { pageChoices, pageOption, readPage, readPagedText } from "../src/language/page-text.ts";
import { readerOf } from "../src/language/reader.ts";
import { reply } from "../src/language/reply.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Localized } from "../src/records/channel.ts";
import type { Reply } from "../src/records/reply.ts";

const pageSize = 5;

export const saved: Command = {
  name: "saved",
  names: { en: "saved", "zh-TW": "我的收藏", "zh-CN": "我的收藏", ja: "保存済み", ko: "저장목록", th: "ที่บันทึกไว้" },
  aliases: ["bookmarks", "收藏清單", "收藏夹", "收藏列表", "保存リスト", "북마크목록"],
  description: {
    en: "The stories that you saved",
    "zh-TW": "看自己收藏的新聞",
    "zh-CN": "查看自己收藏的新闻",
    ja: "保存した記事を表示します",
    ko: "저장한 기사를 보여 줍니다",
    th: "ดูข่าวที่คุณบันทึกไว้",
  },
  example: {
    en: "/saved",
    "zh-TW": "/我的收藏",
    "zh-CN": "/我的收藏",
    ja: "/保存済み",
    ko: "/저장목록",
    th: "/ที่บันทึกไว้",
  },
  options: [pageOption],
  access: "everyone",
  isMeantBy: ({ args }) => args.nothing === undefined,
  readText: readSavedText,
  run: runSaved,
};

const removePattern = /(?:^|\s)remove:(\S+)/;

function readSavedText(rest: string) {
  const remove = removePattern.exec(rest)?.[1];
  return remove === undefined ? readPagedText(rest, "nothing") : { remove };
}

interface Words {
  readonly title: (total: string) => string;
  readonly none: string;
  /** Where stories have no buttons. */
  readonly noneTyped: string;
  readonly removed: string;
  readonly goneBefore: string;
  readonly remove: (number: number) => string;
}

const wordsOf: Localized<Words> = {
  en: {
    title: (total) => `Your saved stories (${total})`,
    none: "You have saved nothing yet. Press Save under a story, or send /save with its link.",
    noneTyped: "You have saved nothing yet. Send /save with a story's link or headline.",
    removed: "It is no longer in your list.",
    goneBefore: "It was not in your list.",
    remove: (number) => `Remove ${number}`,
  },
  "zh-TW": {
    title: (total) => `你的收藏（${total}）`,
    none: "你還沒有收藏新聞。按新聞下方的「收藏」，或用 /收藏 加上連結。",
    noneTyped: "你還沒有收藏新聞。請用 /收藏 加上新聞的連結或標題。",
    removed: "已從收藏移除。",
    goneBefore: "這則新聞不在你的收藏裡。",
    remove: (number) => `移除第 ${number} 則`,
  },
  "zh-CN": {
    title: (total) => `你的收藏（${total}）`,
    none: "你还没有收藏新闻。按新闻下方的“收藏”，或用 /收藏 加上链接。",
    noneTyped: "你还没有收藏新闻。请用 /收藏 加上新闻的链接或标题。",
    removed: "已从收藏移除。",
    goneBefore: "这条新闻不在你的收藏里。",
    remove: (number) => `移除第 ${number} 条`,
  },
  ja: {
    title: (total) => `保存した記事（${total}）`,
    none: "保存した記事はまだありません。記事の下の「保存」を押すか、/保存 にリンクを付けて送ってください。",
    noneTyped: "保存した記事はまだありません。/保存 に記事のリンクか見出しを付けて送ってください。",
    removed: "リストから外しました。",
    goneBefore: "この記事はリストにありません。",
    remove: (number) => `${number} 番を外す`,
  },
  ko: {
    title: (total) => `저장한 기사 (${total})`,
    none: "아직 저장한 기사가 없습니다. 기사 아래의 ‘저장’을 누르거나 /저장 뒤에 링크를 붙여 보내 주세요.",
    noneTyped: "아직 저장한 기사가 없습니다. /저장 뒤에 기사의 링크나 제목을 붙여 보내 주세요.",
    removed: "목록에서 뺐습니다.",
    goneBefore: "목록에 없는 기사입니다.",
    remove: (number) => `${number}번 빼기`,
  },
  th: {
    title: (total) => `ข่าวที่บันทึกไว้ (${total})`,
    none: "ยังไม่มีข่าวที่บันทึกไว้ กด “บันทึก” ใต้ข่าว หรือส่ง /บันทึก ตามด้วยลิงก์",
    noneTyped: "ยังไม่มีข่าวที่บันทึกไว้ ส่ง /บันทึก ตามด้วยลิงก์หรือพาดหัวข่าว",
    removed: "นำออกจากรายการแล้ว",
    goneBefore: "ข่าวนี้ไม่ได้อยู่ในรายการ",
    remove: (number) => `นำออก ${number}`,
  },
};

async function runSaved(request: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { args, channel, asker } = request;
  if (args.remove === undefined) return listSaved(request, desk);
  const wasThere = await desk.store.dropSaved(readerOf(channel, asker), args.remove);
  const words = wordsOf[channel.locale];
  return reply({ text: wasThere ? words.removed : words.goneBefore, isPrivate: true });
}

async function listSaved({ args, channel, asker }: CommandRequest, { store }: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const words = wordsOf[locale];
  const page = readPage(args.page);
  const first = (page - 1) * pageSize;
  const { total, cards } = await store.savedCards(readerOf(channel, asker), pageSize, first);
  const command = `/${saved.names[locale]}`;
  return reply({
    title: words.title(new Intl.NumberFormat(locale).format(total)),
    text: cards.length > 0 ? "" : channel.platform === "discord" ? words.none : words.noneTyped,
    cards,
    choices: [
      ...cards.map(({ articleId }, index) => ({
        label: words.remove(index + 1),
        text: `${command} remove:${articleId}`,
      })),
      ...pageChoices(command, { page, hasNext: total > first + pageSize }, locale),
    ],
    isPrivate: true,
  });
}
