// What a button asks when it is pressed, as postback data: made here and read here, so that the buttons of any chat history still work.
import type { Ask } from "../../../records/question.ts";

/** UTF-16 units (LINE Messaging API reference, "Postback action"). */
const longestData = 300;

/** What a button can ask about one story: each the command of that name. */
export const storyOrders = ["story", "save", "why", "more", "less", "summarize"] as const;
export type StoryOrder = (typeof storyOrders)[number];

const storyPattern = new RegExp(`^story=(${storyOrders.join("|")}):(\\S+)$`);
const askPattern = /^ask=(.+)$/s;

/** The data of a button about one story; null for an identifier that no button can carry. */
export function storyPostback(order: StoryOrder, articleId: string): string | null {
  const data = `story=${order}:${articleId}`;
  return storyPattern.test(data) ? carried(data) : null;
}

/** The data of a button that asks what could be typed as well, such as `/搜尋 高雄 page:2`; null for a text that no button can carry. */
export function askPostback(typed: string): string | null {
  const text = typed.trim();
  return text === "" ? null : carried(`ask=${text}`);
}

/** What is asked; null for data that no button of the desk has. It may be years old, and is as little to be trusted as a typed line. */
export function readPostback(data: string): Ask | null {
  if (carried(data) === null) return null;
  const [, command, article] = storyPattern.exec(data) ?? [];
  if (command !== undefined && article !== undefined) return { form: "command", command, args: { article } };
  const text = askPattern.exec(data)?.[1]?.trim();
  return text ? { form: "text", text } : null;
}

/** Cut short it would ask something else. */
const carried = (data: string): string | null => (data.length <= longestData && data.isWellFormed() ? data : null);
