// What testing a source says, in every language.

import type { SourceProblem } from "../../src/ports/source-test.ts";
import type { Localized } from "../../src/records/channel.ts";

interface TestWords {
  readonly canBeRead: (name: string) => string;
  readonly cannotBeRead: (name: string) => string;
  /** The newest follow, but not after 0. */
  readonly items: (count: number) => string;
  readonly fullText: Readonly<Record<"page" | "source" | "none", string>>;
  readonly problems: Readonly<Record<SourceProblem, string>>;
  readonly readAt: (time: string) => string;
  readonly found: (count: number) => string;
  readonly known: (name: string) => string;
  readonly add: string;
  readonly notAdded: string;
  readonly toAdd: (typed: string) => string;
}

/** By the language of the channel. */
export const testWords: Localized<TestWords> = {
  en: {
    canBeRead: (name) => `${name} can be read`,
    cannotBeRead: (name) => `⚠ ${name} can't be read`,
    items: (count) =>
      count === 0
        ? "It lists nothing at the moment."
        : `It lists ${count === 1 ? "1 item" : `${count} items`}. The newest:`,
    fullText: {
      page: "Full text: yes, from its pages.",
      source: "Full text: yes, it stands in the source itself.",
      none: "Full text: no, only teasers could be had.",
    },
    problems: {
      unreachable: "It does not answer, or not with anything that can be read. Try again later.",
      "not-there": "There is nothing at its address any more. Look for the new address on its site and add that.",
      refused: "Its site refuses programs like this one. Ask the publisher, or look for another feed of the same news.",
      busy: "Its site is busy and asks to be left alone for a while. Try again later.",
      forbidden: "Its site asks programs not to read that page (in its robots.txt). Look for its feed instead.",
      unreadable: "No news can be found there any more: the site has changed. Add its address again.",
    },
    readAt: (time) => `Read at ${time}, at most once in five minutes. Nothing of it was archived.`,
    found: (count) => (count === 1 ? "This could be added" : `There are ${count} ways to follow this site`),
    known: (name) => `is a source already: ${name}`,
    add: "Add",
    notAdded: "Nothing was added yet.",
    toAdd: (typed) => `To add it, send: ${typed}`,
  },
  "zh-TW": {
    canBeRead: (name) => `${name} 可以讀取`,
    cannotBeRead: (name) => `⚠ 無法讀取 ${name}`,
    items: (count) => (count === 0 ? "目前沒有列出任何項目。" : `共列出 ${count} 則，最新的是：`),
    fullText: {
      page: "全文：可從報導網頁取得。",
      source: "全文：來源本身就有。",
      none: "全文：無法取得，只有摘要。",
    },
    problems: {
      unreachable: "沒有回應，或回應的內容無法讀取。請稍後再試。",
      "not-there": "原本的網址已經沒有內容了。請到該網站找新的網址，再重新新增。",
      refused: "該網站拒絕程式讀取。請洽詢該網站，或改用提供相同新聞的其他來源。",
      busy: "該網站忙碌中，要求稍後再來。請晚點再試。",
      forbidden: "該網站在 robots.txt 裡聲明不讓程式讀取這個網頁。請改用它的 RSS。",
      unreadable: "找不到新聞了，網站可能改版。請重新新增它的網址。",
    },
    readAt: (time) => `讀取時間 ${time}，五分鐘內最多讀一次。內容沒有存檔。`,
    found: (count) => (count === 1 ? "可以新增這個來源" : `這裡有 ${count} 個可以追蹤的來源`),
    known: (name) => `已經是來源：${name}`,
    add: "新增",
    notAdded: "還沒有新增任何來源。",
    toAdd: (typed) => `要新增的話，請傳送：${typed}`,
  },
  "zh-CN": {
    canBeRead: (name) => `${name} 可以读取`,
    cannotBeRead: (name) => `⚠ 无法读取 ${name}`,
    items: (count) => (count === 0 ? "目前没有列出任何条目。" : `共列出 ${count} 条，最新的是：`),
    fullText: {
      page: "全文：可从报道网页获取。",
      source: "全文：来源本身就有。",
      none: "全文：无法获取，只有摘要。",
    },
    problems: {
      unreachable: "没有响应，或响应的内容无法读取。请稍后再试。",
      "not-there": "原来的网址已经没有内容了。请到该网站找新的网址，再重新添加。",
      refused: "该网站拒绝程序读取。请联系该网站，或改用提供相同新闻的其他来源。",
      busy: "该网站繁忙，要求稍后再来。请晚点再试。",
      forbidden: "该网站在 robots.txt 里声明不让程序读取这个网页。请改用它的 RSS。",
      unreadable: "找不到新闻了，网站可能改版。请重新添加它的网址。",
    },
    readAt: (time) => `读取时间 ${time}，五分钟内最多读一次。内容没有存档。`,
    found: (count) => (count === 1 ? "可以添加这个来源" : `这里有 ${count} 个可以跟踪的来源`),
    known: (name) => `已经是来源：${name}`,
    add: "添加",
    notAdded: "还没有添加任何来源。",
    toAdd: (typed) => `要添加的话，请发送：${typed}`,
  },
  ja: {
    canBeRead: (name) => `${name} は読み込めます`,
    cannotBeRead: (name) => `⚠ ${name} を読み込めません`,
    items: (count) => (count === 0 ? "現在、掲載されている記事はありません。" : `${count} 件あります。最新の記事：`),
    fullText: {
      page: "本文：記事のページから取得できます。",
      source: "本文：配信元のデータに含まれています。",
      none: "本文：取得できません（概要のみ）。",
    },
    problems: {
      unreachable: "応答がないか、読み込める内容が返ってきません。しばらくしてからお試しください。",
      "not-there": "元のアドレスには何もありません。サイトで新しいアドレスを確かめて、追加し直してください。",
      refused: "サイトがプログラムからのアクセスを拒否しています。サイトに問い合わせるか、別の配信元をお探しください。",
      busy: "サイトが混み合っていて、間を置くよう求めています。しばらくしてからお試しください。",
      forbidden:
        "サイトの robots.txt で、このページをプログラムが読むことが認められていません。RSS のアドレスをお使いください。",
      unreadable: "記事が見つかりません。サイトの作りが変わったようです。アドレスを追加し直してください。",
    },
    readAt: (time) => `${time} に読み込みました（5 分に 1 回まで）。内容は保存していません。`,
    found: (count) => (count === 1 ? "この配信元を追加できます" : `ここには購読できるものが ${count} 件あります`),
    known: (name) => `追加済みです：${name}`,
    add: "追加",
    notAdded: "まだ何も追加していません。",
    toAdd: (typed) => `追加するには、次のように送ってください：${typed}`,
  },
  ko: {
    canBeRead: (name) => `${name}: 읽을 수 있습니다`,
    cannotBeRead: (name) => `⚠ ${name}: 읽을 수 없습니다`,
    items: (count) => (count === 0 ? "지금은 올라온 기사가 없습니다." : `기사 ${count}건이 있습니다. 최신 기사:`),
    fullText: {
      page: "본문: 기사 페이지에서 가져올 수 있습니다.",
      source: "본문: 출처 자체에 들어 있습니다.",
      none: "본문: 가져올 수 없고 요약만 있습니다.",
    },
    problems: {
      unreachable: "응답이 없거나 읽을 수 있는 내용이 오지 않습니다. 잠시 뒤 다시 시도해 주세요.",
      "not-there": "원래 주소에 더 이상 내용이 없습니다. 사이트에서 새 주소를 찾아 다시 추가해 주세요.",
      refused: "사이트가 프로그램의 접근을 거부합니다. 사이트에 문의하거나 같은 뉴스를 싣는 다른 출처를 찾아 주세요.",
      busy: "사이트가 붐벼서 잠시 기다려 달라고 합니다. 나중에 다시 시도해 주세요.",
      forbidden: "사이트의 robots.txt에서 이 페이지를 프로그램이 읽지 못하게 하고 있습니다. 피드 주소를 써 주세요.",
      unreadable: "기사를 찾을 수 없습니다. 사이트가 바뀐 것 같습니다. 주소를 다시 추가해 주세요.",
    },
    readAt: (time) => `${time}에 읽음 (5분에 한 번까지). 내용은 보관하지 않았습니다.`,
    found: (count) =>
      count === 1 ? "이 출처를 추가할 수 있습니다" : `여기에서 받아 볼 수 있는 것이 ${count}개 있습니다`,
    known: (name) => `이미 출처에 있습니다: ${name}`,
    add: "추가",
    notAdded: "아직 아무것도 추가하지 않았습니다.",
    toAdd: (typed) => `추가하려면 이렇게 보내 주세요: ${typed}`,
  },
  th: {
    canBeRead: (name) => `อ่าน ${name} ได้`,
    cannotBeRead: (name) => `⚠ อ่าน ${name} ไม่ได้`,
    items: (count) => (count === 0 ? "ตอนนี้ยังไม่มีรายการ" : `มี ${count} รายการ ใหม่ล่าสุดคือ:`),
    fullText: {
      page: "เนื้อหาเต็ม: มี จากหน้าข่าว",
      source: "เนื้อหาเต็ม: มี ในแหล่งข่าวเลย",
      none: "เนื้อหาเต็ม: ไม่มี ได้แค่เกริ่นนำ",
    },
    problems: {
      unreachable: "ไม่ตอบ หรือตอบมาแต่อ่านไม่ได้ ลองใหม่ภายหลัง",
      "not-there": "ที่อยู่นี้ไม่มีอะไรแล้ว หาที่อยู่ใหม่ในเว็บไซต์แล้วเพิ่มเข้ามา",
      refused: "เว็บไซต์ปฏิเสธโปรแกรมแบบนี้ ลองติดต่อสำนักข่าว หรือหาฟีดอื่นของข่าวเดียวกัน",
      busy: "เว็บไซต์กำลังยุ่งและขอให้เว้นไปสักพัก ลองใหม่ภายหลัง",
      forbidden: "เว็บไซต์ขอไม่ให้โปรแกรมอ่านหน้านี้ (ใน robots.txt) ลองหาฟีดของเว็บไซต์แทน",
      unreadable: "หาข่าวที่นี่ไม่พบแล้วเพราะเว็บไซต์เปลี่ยนไป ลองเพิ่มที่อยู่อีกครั้ง",
    },
    readAt: (time) => `อ่านเมื่อ ${time} อ่านได้ไม่เกินหนึ่งครั้งในห้านาที และไม่ได้เก็บเข้าคลังข่าว`,
    found: (count) => (count === 1 ? "เพิ่มแหล่งนี้ได้" : `ติดตามเว็บไซต์นี้ได้ ${count} ทาง`),
    known: (name) => `เป็นแหล่งข่าวอยู่แล้ว: ${name}`,
    add: "เพิ่ม",
    notAdded: "ยังไม่ได้เพิ่มอะไร",
    toAdd: (typed) => `ถ้าต้องการเพิ่ม ให้ส่ง: ${typed}`,
  },
};
