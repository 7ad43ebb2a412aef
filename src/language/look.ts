// Looks by their names, and which one a platform shows in place of another's.
import type { Localized, PlatformName } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import { type Look, type LookOf, looksOf } from "../records/look.ts";

const names: Readonly<Record<Look, Localized>> = {
  cards: { en: "cards", "zh-TW": "卡片", "zh-CN": "卡片", ja: "カード", ko: "카드", th: "การ์ด" },
  compact: { en: "compact", "zh-TW": "精簡", "zh-CN": "精简", ja: "コンパクト", ko: "간단히", th: "กะทัดรัด" },
  embed: { en: "embed", "zh-TW": "嵌入", "zh-CN": "嵌入", ja: "埋め込み", ko: "임베드", th: "กล่อง" },
  full: { en: "full", "zh-TW": "完整", "zh-CN": "完整", ja: "フル", ko: "전체", th: "เต็ม" },
  list: { en: "list", "zh-TW": "清單", "zh-CN": "列表", ja: "リスト", ko: "목록", th: "รายการ" },
  text: { en: "text", "zh-TW": "文字", "zh-CN": "文字", ja: "テキスト", ko: "텍스트", th: "ข้อความ" },
};
const otherWords: Readonly<Partial<Record<Look, readonly string[]>>> = { cards: ["card"], embed: ["embeds"] };

// A line a story is what both are.
const nearest: Readonly<Partial<Record<Look, Look>>> = { compact: "list", list: "compact", text: "compact" };

/** The look that was chosen where the platform has it, else the one nearest to it, else the platform's first. */
export function lookOn<Name extends PlatformName>(platform: Name, chosen: Look | null): LookOf<Name> {
  const own: readonly LookOf<Name>[] = looksOf[platform];
  const find = (wanted: Look | null | undefined) => own.find((look) => look === wanted);
  return find(chosen) ?? find(chosen && nearest[chosen]) ?? looksOf[platform][0];
}

/** A look of the platform by its name in any language. Throws UserError for any other word. */
export function readLook(text: string, platform: PlatformName): Look {
  const word = text.trim().toLowerCase();
  const isMeant = (look: Look) => Object.values(names[look]).includes(word) || otherWords[look]?.includes(word);
  const own: readonly Look[] = looksOf[platform];
  const found = own.find(isMeant);
  if (found !== undefined) return found;
  throw own.length === 1 ? oneLook() : unknownLook(text.trim().slice(0, 40), own);
}

function unknownLook(shown: string, own: readonly Look[]): UserError {
  const list = (locale: keyof Localized, joint: string) => own.map((look) => names[look][locale]).join(joint);
  return new UserError("bad-look", {
    en: `There is no look called “${shown}” here. Choose one of: ${list("en", ", ")}.`,
    "zh-TW": `這裡沒有「${shown}」這種外觀。可以選：${list("zh-TW", "、")}。`,
    "zh-CN": `这里没有“${shown}”这种外观。可以选：${list("zh-CN", "、")}。`,
    ja: `ここに「${shown}」という見た目はありません。${list("ja", "、")} から選んでください。`,
    ko: `여기에는 ‘${shown}’ 모양이 없습니다. ${list("ko", ", ")} 가운데 골라 주세요.`,
    th: `ที่นี่ไม่มีรูปแบบ “${shown}” เลือกได้จาก ${list("th", ", ")}`,
  });
}

function oneLook(): UserError {
  return new UserError("one-look", {
    en: "Digests have one look here, so there is nothing to choose.",
    "zh-TW": "這裡的摘要只有一種外觀，沒有其他可選。",
    "zh-CN": "这里的摘要只有一种外观，没有其他可选。",
    ja: "ここのまとめの見た目は1種類だけです。",
    ko: "여기 요약의 모양은 한 가지뿐입니다.",
    th: "สรุปข่าวที่นี่มีรูปแบบเดียว จึงไม่มีให้เลือก",
  });
}
