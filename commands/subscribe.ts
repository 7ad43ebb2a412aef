// /subscribe: a standing order for this channel, of what and when.
import { typedCommand } from "../src/language/command-name.ts";
import { describeFilter } from "../src/language/filter-text.ts";
import { firstSpanStart } from "../src/language/first-span.ts";
import { readOrder } from "../src/language/order-text.ts";
import { shortTime } from "../src/language/phrases.ts";
import { reply } from "../src/language/reply.ts";
import { bracketedZone, describeSchedule, readSchedule } from "../src/language/schedule-text.ts";
import { inListOrder } from "../src/language/subscription-text.ts";
import { readTimeZone } from "../src/language/time-zone.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Locale, Localized } from "../src/records/channel.ts";
import type { Reply } from "../src/records/reply.ts";
import type { Schedule, Subscription } from "../src/records/subscription.ts";
import { standingFilter } from "./subscribe/draft-filter.ts";
import { isFlowStep, readFlowText, runFlow, subscribeForm } from "./subscribe/flow.ts";
import { flowWords } from "./subscribe/flow-words.ts";
import { subscribeOptions } from "./subscribe/options.ts";
import { refuseRepeatOrMany } from "./subscribe/refuse.ts";

const usualSchedule: Schedule = { kind: "daily", hour: 8, minute: 0 };

export const subscribe: Command = {
  name: "subscribe",
  names: { en: "subscribe", "zh-TW": "訂閱", "zh-CN": "订阅", ja: "購読", ko: "구독", th: "ติดตาม" },
  aliases: ["sub", "follow", "訂閱新聞", "订阅新闻", "購読する", "구독하기"],
  description: {
    en: "Get the news you choose in this channel, at the times you choose",
    "zh-TW": "在這裡按時收到指定的新聞",
    "zh-CN": "在这里按时收到指定的新闻",
    ja: "選んだニュースを決まった時刻にここへ届けます",
    ko: "고른 뉴스를 정한 시각에 이곳으로 받아 봅니다",
    th: "รับข่าวที่เลือกในห้องนี้ ตามเวลาที่กำหนด",
  },
  example: {
    en: "/subscribe climate tag:politics daily 08:00",
    "zh-TW": "/訂閱 高雄 tag:政治 每天 8點",
    "zh-CN": "/订阅 高雄 tag:政治 每天 8点",
    ja: "/購読 地震 tag:災害 毎日 8時",
    ko: "/구독 지진 tag:재난 매일 8시",
    th: "/ติดตาม น้ำท่วม แท็ก:การเมือง ทุกวัน 8 โมง",
  },
  options: subscribeOptions,
  access: "managers",
  goesOn: ({ draft }) => draft !== undefined,
  // `follow the money` is no order: what else the command is called by means it when a time is given.
  isMeantBy: ({ args, byName, isApart }) =>
    isApart ? byName || args.when !== undefined : args.when !== undefined && args.what !== undefined,
  readText: (rest) => readFlowText(rest) ?? readOrder(rest),
  formFor: subscribeForm,
  run: runSubscribe,
};

interface Words {
  readonly done: string;
  readonly what: string;
  readonly when: string;
  readonly next: string;
  readonly list: string;
  readonly undo: string;
  readonly howTo: string;
}

const wordsOf: Localized<Words> = {
  en: {
    done: "Subscribed",
    what: "What",
    when: "When",
    next: "First digest",
    list: "All subscriptions",
    undo: "Undo",
    howTo: "Write what you want (words, tag:, source: or everything) and when. For example:",
  },
  "zh-TW": {
    done: "訂閱完成",
    what: "內容",
    when: "時間",
    next: "第一份摘要",
    list: "訂閱清單",
    undo: "取消這個訂閱",
    howTo: "請寫想看的內容（關鍵字、tag:標籤、source:來源，或「全部」）和時間，例如：",
  },
  "zh-CN": {
    done: "订阅完成",
    what: "内容",
    when: "时间",
    next: "第一份摘要",
    list: "订阅列表",
    undo: "取消这个订阅",
    howTo: "请写想看的内容（关键词、tag:标签、source:来源，或“全部”）和时间，例如：",
  },
  ja: {
    done: "購読しました",
    what: "内容",
    when: "配信",
    next: "初回",
    list: "購読一覧",
    undo: "取り消す",
    howTo: "読みたい内容（語句、tag:タグ、source:配信元、または「すべて」）と時刻を書いてください。例：",
  },
  ko: {
    done: "구독했습니다",
    what: "내용",
    when: "시간",
    next: "첫 발송",
    list: "구독 목록",
    undo: "취소하기",
    howTo: "보고 싶은 내용(단어, tag:태그, source:출처, 또는 ‘전체’)과 시간을 써 주세요. 예:",
  },
  th: {
    done: "ติดตามแล้ว",
    what: "เนื้อหา",
    when: "เวลา",
    next: "สรุปข่าวแรก",
    list: "รายการติดตาม",
    undo: "เลิกทำ",
    howTo: "เขียนสิ่งที่อยากอ่าน (คำ แท็ก: แหล่ง: หรือ “ทั้งหมด”) ตามด้วยเวลา เช่น:",
  },
};

