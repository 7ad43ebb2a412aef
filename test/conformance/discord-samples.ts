// What the Discord journey asks, answers and delivers.

import { randomUUID } from "node:crypto";
import type { Command } from "../../src/ports/command.ts";
import type { Localized } from "../../src/records/channel.ts";
import { unsetChannel } from "../../src/records/channel-settings.ts";
import type { Delivery } from "../../src/records/edition.ts";
import type { Reply } from "../../src/records/reply.ts";
import type { Card } from "../../src/records/story.ts";

const same = (text: string): Localized => ({ en: text, "zh-TW": text, "zh-CN": text, ja: text, ko: text, th: text });

/** Anyone may run it. Its required option stands last, where Discord would refuse it. */
export const latest: Command = {
  name: "latest",
  names: { en: "latest", "zh-TW": "最新", "zh-CN": "最新", ja: "最新", ko: "최신", th: "최신" },
  aliases: [],
  description: {
    en: "The newest stories",
    "zh-TW": "最新的新聞",
    "zh-CN": "最新的新闻",
    ja: "最新のニュース",
    ko: "최신 뉴스",
    th: "최신 뉴스",
  },
  example: same("/latest"),
  options: [
    { name: "page", names: same("page"), description: same("Which page"), isRequired: false },
    { name: "source", names: same("source"), description: same("Whose stories"), isRequired: true },
  ],
  access: "everyone",
  readText: () => ({}),
  run: () => Promise.reject(new Error("a platform runs no command by itself")),
};

/** For those who manage channels. */
export const subscribe: Command = {
  ...latest,
  name: "subscribe",
  names: { en: "subscribe", "zh-TW": "訂閱", "zh-CN": "订阅", ja: "購読", ko: "구독", th: "구독" },
  options: [],
  access: "managers",
};

const card: Card = {
  storyId: "story-1",
  articleId: "article-1",
  headline: "**Ferry** line opens, @everyone rides free",
  lede: "The first boat left at dawn. <@123> was not aboard.",
  url: "https://news.example/ferry",
  image: "https://news.example/ferry.jpg",
  sourceId: "harbour",
  sourceName: "Harbour Post",
  tags: ["transport"],
  language: "en",
  publishedAt: Date.UTC(2023, 9, 4, 4),
  alsoIn: ["Strait Times"],
};

/** A reply with a card and a button. */
export const reply: Reply = {
  title: "Newest",
  text: "",
  cards: [card],
  wanted: [],
  fields: [{ name: "Sources", value: "1" }],
  choices: [{ label: "More", text: "/latest 2" }],
  footer: "",
  menus: [],
  picture: null,
  isPrivate: false,
};

/** A new delivery of one hostile story to a Japanese channel. */
export function deliveryTo(channelId: string): Delivery {
  return {
    id: randomUUID(),
    channel: { id: `discord:${channelId}`, platform: "discord", address: channelId, locale: "ja" },
    edition: {
      id: randomUUID(),
      subscriptionId: "subscription-1",
      publishedAt: card.publishedAt,
      from: 0,
      until: card.publishedAt,
      cards: [card],
      total: 3,
      timeZone: "Asia/Tokyo",
    },
    attempts: 0,
    settings: unsetChannel,
  };
}
