// Chinese in the script that was asked for: small models often write the other one.
import { detectLanguage } from "../../../language/detect.ts";
import type { Locale } from "../../../records/channel.ts";

/** The text with Taiwan's characters and words for zh-TW, the mainland's for zh-CN, when it is written in the other script; else as it is. */
export async function inScriptOf(text: string, locale: Locale): Promise<string> {
  if (!locale.startsWith("zh")) return text;
  const detected = detectLanguage(text, null);
  if (locale === "zh-TW" && detected === "zh-Hans") {
    const { Converter } = await import("opencc-js/cn2t");
    return Converter({ from: "cn", to: "twp" })(text);
  }
  if (locale === "zh-CN" && detected === "zh-Hant") {
    const { Converter } = await import("opencc-js/t2cn");
    return Converter({ from: "twp", to: "cn" })(text);
  }
  return text;
}
