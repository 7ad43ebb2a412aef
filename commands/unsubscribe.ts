// /unsubscribe: ends a subscription by its number in the list, the only one without a number, or all of them.
import { reply } from "../src/language/reply.ts";
import { inListOrder, subscriptionField } from "../src/language/subscription-text.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Locale, Localized } from "../src/records/channel.ts";
import { UserError } from "../src/records/errors.ts";
import type { Reply } from "../src/records/reply.ts";
import type { Subscription } from "../src/records/subscription.ts";

export const unsubscribe: Command = {
  name: "unsubscribe",
  names: {
    en: "unsubscribe",
    "zh-TW": "取消訂閱",
    "zh-CN": "取消订阅",
    ja: "購読解除",
    ko: "구독취소",
    th: "เลิกติดตาม",
  },
  aliases: ["unsub", "unfollow", "退訂", "退订", "解除", "購読停止", "구독해지"],
  description: {
    en: "End a subscription of this channel",
    "zh-TW": "取消這裡的訂閱",
    "zh-CN": "取消这里的订阅",
    ja: "ここの購読を解除します",
    ko: "이곳의 구독을 취소합니다",
    th: "เลิกติดตามรายการของห้องนี้",
  },
  example: {
    en: "/unsubscribe 1",
    "zh-TW": "/取消訂閱 1",
    "zh-CN": "/取消订阅 1",
    ja: "/購読解除 1",
    ko: "/구독취소 1",
    th: "/เลิกติดตาม 1",
  },
  options: [
    {
      name: "number",
      names: { en: "number", "zh-TW": "編號", "zh-CN": "编号", ja: "番号", ko: "번호", th: "ลำดับ" },
      description: {
        en: "Its number in /subscriptions, or all",
        "zh-TW": "/訂閱清單 裡的編號，或寫「全部」",
        "zh-CN": "/订阅列表 里的编号，或写“全部”",
        ja: "/購読一覧 の番号、または「すべて」",
        ko: "/구독목록의 번호, 또는 ‘전체’",
        th: "ลำดับใน /รายการติดตาม หรือ “ทั้งหมด”",
      },
      isRequired: false,
    },
  ],
  access: "managers",
  isMeantBy: ({ args }) => [allPattern, numberPattern].some((pattern) => pattern.test(foldNumber(args.number ?? ""))),
  readText: (rest) => (rest.trim() ? { number: rest.trim() } : {}),
  run: runUnsubscribe,
};

interface Words {
  readonly ended: (count: number) => string;
  readonly which: string;
  readonly all: string;
}

const wordsOf: Localized<Words> = {
  en: {
    ended: (count) => (count === 1 ? "Subscription ended" : `${count} subscriptions ended`),
    which: "Which one? Write its number, or all.",
    all: "All",
  },
  "zh-TW": {
    ended: (count) => (count === 1 ? "已取消訂閱" : `已取消 ${count} 個訂閱`),
    which: "要取消哪一個？請寫編號，或寫「全部」。",
    all: "全部",
  },
  "zh-CN": {
    ended: (count) => (count === 1 ? "已取消订阅" : `已取消 ${count} 个订阅`),
    which: "要取消哪一个？请写编号，或写“全部”。",
    all: "全部",
  },
  ja: {
    ended: (count) => (count === 1 ? "購読を解除しました" : `${count} 件の購読を解除しました`),
    which: "どれを解除しますか。番号か「すべて」と書いてください。",
    all: "すべて",
  },
  ko: {
    ended: (count) => (count === 1 ? "구독을 취소했습니다" : `구독 ${count}개를 취소했습니다`),
    which: "어떤 구독을 취소할까요? 번호나 ‘전체’를 써 주세요.",
    all: "전체",
  },
  th: {
    ended: (count) => (count === 1 ? "เลิกติดตามแล้ว" : `เลิกติดตามแล้ว ${count} รายการ`),
    which: "เลิกติดตามรายการไหน เขียนลำดับ หรือ “ทั้งหมด”",
    all: "ทั้งหมด",
  },
};

const allPattern = /^(all|everything|全部|所有|すべて|全て|전체|전부|모두|ทั้งหมด)$/;
const foldNumber = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();
const numberPattern = /^[#第]?\s?(\d{1,4})\s?(?:[.個个號号番번件]|番目)?$/;

async function runUnsubscribe({ args, channel }: CommandRequest, { store, sources }: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const list = inListOrder(await store.subscriptionsOf(channel.id));
  if (list.length === 0) throw nothingToEnd();
  const chosen = choose(list, args.number);
  if (chosen === null) return askWhich(list, locale, sources);
  for (const { id } of chosen) await store.removeSubscription(id);
  return reply({
    title: wordsOf[locale].ended(chosen.length),
    fields: chosen.map((one) => subscriptionField(one, list.indexOf(one) + 1, sources, locale)),
  });
}

/** The subscriptions meant; null when there are several and none was named. Throws UserError for a number that is not in the list. */
function choose(list: readonly Subscription[], typed: string | undefined): readonly Subscription[] | null {
  if (typed === undefined) return list.length === 1 ? list : null;
  const word = foldNumber(typed);
  if (allPattern.test(word)) return list;
  const found = list[Number(numberPattern.exec(word)?.[1] ?? 0) - 1];
  if (!found) throw noSuchNumber(list.length);
  return [found];
}

/** Private: nothing has changed yet. */
function askWhich(list: readonly Subscription[], locale: Locale, sources: CommandDesk["sources"]): Reply {
  const command = `/${unsubscribe.names[locale]}`;
  const numbers = list.map((_, index) => String(index + 1)).slice(0, 4);
  return reply({
    text: wordsOf[locale].which,
    fields: list.map((one, index) => subscriptionField(one, index + 1, sources, locale)),
    choices: [...numbers, wordsOf[locale].all].map((label) => ({ label, text: `${command} ${label}` })),
    isPrivate: true,
  });
}

function nothingToEnd(): UserError {
  return new UserError("no-subscription", {
    en: "This channel has no subscription to end. Start one with /subscribe.",
    "zh-TW": "這裡沒有訂閱可以取消。想訂閱請用 /訂閱。",
    "zh-CN": "这里没有订阅可以取消。想订阅请用 /订阅。",
    ja: "ここには解除する購読がありません。始めるには /購読 をお使いください。",
    ko: "이곳에는 취소할 구독이 없습니다. /구독으로 시작할 수 있습니다.",
    th: "ห้องนี้ไม่มีรายการให้เลิกติดตาม เริ่มติดตามได้ด้วย /ติดตาม",
  });
}

function noSuchNumber(count: number): UserError {
  return new UserError("no-such-number", {
    en: `Give a number from 1 to ${count}, as /subscriptions lists them, or all.`,
    "zh-TW": `請寫 /訂閱清單 裡的編號（1 到 ${count}），或寫「全部」。`,
    "zh-CN": `请写 /订阅列表 里的编号（1 到 ${count}），或写“全部”。`,
    ja: `/購読一覧 の番号（1〜${count}）か「すべて」を書いてください。`,
    ko: `/구독목록에 나오는 번호(1~${count})나 ‘전체’를 써 주세요.`,
    th: `ใส่ลำดับ 1 ถึง ${count} ตามใน /รายการติดตาม หรือ “ทั้งหมด”`,
  });
}
