// Choices as LINE's quick replies: buttons above the keyboard that say their label and ask their command.
import type { messagingApi } from "@line/bot-sdk";
import type { Choice } from "../../../records/reply.ts";
import { plainLine, plainText } from "./plain.ts";
import { askPostback } from "./postback.ts";

/** LINE Messaging API reference, "Quick reply"; texts in UTF-16 units. */
const limits = { items: 13, label: 20 };

/** The messages with the choices under the last one: LINE shows no others. */
export function withChoices(messages: messagingApi.Message[], choices: readonly Choice[]): messagingApi.Message[] {
  const items = choices.flatMap(quickReply).slice(0, limits.items);
  if (items.length === 0) return messages;
  return messages.map((message, index) =>
    index === messages.length - 1 ? { ...message, quickReply: { items } } : message,
  );
}

/**
 * None for a command that is too long: cut short it would be another command. A bare command is typed, so that a reader learns it; of any
 * other, such as one with an identifier or a page, the chat shows the label alone.
 */
function quickReply({ label, text }: Choice): messagingApi.QuickReplyItem[] {
  const typed = plainText(text);
  const data = askPostback(typed);
  if (data === null) return [];
  const shown = plainLine(label, limits.label) || plainLine(typed, limits.label);
  const action: messagingApi.Action = /^\/\S+$/.test(typed)
    ? { type: "message", label: shown, text: typed }
    : { type: "postback", label: shown, data, displayText: shown };
  return [{ type: "action", action }];
}
