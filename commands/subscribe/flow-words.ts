// What the guided way to a subscription says, in every language.
import type { Localized } from "../../src/records/channel.ts";

export interface FlowWords {
  readonly title: string;
  readonly editing: string;
  readonly what: string;
  readonly when: string;
  readonly look: string;
  readonly where: string;
  readonly next: string;
  readonly pickWhat: string;
  readonly pickWhen: string;
  readonly pickLook: string;
  readonly pickWhere: string;
  readonly pickChannel: string;
  readonly here: string;
  readonly threads: string;
  readonly webhook: string;
  readonly elsewhere: string;
  readonly followers: string;
  readonly words: string;
  readonly time: string;
  readonly confirm: string;
  readonly change: string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly subscribed: string;
  readonly changed: string;
  /** How many articles the last seven days would have brought. */
  readonly week: (count: string) => string;
  readonly weekMore: (count: string) => string;
  readonly preview: (stories: string) => string;
  readonly emptyPreview: string;
  readonly running: string;
}

/** By the language of the channel. */
export const flowWords: Localized<FlowWords> = {
  en: {
    title: "A subscription for this channel",
    editing: "Change a subscription",
    what: "What",
    when: "When",
    look: "Look",
    where: "Where",
    next: "First digest",
    pickWhat: "What? Tags and sources; none means all news",
    pickWhen: "When?",
    pickLook: "How should it look?",
    pickWhere: "Where?",
    pickChannel: "Which channel, forum or thread?",
    here: "Here",
    threads: "Here, a thread for each digest",
    webhook: "Here, under another name and picture",
    elsewhere: "Another channel …",
    followers: "and in the channels that follow it",
    words: "Words …",
    time: "Another time …",
    confirm: "Subscribe",
    change: "Save changes",
    cancel: "Cancel",
    cancelled: "Nothing was changed.",
    subscribed: "Subscribed",
    changed: "Saved",
    week: (count) => `The last 7 days would have brought ${count} articles.`,
    weekMore: (count) => `The last 7 days would have brought more than ${count} articles.`,
    preview: (stories) => `The next digest would hold ${stories} as of now, these first:`,
    emptyPreview: "Nothing of the last 24 hours matches. The digest comes when something does.",
    running: "It comes as news comes in. The newest that it would have brought:",
  },
  "zh-TW": {
    title: "替這個頻道訂閱新聞",
    editing: "修改訂閱",
    what: "內容",
    when: "時間",
    look: "外觀",
    where: "發送到",
    next: "第一份摘要",
    pickWhat: "看什麼？選標籤或來源，不選就是全部",
    pickWhen: "什麼時候？",
    pickLook: "要什麼外觀？",
    pickWhere: "發送到哪裡？",
    pickChannel: "哪個頻道、論壇或討論串？",
    here: "這裡",
    threads: "這裡，每份摘要開一個討論串",
    webhook: "這裡，用自訂的名稱和頭像",
    elsewhere: "其他頻道…",
    followers: "追蹤它的頻道也會收到",
    words: "關鍵字…",
    time: "其他時間…",
    confirm: "訂閱",
    change: "儲存變更",
    cancel: "取消",
    cancelled: "沒有任何變更。",
    subscribed: "訂閱完成",
    changed: "已儲存",
    week: (count) => `過去 7 天會有 ${count} 則新聞。`,
    weekMore: (count) => `過去 7 天會有超過 ${count} 則新聞。`,
    preview: (stories) => `以現在來看，下一份摘要會有 ${stories} 則，最前面的是：`,
    emptyPreview: "過去 24 小時沒有符合的新聞，有了才會發送。",
    running: "有新聞就會即時發送。最近符合的有：",
  },
  "zh-CN": {
    title: "为这个频道订阅新闻",
    editing: "修改订阅",
    what: "内容",
    when: "时间",
    look: "外观",
    where: "发送到",
    next: "第一份摘要",
    pickWhat: "看什么？选标签或来源，不选就是全部",
    pickWhen: "什么时候？",
    pickLook: "要什么外观？",
    pickWhere: "发送到哪里？",
    pickChannel: "哪个频道、论坛或讨论串？",
    here: "这里",
    threads: "这里，每份摘要开一个讨论串",
    webhook: "这里，用自定的名称和头像",
    elsewhere: "其他频道…",
    followers: "关注它的频道也会收到",
    words: "关键词…",
    time: "其他时间…",
    confirm: "订阅",
    change: "保存更改",
    cancel: "取消",
    cancelled: "没有任何更改。",
    subscribed: "订阅完成",
    changed: "已保存",
    week: (count) => `过去 7 天会有 ${count} 条新闻。`,
    weekMore: (count) => `过去 7 天会有超过 ${count} 条新闻。`,
    preview: (stories) => `以现在来看，下一份摘要会有 ${stories} 条，最前面的是：`,
    emptyPreview: "过去 24 小时没有符合的新闻，有了才会发送。",
    running: "有新闻就会即时发送。最近符合的有：",
  },
  ja: {
    title: "このチャンネルの購読",
    editing: "購読の変更",
    what: "内容",
    when: "配信",
    look: "見た目",
    where: "配信先",
    next: "初回",
    pickWhat: "何を読みますか（選ばなければすべて）",
    pickWhen: "いつ届けますか",
    pickLook: "見た目を選ぶ",
    pickWhere: "どこに届けますか",
    pickChannel: "チャンネル・フォーラム・スレッドを選ぶ",
    here: "ここ",
    threads: "ここ（まとめごとにスレッドを作成）",
    webhook: "ここ（名前とアイコンを変えて）",
    elsewhere: "ほかのチャンネル…",
    followers: "フォローしているチャンネルにも届きます",
    words: "語句…",
    time: "ほかの時刻…",
    confirm: "購読する",
    change: "変更を保存",
    cancel: "やめる",
    cancelled: "何も変更していません。",
    subscribed: "購読しました",
    changed: "保存しました",
    week: (count) => `直近7日間なら ${count} 件の記事が届いていました。`,
    weekMore: (count) => `直近7日間なら ${count} 件を超える記事が届いていました。`,
    preview: (stories) => `いまの時点で次のまとめは ${stories} 件。先頭はこちら：`,
    emptyPreview: "直近24時間に該当する記事はありません。見つかりしだいお届けします。",
    running: "記事が出るたびに届きます。最近の該当記事：",
  },
  ko: {
    title: "이 채널의 구독",
    editing: "구독 바꾸기",
    what: "내용",
    when: "시간",
    look: "모양",
    where: "보낼 곳",
    next: "첫 발송",
    pickWhat: "무엇을 볼까요? 고르지 않으면 전체",
    pickWhen: "언제 받을까요?",
    pickLook: "어떤 모양으로 볼까요?",
    pickWhere: "어디로 보낼까요?",
    pickChannel: "채널, 포럼, 스레드 고르기",
    here: "여기",
    threads: "여기에 요약마다 스레드 만들기",
    webhook: "여기에 다른 이름과 그림으로",
    elsewhere: "다른 채널…",
    followers: "팔로우한 채널에도 갑니다",
    words: "단어…",
    time: "다른 시간…",
    confirm: "구독하기",
    change: "변경 저장",
    cancel: "그만두기",
    cancelled: "바뀐 것이 없습니다.",
    subscribed: "구독했습니다",
    changed: "저장했습니다",
    week: (count) => `지난 7일이었다면 기사 ${count}건이 왔을 것입니다.`,
    weekMore: (count) => `지난 7일이었다면 기사가 ${count}건 넘게 왔을 것입니다.`,
    preview: (stories) => `지금 기준으로 다음 요약에는 기사 ${stories}건이 담깁니다. 앞부분:`,
    emptyPreview: "지난 24시간에 맞는 기사가 없습니다. 생기면 보내 드립니다.",
    running: "기사가 나오는 대로 보냅니다. 최근에 맞는 기사:",
  },
  th: {
    title: "ติดตามข่าวสำหรับห้องนี้",
    editing: "แก้ไขการติดตาม",
    what: "เนื้อหา",
    when: "เวลา",
    look: "รูปแบบ",
    where: "ส่งไปที่",
    next: "สรุปข่าวแรก",
    pickWhat: "อ่านอะไร เลือกแท็กหรือแหล่งข่าว ไม่เลือกคือทุกข่าว",
    pickWhen: "ส่งเมื่อไร",
    pickLook: "อยากได้รูปแบบไหน",
    pickWhere: "ส่งไปที่ไหน",
    pickChannel: "เลือกห้อง ฟอรัม หรือเธรด",
    here: "ที่นี่",
    threads: "ที่นี่ เปิดเธรดให้แต่ละสรุปข่าว",
    webhook: "ที่นี่ ใช้ชื่อและรูปอื่น",
    elsewhere: "ห้องอื่น…",
    followers: "และห้องที่ติดตามห้องนั้นอยู่",
    words: "คำค้น…",
    time: "เวลาอื่น…",
    confirm: "ติดตาม",
    change: "บันทึกการแก้ไข",
    cancel: "ยกเลิก",
    cancelled: "ไม่มีอะไรเปลี่ยนแปลง",
    subscribed: "ติดตามแล้ว",
    changed: "บันทึกแล้ว",
    week: (count) => `7 วันที่ผ่านมาจะได้ ${count} ข่าว`,
    weekMore: (count) => `7 วันที่ผ่านมาจะได้มากกว่า ${count} ข่าว`,
    preview: (stories) => `ณ ตอนนี้ สรุปข่าวถัดไปจะมี ${stories} เรื่อง เริ่มจาก:`,
    emptyPreview: "24 ชั่วโมงที่ผ่านมาไม่มีข่าวที่ตรง จะส่งให้เมื่อมีข่าว",
    running: "ส่งทันทีที่มีข่าว ข่าวล่าสุดที่ตรงคือ:",
  },
};
