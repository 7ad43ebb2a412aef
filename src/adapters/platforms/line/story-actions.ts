// What a reader can do with a story: read it, and ask the desk to show it, for more of its kind, to keep it, or why it came.
import type { messagingApi } from "@line/bot-sdk";
import { readLabel, saveLabel } from "../../../language/phrases.ts";
import type { Locale, Localized } from "../../../records/channel.ts";
import type { Choice } from "../../../records/reply.ts";
import type { Card } from "../../../records/story.ts";
import { linkAddress } from "./plain.ts";
import { askPostback, type StoryOrder, storyPostback } from "./postback.ts";

const moreLikeThis: Localized = {
  en: "More like this",
  "zh-TW": "多看這類",
  "zh-CN": "多看这类",
  ja: "似た記事を増やす",
  ko: "비슷한 기사 더",
  th: "ข่าวแนวนี้อีก",
};

const whyThis: Localized = {
  en: "Why this?",
  "zh-TW": "為什麼",
  "zh-CN": "为什么",
  ja: "届いた理由",
  ko: "온 이유",
  th: "ทำไมจึงได้รับ",
};

const details: Localized = {
  en: "Details",
  "zh-TW": "詳情",
  "zh-CN": "详情",
  ja: "くわしく",
  ko: "자세히",
  th: "รายละเอียด",
};

const orderLabels = { story: details, more: moreLikeThis, save: saveLabel, why: whyThis } as const;
type Order = keyof typeof orderLabels & StoryOrder;

/** Opens the article; null for a story without an address that LINE takes. */
export function readAction(
  { url }: Card,
  locale: Locale,
): (messagingApi.URIAction & { readonly label: string }) | null {
  const uri = linkAddress(url);
  return uri === null ? null : { type: "uri", label: readLabel[locale], uri };
}

/** Opens the article, or has the desk show what it has of one without an address; null where neither can be asked for. */
export function openAction(card: Card, locale: Locale): messagingApi.Action | null {
  const data = storyPostback("story", card.articleId);
  return readAction(card, locale) ?? (data === null ? null : { type: "postback", label: readLabel[locale], data });
}

/** Asks what a choice says, which must be short enough for a button; the chat shows its label alone. */
export function askAction({ label, text }: Choice): messagingApi.PostbackAction & { readonly label: string } {
  return { type: "postback", label, data: askPostback(text) ?? "", displayText: label };
}

/** Each a question to the desk, in this order; none for a story whose identifier no postback can carry. */
export function askActions(
  { articleId }: Card,
  orders: readonly Order[],
  locale: Locale,
): readonly (messagingApi.PostbackAction & { readonly label: string })[] {
  return orders.flatMap((order) => {
    const data = storyPostback(order, articleId);
    return data === null ? [] : [{ type: "postback", label: orderLabels[order][locale], data }];
  });
}
