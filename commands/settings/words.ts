// What /settings says, in every language.
import type { Localized } from "../../src/records/channel.ts";
import type { Look } from "../../src/records/look.ts";

export interface SettingsWords {
  readonly title: string;
  readonly saved: string;
  readonly language: string;
  readonly timeZone: string;
  readonly quiet: string;
  readonly look: string;
  readonly line: string;
  readonly serverLine: string;
  readonly taste: string;
  /** Nothing is set: what holds then. */
  readonly byDesk: (value: string) => string;
  readonly readersOwn: string;
  readonly none: string;
  readonly looks: Readonly<Record<Look, string>>;
  readonly moreOf: (tags: string) => string;
  readonly lessOf: (tags: string) => string;
  readonly tasteForgotten: (votes: number) => string;
  readonly forgetTaste: string;
  readonly joint: string;
  readonly howTo: string;
}

/** By the language of the channel. */
export const settingsWords: Localized<SettingsWords> = {
  en: {
    title: "Settings of this channel",
    saved: "Saved",
    language: "Language of digests",
    timeZone: "Time zone",
    quiet: "Quiet hours",
    look: "Look of digests",
    line: "Line of the compact look",
    serverLine: "Line of the compact look, for the whole server",
    taste: "What readers want",
    byDesk: (value) => `${value} (default)`,
    readersOwn: "that of whoever subscribed",
    none: "none",
    looks: {
      cards: "Cards: picture, headline, lede and buttons",
      compact: "Compact: one line a story",
      embed: "Embeds: a box a story",
      full: "Full: a headline here, the rest in a thread",
      list: "List: headlines and ledes in one frame",
      text: "Text: plain messages, no pictures",
    },
    moreOf: (tags) => `More: ${tags}`,
    lessOf: (tags) => `Less: ${tags}`,
    tasteForgotten: (votes) =>
      votes === 1
        ? "1 vote taken back. Digests are in their usual order again."
        : `${votes} votes taken back. Digests are in their usual order again.`,
    forgetTaste: "Take all votes back",
    joint: ", ",
    howTo: "To change one: /settings language ja · /settings quiet 22:00-07:00 · /settings timezone Europe/London",
  },
  "zh-TW": {
    title: "這裡的設定",
    saved: "已儲存",
    language: "摘要的語言",
    timeZone: "時區",
    quiet: "勿擾時段",
    look: "摘要的外觀",
    line: "精簡外觀的格式",
    serverLine: "精簡外觀的格式（整個伺服器）",
    taste: "讀者偏好",
    byDesk: (value) => `${value}（預設）`,
    readersOwn: "依訂閱者的語言",
    none: "無",
    looks: {
      cards: "卡片：圖片、標題、導言與按鈕",
      compact: "精簡：每則一行",
      embed: "嵌入：每則一個方框",
      full: "完整：這裡放標題，其餘放在討論串",
      list: "清單：標題與導言，集中在一個方框",
      text: "文字：純文字訊息，沒有圖片",
    },
    moreOf: (tags) => `多看：${tags}`,
    lessOf: (tags) => `少看：${tags}`,
    tasteForgotten: (votes) => `已收回 ${votes} 票，摘要恢復原本的順序。`,
    forgetTaste: "收回所有偏好",
    joint: "、",
    howTo: "更改方式：/設定 語言 日文 · /設定 勿擾 22:00-07:00 · /設定 時區 Asia/Tokyo",
  },
  "zh-CN": {
    title: "这里的设置",
    saved: "已保存",
    language: "摘要的语言",
    timeZone: "时区",
    quiet: "勿扰时段",
    look: "摘要的外观",
    line: "精简外观的格式",
    serverLine: "精简外观的格式（整个服务器）",
    taste: "读者偏好",
    byDesk: (value) => `${value}（默认）`,
    readersOwn: "依订阅者的语言",
    none: "无",
    looks: {
      cards: "卡片：图片、标题、导语和按钮",
      compact: "精简：每条一行",
      embed: "嵌入：每条一个方框",
      full: "完整：这里放标题，其余放在讨论串",
      list: "列表：标题与导语，集中在一个方框",
      text: "文字：纯文字消息，没有图片",
    },
    moreOf: (tags) => `多看：${tags}`,
    lessOf: (tags) => `少看：${tags}`,
    tasteForgotten: (votes) => `已收回 ${votes} 票，摘要恢复原来的顺序。`,
    forgetTaste: "收回所有偏好",
    joint: "、",
    howTo: "更改方式：/设置 语言 日文 · /设置 勿扰 22:00-07:00 · /设置 时区 Asia/Tokyo",
  },
  ja: {
    title: "ここの設定",
    saved: "保存しました",
    language: "まとめの言語",
    timeZone: "タイムゾーン",
    quiet: "おやすみ時間",
    look: "まとめの見た目",
    line: "コンパクトの書式",
    serverLine: "コンパクトの書式（サーバー全体）",
    taste: "読者の好み",
    byDesk: (value) => `${value}（既定）`,
    readersOwn: "購読した人の言語",
    none: "なし",
    looks: {
      cards: "カード：写真・見出し・要旨とボタン",
      compact: "コンパクト：1記事1行",
      embed: "埋め込み：1記事に1つの枠",
      full: "フル：見出しはここに、続きはスレッドに",
      list: "リスト：見出しと要旨を1つの枠に",
      text: "テキスト：文字だけで画像なし",
    },
    moreOf: (tags) => `増やす：${tags}`,
    lessOf: (tags) => `減らす：${tags}`,
    tasteForgotten: (votes) => `${votes} 票を取り消しました。まとめは元の順番に戻ります。`,
    forgetTaste: "好みをすべて取り消す",
    joint: "・",
    howTo: "変更例：/設定 言語 英語 · /設定 おやすみ 22:00-07:00 · /設定 タイムゾーン Asia/Tokyo",
  },
  ko: {
    title: "이곳의 설정",
    saved: "저장했습니다",
    language: "요약의 언어",
    timeZone: "시간대",
    quiet: "방해 금지 시간",
    look: "요약의 모양",
    line: "간단히 모양의 형식",
    serverLine: "간단히 모양의 형식(서버 전체)",
    taste: "독자의 선호",
    byDesk: (value) => `${value} (기본값)`,
    readersOwn: "구독한 사람의 언어",
    none: "없음",
    looks: {
      cards: "카드: 사진, 제목, 요지와 버튼",
      compact: "간단히: 기사마다 한 줄",
      embed: "임베드: 기사마다 상자 하나",
      full: "전체: 제목은 여기, 나머지는 스레드",
      list: "목록: 제목과 요지를 한 상자에",
      text: "텍스트: 사진 없이 글만",
    },
    moreOf: (tags) => `늘리기: ${tags}`,
    lessOf: (tags) => `줄이기: ${tags}`,
    tasteForgotten: (votes) => `${votes}표를 취소했습니다. 요약이 원래 순서로 돌아갑니다.`,
    forgetTaste: "선호 모두 취소",
    joint: ", ",
    howTo: "바꾸려면: /설정 언어 영어 · /설정 방해금지 22:00-07:00 · /설정 시간대 Asia/Tokyo",
  },
  th: {
    title: "การตั้งค่าของห้องนี้",
    saved: "บันทึกแล้ว",
    language: "ภาษาของสรุปข่าว",
    timeZone: "เขตเวลา",
    quiet: "ช่วงเวลางดส่ง",
    look: "รูปแบบของสรุปข่าว",
    line: "บรรทัดของรูปแบบกะทัดรัด",
    serverLine: "บรรทัดของรูปแบบกะทัดรัด (ทั้งเซิร์ฟเวอร์)",
    taste: "ความชอบของผู้อ่าน",
    byDesk: (value) => `${value} (ค่าเริ่มต้น)`,
    readersOwn: "ตามภาษาของผู้ที่กดติดตาม",
    none: "ไม่มี",
    looks: {
      cards: "การ์ด: รูปภาพ พาดหัว เนื้อหานำ และปุ่ม",
      compact: "กะทัดรัด: ข่าวละหนึ่งบรรทัด",
      embed: "กล่อง: ข่าวละหนึ่งกล่อง",
      full: "เต็ม: พาดหัวอยู่ที่นี่ ที่เหลืออยู่ในเธรด",
      list: "รายการ: พาดหัวและใจความในกล่องเดียว",
      text: "ข้อความ: ข้อความล้วน ไม่มีรูป",
    },
    moreOf: (tags) => `มากขึ้น: ${tags}`,
    lessOf: (tags) => `น้อยลง: ${tags}`,
    tasteForgotten: (votes) => `ยกเลิกแล้ว ${votes} เสียง สรุปข่าวกลับมาเรียงตามปกติ`,
    forgetTaste: "ยกเลิกความชอบทั้งหมด",
    joint: ", ",
    howTo: "วิธีเปลี่ยน: /ตั้งค่า ภาษา อังกฤษ · /ตั้งค่า งดส่ง 22:00-07:00 · /ตั้งค่า เขตเวลา Asia/Bangkok",
  },
};
