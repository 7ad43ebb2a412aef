// Choices as LINE's quick replies: buttons above the keyboard that type a command.
import type { messagingApi } from "@line/bot-sdk";
import type { Choice } from "../../../records/reply.ts";
import { plainLine, plainText } from "./plain.ts";

/** LINE Messaging API reference, "Quick reply" and "Message action"; texts in UTF-16 units. */
const limits = { items: 13, label: 20, text: 300 };

/** The messages with the choices under the last one: LINE shows no others. */
export function withChoices(messages: messagingApi.Message[], choices: readonly Choice[]): messagingApi.Message[] {
  const items = choices.flatMap(quickReply).slice(0, limits.items);
  if (items.length === 0) return messages;
  return messages.map((message, index) =>
    index === messages.length - 1 ? { ...message, quickReply: { items } } : message,
  );
}

/** None for a command that is too long: cut short it would be another command. */
function quickReply({ label, text }: Choice): messagingApi.QuickReplyItem[] {
  const typed = plainText(text);
  if (typed === "" || typed.length > limits.text) return [];
  const shown = plainLine(label, limits.label) || plainLine(typed, limits.label);
  return [{ type: "action", action: { type: "message", label: shown, text: typed } }];
}
