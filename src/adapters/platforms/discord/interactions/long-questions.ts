// Questions that are too long for a button: the button carries a short name, and the cache knows what it stands for.
import { createHash } from "node:crypto";
import type { Cache } from "../../../../ports/cache.ts";
import type { Localized } from "../../../../records/channel.ts";
import type { Choice } from "../../../../records/reply.ts";
import { limits } from "../message.ts";

const keptMs = 7 * 24 * 3_600_000;
/** How the name begins; no typed question does. */
const prefix = "asked:";

/** The choices, each with a text that a button can carry. */
export function withShortTexts(choices: readonly Choice[], cache: Pick<Cache, "set">): Promise<readonly Choice[]> {
  return Promise.all(
    choices.map(async (choice) => {
      if (choice.text.length <= limits.customId) return choice;
      const text = prefix + createHash("sha256").update(choice.text).digest("base64url");
      await cache.set(keyOf(text), choice.text, keptMs);
      return { ...choice, text };
    }),
  );
}

/** What a button asks, by what it carries; null when that is kept no more. */
export async function questionBehind(carried: string, cache: Pick<Cache, "get">): Promise<string | null> {
  return carried.startsWith(prefix) ? ((await cache.get<string>(keyOf(carried))) ?? null) : carried;
}

const keyOf = (text: string): string => `discord:${text}`;

/** Said of a button whose question is kept no more. */
export const keptNoMore: Localized = {
  en: "This button has waited for more than a week, and what it asks is forgotten. Please ask again.",
  "zh-TW": "這個按鈕放了超過一週，查詢內容已不保留，請再問一次。",
  "zh-CN": "这个按钮放了超过一周，查询内容已不保留，请再问一次。",
  ja: "このボタンは1週間以上前のものなので、質問の内容が残っていません。もう一度お尋ねください。",
  ko: "이 버튼은 일주일이 넘어 질문 내용이 남아 있지 않습니다. 다시 물어봐 주세요.",
  th: "ปุ่มนี้เก่ากว่าหนึ่งสัปดาห์ จึงไม่มีคำถามเก็บไว้แล้ว โปรดถามใหม่อีกครั้ง",
};
