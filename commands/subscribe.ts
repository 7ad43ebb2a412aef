// /subscribe: a standing order for this channel, of what and when.
import { typedCommand } from "../src/language/command-name.ts";
import { describeFilter, isSameFilter, readFilter } from "../src/language/filter-text.ts";
import { firstSpanStart } from "../src/language/first-span.ts";
import { readOrder } from "../src/language/order-text.ts";
import { shortTime } from "../src/language/phrases.ts";
import { parseQuery } from "../src/language/query.ts";
import { reply } from "../src/language/reply.ts";
import { bracketedZone, describeSchedule, readSchedule } from "../src/language/schedule-text.ts";
import { inListOrder } from "../src/language/subscription-text.ts";
import { readTimeZone } from "../src/language/time-zone.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Locale, Localized } from "../src/records/channel.ts";
import { UserError } from "../src/records/errors.ts";
import type { Reply } from "../src/records/reply.ts";
import type { Schedule, Subscription } from "../src/records/subscription.ts";
import { suggestQuery } from "./suggest/query.ts";
import { suggestSchedule, suggestTimeZone } from "./suggest/time.ts";

const mostSubscriptions = 20;
const usualSchedule: Schedule = { kind: "daily", hour: 8, minute: 0 };

export const subscribe: Command = {
  name: "subscribe",
  names: { en: "subscribe", "zh-TW": "訂閱", "zh-CN": "订阅", ja: "購読", ko: "구독" },
  aliases: ["sub", "follow", "訂閱新聞", "订阅新闻", "購読する", "구독하기"],
  description: {
    en: "Get the news you choose in this channel, at the times you choose",
    "zh-TW": "讓這個頻道按時收到指定的新聞",
    "zh-CN": "让这个频道按时收到指定的新闻",
    ja: "選んだニュースを決まった時刻にこのチャンネルへ届けます",
    ko: "고른 뉴스를 정한 시각에 이 채널로 받아 봅니다",
  },
  example: {
    en: "/subscribe climate tag:politics daily 08:00",
    "zh-TW": "/訂閱 高雄 tag:政治 每天 8點",
    "zh-CN": "/订阅 高雄 tag:政治 每天 8点",
    ja: "/購読 地震 tag:災害 毎日 8時",
    ko: "/구독 지진 tag:재난 매일 8시",
  },
  options: [
    {
      name: "what",
      names: { en: "what", "zh-TW": "內容", "zh-CN": "内容", ja: "内容", ko: "내용" },
      description: {
        en: "Words, tag:, source:, or everything",
        "zh-TW": "關鍵字、tag:標籤、source:來源，或寫「全部」",
        "zh-CN": "关键词、tag:标签、source:来源，或写“全部”",
        ja: "語句、tag:タグ、source:配信元、または「すべて」",
        ko: "단어, tag:태그, source:출처, 또는 ‘전체’",
      },
      isRequired: false,
      suggest: suggestQuery,
    },
    {
      name: "when",
      names: { en: "when", "zh-TW": "時間", "zh-CN": "时间", ja: "時刻", ko: "시간" },
      description: {
        en: "now, hourly, daily 08:00, weekly mon 08:00, or cron 0 8 * * 1-5",
        "zh-TW": "即時、每小時、每天 8點、每週一 8點半，或 cron 0 8 * * 1-5",
        "zh-CN": "即时、每小时、每天 8点、每周一 8点半，或 cron 0 8 * * 1-5",
        ja: "即時、毎時、毎日 8時、毎週月曜 8時半、または cron 0 8 * * 1-5",
        ko: "즉시, 매시간, 매일 8시, 매주 월요일 8시 반, 또는 cron 0 8 * * 1-5",
      },
      isRequired: false,
      suggest: suggestSchedule,
    },
    {
      name: "timezone",
      names: { en: "timezone", "zh-TW": "時區", "zh-CN": "时区", ja: "タイムゾーン", ko: "시간대" },
      description: {
        en: "The time zone that the times are in, such as Europe/London",
        "zh-TW": "時間所用的時區，例如 Asia/Taipei",
        "zh-CN": "时间所用的时区，例如 Asia/Shanghai",
        ja: "時刻のタイムゾーン（例：Asia/Tokyo）",
        ko: "시각의 기준 시간대. 예: Asia/Seoul",
      },
      isRequired: false,
      suggest: suggestTimeZone,
    },
  ],
  access: "managers",
  readText: readOrder,
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
};

