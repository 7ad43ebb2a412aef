// A language as people name it: a code, or its name in any language that the product speaks.
import { locales } from "../records/channel.ts";
import { canonicalLanguage } from "./detect.ts";
import { foldText } from "./fold.ts";

const named = [
  "zh",
  "zh-Hant",
  "zh-Hans",
  "en",
  "ja",
  "ko",
  "fr",
  "de",
  "es",
  "pt",
  "it",
  "nl",
  "ru",
  "uk",
  "pl",
  "ar",
  "he",
  "fa",
].concat([
  "tr",
  "hi",
  "th",
  "vi",
  "id",
  "ms",
  "tl",
  "my",
  "km",
  "lo",
  "bn",
  "ur",
  "sv",
  "da",
  "nb",
  "fi",
  "el",
  "cs",
  "hu",
  "ro",
]);

// As news sites and readers write them, beside the names that CLDR has.
const usual: readonly (readonly [names: string, language: string])[] = [
  ["繁體 繁中 正體 正體中文 繁体 traditional", "zh-Hant"],
  ["簡體 簡中 简体 简中 simplified", "zh-Hans"],
  ["中文 華語 漢語 國語 mandarin", "zh"],
  ["日文 日語", "ja"],
  ["韓文 韓語", "ko"],
  ["英文 英語 ภาษาอังกฤษ", "en"],
  ["ภาษาไทย", "th"],
  ["ภาษาจีน", "zh"],
  ["ภาษาญี่ปุ่น", "ja"],
  ["ภาษาเกาหลี", "ko"],
];

let byName: ReadonlyMap<string, string> | undefined;

/** The BCP 47 tag in the form that articles carry, in lower case (`zh`, `zh-hant`, `en`); null when no language is so called. */
export function readLanguage(text: string): string | null {
  byName ??= languagesByName();
  const known = byName.get(foldText(text.trim()));
  if (known !== undefined) return known.toLowerCase();
  return /^[a-z]{2,3}(?:[-_][a-z]{2,4})*$/i.test(text) ? (canonicalLanguage(text)?.toLowerCase() ?? null) : null;
}

function languagesByName(): ReadonlyMap<string, string> {
  const fromCldr = locales.flatMap((locale) => {
    const names = new Intl.DisplayNames(locale, { type: "language" });
    return named.map((language): [string, string] => [foldText(names.of(language) ?? language), language]);
  });
  const fromUse = usual.flatMap(([names, language]) =>
    names.split(" ").map((name): [string, string] => [foldText(name), language]),
  );
  return new Map([...fromCldr, ...fromUse]);
}
