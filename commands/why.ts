// /why: where an article came from, which story it belongs to, and why each subscription of the channel took or left it.
import { articleOption, askWhichArticle, namesArticle, readArticleText } from "../src/language/article-option.ts";
import { reply } from "../src/language/reply.ts";
import { whyFields } from "../src/language/why-text.ts";
import { whyWords } from "../src/language/why-words.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Reply } from "../src/records/reply.ts";
import { suggestArticle } from "./suggest/query.ts";

export const why: Command = {
  name: "why",
  names: { en: "why", "zh-TW": "為什麼", "zh-CN": "为什么", ja: "なぜ", ko: "왜", th: "ทำไม" },
  aliases: ["reason", "為何", "为何", "理由", "原因", "이유"],
  description: {
    en: "Why an article came here, or did not",
    "zh-TW": "看一則新聞為什麼出現或沒出現在這裡",
    "zh-CN": "查看一条新闻为什么出现或没出现在这里",
    ja: "記事がここに届いた理由、届かなかった理由を表示します",
    ko: "기사가 여기에 온 이유나 오지 않은 이유를 보여 줍니다",
    th: "ดูว่าทำไมข่าวถึงมาหรือไม่มาที่นี่",
  },
  example: {
    en: "/why https://news.example/harbour-bridge",
    "zh-TW": "/為什麼 https://news.example/harbour-bridge",
    "zh-CN": "/为什么 https://news.example/harbour-bridge",
    ja: "/なぜ https://news.example/harbour-bridge",
    ko: "/왜 https://news.example/harbour-bridge",
    th: "/ทำไม https://news.example/harbour-bridge",
  },
  options: [{ ...articleOption, suggest: suggestArticle }],
  access: "everyone",
  isMeantBy: namesArticle,
  readText: readArticleText,
  run: runWhy,
};

// A channel may have many subscriptions, and nobody else asked.
const isPrivate = true;

async function runWhy({ args, channel }: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const found = await desk.why.find(args.article ?? "");
  if ("candidates" in found) return askWhichArticle(found.candidates, `/${why.names[locale]}`, desk.timeZone, locale);
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
