// The options of /settings.
import type { CommandOption } from "../../src/ports/command.ts";
import { suggestLanguage, suggestLook, suggestQuiet, suggestVotes } from "../suggest/settings.ts";
import { suggestTimeZone } from "../suggest/time.ts";

export const settingsOptions: readonly CommandOption[] = [
  {
    name: "look",
    names: { en: "look", "zh-TW": "外觀", "zh-CN": "外观", ja: "見た目", ko: "모양", th: "รูปแบบ" },
    description: {
      en: "On Discord cards, compact, embed or full; on LINE cards, list or text",
      "zh-TW": "Discord：卡片、精簡、嵌入或完整；LINE：卡片、清單或文字",
      "zh-CN": "Discord：卡片、精简、嵌入或完整；LINE：卡片、列表或文字",
      ja: "Discord：カード、コンパクト、埋め込み、フル。LINE：カード、リスト、テキスト",
      ko: "Discord: 카드, 간단히, 임베드, 전체. LINE: 카드, 목록, 텍스트",
      th: "Discord: การ์ด กะทัดรัด กล่อง หรือเต็ม, LINE: การ์ด รายการ หรือข้อความ",
    },
    isRequired: false,
    suggest: suggestLook,
  },
  {
    name: "language",
    names: { en: "language", "zh-TW": "語言", "zh-CN": "语言", ja: "言語", ko: "언어", th: "ภาษา" },
    description: {
      en: "The language that digests are written in, or off",
      "zh-TW": "摘要使用的語言，或寫「預設」",
      "zh-CN": "摘要使用的语言，或写“默认”",
      ja: "まとめの言語。戻すには「既定」",
      ko: "요약을 쓸 언어, 또는 ‘기본’",
      th: "ภาษาที่ใช้เขียนสรุปข่าว หรือ “ค่าเริ่มต้น”",
    },
    isRequired: false,
    suggest: suggestLanguage,
  },
  {
    name: "timezone",
    names: { en: "timezone", "zh-TW": "時區", "zh-CN": "时区", ja: "タイムゾーン", ko: "시간대", th: "เขตเวลา" },
    description: {
      en: "The time zone that times are in, such as Europe/London",
      "zh-TW": "時間所用的時區，例如 Asia/Taipei",
      "zh-CN": "时间所用的时区，例如 Asia/Shanghai",
      ja: "時刻のタイムゾーン（例：Asia/Tokyo）",
      ko: "시각의 기준 시간대. 예: Asia/Seoul",
      th: "เขตเวลาที่ใช้แสดงเวลา เช่น Asia/Bangkok",
    },
    isRequired: false,
    suggest: suggestTimeZone,
  },
  {
    name: "quiet",
    names: { en: "quiet", "zh-TW": "勿擾", "zh-CN": "勿扰", ja: "おやすみ", ko: "방해금지", th: "งดส่ง" },
    description: {
      en: "When nothing is posted, such as 22:00-07:00, or off",
      "zh-TW": "不要發送的時段，例如 22:00-07:00，或寫「關」",
      "zh-CN": "不要发送的时段，例如 22:00-07:00，或写“关”",
      ja: "投稿しない時間帯（例：22:00-07:00）。やめるには「なし」",
      ko: "보내지 않을 시간대. 예: 22:00-07:00, 또는 ‘없음’",
      th: "ช่วงเวลาที่ไม่ให้ส่ง เช่น 22:00-07:00 หรือ “ปิด”",
    },
    isRequired: false,
    suggest: suggestQuiet,
  },
  {
    name: "line",
    names: { en: "line", "zh-TW": "格式", "zh-CN": "格式", ja: "書式", ko: "형식", th: "บรรทัด" },
    description: {
      en: "How a line of the compact look is written: [{headline}]({link}) · {source}, or off",
      "zh-TW": "精簡外觀每一行的格式，例如 [{標題}]({連結}) · {來源}，或寫「預設」",
      "zh-CN": "精简外观每一行的格式，例如 [{标题}]({链接}) · {来源}，或写“默认”",
      ja: "コンパクトの1行の書式（例：[{見出し}]({リンク}) · {配信元}）。戻すには「既定」",
      ko: "간단히 모양의 한 줄 형식. 예: [{제목}]({링크}) · {출처}, 또는 ‘기본’",
      th: "แบบของแต่ละบรรทัดในรูปแบบกะทัดรัด เช่น [{พาดหัว}]({ลิงก์}) · {แหล่งข่าว} หรือ “ค่าเริ่มต้น”",
    },
    isRequired: false,
  },
  {
    name: "serverline",
    names: {
      en: "serverline",
      "zh-TW": "伺服器格式",
      "zh-CN": "服务器格式",
      ja: "サーバー書式",
      ko: "서버형식",
      th: "บรรทัดเซิร์ฟเวอร์",
    },
    description: {
      en: "The same for all channels of this server that have no line of their own",
      "zh-TW": "同上，用於這個伺服器裡沒有自訂格式的所有頻道",
      "zh-CN": "同上，用于这个服务器里没有自定格式的所有频道",
      ja: "同じく、このサーバーで書式を決めていないすべてのチャンネル用",
      ko: "위와 같으며, 이 서버에서 형식을 따로 정하지 않은 모든 채널에 씁니다",
      th: "แบบเดียวกัน สำหรับทุกห้องในเซิร์ฟเวอร์นี้ที่ไม่ได้ตั้งเอง",
    },
    isRequired: false,
  },
  {
    name: "votes",
    names: { en: "votes", "zh-TW": "偏好", "zh-CN": "偏好", ja: "好み", ko: "선호", th: "ความชอบ" },
    description: {
      en: "off: takes back all that readers asked for more or less of",
      "zh-TW": "寫「關」：收回讀者按過的多看與少看",
      "zh-CN": "写“关”：收回读者按过的多看与少看",
      ja: "「なし」で、読者の「増やす」「減らす」をすべて取り消します",
      ko: "‘없음’: 독자의 늘리기와 줄이기를 모두 취소합니다",
      th: "“ปิด”: ยกเลิกทุกเสียงที่ผู้อ่านกดมากขึ้นหรือน้อยลง",
    },
    isRequired: false,
    suggest: suggestVotes,
  },
];
