// What stands in the way of summarising a page that somebody named.
import { UserError } from "../records/errors.ts";

/** The site's robots.txt forbids programs to read the page. */
export function pageForbidden(host: string, cause: unknown): UserError {
  const texts = {
    en: `${host} asks programs not to read that page (in its robots.txt), so it is not summarised. Open it in your browser instead.`,
    "zh-TW": `${host} 在 robots.txt 裡聲明不讓程式讀取這個網頁，因此無法摘要。請直接用瀏覽器開啟。`,
    "zh-CN": `${host} 在 robots.txt 里声明不让程序读取这个网页，因此无法总结。请直接用浏览器打开。`,
    ja: `${host} は robots.txt で、このページをプログラムが読むことを認めていないため、要約できません。ブラウザーで開いてください。`,
    ko: `${host}이(가) robots.txt에서 프로그램이 이 페이지를 읽지 못하게 하고 있어 요약할 수 없습니다. 브라우저로 열어 주세요.`,
    th: `${host} ขอไม่ให้โปรแกรมอ่านหน้านี้ (ใน robots.txt) จึงย่อข่าวให้ไม่ได้ เปิดอ่านในเบราว์เซอร์แทน`,
  };
  return new UserError("page-forbidden", texts, { cause });
}

/** The page was read, and there is no article on it. */
export function noArticleThere(host: string): UserError {
  return new UserError("no-article", {
    en: `There is no article at that address of ${host}, or its text is not in the page. Give the link of a single article.`,
    "zh-TW": `${host} 的這個網址沒有新聞內文，或內文不在網頁裡。請給單一則新聞的連結。`,
    "zh-CN": `${host} 的这个网址没有新闻正文，或正文不在网页里。请给单条新闻的链接。`,
    ja: `${host} のこのアドレスには記事がないか、本文がページに含まれていません。記事そのもののリンクを指定してください。`,
    ko: `${host}의 이 주소에는 기사가 없거나 본문이 페이지에 들어 있지 않습니다. 기사 하나의 링크를 써 주세요.`,
    th: `ที่อยู่นี้ของ ${host} ไม่มีข่าว หรือเนื้อข่าวไม่ได้อยู่ในหน้า ใส่ลิงก์ของข่าวเดียว`,
  });
}

/** Neither a link nor a headline that the archive knows was given. */
export function nothingToSummarize(): UserError {
  return new UserError("nothing-to-summarize", {
    en: "There is no link in that message. Choose a message with a link to an article.",
    "zh-TW": "這則訊息裡沒有連結。請選有新聞連結的訊息。",
    "zh-CN": "这条消息里没有链接。请选有新闻链接的消息。",
    ja: "このメッセージにリンクはありません。記事のリンクがあるメッセージを選んでください。",
    ko: "이 메시지에는 링크가 없습니다. 기사 링크가 있는 메시지를 골라 주세요.",
    th: "ข้อความนี้ไม่มีลิงก์ เลือกข้อความที่มีลิงก์ข่าว",
  });
}

/** The reader has had many pages read in a short time. */
export function tooManyPages(): UserError {
  return new UserError("too-many-pages", {
    en: "That is many pages in a short time. Try again in ten minutes; articles of the archive can be summarised all the time.",
    "zh-TW": "短時間內讀取太多網頁了，請十分鐘後再試。已收錄的新聞不受限制。",
    "zh-CN": "短时间内读取太多网页了，请十分钟后再试。已收录的新闻不受限制。",
    ja: "短い間に多くのページを読み込みました。10分後にもう一度お試しください。保存済みの記事には制限がありません。",
    ko: "짧은 시간에 너무 많은 페이지를 읽었습니다. 10분 뒤에 다시 시도해 주세요. 보관된 기사는 제한이 없습니다.",
    th: "อ่านหลายหน้าเกินไปในเวลาสั้น ๆ ลองใหม่ในอีกสิบนาที ส่วนข่าวในคลังข่าวย่อได้ตลอด",
  });
}
