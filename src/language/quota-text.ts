// A month's quota in plain words: for the operator in English, for a chat in its language.
import type { Locale, Localized } from "../records/channel.ts";
import type { QuotaPlan, Rhythm } from "../records/quota.ts";

const number = new Intl.NumberFormat("en");
const count = (messages: number) => number.format(Math.round(messages));

/** What is used, where the month ends, who is served less often, and which plan would carry all. One line. */
export function quotaText(plan: QuotaPlan): string {
  const { reading, used, reserve, forecast, wanted, neededLimit } = plan;
  if (reading === null) return "the month's quota could not be read yet; all goes out as scheduled";
  if (reading.limit === null) return "messages are not limited on this plan";
  const kept = reserve > 0 ? ` (${count(reserve)} are kept back)` : "";
  const ends = `${count(used)} of the month's ${count(reading.limit)} messages are used or on their way${kept}; at its end it will be about ${count(forecast)}`;
  const less = rhythmsOf(plan);
  if (less === "") return `${ends}. Everything goes out as scheduled`;
  return `${ends}. As scheduled it would be ${count(wanted)}, so ${less}. A plan of ${count(neededLimit)} messages a month would carry every schedule`;
}

function rhythmsOf({ channels }: QuotaPlan): string {
  const counts = new Map<string, number>();
  for (const { rhythm } of channels) {
    const said = saidOf(rhythm);
    if (said !== null) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const chats = (chatCount: number) => (chatCount === 1 ? "1 chat" : `${chatCount} chats`);
  return [...counts].map(([said, chatCount]) => `${chats(chatCount)} ${said}`).join(", ");
}

function saidOf(rhythm: Rhythm): string | null {
  if (rhythm.kind === "scheduled") return null;
  if (rhythm.kind === "held") return "only when somebody writes there";
  if (rhythm.hours > 24) return `every ${Math.round(rhythm.hours / 24)} days`;
  if (rhythm.hours === 24) return "once a day";
  return rhythm.hours === 1 ? "once an hour" : `every ${rhythm.hours} hours`;
}

interface Words {
  readonly hours: (hours: number) => string;
  readonly daily: string;
  readonly days: (days: number) => string;
  readonly held: string;
}

const words: Localized<Words> = {
  en: {
    hours: (hours) =>
      `This month's LINE messages do not reach for every edition, so this chat gets one every ${hours === 1 ? "hour" : `${hours} hours`}.`,
    daily: "This month's LINE messages do not reach for every edition, so this chat gets one a day.",
    days: (days) =>
      `This month's LINE messages do not reach for every edition, so this chat gets one every ${days} days.`,
    held: "This month's LINE messages do not reach for this chat, so nothing comes here by itself until next month.",
  },
  "zh-TW": {
    hours: (hours) => `LINE 本月的訊息額度不夠，這裡的新聞摘要改為每 ${hours} 小時一次。`,
    daily: "LINE 本月的訊息額度不夠，這裡的新聞摘要改為每天一次。",
    days: (days) => `LINE 本月的訊息額度不夠，這裡的新聞摘要改為每 ${days} 天一次。`,
    held: "LINE 本月的訊息額度不夠送到這裡，下個月之前不會主動送來新聞摘要。",
  },
  "zh-CN": {
    hours: (hours) => `LINE 本月的消息额度不够，这里的新闻摘要改为每 ${hours} 小时一次。`,
    daily: "LINE 本月的消息额度不够，这里的新闻摘要改为每天一次。",
    days: (days) => `LINE 本月的消息额度不够，这里的新闻摘要改为每 ${days} 天一次。`,
    held: "LINE 本月的消息额度不够发到这里，下个月之前不会主动发送新闻摘要。",
  },
  ja: {
    hours: (hours) => `今月の LINE のメッセージ数が足りないため、このトークへのまとめは${hours}時間に1回になります。`,
    daily: "今月の LINE のメッセージ数が足りないため、このトークへのまとめは1日1回になります。",
    days: (days) => `今月の LINE のメッセージ数が足りないため、このトークへのまとめは${days}日に1回になります。`,
    held: "今月の LINE のメッセージ数が足りないため、このトークへは来月まで自動でお届けできません。",
  },
  ko: {
    hours: (hours) => `이번 달 LINE 메시지 한도가 부족해 이 대화방의 뉴스 요약은 ${hours}시간에 한 번 옵니다.`,
    daily: "이번 달 LINE 메시지 한도가 부족해 이 대화방의 뉴스 요약은 하루에 한 번 옵니다.",
    days: (days) => `이번 달 LINE 메시지 한도가 부족해 이 대화방의 뉴스 요약은 ${days}일에 한 번 옵니다.`,
    held: "이번 달 LINE 메시지 한도가 부족해 다음 달까지는 이 대화방에 뉴스 요약을 먼저 보내지 못합니다.",
  },
  th: {
    hours: (hours) =>
      `ข้อความ LINE ของเดือนนี้ไม่พอสำหรับทุกรอบ ห้องนี้จึงได้สรุปข่าว${hours === 1 ? "ชั่วโมงละครั้ง" : `ทุก ${hours} ชั่วโมง`}`,
    daily: "ข้อความ LINE ของเดือนนี้ไม่พอสำหรับทุกรอบ ห้องนี้จึงได้สรุปข่าววันละครั้ง",
    days: (days) => `ข้อความ LINE ของเดือนนี้ไม่พอสำหรับทุกรอบ ห้องนี้จึงได้สรุปข่าวทุก ${days} วัน`,
    held: "ข้อความ LINE ของเดือนนี้ไม่พอสำหรับห้องนี้ จะยังไม่ส่งสรุปข่าวมาเองจนถึงเดือนหน้า",
  },
};

const askingCosts: Localized = {
  en: "Nothing is lost: write to me here, and I bring what has come in, free of charge.",
  "zh-TW": "新聞不會漏掉：隨時在這裡叫我一聲，就能馬上看到累積的摘要，不佔額度。",
  "zh-CN": "新闻不会漏掉：随时在这里叫我一声，就能马上看到累积的摘要，不占额度。",
  ja: "記事は失われません。ここで話しかけてくだされば、たまったまとめをすぐにお見せします（メッセージ数は減りません）。",
  ko: "놓치는 뉴스는 없습니다. 여기서 말을 걸어 주시면 그동안 모인 요약을 바로 보여 드립니다(한도 차감 없음).",
  th: "ไม่มีข่าวใดตกหล่น ทักมาที่นี่เมื่อไรก็ดูข่าวที่รอไว้ได้ทันที โดยไม่เสียโควตา",
};

/** What the chat is told when it is served less often: two sentences. */
export function rhythmNotice(rhythm: Exclude<Rhythm, { kind: "scheduled" }>, locale: Locale): string {
  const { hours, daily, days, held } = words[locale];
  const said =
    rhythm.kind === "held"
      ? held
      : rhythm.hours === 24
        ? daily
        : rhythm.hours > 24
          ? days(Math.round(rhythm.hours / 24))
          : hours(rhythm.hours);
  return `${said}\n${askingCosts[locale]}`;
}

/** The button that brings an edition which waits. 20 characters at most. */
export const digestReadyLabel: Localized = {
  en: "Your digest is ready",
  "zh-TW": "今日摘要已準備好",
  "zh-CN": "今日摘要已准备好",
  ja: "まとめが届いています",
  ko: "요약이 준비됐어요",
  th: "สรุปข่าวพร้อมแล้ว",
};

/** What is said when the edition was taken already, or nothing is left of it. */
export const nothingWaits: Localized = {
  en: "There is nothing new at the moment: you have seen it all.",
  "zh-TW": "目前沒有新的摘要，都已經看過了。",
  "zh-CN": "目前没有新的摘要，都已经看过了。",
  ja: "いまのところ新しいまとめはありません。すべてご覧になっています。",
  ko: "지금은 새 요약이 없습니다. 모두 보셨습니다.",
  th: "ตอนนี้ไม่มีข่าวใหม่ ดูครบแล้ว",
};
