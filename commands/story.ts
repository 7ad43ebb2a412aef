// /story: one story opened: what it says, who reports it, and what can be done with it.
import { articleOption, askWhichArticle, namesArticle, readArticleText } from "../src/language/article-option.ts";
import { typedCommand } from "../src/language/command-name.ts";
import { reply } from "../src/language/reply.ts";
import { unknownArticle } from "../src/language/why-errors.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Locale, Localized } from "../src/records/channel.ts";
import type { Field, Reply } from "../src/records/reply.ts";
import type { Trail } from "../src/records/trail.ts";
import { suggestArticle } from "./suggest/query.ts";

export const story: Command = {
  name: "story",
  names: { en: "story", "zh-TW": "詳情", "zh-CN": "详情", ja: "詳細", ko: "자세히", th: "เรื่อง" },
  aliases: ["open", "開啟", "打开", "開く", "열기"],
  description: {
    en: "Open a story: what it says, who reports it, and what to do with it",
    "zh-TW": "打開一則新聞：導言、標籤、哪些媒體報導，以及可以做什麼",
    "zh-CN": "打开一条新闻：导语、标签、哪些媒体报道，以及可以做什么",
    ja: "記事を開き、要点、タグ、報じた配信元、できることを表示します",
    ko: "기사를 열어 요지, 태그, 보도한 곳, 할 수 있는 일을 보여 줍니다",
    th: "เปิดดูเรื่อง: เนื้อหา ใครรายงานบ้าง และทำอะไรต่อได้",
  },
  example: {
    en: "/story harbour bridge",
    "zh-TW": "/詳情 高雄新橋",
    "zh-CN": "/详情 高雄新桥",
    ja: "/詳細 港の新しい橋",
    ko: "/자세히 항구 다리",
    th: "/เรื่อง สะพานท่าเรือ",
  },
  options: [{ ...articleOption, suggest: suggestArticle }],
  access: "everyone",
  isMeantBy: namesArticle,
  readText: readArticleText,
  run: runStory,
};

const reportsName: Localized = {
  en: "Reports",
  "zh-TW": "報導",
  "zh-CN": "报道",
  ja: "報道",
  ko: "보도",
  th: "ข่าวที่รายงาน",
};

const mostNamed = 10;

async function runStory({ args, channel }: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const found = await desk.why.find(args.article ?? "");
  if ("candidates" in found) return askWhichArticle(found.candidates, `/${story.names[locale]}`, desk.timeZone, locale);
  const [card, trail] = await Promise.all([desk.store.findCard(found.articleId), desk.store.trailOf(found.articleId)]);
  if (card === null || trail === null) throw unknownArticle();
  return reply({
    cards: [card],
    fields: reportsField(trail, locale),
    choices: ["save", "summarize", "why", "more", "less"].map((name) => {
      const typed = typedCommand(desk.commands, name, locale);
      return { label: typed.slice(1), text: `${typed} ${card.articleId}` };
    }),
  });
}

/** Who reports it and how often, the first to report first; none for the only report. */
function reportsField({ story: { reports, sources }, sourceNames }: Trail, locale: Locale): readonly Field[] {
  if (reports < 2) return [];
  const names = sources.slice(0, mostNamed).map(({ sourceId, reports: count }) => {
    const name = sourceNames.get(sourceId) ?? sourceId;
    return count === 1 ? name : `${name} ×${count}`;
  });
  const joint = /^(zh|ja)/.test(locale) ? "、" : ", ";
  const rest = sources.length > mostNamed ? " …" : "";
  const count = new Intl.NumberFormat(locale).format(reports);
  return [{ name: reportsName[locale], value: `${count} · ${names.join(joint)}${rest}` }];
}
