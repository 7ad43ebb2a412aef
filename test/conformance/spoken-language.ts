// Whether what the desk says is in the language that it was asked in: by its letters, which tell the product's languages apart.
import { detectLanguage } from "../../src/language/detect.ts";
import type { Locale } from "../../src/records/channel.ts";

const shownParts = new Set(["content", "title", "description", "name", "value", "text", "label", "placeholder"]);

/** All that a reader sees of a message or a form, as Discord's API has it. What a choice stands for is not shown. */
export function shownTexts(part: unknown, isChoice = false): readonly string[] {
  if (Array.isArray(part)) return part.flatMap((one) => shownTexts(one, isChoice));
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (typeof value === "object") return key === "emoji" ? [] : shownTexts(value, key === "options");
    const isShown = shownParts.has(key) && !(isChoice && key === "value");
    return isShown && typeof value === "string" && value !== "" ? [value] : [];
  });
}

const scripts = {
  Han: /\p{sc=Han}/u,
  kana: /[\p{sc=Hiragana}\p{sc=Katakana}]/u,
  Hangul: /\p{sc=Hangul}/u,
  Thai: /\p{sc=Thai}/u,
} as const;

const writtenIn: Readonly<Record<Locale, readonly (keyof typeof scripts)[]>> = {
  en: [],
  "zh-TW": ["Han"],
  "zh-CN": ["Han"],
  ja: ["Han", "kana"],
  ko: ["Hangul"],
  th: ["Thai"],
};

// Three words in a row are said, fewer may be a name.
const englishWords = /[a-z]{2,}(?:[ ,]+[a-z]{2,}){2,}/i;

/**
 * What of the texts is not in the language, each with what gives it away; none is as it should be. `quoted`: what is no word of the
 * desk's, such as headlines.
 */
export function foreignTexts(texts: readonly string[], locale: Locale, quoted: RegExp): readonly string[] {
  const own = texts
    .map((text) => text.replace(/https?:\S+|<[^>\s]+>/g, " ").replace(quoted, " "))
    .filter((text) => /\p{L}/u.test(text));
  const foreign = own.flatMap((text) => {
    const others = Object.entries(scripts).filter(
      ([script, letters]) => letters.test(text) && !writtenIn[locale].some((one) => one === script),
    );
    const isEnglish = locale !== "en" && englishWords.test(text);
    return [...others.map(([script]) => `${script}: ${text}`), ...(isEnglish ? [`English: ${text}`] : [])];
  });
  const all = own.join("\n");
  const han = hanOf[locale];
  const isMissing = writtenIn[locale].length > 0 && !writtenIn[locale].some((script) => scripts[script].test(all));
  return [
    ...foreign,
    ...(own.length === 0 || isMissing ? [`nothing in ${locale}: ${all}`] : []),
    ...(han !== undefined && detectLanguage(all.replace(/[^\p{sc=Han}]/gu, ""), han) !== han
      ? [`other Han: ${all}`]
      : []),
  ];
}

const hanOf: Readonly<Record<string, string>> = { "zh-TW": "zh-Hant", "zh-CN": "zh-Hans" };
