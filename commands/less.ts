// /less: stories like this one come later in this channel's digests, or not at all.
import { articleOption, namesArticle, readArticleText } from "../src/language/article-option.ts";
import type { Command } from "../src/ports/command.ts";
import { suggestArticle } from "./suggest/query.ts";
import { castVote } from "./vote/vote.ts";

export const less: Command = {
  name: "less",
  names: { en: "less", "zh-TW": "少看這類", "zh-CN": "少看这类", ja: "減らす", ko: "줄이기", th: "น้อยลง" },
  aliases: ["dislike", "少一點", "少一点", "もういい", "덜보기"],
  description: {
    en: "Fewer stories like this one in this channel's digests",
    "zh-TW": "讓這裡的摘要少放這類新聞",
    "zh-CN": "让这里的摘要少放这类新闻",
    ja: "ここのまとめから似た記事を減らします",
    ko: "이곳의 요약에서 비슷한 기사를 줄입니다",
    th: "ลดข่าวแนวนี้ในสรุปข่าวของห้องนี้",
  },
  example: {
    en: "/less https://news.example/harbour-bridge",
    "zh-TW": "/少看這類 https://news.example/harbour-bridge",
    "zh-CN": "/少看这类 https://news.example/harbour-bridge",
    ja: "/減らす https://news.example/harbour-bridge",
    ko: "/줄이기 https://news.example/harbour-bridge",
    th: "/น้อยลง https://news.example/harbour-bridge",
  },
  options: [{ ...articleOption, suggest: suggestArticle }],
  access: "everyone",
  isMeantBy: namesArticle,
  readText: readArticleText,
  run: (request, desk) => castVote(-1, request, desk, `/${less.names[request.channel.locale]}`),
};
