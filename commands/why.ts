// /why: where an article came from, which story it belongs to, and why each subscription of the channel took or left it.
import { clip } from "../src/language/clip.ts";
import { shortTime } from "../src/language/phrases.ts";
import { reply } from "../src/language/reply.ts";
import { whyFields } from "../src/language/why-text.ts";
import { whyWords } from "../src/language/why-words.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Locale, Localized } from "../src/records/channel.ts";
import type { Hit } from "../src/records/query.ts";
import type { Reply } from "../src/records/reply.ts";

export const why: Command = {
  name: "why",
  names: { en: "why", "zh-TW": "為什麼", "zh-CN": "为什么", ja: "なぜ", ko: "왜" },
  aliases: ["reason", "為何", "为何", "理由", "原因", "이유"],
  description: {
    en: "Why an article came here, or did not",
    "zh-TW": "看一則新聞為什麼出現或沒出現在這裡",
    "zh-CN": "查看一条新闻为什么出现或没出现在这里",
    ja: "記事がここに届いた理由、届かなかった理由を表示します",
    ko: "기사가 여기에 온 이유나 오지 않은 이유를 보여 줍니다",
  },
  example: {
    en: "/why https://news.example/harbour-bridge",
    "zh-TW": "/為什麼 https://news.example/harbour-bridge",
    "zh-CN": "/为什么 https://news.example/harbour-bridge",
    ja: "/なぜ https://news.example/harbour-bridge",
    ko: "/왜 https://news.example/harbour-bridge",
  },
  options: [
    {
      name: "article",
      names: { en: "article", "zh-TW": "新聞", "zh-CN": "新闻", ja: "記事", ko: "기사" },
      description: {
        en: "Its link or its headline",
        "zh-TW": "新聞的連結或標題",
        "zh-CN": "新闻的链接或标题",
        ja: "記事のリンクまたは見出し",
        ko: "기사의 링크 또는 제목",
      },
      isRequired: true,
    },
  ],
  access: "everyone",
  readText: (rest) => (rest.trim() ? { article: rest.trim() } : {}),
  run: runWhy,
};

const which: Localized = {
  en: "Which one do you mean?",
  "zh-TW": "你問的是哪一則？",
  "zh-CN": "你问的是哪一条？",
  ja: "どの記事ですか。",
  ko: "어느 기사인가요?",
};

// What LINE shows on a button.
const longestLabel = 20;
// A channel may have many subscriptions, and nobody else asked.
const isPrivate = true;

async function runWhy({ args, channel }: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const found = await desk.why.find(args.article ?? "");
  if ("candidates" in found) return askWhich(found.candidates, locale, desk.timeZone);
  const told = await desk.why.explain(found.articleId, channel.id);
  const fields = whyFields(told, { sources: desk.sources, timeZone: desk.timeZone, locale });
  return reply({
    title: told.trail.article.headline,
    text: told.trail.article.url ?? "",
    fields,
    footer: told.judgements.length === 0 ? whyWords[locale].noSubscription : "",
    isPrivate,
  });
}

/** By their ids, since a link may be longer than a button can carry. */
function askWhich(candidates: readonly Hit[], locale: Locale, timeZone: string): Reply {
  const command = `/${why.names[locale]}`;
  return reply({
    text: which[locale],
    fields: candidates.map(({ headline, sourceName, publishedAt }, index) => ({
      name: `${index + 1}. ${headline}`,
      value: `${sourceName} · ${shortTime(publishedAt, timeZone, locale)}`,
    })),
    choices: candidates.map(({ id, headline }, index) => ({
      label: clip(`${index + 1}. ${headline}`, longestLabel),
      text: `${command} ${id}`,
    })),
    isPrivate,
  });
}
