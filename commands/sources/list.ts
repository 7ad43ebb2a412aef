// /sources list: where the news comes from, and how each source's last poll went.
import { pageChoices, readPage } from "../../src/language/page-text.ts";
import { pauseText } from "../../src/language/pause-text.ts";
import { shortTime } from "../../src/language/phrases.ts";
import { reply } from "../../src/language/reply.ts";
import { commandNames } from "../../src/language/source-orders.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { Locale, Localized } from "../../src/records/channel.ts";
import type { Reply } from "../../src/records/reply.ts";
import type { Pause, Source, SourceState } from "../../src/records/source.ts";

// Fewer than the 25 fields that a Discord embed holds.
const pageSize = 20;

interface Words {
  readonly title: (count: number) => string;
  readonly none: string;
  readonly waiting: string;
  readonly polled: (time: string) => string;
  readonly failing: (failures: number, retryTime: string) => string;
  readonly changed: string;
  readonly ended: string;
}

const wordsOf: Localized<Words> = {
  en: {
    title: (count) => `Sources (${count})`,
    none: "No sources to show here. Add one: /sources add https://news.example",
    waiting: "not read yet",
    polled: (time) => `last read ${time}`,
    failing: (failures, retryTime) =>
      `⚠ can't be read (${failures === 1 ? "1 failure" : `${failures} failures in a row`}) · next try ${retryTime}`,
    changed:
      "⚠ has changed: no news can be found there any more. Add its address again, or have the operator look at the log.",
    ended: "⚠ has ended: the site says it is gone for good. Remove it, or add its new address.",
  },
  "zh-TW": {
    title: (count) => `新聞來源（${count}）`,
    none: "這裡沒有來源可以顯示。新增一個：/來源 新增 https://news.example",
    waiting: "尚未讀取",
    polled: (time) => `上次讀取 ${time}`,
    failing: (failures, retryTime) => `⚠ 連續 ${failures} 次讀取失敗 · ${retryTime} 再試`,
    changed: "⚠ 網站改版，找不到新聞了。請重新新增它的網址，或請管理者查看紀錄。",
    ended: "⚠ 已停止提供：網站表示這個來源永久移除了。請移除它，或新增新的網址。",
  },
  "zh-CN": {
    title: (count) => `新闻来源（${count}）`,
    none: "这里没有来源可以显示。添加一个：/来源 添加 https://news.example",
    waiting: "尚未读取",
    polled: (time) => `上次读取 ${time}`,
    failing: (failures, retryTime) => `⚠ 连续 ${failures} 次读取失败 · ${retryTime} 再试`,
    changed: "⚠ 网站改版，找不到新闻了。请重新添加它的网址，或请管理员查看日志。",
    ended: "⚠ 已停止提供：网站表示这个来源已永久删除。请移除它，或添加新的网址。",
  },
  ja: {
    title: (count) => `配信元（${count}）`,
    none: "表示できる配信元がありません。追加するには：/配信元 追加 https://news.example",
    waiting: "まだ取得していません",
    polled: (time) => `最終取得 ${time}`,
    failing: (failures, retryTime) => `⚠ ${failures} 回続けて取得に失敗 · 次回 ${retryTime}`,
    changed:
      "⚠ ページの作りが変わり、記事が見つかりません。アドレスを追加し直すか、運営者に記録の確認を頼んでください。",
    ended: "⚠ 配信終了：サイト側で完全に削除されています。この配信元を削除するか、新しいアドレスを追加してください。",
  },
  ko: {
    title: (count) => `뉴스 출처 (${count})`,
    none: "보여 줄 출처가 없습니다. 추가하려면: /출처 추가 https://news.example",
    waiting: "아직 수집 전",
    polled: (time) => `마지막 수집 ${time}`,
    failing: (failures, retryTime) => `⚠ 연속 ${failures}회 수집 실패 · ${retryTime}에 다시 시도`,
    changed: "⚠ 페이지가 바뀌어 기사를 찾을 수 없습니다. 주소를 다시 추가하거나 운영자에게 기록 확인을 부탁해 주세요.",
    ended: "⚠ 제공 종료: 사이트에서 완전히 삭제되었습니다. 이 출처를 삭제하거나 새 주소를 추가해 주세요.",
  },
  th: {
    title: (count) => `แหล่งข่าว (${count})`,
    none: "ไม่มีแหล่งข่าวให้แสดง เพิ่มได้ด้วย /แหล่งข่าว เพิ่ม https://news.example",
    waiting: "ยังไม่ได้อ่าน",
    polled: (time) => `อ่านล่าสุด ${time}`,
    failing: (failures, retryTime) => `⚠ อ่านไม่ได้ติดต่อกัน ${failures} ครั้ง · ลองใหม่ ${retryTime}`,
    changed: "⚠ หน้าเว็บเปลี่ยนไปจนหาข่าวไม่พบ ลองเพิ่มที่อยู่อีกครั้ง หรือให้ผู้ดูแลระบบดูบันทึก",
    ended: "⚠ ปิดไปแล้ว: เว็บไซต์แจ้งว่าลบแหล่งนี้ถาวร ลบแหล่งนี้ออก หรือเพิ่มที่อยู่ใหม่",
  },
};

/** A page of the list, with how each source stands. */
export async function listSources({ args, channel }: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const page = readPage(args.page);
  const states = new Map((await desk.store.sourceStates()).map((state) => [state.sourceId, state]));
  const paused = await desk.store.pausedSources();
  const shown = desk.sources.slice((page - 1) * pageSize, page * pageSize);
  const hasNext = page * pageSize < desk.sources.length;
  return reply({
    title: wordsOf[locale].title(desk.sources.length),
    text: shown.length === 0 ? wordsOf[locale].none : "",
    fields: shown.map(({ id, name, kind }) => ({
      // A publisher may have many feeds: the id tells them apart, and is what `source:` takes.
      name: `${name} · ${id}`,
      value: describePause(paused.get(id), desk, locale) ?? describeState(kind, states.get(id), desk.timeZone, locale),
    })),
    choices: pageChoices(`/${commandNames[locale]}`, { page, hasNext }, locale),
    isPrivate: true,
  });
}

function describePause(pause: Pause | undefined, { timeZone }: CommandDesk, locale: Locale): string | null {
  return pause === undefined ? null : `⏸ ${pauseText(pause, shortTime(pause.at, timeZone, locale), locale)}`;
}

// What went wrong is for the operator (`lede doctor` and the log): it may name addresses inside their network.
function describeState(kind: Source["kind"], state: SourceState | undefined, timeZone: string, locale: Locale): string {
  const words = wordsOf[locale];
  if (!state?.polledAt) return words.waiting;
  if (state.endedAt !== null) return words.ended;
  const isList = kind === "page" || kind === "sitemap";
  if (state.failures > 0 && isList && state.problemCode === "parse") return words.changed;
  if (state.failures > 0) return words.failing(state.failures, shortTime(state.dueAt, timeZone, locale));
  return words.polled(shortTime(state.polledAt, timeZone, locale));
}