// As they are typed; 20 characters at most, which LINE shows on a button.
const orders: Localized<readonly string[]> = {
  en: ["all daily 08:00", "all hourly", "all now"],
  "zh-TW": ["全部 每天 08:00", "全部 每小時", "全部 即時"],
  "zh-CN": ["全部 每天 08:00", "全部 每小时", "全部 即时"],
  ja: ["すべて 毎日 08:00", "すべて 毎時", "すべて 即時"],
  ko: ["전체 매일 08:00", "전체 매시간", "전체 즉시"],
  th: ["ทั้งหมด ทุกวัน 08:00", "ทั้งหมด ทุกชั่วโมง", "ทั้งหมด ทันที"],
};

async function runSubscribe(request: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { args, channel } = request;
  if (isFlowStep(args)) return runFlow(request, desk);
  if (args.what === undefined && args.when === undefined)
    return channel.platform === "discord" ? runFlow(request, desk) : offerOrders(channel.locale);
  const subscription = readSubscription(request, desk);
  const existing = inListOrder(await desk.store.subscriptionsOf(request.channel.id));
  refuseRepeatOrMany(subscription, existing);
  await desk.store.saveChannel(request.channel);
  await desk.store.addSubscription(subscription);
  return confirm(subscription, existing.length + 1, request, desk);
}

/** Nothing was asked for yet: how to, and the usual orders to choose from. Private, since nothing changed. */
function offerOrders(locale: Locale): Reply {
  const command = `/${subscribe.names[locale]}`;
  return reply({
    title: subscribe.description[locale],
    text: `${wordsOf[locale].howTo}\n${subscribe.example[locale]}`,
    choices: orders[locale].map((order) => ({ label: order, text: `${command} ${order}` })),
    isPrivate: true,
  });
}

function readSubscription({ channel, asker, args, now }: CommandRequest, desk: CommandDesk): Subscription {
  const timeZone = args.timezone === undefined ? desk.timeZone : readTimeZone(args.timezone);
  const filter = standingFilter(args.what ?? "", desk, { now, timeZone });
  const schedule = args.when === undefined ? usualSchedule : readSchedule(args.when);
  const dueAt = desk.nextDueAfter(schedule, timeZone, now);
  return {
    id: desk.newId(),
    channelId: channel.id,
    filter,
    schedule,
    timeZone,
    creatorId: asker.id,
    look: null,
    createdAt: now,
    dueAt,
    coveredUntil: firstSpanStart(schedule, now, dueAt),
  };
}

function confirm(
  subscription: Subscription,
  number: number,
  { channel, thread }: CommandRequest,
  desk: CommandDesk,
): Reply {
  const { locale } = channel;
  const { filter, schedule, timeZone, dueAt } = subscription;
  const words = wordsOf[locale];
  return reply({
    title: words.done,
    fields: [
      { name: words.what, value: describeFilter(filter, desk.sources, locale) },
      { name: words.when, value: describeSchedule(schedule, timeZone, locale) },
      ...(thread === undefined ? [] : [{ name: flowWords[locale].where, value: "", channel: channel.address }]),
      { name: words.next, value: shortTime(dueAt, timeZone, locale) + bracketedZone(timeZone, locale) },
    ],
    choices: [
      { label: words.list, text: typedCommand(desk.commands, "subscriptions", locale) },
      { label: words.undo, text: `${typedCommand(desk.commands, "unsubscribe", locale)} ${number}` },
    ],
  });
}
