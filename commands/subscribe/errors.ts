// What stands in the way of a subscription.
import { UserError } from "../../src/records/errors.ts";

export function alreadySubscribed(number: number): UserError {
  return new UserError("already-subscribed", {
    en: `This channel has this subscription already: it is number ${number} in /subscriptions. Choose another time or other words.`,
    "zh-TW": `這裡已經有相同的訂閱了（/訂閱清單 的第 ${number} 個）。可以換個時間或關鍵字。`,
    "zh-CN": `这里已经有相同的订阅了（/订阅列表 的第 ${number} 个）。可以换个时间或关键词。`,
    ja: `同じ購読がすでにあります（/購読一覧 の ${number} 番）。時刻か語句を変えてください。`,
    ko: `같은 구독이 이미 있습니다(/구독목록의 ${number}번). 시간이나 단어를 바꿔 주세요.`,
    th: `ห้องนี้ติดตามแบบเดียวกันอยู่แล้ว (ลำดับ ${number} ใน /รายการติดตาม) เลือกเวลาหรือคำอื่น`,
  });
}

export function tooMany(most: number): UserError {
  return new UserError("too-many-subscriptions", {
    en: `A channel can have ${most} subscriptions at most. End one with /unsubscribe first.`,
    "zh-TW": `這裡最多 ${most} 個訂閱。請先用 /取消訂閱 取消一個。`,
    "zh-CN": `这里最多 ${most} 个订阅。请先用 /取消订阅 取消一个。`,
    ja: `ここの購読は ${most} 件までです。先に /購読解除 で減らしてください。`,
    ko: `이곳의 구독은 ${most}개까지입니다. 먼저 /구독취소로 하나를 줄여 주세요.`,
    th: `แต่ละห้องติดตามได้ไม่เกิน ${most} รายการ เลิกติดตามสักรายการก่อนด้วย /เลิกติดตาม`,
  });
}

/** The draft is older than a day, somebody else's, or of a subscription that has ended. */
export function draftGone(): UserError {
  return new UserError("draft-gone", {
    en: "This can't be gone on with: it is older than a day, or somebody else's. Begin anew with /subscribe.",
    "zh-TW": "無法繼續：已經超過一天，或是別人開始的。請用 /訂閱 重新開始。",
    "zh-CN": "无法继续：已经超过一天，或是别人开始的。请用 /订阅 重新开始。",
    ja: "続けられません。1日以上前のものか、ほかの人が始めたものです。/購読 からやり直してください。",
    ko: "이어서 할 수 없습니다. 하루가 지났거나 다른 사람이 시작한 것입니다. /구독으로 다시 시작해 주세요.",
    th: "ทำต่อไม่ได้ เพราะเกินหนึ่งวันแล้ว หรือเป็นของคนอื่น เริ่มใหม่ด้วย /ติดตาม",
  });
}

/** Who asks may not manage the channel that was chosen. */
export function otherChannelDenied(): UserError {
  return new UserError("not-allowed", {
    en: "You may not manage that channel, so it can't be subscribed from here. Choose another one.",
    "zh-TW": "你不能管理那個頻道，因此無法替它訂閱。請選其他頻道。",
    "zh-CN": "你不能管理那个频道，因此无法为它订阅。请选其他频道。",
    ja: "そのチャンネルを管理する権限がないため、購読できません。ほかのチャンネルを選んでください。",
    ko: "그 채널을 관리할 권한이 없어 구독할 수 없습니다. 다른 채널을 골라 주세요.",
    th: "คุณไม่มีสิทธิ์จัดการห้องนั้น จึงสั่งติดตามจากที่นี่ไม่ได้ เลือกห้องอื่น",
  });
}

/** The name is none that Discord takes, or the picture has no address of the open web. */
export function badWebhook(): UserError {
  return new UserError("bad-webhook", {
    en: "Give a name (not one with Discord, Clyde, everyone or here in it), and for the picture an https:// address or nothing.",
    "zh-TW": "請填名稱（不能含有 Discord、Clyde、everyone、here），頭像請填 https:// 開頭的網址或留空。",
    "zh-CN": "请填名称（不能含有 Discord、Clyde、everyone、here），头像请填 https:// 开头的网址或留空。",
    ja: "名前（Discord、Clyde、everyone、here を含まないもの）を入れ、アイコンは https:// で始まるアドレスか空欄にしてください。",
    ko: "이름(Discord, Clyde, everyone, here가 들어가지 않는 것)을 쓰고, 그림은 https:// 주소를 쓰거나 비워 주세요.",
    th: "ใส่ชื่อ (ต้องไม่มีคำว่า Discord, Clyde, everyone หรือ here) ส่วนรูปให้ใส่ที่อยู่ https:// หรือเว้นว่าง",
  });
}

/** What is asked for ended before it begins: `before:` with a date that has passed. */
export function endedAlready(): UserError {
  return new UserError("ended-already", {
    en: "The date of before: has passed, so that nothing new could come. Leave it out, or name a date to come.",
    "zh-TW": "之前: 的日期已經過了，不會再有新的新聞。請拿掉，或改成以後的日期。",
    "zh-CN": "之前: 的日期已经过了，不会再有新的新闻。请去掉，或改成以后的日期。",
    ja: "before: の日付はもう過ぎているため、新しい記事は届きません。外すか、これからの日付にしてください。",
    ko: "before:의 날짜가 이미 지나서 새 기사가 올 수 없습니다. 빼거나 앞으로의 날짜로 바꿔 주세요.",
    th: "วันที่ของ ก่อน: ผ่านไปแล้ว จึงไม่มีข่าวใหม่เข้ามา ตัดออก หรือใส่วันที่ในอนาคต",
  });
}
