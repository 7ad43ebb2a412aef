// What a reader of the guided way may type, in every language.
import type { Form } from "../../src/ports/command.ts";

export const wordsForm: Form = {
  title: {
    en: "What to look for",
    "zh-TW": "要看的關鍵字",
    "zh-CN": "要看的关键词",
    ja: "読みたい語句",
    ko: "찾을 단어",
    th: "คำที่อยากอ่าน",
  },
  lines: [
    {
      label: {
        en: 'Words, "phrases", -not, OR',
        "zh-TW": "關鍵字、「完整詞句」、-排除、A OR B",
        "zh-CN": "关键词、“完整词句”、-排除、A OR B",
        ja: "語句、「完全一致」、-除外、A OR B",
        ko: '단어, "정확한 문구", -제외, A OR B',
        th: 'คำ "วลีตรงตัว" -ไม่เอา A OR B',
      },
      hint: {
        en: "climate -sport · empty for none",
        "zh-TW": "高雄 -棒球 · 留空就是不限",
        "zh-CN": "高雄 -棒球 · 留空就是不限",
        ja: "地震 -野球 · 空欄なら指定なし",
        ko: "지진 -야구 · 비우면 제한 없음",
        th: "น้ำท่วม -ฟุตบอล · เว้นว่างคือไม่จำกัด",
      },
      fills: "value",
      longest: 200,
    },
  ],
};

export const timeForm: Form = {
  title: {
    en: "When it comes",
    "zh-TW": "發送時間",
    "zh-CN": "发送时间",
    ja: "配信の時刻",
    ko: "보낼 시간",
    th: "เวลาที่ส่ง",
  },
  lines: [
    {
      label: {
        en: "daily 07:30, weekly mon 08:00, now, cron …",
        "zh-TW": "每天 7點半、每週一 8點、即時、cron …",
        "zh-CN": "每天 7点半、每周一 8点、即时、cron …",
        ja: "毎日 7時半、毎週月曜 8時、即時、cron …",
        ko: "매일 7시 반, 매주 월요일 8시, 즉시, cron …",
        th: "ทุกวัน 07:30 ทุกวันจันทร์ 8 โมง ทันที cron…",
      },
      hint: {
        en: "daily 07:30",
        "zh-TW": "每天 7點半",
        "zh-CN": "每天 7点半",
        ja: "毎日 7時半",
        ko: "매일 7시 반",
        th: "ทุกวัน 07:30",
      },
      fills: "value",
      longest: 120,
    },
  ],
};

export const tagsForm: Form = {
  title: {
    en: "Tags of the posts",
    "zh-TW": "貼文的標籤",
    "zh-CN": "帖子的标签",
    ja: "投稿のタグ",
    ko: "게시물의 태그",
    th: "แท็กของโพสต์",
  },
  lines: [
    {
      label: {
        en: "Tags that the forum has, by name, 5 at most",
        "zh-TW": "論壇裡已有的標籤名稱，最多 5 個",
        "zh-CN": "论坛里已有的标签名称，最多 5 个",
        ja: "フォーラムにあるタグの名前（5つまで）",
        ko: "포럼에 있는 태그 이름, 5개까지",
        th: "ชื่อแท็กที่ฟอรัมมีอยู่ ไม่เกิน 5 แท็ก",
      },
      hint: {
        en: "News, Harbour · empty for none",
        "zh-TW": "新聞、港口 · 留空就是不加",
        "zh-CN": "新闻、港口 · 留空就是不加",
        ja: "ニュース、港 · 空欄なら付けません",
        ko: "뉴스, 항구 · 비우면 붙이지 않음",
        th: "ข่าว, ท่าเรือ · เว้นว่างคือไม่ใส่",
      },
      fills: "value",
      longest: 120,
    },
  ],
};

export const webhookForm: Form = {
  title: {
    en: "Posted as",
    "zh-TW": "發送時的身分",
    "zh-CN": "发送时的身份",
    ja: "投稿者の表示",
    ko: "보내는 이름",
    th: "ชื่อที่ใช้ส่ง",
  },
  lines: [
    {
      label: { en: "Name", "zh-TW": "名稱", "zh-CN": "名称", ja: "名前", ko: "이름", th: "ชื่อ" },
      hint: {
        en: "Harbour News",
        "zh-TW": "港都快訊",
        "zh-CN": "港都快讯",
        ja: "港町ニュース",
        ko: "항구 소식",
        th: "ข่าวชาวท่าเรือ",
      },
      fills: "name",
      longest: 80,
    },
    {
      label: {
        en: "Address of a picture (may be left out)",
        "zh-TW": "頭像的網址（可不填）",
        "zh-CN": "头像的网址（可不填）",
        ja: "アイコン画像のアドレス（省略可）",
        ko: "그림 주소 (비워도 됩니다)",
        th: "ที่อยู่ของรูป (เว้นว่างได้)",
      },
      hint: {
        en: "https://news.example/logo.png",
        "zh-TW": "https://news.example/logo.png",
        "zh-CN": "https://news.example/logo.png",
        ja: "https://news.example/logo.png",
        ko: "https://news.example/logo.png",
        th: "https://news.example/logo.png",
      },
      fills: "picture",
      longest: 500,
    },
  ],
};
