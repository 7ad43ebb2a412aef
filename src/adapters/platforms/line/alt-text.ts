// What a notification and the list of chats show of a Flex message.
import type { Card } from "../../../records/story.ts";
import { headlineOf } from "./story-texts.ts";

/** UTF-16 units (LINE Messaging API reference, "Flex Message"). */
const altTextLimit = 1500;

/**
 * The headlines in their order and whole, as many as fit, below `before` where it is not empty. The first begins at once: of a lock screen's
 * few lines none is lost to a title. Where lines are run together, the dot still parts them. "" for nothing to say.
 */
export function altTextOf(before: string, cards: readonly Card[]): string {
  const lines = [before, ...cards.map(headlineOf)].filter((line) => line !== "");
  let text = "";
  for (const line of lines) {
    const longer = text === "" ? line : `${text}\n• ${line}`;
    if (longer.length > altTextLimit) break;
    text = longer;
  }
  return text;
}
