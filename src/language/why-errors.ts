// What is said when the article that somebody asks about is not there.
import { UserError } from "../records/errors.ts";

/** No article has this address. */
export function unknownLink(): UserError {
  return new UserError("unknown-link", {
    en: "There is no article with this link in the archive. Copy the link from a digest, or give the headline instead. If its publisher is not in /sources, it never came here.",
    "zh-TW":
      "收錄的新聞裡沒有這個連結。請從摘要複製連結，或改用標題查。如果 /來源 裡沒有這家媒體，它的新聞就不會進來。",
    "zh-CN":
      "收录的新闻里没有这个链接。请从摘要复制链接，或改用标题查。如果 /来源 里没有这家媒体，它的新闻就不会进来。",
    ja: "このリンクの記事は保存されていません。まとめからリンクをコピーするか、見出しで調べてください。/配信元 にない媒体の記事は届きません。",
    ko: "이 링크의 기사는 보관되어 있지 않습니다. 요약에서 링크를 복사하거나 제목으로 찾아 주세요. /출처에 없는 매체의 기사는 들어오지 않습니다.",
    th: "ไม่มีข่าวที่ลิงก์นี้ในคลังข่าว คัดลอกลิงก์จากสรุปข่าว หรือใส่พาดหัวแทน ถ้าสำนักข่าวไม่อยู่ใน /แหล่งข่าว ข่าวก็ไม่เคยเข้ามา",
  });
}

/** No headline comes near. */
export function unknownHeadline(): UserError {
  return new UserError("unknown-headline", {
    en: "No article with this headline was found. Give its link, or some words of its headline.",
    "zh-TW": "找不到標題是這樣的新聞。請貼上連結，或寫標題裡的幾個詞。",
    "zh-CN": "找不到标题是这样的新闻。请贴上链接，或写标题里的几个词。",
    ja: "この見出しの記事は見つかりません。リンクを貼るか、見出しの語句をいくつか書いてください。",
    ko: "이런 제목의 기사를 찾을 수 없습니다. 링크를 붙이거나 제목의 단어 몇 개를 써 주세요.",
    th: "ไม่พบข่าวที่มีพาดหัวนี้ ใส่ลิงก์ หรือคำบางคำในพาดหัว",
  });
}

/** An id that the archive does not hold, or no longer. */
export function unknownArticle(): UserError {
  return new UserError("unknown-article", {
    en: "This article is not in the archive any more. Give another link or headline.",
    "zh-TW": "這則新聞已經不在收錄裡了。請改用別的連結或標題。",
    "zh-CN": "这则新闻已经不在收录里了。请改用别的链接或标题。",
    ja: "この記事はもう保存されていません。別のリンクか見出しでお試しください。",
    ko: "이 기사는 더 이상 보관되어 있지 않습니다. 다른 링크나 제목으로 찾아 주세요.",
    th: "ข่าวนี้ไม่อยู่ในคลังข่าวแล้ว ใส่ลิงก์หรือพาดหัวอื่น",
  });
}
