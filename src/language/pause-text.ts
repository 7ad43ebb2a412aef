// Since when a source is paused, and by whom, in every language.
import type { Locale, Localized } from "../records/channel.ts";
import type { Pause } from "../records/source.ts";

interface PauseWords {
  readonly byOperator: (time: string) => string;
  readonly byName: (time: string, name: string) => string;
  readonly bySomebody: (time: string) => string;
}

const wordsOf: Localized<PauseWords> = {
  en: {
    byOperator: (time) => `paused since ${time} by the operator`,
    byName: (time, name) => `paused since ${time} by ${name}`,
    bySomebody: (time) => `paused since ${time}`,
  },
  "zh-TW": {
    byOperator: (time) => `${time} 由管理者暫停`,
    byName: (time, name) => `${time} 由 ${name} 暫停`,
    bySomebody: (time) => `${time} 起暫停`,
  },
  "zh-CN": {
    byOperator: (time) => `${time} 由管理员暂停`,
    byName: (time, name) => `${time} 由 ${name} 暂停`,
    bySomebody: (time) => `${time} 起暂停`,
  },
  ja: {
    byOperator: (time) => `${time} から一時停止中（運営者による）`,
    byName: (time, name) => `${time} から一時停止中（${name} さんによる）`,
    bySomebody: (time) => `${time} から一時停止中`,
  },
  ko: {
    byOperator: (time) => `${time}부터 일시중지됨 (운영자)`,
    byName: (time, name) => `${time}부터 일시중지됨 (${name} 님)`,
    bySomebody: (time) => `${time}부터 일시중지됨`,
  },
  th: {
    byOperator: (time) => `ผู้ดูแลระบบหยุดไว้ชั่วคราวตั้งแต่ ${time}`,
    byName: (time, name) => `${name} หยุดไว้ชั่วคราวตั้งแต่ ${time}`,
    bySomebody: (time) => `หยุดชั่วคราวตั้งแต่ ${time}`,
  },
};

/** A part of a sentence, such as `paused since 11/23 14:05 by 小明`. `time`: the pause's, as it is to be shown. */
export function pauseText({ by }: Pause, time: string, locale: Locale): string {
  const { byOperator, byName, bySomebody } = wordsOf[locale];
  if (by === null) return byOperator(time);
  return by === "" ? bySomebody(time) : byName(time, by);
}
