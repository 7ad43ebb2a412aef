// Where a story has no room for buttons of its own: a menu of the message's stories, which opens one for who chooses it.
import type { APIActionRowComponent, APIComponentInMessageActionRow } from "discord.js";
import { readLabel } from "../../../../language/phrases.ts";
import type { Locale, Localized } from "../../../../records/channel.ts";
import type { Card } from "../../../../records/story.ts";
import { oneLine } from "../markdown.ts";
import { menuRows } from "../menus.ts";

const label: Localized = {
  en: "Open a story: save, sum up, more, less …",
  "zh-TW": "打開一則新聞：收藏、總結、多看、少看…",
  "zh-CN": "打开一条新闻：收藏、总结、多看、少看…",
  ja: "記事を開く：保存、要約、増やす、減らす…",
  ko: "기사 열기: 저장, 요약, 늘리기, 줄이기…",
  th: "เปิดข่าว: บันทึก ย่อข่าว มากขึ้น น้อยลง…",
};

/** The menu's row, or none without stories. */
export const storyMenuRows = (
  cards: readonly Card[],
  locale: Locale,
): readonly APIActionRowComponent<APIComponentInMessageActionRow>[] =>
  menuRows([
    {
      ...{ label: label[locale], text: "/story", most: 1 },
      options: cards
        .filter(({ articleId }) => oneLine(articleId) === articleId)
        .map(({ headline, articleId }) => ({
          ...{ label: oneLine(headline) || readLabel[locale], value: articleId, isChosen: false },
        })),
    },
  ]);
