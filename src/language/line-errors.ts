// What a line template that can't be used is answered: the place, and what may stand there.
import type { Localized } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import { placeholdersIn } from "./line-placeholders.ts";
import { markedPlace } from "./marked-place.ts";

export type LineFault = "line-unknown" | "line-twice" | "line-no-headline" | "line-too-long";

/** Says what is wrong, marks the place, and lists the placeholders. */
export function lineError(fault: LineFault, template: string, start: number, end: number): UserError {
  const [texts, shown] = [faults[fault], markedPlace(template, start, end)];
  return new UserError(fault, {
    en: `${texts.en}\n${shown}\n${listed.en}`,
    "zh-TW": `${texts["zh-TW"]}\n${shown}\n${listed["zh-TW"]}`,
    "zh-CN": `${texts["zh-CN"]}\n${shown}\n${listed["zh-CN"]}`,
    ja: `${texts.ja}\n${shown}\n${listed.ja}`,
    ko: `${texts.ko}\n${shown}\n${listed.ko}`,
    th: `${texts.th}\n${shown}\n${listed.th}`,
  });
}

const faults: Readonly<Record<LineFault, Localized>> = {
  "line-unknown": {
    en: "There is no such placeholder.",
    "zh-TW": "沒有這個欄位。",
    "zh-CN": "没有这个字段。",
    ja: "このような項目はありません。",
    ko: "그런 항목은 없습니다.",
    th: "ไม่มีช่องข้อมูลนี้",
  },
  "line-twice": {
    en: "This placeholder stands in the line already. Each may stand there once.",
    "zh-TW": "這個欄位前面已經用過了，每個欄位只能用一次。",
    "zh-CN": "这个字段前面已经用过了，每个字段只能用一次。",
    ja: "この項目はすでに使われています。それぞれ1回だけ使えます。",
    ko: "이 항목은 이미 쓰였습니다. 항목마다 한 번만 쓸 수 있습니다.",
    th: "ช่องข้อมูลนี้มีอยู่ในบรรทัดแล้ว ใช้ได้ช่องละหนึ่งครั้ง",
  },
  "line-no-headline": {
    en: "A line must hold {headline}.",
    "zh-TW": "格式裡一定要有 {標題}。",
    "zh-CN": "格式里一定要有 {标题}。",
    ja: "行の書式には {見出し} が必要です。",
    ko: "줄에는 {제목}이 있어야 합니다.",
    th: "บรรทัดต้องมี {พาดหัว}",
  },
  "line-too-long": {
    en: "That is longer than 200 characters. Shorten it before this place.",
    "zh-TW": "格式超過 200 個字元，請縮短到這裡之前。",
    "zh-CN": "格式超过 200 个字符，请缩短到这里之前。",
    ja: "200文字を超えています。ここより前に収まるよう短くしてください。",
    ko: "200자를 넘습니다. 이 앞까지로 줄여 주세요.",
    th: "ยาวเกิน 200 ตัวอักษร ย่อให้จบก่อนตำแหน่งนี้",
  },
};

const listed: Localized = {
  en: `You can use ${placeholdersIn("en")}, such as: - [{headline}]({link}) · {source}`,
  "zh-TW": `可用的欄位：${placeholdersIn("zh-TW")}。例如：- [{標題}]({連結}) · {來源}`,
  "zh-CN": `可用的字段：${placeholdersIn("zh-CN")}。例如：- [{标题}]({链接}) · {来源}`,
  ja: `使える項目：${placeholdersIn("ja")}。例：- [{見出し}]({リンク}) · {配信元}`,
  ko: `쓸 수 있는 항목: ${placeholdersIn("ko")}. 예: - [{제목}]({링크}) · {출처}`,
  th: `ใช้ได้: ${placeholdersIn("th")} เช่น - [{พาดหัว}]({ลิงก์}) · {แหล่งข่าว}`,
};
