// The orders of /sources: what each does, and what it takes.
import { pageOption } from "../../src/language/page-text.ts";
import { type Order, orderNames } from "../../src/language/source-orders.ts";
import type { CommandOption, Subcommand } from "../../src/ports/command.ts";
import type { Localized } from "../../src/records/channel.ts";
import { addressOption, confirmOption, sourceOption } from "./options.ts";

const needed = (option: CommandOption): CommandOption => ({ ...option, isRequired: true });

const takes: Readonly<Record<Order, readonly CommandOption[]>> = {
  list: [pageOption],
  add: [needed(addressOption), confirmOption],
  test: [sourceOption, addressOption],
  pause: [needed(sourceOption)],
  resume: [needed(sourceOption)],
  remove: [needed(sourceOption)],
};

const descriptions: Readonly<Record<Order, Localized>> = {
  list: {
    en: "All sources, and how each was read last",
    "zh-TW": "列出所有來源與最近一次讀取狀況",
    "zh-CN": "列出所有来源与最近一次读取状况",
    ja: "すべての配信元と、直近の取得状況を表示します",
    ko: "모든 출처와 최근 수집 상태를 보여 줍니다",
    th: "แหล่งข่าวทั้งหมด และผลการอ่านครั้งล่าสุด",
  },
  add: {
    en: "Add a feed, a site, or a page that lists news",
    "zh-TW": "新增 RSS、網站或新聞列表",
    "zh-CN": "添加 RSS、网站或新闻列表",
    ja: "RSS、サイト、記事一覧のページを追加します",
    ko: "피드, 사이트 또는 기사 목록을 추가합니다",
    th: "เพิ่มฟีด เว็บไซต์ หรือหน้ารวมข่าว",
  },
  test: {
    en: "Read a source now, or see what could be added from an address",
    "zh-TW": "立刻讀讀看某個來源，或看看某個網址有什麼可以新增",
    "zh-CN": "立刻读取某个来源试试，或看看某个网址有什么可以添加",
    ja: "配信元を今すぐ読み込むか、アドレスから追加できるものを調べます",
    ko: "출처를 지금 읽어 보거나 주소에서 추가할 수 있는 것을 알아봅니다",
    th: "ลองอ่านแหล่งข่าวเดี๋ยวนี้ หรือดูว่าเพิ่มอะไรจากที่อยู่นี้ได้บ้าง",
  },
  pause: {
    en: "Read a source no more until it is resumed",
    "zh-TW": "暫停讀取某個來源，直到恢復為止",
    "zh-CN": "暂停读取某个来源，直到恢复为止",
    ja: "再開するまで、配信元の取得を止めます",
    ko: "다시 시작할 때까지 출처를 읽지 않습니다",
    th: "หยุดอ่านแหล่งข่าวจนกว่าจะสั่งให้อ่านต่อ",
  },
  resume: {
    en: "Read a paused source again, at once",
    "zh-TW": "恢復讀取暫停的來源，立刻生效",
    "zh-CN": "恢复读取暂停的来源，立即生效",
    ja: "一時停止中の配信元の取得をすぐに再開します",
    ko: "일시중지한 출처를 바로 다시 읽습니다",
    th: "กลับมาอ่านแหล่งข่าวที่หยุดไว้ทันที",
  },
  remove: {
    en: "Remove a source that was added; its articles stay",
    "zh-TW": "移除後來新增的來源，已存檔的報導會保留",
    "zh-CN": "移除后来添加的来源，已存档的报道会保留",
    ja: "追加した配信元を削除します（保存済みの記事は残ります）",
    ko: "추가한 출처를 삭제합니다 (보관된 기사는 남습니다)",
    th: "ลบแหล่งข่าวที่เพิ่มไว้ ข่าวเดิมยังอยู่",
  },
};

const inOrder: readonly Order[] = ["list", "add", "test", "pause", "resume", "remove"];

/** In the order in which they are offered. */
export const orders: readonly Subcommand[] = inOrder.map((name) => ({
  name,
  names: orderNames[name],
  description: descriptions[name],
  options: takes[name],
}));
