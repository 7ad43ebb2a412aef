// What may be typed for each setting.
import { readLanguage } from "../../src/language/language-name.ts";
import { parseLineTemplate } from "../../src/language/line-template.ts";
import { localeOf } from "../../src/language/locale.ts";
import { readLook } from "../../src/language/look.ts";
import { readQuietHours } from "../../src/language/quiet-hours.ts";
import { readTimeZone } from "../../src/language/time-zone.ts";
import type { Locale, PlatformName } from "../../src/records/channel.ts";
import type { ChannelSettings } from "../../src/records/channel-settings.ts";
import { UserError } from "../../src/records/errors.ts";
import { type Look, looksOf } from "../../src/records/look.ts";
import type { Arguments } from "../../src/records/question.ts";

// As each language's first word of a typed setting.
const optionWords: Readonly<Record<string, readonly string[]>> = {
  language: ["language", "語言", "语言", "言語", "언어", "ภาษา"],
  timezone: ["timezone", "時區", "时区", "タイムゾーン", "시간대", "เขตเวลา"],
  quiet: ["quiet", "勿擾", "勿扰", "おやすみ", "방해금지", "งดส่ง"],
  look: ["look", "外觀", "外观", "見た目", "모양", "รูปแบบ"],
  line: ["line", "格式", "書式", "형식", "บรรทัด"],
  serverline: ["serverline", "伺服器格式", "服务器格式", "サーバー書式", "서버형식", "บรรทัดเซิร์ฟเวอร์"],
  votes: ["votes", "偏好", "好み", "선호", "ความชอบ"],
};

/** `look compact`, 外觀 精簡: the setting's name and its value. Anything else asks for all of them. */
export function readSettingsText(rest: string): Arguments {
  const [word = "", ...value] = rest.trim().split(/\s+/);
  const option = Object.keys(optionWords).find((name) => optionWords[name]?.includes(word.toLowerCase()));
  return option === undefined || value.length === 0 ? {} : { [option]: value.join(" ") };
}

const unsetWords =
  /^(?:off|none|default|no|reset|關|關閉|无|無|关|关闭|預設|默认|不用|なし|オフ|既定|없음|끄기|기본|기본값|ปิด|ไม่มี|ค่าเริ่มต้น)$/i;

/** The settings of a channel of the platform, with those changed that are given; a word such as `off` unsets one. Throws UserError for what can't be read. */
export function changeSettings(
  settings: ChannelSettings,
  { language, timezone, quiet, look, line }: Arguments,
  platform: PlatformName,
): ChannelSettings {
  const read = <Value>(text: string, readValue: (text: string) => Value): Value | null =>
    unsetWords.test(text.trim()) ? null : readValue(text);
  return {
    ...settings,
    ...(language !== undefined && { locale: read(language, readLocale) }),
    ...(timezone !== undefined && { timeZone: read(timezone, readTimeZone) }),
    ...(quiet !== undefined && { quietHours: read(quiet, readQuietHours) }),
    ...(look !== undefined && { look: read(look, (text) => readLook(text, platform)) }),
    ...(line !== undefined && { template: read(line, (text) => readTemplate(text, platform)) }),
  };
}

function readLocale(text: string): Locale {
  const language = readLanguage(text.trim());
  // English is also what is left for languages that the desk does not speak.
  const locale = localeOf(language);
  if (language !== null && (locale !== "en" || language.startsWith("en"))) return locale;
  const shown = text.trim().slice(0, 40);
  throw new UserError("bad-language", {
    en: `“${shown}” is not a language of mine. I speak English, 繁體中文, 简体中文, 日本語, 한국어 and ไทย.`,
    "zh-TW": `我不會說「${shown}」。可以選：繁體中文、简体中文、日本語、한국어、ไทย、English。`,
    "zh-CN": `我不会说“${shown}”。可以选：简体中文、繁體中文、日本語、한국어、ไทย、English。`,
    ja: `「${shown}」には対応していません。日本語、English、繁體中文、简体中文、한국어、ไทย から選んでください。`,
    ko: `‘${shown}’은(는) 쓸 수 없습니다. 한국어, English, 日本語, 繁體中文, 简体中文, ไทย 가운데 골라 주세요.`,
    th: `ยังใช้ภาษา “${shown}” ไม่ได้ เลือกได้จาก ไทย English 繁體中文 简体中文 日本語 한국어`,
  });
}

function readTemplate(text: string, platform: PlatformName): string {
  const looks: readonly Look[] = looksOf[platform];
  if (!looks.includes("compact")) throw noLineHere();
  parseLineTemplate(text);
  return text;
}

/** Only the compact look is written in lines. */
function noLineHere(): UserError {
  return new UserError("no-line-here", {
    en: "Lines can be rewritten only in the compact look, which digests do not have here. Choose a look instead: /settings look",
    "zh-TW": "只有「精簡」外觀能自訂每行格式，這裡的摘要沒有這種外觀。想換樣子，可以用 /設定 外觀。",
    "zh-CN": "只有“精简”外观能自定义每行格式，这里的摘要没有这种外观。想换样子，可以用 /设置 外观。",
    ja: "行の書式を変えられるのは「コンパクト」の見た目だけで、ここのまとめにはありません。見た目は /設定 見た目 で選べます。",
    ko: "줄 형식은 ‘간단히’ 모양에서만 바꿀 수 있는데, 여기 요약에는 그 모양이 없습니다. 모양은 ‘/설정 모양’으로 고를 수 있습니다.",
    th: "ปรับแบบของบรรทัดได้เฉพาะรูปแบบ “กะทัดรัด” ซึ่งสรุปข่าวที่นี่ไม่มี เลือกรูปแบบอื่นได้ด้วย /ตั้งค่า รูปแบบ",
  });
}
