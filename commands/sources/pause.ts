// /sources pause and /sources resume: a manager has a source left alone for a while.
import { shownName } from "../../src/language/asker-name.ts";
import { pauseText } from "../../src/language/pause-text.ts";
import { shortTime } from "../../src/language/phrases.ts";
import { reply } from "../../src/language/reply.ts";
import { findSource } from "../../src/language/source-name.ts";
import { orderNames, typedOrder } from "../../src/language/source-orders.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { Localized } from "../../src/records/channel.ts";
import type { Reply } from "../../src/records/reply.ts";

/** Pauses a source, by its id or name, added or not; one that is paused stays as it was. Throws UserError for an unknown one. */
export async function pauseNamed(
  typed: string,
  { channel: { locale }, asker, now }: CommandRequest,
  { store, sources, timeZone }: CommandDesk,
): Promise<Reply> {
  const { id, name } = findSource(sources, typed);
  const words = wordsOf[locale];
  const isChanged = await store.pauseSource(id, { at: now, by: shownName(asker) });
  const pause = (await store.pausedSources()).get(id);
  const standing = pause && !isChanged ? pauseText(pause, shortTime(pause.at, timeZone, locale), locale) : "";
  return reply({
    title: isChanged ? words.paused(name) : words.wasPaused(name),
    text: [standing, words.untilResumed].filter(Boolean).join("\n"),
    choices: [{ label: orderNames.resume[locale], text: typedOrder("resume", id, locale) }],
    isPrivate: !isChanged,
  });
}

/** Resumes a source, by its id or name; it is read in the next round. Throws UserError for an unknown one. */
export async function resumeNamed(
  typed: string,
  { channel: { locale }, now }: CommandRequest,
  { store, sources }: CommandDesk,
): Promise<Reply> {
  const { id, name } = findSource(sources, typed);
  const words = wordsOf[locale];
  const isChanged = await store.resumeSource(id, now);
  return reply({
    title: isChanged ? words.resumed(name) : words.wasNotPaused(name),
    text: isChanged ? words.readSoon : words.readAsEver,
    choices: [{ label: orderNames.test[locale], text: typedOrder("test", id, locale) }],
    isPrivate: !isChanged,
  });
}

interface PauseWords {
  readonly paused: (name: string) => string;
  readonly wasPaused: (name: string) => string;
  readonly untilResumed: string;
  readonly resumed: (name: string) => string;
  readonly wasNotPaused: (name: string) => string;
  readonly readSoon: string;
  readonly readAsEver: string;
}

const wordsOf: Localized<PauseWords> = {
  en: {
    paused: (name) => `Paused: ${name}`,
    wasPaused: (name) => `${name} is paused already`,
    untilResumed: "Nothing new comes from it until it is resumed. Its articles stay in the archive.",
    resumed: (name) => `Resumed: ${name}`,
    wasNotPaused: (name) => `${name} is not paused`,
    readSoon: "It is read within a minute or two.",
    readAsEver: "It is read as ever.",
  },
  "zh-TW": {
    paused: (name) => `已暫停來源：${name}`,
    wasPaused: (name) => `${name} 已經是暫停狀態`,
    untilResumed: "恢復之前不會再收到它的新聞，已存檔的報導會保留。",
    resumed: (name) => `已恢復來源：${name}`,
    wasNotPaused: (name) => `${name} 沒有暫停`,
    readSoon: "一兩分鐘內就會讀取。",
    readAsEver: "一直都有照常讀取。",
  },
  "zh-CN": {
    paused: (name) => `已暂停来源：${name}`,
    wasPaused: (name) => `${name} 已经处于暂停状态`,
    untilResumed: "恢复之前不会再收到它的新闻，已存档的报道会保留。",
    resumed: (name) => `已恢复来源：${name}`,
    wasNotPaused: (name) => `${name} 没有暂停`,
    readSoon: "一两分钟内就会读取。",
    readAsEver: "一直在照常读取。",
  },
  ja: {
    paused: (name) => `配信元を一時停止しました：${name}`,
    wasPaused: (name) => `${name} はすでに一時停止中です`,
    untilResumed: "再開するまで新しい記事は届きません。保存済みの記事は残ります。",
    resumed: (name) => `配信元を再開しました：${name}`,
    wasNotPaused: (name) => `${name} は一時停止していません`,
    readSoon: "1〜2 分以内に読み込みます。",
    readAsEver: "これまでどおり読み込んでいます。",
  },
  ko: {
    paused: (name) => `출처를 일시중지했습니다: ${name}`,
    wasPaused: (name) => `${name}은(는) 이미 일시중지된 상태입니다`,
    untilResumed: "다시 시작할 때까지 새 기사가 오지 않습니다. 보관된 기사는 그대로 남습니다.",
    resumed: (name) => `출처를 다시 시작했습니다: ${name}`,
    wasNotPaused: (name) => `${name}은(는) 일시중지되어 있지 않습니다`,
    readSoon: "1~2분 안에 읽습니다.",
    readAsEver: "평소대로 읽고 있습니다.",
  },
  th: {
    paused: (name) => `หยุดชั่วคราวแล้ว: ${name}`,
    wasPaused: (name) => `${name} หยุดชั่วคราวอยู่แล้ว`,
    untilResumed: "จะไม่มีข่าวใหม่จากแหล่งนี้จนกว่าจะสั่งให้อ่านต่อ ข่าวเดิมยังอยู่ในคลังข่าว",
    resumed: (name) => `อ่านต่อแล้ว: ${name}`,
    wasNotPaused: (name) => `${name} ไม่ได้หยุดอยู่`,
    readSoon: "จะเริ่มอ่านภายในหนึ่งถึงสองนาที",
    readAsEver: "ยังอ่านตามปกติ",
  },
};
