// What adding and removing a source says, in every language.
import type { Localized } from "../../src/records/channel.ts";

export interface ChangeWords {
  readonly added: (name: string) => string;
  readonly newest: string;
  readonly readSoon: string;
  readonly undo: string;
  readonly several: (count: number) => string;
  readonly choose: string;
  readonly isThisIt: (name: string) => string;
  readonly noFeed: string;
  readonly newsSitemap: string;
  readonly plainSitemap: string;
  readonly confirm: string;
  readonly toConfirm: (typed: string) => string;
  readonly removed: (name: string) => string;
  readonly articlesStay: string;
}

/** By the language of the channel. */
export const changeWords: Localized<ChangeWords> = {
  en: {
    added: (name) => `Added: ${name}`,
    newest: "Newest there:",
    readSoon: "Its news will be here within minutes.",
    undo: "Undo",
    several: (count) => `There are ${count} ways to follow this site`,
    choose: "Which one do you want?",
    isThisIt: (name) => `Is this the right list? ${name}`,
    noFeed: "The page has no feed, but this list of headlines can be followed:",
    newsSitemap: "news sitemap",
    plainSitemap:
      "This sitemap tells no headlines, but the pages that changed lately. Those among them that are new articles can be followed:",
    confirm: "Yes, add it",
    toConfirm: (typed) => `If these are the headlines you want, send: ${typed}`,
    removed: (name) => `Removed: ${name}`,
    articlesStay: "Nothing new will come from it. Its articles stay in the archive.",
  },
  "zh-TW": {
    added: (name) => `已新增來源：${name}`,
    newest: "目前最新：",
    readSoon: "幾分鐘內就會收到它的新聞。",
    undo: "復原",
    several: (count) => `這裡有 ${count} 個可以追蹤的來源`,
    choose: "要新增哪一個？",
    isThisIt: (name) => `是這份新聞列表嗎？${name}`,
    noFeed: "這個網頁沒有 RSS，但可以追蹤這份標題列表：",
    newsSitemap: "新聞 sitemap",
    plainSitemap: "這份網站地圖（sitemap）沒有標題，只列出最近更新的網頁。可以追蹤其中的新報導：",
    confirm: "沒錯，新增",
    toConfirm: (typed) => `如果這些標題就是你要的，請傳送：${typed}`,
    removed: (name) => `已移除來源：${name}`,
    articlesStay: "之後不會再收到它的新聞，已存檔的報導會保留。",
  },
  "zh-CN": {
    added: (name) => `已添加来源：${name}`,
    newest: "目前最新：",
    readSoon: "几分钟内就会收到它的新闻。",
    undo: "撤销",
    several: (count) => `这里有 ${count} 个可以跟踪的来源`,
    choose: "要添加哪一个？",
    isThisIt: (name) => `是这份新闻列表吗？${name}`,
    noFeed: "这个网页没有 RSS，但可以跟踪这份标题列表：",
    newsSitemap: "新闻 sitemap",
    plainSitemap: "这份站点地图（sitemap）没有标题，只列出最近更新的网页。可以跟踪其中的新报道：",
    confirm: "没错，添加",
    toConfirm: (typed) => `如果这些标题就是你要的，请发送：${typed}`,
    removed: (name) => `已移除来源：${name}`,
    articlesStay: "之后不会再收到它的新闻，已存档的报道会保留。",
  },
  ja: {
    added: (name) => `配信元を追加しました：${name}`,
    newest: "最新の記事：",
    readSoon: "数分以内に記事が届き始めます。",
    undo: "元に戻す",
    several: (count) => `ここには購読できるものが ${count} 件あります`,
    choose: "どれを追加しますか。",
    isThisIt: (name) => `この一覧でよろしいですか：${name}`,
    noFeed: "このページに RSS はありませんが、次の見出しの一覧を購読できます：",
    newsSitemap: "ニュースサイトマップ",
    plainSitemap:
      "このサイトマップに見出しはなく、最近更新されたページだけが載っています。そのうち新しい記事を購読できます：",
    confirm: "はい、追加します",
    toConfirm: (typed) => `この見出しでよければ、次のように送ってください：${typed}`,
    removed: (name) => `配信元を削除しました：${name}`,
    articlesStay: "新しい記事は届かなくなります。保存済みの記事は残ります。",
  },
  ko: {
    added: (name) => `출처를 추가했습니다: ${name}`,
    newest: "최신 기사:",
    readSoon: "몇 분 안에 기사가 들어옵니다.",
    undo: "되돌리기",
    several: (count) => `여기에서 받아 볼 수 있는 것이 ${count}개 있습니다`,
    choose: "어느 것을 추가할까요?",
    isThisIt: (name) => `이 목록이 맞나요? ${name}`,
    noFeed: "이 페이지에는 피드가 없지만, 다음 제목 목록을 받아 볼 수 있습니다:",
    newsSitemap: "뉴스 사이트맵",
    plainSitemap: "이 사이트맵에는 제목이 없고 최근에 바뀐 페이지만 있습니다. 그중 새 기사를 받아 볼 수 있습니다:",
    confirm: "네, 추가합니다",
    toConfirm: (typed) => `이 제목들이 맞으면 이렇게 보내 주세요: ${typed}`,
    removed: (name) => `출처를 삭제했습니다: ${name}`,
    articlesStay: "새 기사는 더 이상 오지 않습니다. 보관된 기사는 그대로 남습니다.",
  },
  th: {
    added: (name) => `เพิ่มแล้ว: ${name}`,
    newest: "ใหม่ล่าสุดที่นั่น:",
    readSoon: "ข่าวจากแหล่งนี้จะเข้ามาภายในไม่กี่นาที",
    undo: "เลิกทำ",
    several: (count) => `ติดตามเว็บไซต์นี้ได้ ${count} ทาง`,
    choose: "ต้องการแบบไหน",
    isThisIt: (name) => `รายการนี้ถูกต้องไหม: ${name}`,
    noFeed: "หน้านี้ไม่มีฟีด แต่ติดตามรายการพาดหัวนี้ได้:",
    newsSitemap: "แผนผังข่าว (sitemap)",
    plainSitemap: "แผนผังเว็บ (sitemap) นี้ไม่มีพาดหัว มีแต่หน้าที่เพิ่งเปลี่ยน ติดตามหน้าที่เป็นข่าวใหม่ในนั้นได้:",
    confirm: "ใช่ เพิ่มเลย",
    toConfirm: (typed) => `ถ้าเป็นพาดหัวที่ต้องการ ให้ส่ง: ${typed}`,
    removed: (name) => `ลบแล้ว: ${name}`,
    articlesStay: "จะไม่มีข่าวใหม่จากแหล่งนี้อีก ข่าวเดิมยังอยู่ในคลังข่าว",
  },
};
