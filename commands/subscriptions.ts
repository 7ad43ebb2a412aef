// /subscriptions: what this channel gets and when, numbered as /unsubscribe takes them.
import { typedCommand } from "../src/language/command-name.ts";
import { reply } from "../src/language/reply.ts";
import { inListOrder, subscriptionField } from "../src/language/subscription-text.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Locale, Localized } from "../src/records/channel.ts";
import type { Choice, Reply } from "../src/records/reply.ts";

export const subscriptions: Command = {
  name: "subscriptions",
  names: {
    en: "subscriptions",
    "zh-TW": "訂閱清單",
    "zh-CN": "订阅列表",
    ja: "購読一覧",
    ko: "구독목록",
    th: "รายการติดตาม",
  },
  aliases: ["subs", "我的訂閱", "我的订阅", "訂閱列表", "구독내역"],
  description: {
    en: "What this channel is subscribed to, and when the next digest comes",
    "zh-TW": "列出這裡的訂閱與下一份摘要的時間",
    "zh-CN": "列出这里的订阅与下一份摘要的时间",
    ja: "ここの購読と次の配信時刻を表示します",
    ko: "이곳의 구독과 다음 발송 시각을 보여 줍니다",
    th: "ดูว่าห้องนี้ติดตามอะไรอยู่ และสรุปข่าวถัดไปจะมาเมื่อไร",
  },
  example: {
    en: "/subscriptions",
    "zh-TW": "/訂閱清單",
    "zh-CN": "/订阅列表",
    ja: "/購読一覧",
    ko: "/구독목록",
    th: "/รายการติดตาม",
  },
  options: [],
  access: "everyone",
  readText: () => ({}),
  run: runSubscriptions,
};

interface Words {
  readonly title: (count: number) => string;
  readonly none: string;
  readonly howToEnd: string;
  readonly subscribe: string;
  readonly change: (number: number) => string;
}

const wordsOf: Localized<Words> = {
  en: {
    title: (count) => `Subscriptions (${count})`,
    none: "This channel has no subscription yet. Subscribe with /subscribe.",
    howToEnd: "End one by its number: /unsubscribe 1",
    subscribe: "Subscribe",
    change: (number) => `Change ${number}`,
  },
  "zh-TW": {
    title: (count) => `訂閱清單（${count}）`,
    none: "這裡還沒有訂閱。用 /訂閱 來訂閱新聞。",
    howToEnd: "用編號取消：/取消訂閱 1",
    subscribe: "訂閱新聞",
    change: (number) => `修改第 ${number} 個`,
  },
  "zh-CN": {
    title: (count) => `订阅列表（${count}）`,
    none: "这里还没有订阅。用 /订阅 来订阅新闻。",
    howToEnd: "用编号取消：/取消订阅 1",
    subscribe: "订阅新闻",
    change: (number) => `修改第 ${number} 个`,
  },
  ja: {
    title: (count) => `購読一覧（${count}）`,
    none: "ここはまだ何も購読していません。/購読 で始められます。",
    howToEnd: "番号で解除できます：/購読解除 1",
    subscribe: "購読する",
    change: (number) => `${number} 番を変更`,
  },
  ko: {
    title: (count) => `구독 목록 (${count})`,
    none: "이곳에는 아직 구독이 없습니다. /구독으로 시작할 수 있습니다.",
    howToEnd: "번호로 취소합니다: /구독취소 1",
    subscribe: "구독하기",
    change: (number) => `${number}번 바꾸기`,
  },
  th: {
    title: (count) => `รายการติดตาม (${count})`,
    none: "ห้องนี้ยังไม่ได้ติดตามข่าว เริ่มได้ด้วย /ติดตาม",
    howToEnd: "เลิกติดตามด้วยลำดับ: /เลิกติดตาม 1",
    subscribe: "ติดตาม",
    change: (number) => `แก้ไข ${number}`,
  },
};

async function runSubscriptions({ channel }: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const words = wordsOf[locale];
  const list = inListOrder(await desk.store.subscriptionsOf(channel.id));
  const missed = await desk.store.missedEditions(channel.id);
  const title = words.title(list.length);
  if (list.length === 0) {
    const subscribe = { label: words.subscribe, text: typedCommand(desk.commands, "subscribe", locale) };
    return reply({ title, text: words.none, choices: [subscribe] });
  }
  return reply({
    title,
    fields: list.map((subscription, index) =>
      subscriptionField(subscription, index + 1, desk.sources, locale, missed.get(subscription.id)),
    ),
    // Changed by menus, which only Discord has.
    choices: channel.platform === "discord" ? changeChoices(list.length, locale, desk) : [],
    footer: words.howToEnd,
  });
}

const changeChoices = (count: number, locale: Locale, { commands }: CommandDesk): readonly Choice[] =>
  Array.from({ length: count }, (_, index) => ({
    label: wordsOf[locale].change(index + 1),
    text: `${typedCommand(commands, "subscribe", locale)} edit:${index + 1}`,
  }));
