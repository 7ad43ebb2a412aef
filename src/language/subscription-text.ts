// How a channel's subscriptions are counted and named, the same in the list and where one is ended.
import type { Locale, Localized } from "../records/channel.ts";
import type { Field } from "../records/reply.ts";
import type { Source } from "../records/source.ts";
import type { Subscription } from "../records/subscription.ts";
import { describeFilter } from "./filter-text.ts";
import { shortTime } from "./phrases.ts";
import { describeSchedule } from "./schedule-text.ts";

/** Oldest first: the first one's number is 1, and a new one takes the next number. */
export function inListOrder(subscriptions: readonly Subscription[]): readonly Subscription[] {
  return subscriptions.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** `missedAt`: when its latest digest came out, where that was given up. One line of the numbered list: `1. 高雄` and `每天 08:00（Asia/Taipei） · 下一份摘要 11/24 08:00`. */
export function subscriptionField(
  subscription: Subscription,
  number: number,
  sources: readonly Source[],
  locale: Locale,
  missedAt?: number,
): Field {
  const { filter, schedule, timeZone } = subscription;
  return {
    name: `${number}. ${describeFilter(filter, sources, locale)}`,
    value: [
      describeSchedule(schedule, timeZone, locale),
      nextText(subscription, locale),
      ...(missedAt === undefined ? [] : [missedLabel[locale](shortTime(missedAt, timeZone, locale))]),
    ].join(" · "),
  };
}

function nextText({ timeZone, dueAt, paused, heldSince }: Subscription, locale: Locale): string {
  if (paused !== undefined) return `⏸ ${pausedLabel[locale]}`;
  if (heldSince !== undefined) return heldLabel[locale](shortTime(heldSince, timeZone, locale));
  return `${nextLabel[locale]} ${shortTime(dueAt, timeZone, locale)}`;
}

// With the answer comes the button.
const heldLabel: Localized<(time: string) => string> = {
  en: (time) => `waiting since ${time} for room in this month's messages; the button brings it now`,
  "zh-TW": (time) => `本月額度不夠，從 ${time} 起先累積著，按下方按鈕就能馬上看`,
  "zh-CN": (time) => `本月额度不够，从 ${time} 起先攒着，点下方按钮就能马上看`,
  ja: (time) => `今月のメッセージ数が足りないため ${time} からためています。下のボタンですぐ読めます`,
  ko: (time) => `이번 달 한도가 부족해 ${time}부터 모아 두었습니다. 아래 버튼으로 바로 볼 수 있습니다`,
  th: (time) => `โควตาเดือนนี้ไม่พอ สะสมไว้ตั้งแต่ ${time} กดปุ่มด้านล่างเพื่อดูได้ทันที`,
};

const nextLabel: Localized = {
  en: "next digest",
  "zh-TW": "下一份摘要",
  "zh-CN": "下一份摘要",
  ja: "次回",
  ko: "다음 발송",
  th: "สรุปข่าวถัดไป",
};

const missedLabel: Localized<(time: string) => string> = {
  en: (time) => `⚠ the digest of ${time} could not be delivered`,
  "zh-TW": (time) => `⚠ ${time} 的摘要無法送達`,
  "zh-CN": (time) => `⚠ ${time} 的摘要无法送达`,
  ja: (time) => `⚠ ${time} のまとめは届けられませんでした`,
  ko: (time) => `⚠ ${time} 요약을 전하지 못했습니다`,
  th: (time) => `⚠ ส่งสรุปข่าวของ ${time} ไม่ได้`,
};

const pausedLabel: Localized = {
  en: "paused, since nothing could be posted here; change it to go on",
  "zh-TW": "已暫停，因為無法在這裡發文；修改一次就會繼續",
  "zh-CN": "已暂停，因为无法在这里发消息；修改一次就会继续",
  ja: "ここに投稿できなかったため停止中。変更すると再開します",
  ko: "이곳에 글을 올릴 수 없어 멈췄습니다. 바꾸면 다시 시작합니다",
  th: "หยุดชั่วคราวเพราะส่งข้อความที่นี่ไม่ได้ แก้ไขเพื่อให้ส่งต่อ",
};

/** What whoever made a channel's subscriptions is told when they were paused; `place` is how the platform shows the channel. */
export const pausedNotice: Localized<(place: string) => string> = {
  en: (place) =>
    `I could not post the digest in ${place}: the channel is gone, locked or full, or I may not post there any more. Its subscriptions are paused. Once I can, change them with /subscriptions there (of a forum: in any of its posts), and they go on with what was missed.`,
  "zh-TW": (place) =>
    `我無法把新聞摘要發到 ${place}：頻道已不存在、已鎖定或已滿，或我不再有發文權限。那裡的訂閱已暫停。恢復後，在那裡（論壇則在任一貼文裡）用 /訂閱清單 修改一次，就會從漏掉的新聞接著送。`,
  "zh-CN": (place) =>
    `我无法把新闻摘要发到 ${place}：频道已不存在、已锁定或已满，或我不再有发言权限。那里的订阅已暂停。恢复后，在那里（论坛则在任一帖子里）用 /订阅列表 修改一次，就会从漏掉的新闻接着送。`,
  ja: (place) =>
    `${place} にニュースまとめを投稿できませんでした。チャンネルがなくなったか、ロックされたか、いっぱいになったか、投稿する権限がなくなっています。そこの購読は停止しました。元に戻ったら、そこ（フォーラムならどの投稿でも）で /購読一覧 から変更すると、届かなかった分から再開します。`,
  ko: (place) =>
    `${place}에 뉴스 요약을 올리지 못했습니다. 채널이 없어졌거나 잠겼거나 가득 찼거나 글을 올릴 권한이 없어졌습니다. 그곳의 구독은 멈춰 두었습니다. 되돌린 뒤 그곳에서(포럼이면 아무 게시물에서나) /구독목록으로 바꾸면 놓친 소식부터 다시 보냅니다.`,
  th: (place) =>
    `ส่งสรุปข่าวใน ${place} ไม่ได้: ห้องถูกลบ ถูกล็อก หรือเต็มแล้ว หรือไม่มีสิทธิ์ส่งข้อความ การติดตามของห้องนั้นจึงหยุดชั่วคราว เมื่อแก้ไขแล้ว ใช้ /รายการติดตาม ในห้องนั้น (ถ้าเป็นฟอรัม ในโพสต์ใดก็ได้) เพื่อแก้ไขการติดตาม แล้วจะส่งต่อจากข่าวที่ขาดไป`,
};