// As they are typed; 20 characters at most, which LINE shows on a button.
const orders: Localized<readonly string[]> = {
  en: ["all daily 08:00", "all hourly", "all now"],
  "zh-TW": ["全部 每天 08:00", "全部 每小時", "全部 即時"],
  "zh-CN": ["全部 每天 08:00", "全部 每小时", "全部 即时"],
  ja: ["すべて 毎日 08:00", "すべて 毎時", "すべて 即時"],
  ko: ["전체 매일 08:00", "전체 매시간", "전체 즉시"],
};

async function runSubscribe(request: CommandRequest, desk: CommandDesk): Promise<Reply> {
  if (request.args.what === undefined && request.args.when === undefined) return offerOrders(request.channel.locale);
  const subscription = readSubscription(request, desk);
  const existing = inListOrder(await desk.store.subscriptionsOf(request.channel.id));
  refuseRepeat(subscription, existing);
  if (existing.length >= mostSubscriptions) throw tooMany(mostSubscriptions);
  await desk.store.saveChannel(request.channel);
  await desk.store.addSubscription(subscription);
  return confirm(subscription, existing.length + 1, request.channel.locale, desk);
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
  const filter = readFilter(args.what ?? "", desk.sources);
  // Words that no search could read would fail at every edition.
  parseQuery(filter.words, { now, timeZone });
  const schedule = args.when === undefined ? usualSchedule : readSchedule(args.when);
  return {
    id: desk.newId(),
    channelId: channel.id,
    filter,
    schedule,
    timeZone,
    createdBy: asker.name,
    creatorId: asker.id,
    look: null,
    createdAt: now,
    dueAt: desk.nextDueAfter(schedule, timeZone, now),
    coveredUntil: firstSpanStart(schedule, now),
  };
}

function refuseRepeat(wanted: Subscription, existing: readonly Subscription[]): void {
  const scheduleOf = ({ schedule, timeZone }: Subscription) => describeSchedule(schedule, timeZone, "en");
  const index = existing.findIndex(
    (other) => isSameFilter(other.filter, wanted.filter) && scheduleOf(other) === scheduleOf(wanted),
  );
  if (index >= 0) throw alreadySubscribed(index + 1);
}

function confirm(subscription: Subscription, number: number, locale: Locale, desk: CommandDesk): Reply {
  const { filter, schedule, timeZone, dueAt } = subscription;
  const words = wordsOf[locale];
  return reply({
    title: words.done,
    fields: [
      { name: words.what, value: describeFilter(filter, desk.sources, locale) },
      { name: words.when, value: describeSchedule(schedule, timeZone, locale) },
      { name: words.next, value: shortTime(dueAt, timeZone, locale) + bracketedZone(timeZone, locale) },
    ],
    choices: [
      { label: words.list, text: typedCommand(desk.commands, "subscriptions", locale) },
      { label: words.undo, text: `${typedCommand(desk.commands, "unsubscribe", locale)} ${number}` },
    ],
  });
}

function alreadySubscribed(number: number): UserError {
  return new UserError("already-subscribed", {
    en: `This channel has this subscription already: it is number ${number} in /subscriptions. Choose another time or other words.`,
    "zh-TW": `這個頻道已經有相同的訂閱了（/訂閱清單 的第 ${number} 個）。可以換個時間或關鍵字。`,
    "zh-CN": `这个频道已经有相同的订阅了（/订阅列表 的第 ${number} 个）。可以换个时间或关键词。`,
    ja: `同じ購読がすでにあります（/購読一覧 の ${number} 番）。時刻か語句を変えてください。`,
    ko: `같은 구독이 이미 있습니다(/구독목록의 ${number}번). 시간이나 단어를 바꿔 주세요.`,
  });
}

function tooMany(most: number): UserError {
  return new UserError("too-many-subscriptions", {
    en: `A channel can have ${most} subscriptions at most. End one with /unsubscribe first.`,
    "zh-TW": `每個頻道最多 ${most} 個訂閱。請先用 /取消訂閱 取消一個。`,
    "zh-CN": `每个频道最多 ${most} 个订阅。请先用 /取消订阅 取消一个。`,
    ja: `購読は1チャンネルにつき ${most} 件までです。先に /購読解除 で減らしてください。`,
    ko: `구독은 채널마다 ${most}개까지입니다. 먼저 /구독취소로 하나를 줄여 주세요.`,
  });
}
