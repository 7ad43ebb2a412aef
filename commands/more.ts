// /more: stories like this one come earlier in this channel's digests.
import { articleOption, namesArticle, readArticleText } from "../src/language/article-option.ts";
import type { Command } from "../src/ports/command.ts";
import { suggestArticle } from "./suggest/query.ts";
import { castVote } from "./vote/vote.ts";

export const more: Command = {
  name: "more",
  names: { en: "more", "zh-TW": "多看這類", "zh-CN": "多看这类", ja: "増やす", ko: "늘리기", th: "มากขึ้น" },
  aliases: ["like", "多一點", "多一点", "もっと", "더많이"],
  description: {
    en: "More stories like this one in this channel's digests",
    "zh-TW": "讓這裡的摘要多放這類新聞",
    "zh-CN": "让这里的摘要多放这类新闻",
    ja: "ここのまとめに似た記事を増やします",
    ko: "이곳의 요약에 비슷한 기사를 늘립니다",
    th: "เพิ่มข่าวแนวนี้ในสรุปข่าวของห้องนี้",
  },
  example: {
    en: "/more https://news.example/harbour-bridge",
    "zh-TW": "/多看這類 https://news.example/harbour-bridge",
    "zh-CN": "/多看这类 https://news.example/harbour-bridge",
    ja: "/増やす https://news.example/harbour-bridge",
    ko: "/늘리기 https://news.example/harbour-bridge",
    th: "/มากขึ้น https://news.example/harbour-bridge",
  },
  options: [{ ...articleOption, suggest: suggestArticle }],
  access: "everyone",
  isMeantBy: namesArticle,
  readText: readArticleText,
  run: (request, desk) => castVote(1, request, desk, `/${more.names[request.channel.locale]}`),
};
