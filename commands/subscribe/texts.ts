// What /subscribe says, in every language.
import type { Localized } from "../../src/records/channel.ts";
import { UserError } from "../../src/records/errors.ts";

interface Words {
  readonly done: string;
  readonly what: string;
  readonly when: string;
  readonly next: string;
  readonly list: string;
  readonly undo: string;
  readonly howTo: string;
}

/** The words around a subscription. */
export const wordsOf: Localized<Words> = {
  en: {
    done: "Subscribed",
    what: "What",
    when: "When",
    next: "First edition",
    list: "All subscriptions",
    undo: "Undo",
    howTo: "Write what you want (words, tag:, source: or everything) and when. For example:",
  },
  "zh-TW": {
    done: "訂閱完成",
    what: "內容",
    when: "時間",
    next: "第一份",
    list: "訂閱清單",
    undo: "取消這個訂閱",
    howTo: "請寫想看的內容（關鍵字、tag:標籤、source:來源，或「全部」）和時間，例如：",
  },
  "zh-CN": {
    done: "订阅完成",
    what: "内容",
    when: "时间",
    next: "第一份",
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

/** Usual orders to choose from, as they are typed; 20 characters at most, which LINE shows on a button. */
export const orders: Localized<readonly string[]> = {
  en: ["all daily 08:00", "all hourly", "all now"],
  "zh-TW": ["全部 每天 08:00", "全部 每小時", "全部 即時"],
  "zh-CN": ["全部 每天 08:00", "全部 每小时", "全部 即时"],
  ja: ["すべて 毎日 08:00", "すべて 毎時", "すべて 即時"],
  ko: ["전체 매일 08:00", "전체 매시간", "전체 즉시"],
};

/** The refusal of an order that the channel has already, under that number. */
export function alreadySubscribed(number: number): UserError {
  return new UserError("already-subscribed", {
    en: `This channel has this subscription already: it is number ${number} in /subscriptions. Choose another time or other words.`,
    "zh-TW": `這個頻道已經有相同的訂閱了（/訂閱清單 的第 ${number} 個）。可以換個時間或關鍵字。`,
    "zh-CN": `这个频道已经有相同的订阅了（/订阅列表 的第 ${number} 个）。可以换个时间或关键词。`,
    ja: `同じ購読がすでにあります（/購読一覧 の ${number} 番）。時刻か語句を変えてください。`,
    ko: `같은 구독이 이미 있습니다(/구독목록의 ${number}번). 시간이나 단어를 바꿔 주세요.`,
  });
}

/** The refusal when a channel has as many subscriptions as it may. */
export function tooMany(most: number): UserError {
  return new UserError("too-many-subscriptions", {
    en: `A channel can have ${most} subscriptions at most. End one with /unsubscribe first.`,
    "zh-TW": `每個頻道最多 ${most} 個訂閱。請先用 /取消訂閱 取消一個。`,
    "zh-CN": `每个频道最多 ${most} 个订阅。请先用 /取消订阅 取消一个。`,
    ja: `購読は1チャンネルにつき ${most} 件までです。先に /購読解除 で減らしてください。`,
    ko: `구독은 채널마다 ${most}개까지입니다. 먼저 /구독취소로 하나를 줄여 주세요.`,
  });
}
