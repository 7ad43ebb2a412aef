// From a language as platforms and pages state it to one of the languages that the product speaks.
import type { Locale } from "../records/channel.ts";

/** The product's language for a BCP 47 tag such as `zh-HK`, `ja-JP` or `en-GB`; English for all others. */
export function localeOf(languageTag: string | null | undefined): Locale {
  const tag = (languageTag ?? "").toLowerCase().replaceAll("_", "-");
  if (/^zh\b.*\b(cn|sg|my|hans)\b/.test(tag)) return "zh-CN";
  if (/^zh\b/.test(tag)) return "zh-TW";
  if (/^ja\b/.test(tag)) return "ja";
  if (/^ko\b/.test(tag)) return "ko";
  if (/^th\b/.test(tag)) return "th";
  return "en";
}
