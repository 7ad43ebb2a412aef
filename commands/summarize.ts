// /summarize: any article in a few sentences: one of the archive, or one at a link that the desk has never read.
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
import { nothingToSummarize } from "../src/language/summarize-errors.ts";
import { linksIn } from "../src/language/web-address.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { LinkSummary } from "../src/ports/link-summary.ts";
import type { Locale, Localized } from "../src/records/channel.ts";
import { UserError } from "../src/records/errors.ts";
import type { Arguments } from "../src/records/question.ts";
import type { Field, Reply } from "../src/records/reply.ts";
import { suggestArticle } from "./suggest/query.ts";

// Each is a page to fetch, and the asker waits for all of them.
const linksRead = 3;

export const summarize: Command = {
  name: "summarize",
  names: { en: "summarize", "zh-TW": "總結", "zh-CN": "总结", ja: "要約", ko: "간추리기", th: "ย่อข่าว" },
  aliases: ["summarise", "tldr", "濃縮", "浓缩", "要約する", "요점"],
  description: {
    en: "Any article in a few sentences: give its link",
    "zh-TW": "用幾句話總結一篇新聞：請給連結",
    "zh-CN": "用几句话总结一篇新闻：请给链接",
    ja: "記事を数文に要約します（リンクを指定）",
    ko: "기사를 몇 문장으로 간추립니다. 링크를 써 주세요",
    th: "ย่อข่าวใดก็ได้ให้เหลือไม่กี่ประโยค: ใส่ลิงก์",
  },
  example: {
    en: "/summarize https://news.example/harbour-bridge",
    "zh-TW": "/總結 https://news.example/harbour-bridge",
    "zh-CN": "/总结 https://news.example/harbour-bridge",
    ja: "/要約 https://news.example/harbour-bridge",
    ko: "/간추리기 https://news.example/harbour-bridge",
    th: "/ย่อข่าว https://news.example/harbour-bridge",
  },
  options: [{ ...articleOption, suggest: suggestArticle }],
  access: "everyone",
  menu: {
    names: {
      en: "Summarize links",
      "zh-TW": "總結訊息裡的連結",
      "zh-CN": "总结消息里的链接",
      ja: "リンクを要約",
      ko: "링크 간추리기",
      th: "ย่อข่าวจากลิงก์",
    },
    readMessage: readLinks,
  },
  isMeantBy: namesArticle,
  readText: readArticleText,
  run: runSummarize,
};

function readLinks(text: string): Arguments {
  const links = linksIn(text);
  if (links.length === 0) throw nothingToSummarize();
  return { article: links.join(" ") };
}

interface Words {
  readonly save: string;
  readonly why: string;
  readonly extracted: string;
  readonly noText: string;
}

const wordsOf: Localized<Words> = {
  en: {
    save: "Save",
    why: "Why is it here?",
    extracted: "Sentences of the article, word for word.",
    noText: "The article's text is not in the page.",
  },
  "zh-TW": { save: "收藏", why: "為什麼出現在這裡？", extracted: "以上句子皆為原文。", noText: "網頁裡沒有新聞內文。" },
  "zh-CN": { save: "收藏", why: "为什么出现在这里？", extracted: "以上句子均为原文。", noText: "网页里没有新闻正文。" },
  ja: {
    save: "保存",
    why: "届いた理由は？",
    extracted: "記事の文をそのまま抜き出しています。",
    noText: "ページに記事の本文がありません。",
  },
  ko: {
    save: "저장",
    why: "왜 여기에 왔나요?",
    extracted: "기사의 문장을 그대로 옮겼습니다.",
    noText: "페이지에 기사 본문이 없습니다.",
  },
  th: {
    save: "บันทึก",
    why: "ทำไมถึงมาที่นี่",
    extracted: "คัดจากประโยคในข่าวแบบคำต่อคำ",
    noText: "ในหน้านี้ไม่มีเนื้อข่าว",
  },
};

async function runSummarize(request: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { locale } = request.channel;
  const readerId = readerOf(request.channel, request.asker);
  const links = linksIn(request.args.article ?? "").slice(0, linksRead);
  if (links.length > 1) return summarizeAll(links, readerId, locale, desk);
  const [link] = links;
  if (link !== undefined)
    return showSummary(await desk.summarizing.summarizeLink(link, locale, readerId), locale, desk);
  const found = meantStory(await desk.why.find(request.args.article ?? ""));
  if ("candidates" in found)
    return askWhichArticle(found.candidates, `/${summarize.names[locale]}`, desk.timeZone, locale);
  return showSummary(await desk.summarizing.summarizeArticle(found.articleId, locale), locale, desk);
}

function showSummary({ card, sentences }: LinkSummary, locale: Locale, desk: CommandDesk): Reply {
  const words = wordsOf[locale];
  const isArchived = card.articleId !== "";
  const choice = (label: string, command: string) => ({
    label,
    text: `${typedCommand(desk.commands, command, locale)} ${card.articleId}`,
  });
  return reply({
    cards: [card],
    text: sentences.length > 0 ? sentences.map((sentence) => `・${sentence}`).join("\n") : words.noText,
    choices: isArchived ? [choice(words.save, "save"), choice(words.why, "why")] : [],
    footer: sentences.length > 0 ? words.extracted : "",
    isPrivate: true,
  });
}

/** Several links of one message: each in short, and what stands in the way of those that can't be read. */
async function summarizeAll(
  links: readonly string[],
  readerId: string,
  locale: Locale,
  { summarizing }: CommandDesk,
): Promise<Reply> {
  const tried = await Promise.allSettled(links.map((link) => summarizing.summarizeLink(link, locale, readerId)));
  const fields = tried.flatMap((result, index): readonly Field[] => {
    if (result.status === "fulfilled") return [];
    if (!(result.reason instanceof UserError)) throw result.reason;
    return [{ name: links[index] ?? "", value: result.reason.texts[locale] }];
  });
  const cards = tried.flatMap((result) => (result.status === "fulfilled" ? [result.value.card] : []));
  return reply({ cards, fields, isPrivate: true });
}
