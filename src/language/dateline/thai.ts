// Newsroom forms of Thai publishers: Thai PBS, Matichon, Thairath, Khaosod and the daily papers.
import type { NewsroomRules } from "./rules.ts";

const month =
  "(?:ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\.|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.|[ก-๎]{4,9}(?:คม|ยน|พันธ์))";
const date = `(?:วันที่ )?\\d{1,2} ${month}(?: ?\\d{2,4})?`;

export const thaiRules: NewsroomRules = {
  datelines: [
    // (27 พ.ย. 2569) and 27 พ.ย. 2569 - ; without a bracket or dash the day belongs to the sentence.
    new RegExp(`^[(\\[]${date}[)\\]]\\s*`),
    new RegExp(`^${date}(?: เวลา \\d{1,2}[.:]\\d{2} น\\.)? ?[-–—] `),
  ],
  openings: [],
  closings: [/\s(?:อ่านข่าว(?:เพิ่มเติม|ที่เกี่ยวข้อง)|ข่าวที่เกี่ยวข้อง|ติดตามข่าว)\s*[:：].*$/],
  lines: [
    /^(?:อ่าน(?:ข่าว|ต่อ|เพิ่มเติม)|ข่าวที่เกี่ยวข้อง|คลิกอ่าน|ชมคลิป|ที่มา|ขอบคุณ(?:ภาพ|ข้อมูล)|ภาพ(?:จาก|ประกอบ)?|เรื่องโดย|เรียบเรียงโดย|ผู้สื่อข่าว|แท็ก)\s*[:：].{0,80}$/,
  ],
};
