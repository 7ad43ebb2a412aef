// What the orders of /sources take.
import { pageOption } from "../../src/language/page-text.ts";
import type { CommandDesk, CommandOption, SuggestRequest } from "../../src/ports/command.ts";
import type { Source } from "../../src/records/source.ts";
import { suggestSource } from "../suggest/query.ts";
import { changeWords } from "./words.ts";

/** Those that the order can be given about. */
async function sourcesFor(order: string | undefined, { store, sources }: CommandDesk): Promise<readonly Source[]> {
  if (order === "remove") {
    const added = new Set((await store.addedSources()).map(({ id }) => id));
    return sources.filter(({ id }) => added.has(id));
  }
  if (order !== "pause" && order !== "resume") return sources;
  const paused = await store.pausedSources();
  return sources.filter(({ id }) => paused.has(id) === (order === "resume"));
}

const suggestFitting = async (request: SuggestRequest, desk: CommandDesk) =>
  suggestSource(request, { ...desk, sources: await sourcesFor(request.args.action, desk) });

/** The order itself, where it is not a subcommand. */
const actionOption: CommandOption = {
  name: "action",
  names: { en: "action", "zh-TW": "動作", "zh-CN": "操作", ja: "操作", ko: "동작", th: "การทำงาน" },
  description: {
    en: "list, add, test, pause, resume or remove",
    "zh-TW": "清單、新增、測試、暫停、恢復、移除",
    "zh-CN": "列表、添加、测试、暂停、恢复、移除",
    ja: "一覧、追加、テスト、一時停止、再開、削除のいずれか",
    ko: "목록, 추가, 테스트, 일시중지, 재개, 삭제 중 하나",
    th: "รายการ เพิ่ม ทดสอบ หยุดชั่วคราว อ่านต่อ หรือลบ",
  },
  isRequired: false,
};

export const addressOption: CommandOption = {
  name: "address",
  names: { en: "address", "zh-TW": "網址", "zh-CN": "网址", ja: "アドレス", ko: "주소", th: "ที่อยู่เว็บ" },
  description: {
    en: "The address of a feed, a site, a news sitemap or a page that lists news",
    "zh-TW": "RSS、網站、新聞 sitemap 或新聞列表的網址",
    "zh-CN": "RSS、网站、新闻 sitemap 或新闻列表的网址",
    ja: "RSS、サイト、ニュースサイトマップ、または記事一覧のアドレス",
    ko: "피드, 사이트, 뉴스 사이트맵 또는 기사 목록의 주소",
    th: "ที่อยู่ของฟีด เว็บไซต์ แผนผังข่าว (sitemap) หรือหน้ารวมข่าว",
  },
  isRequired: false,
};

export const sourceOption: CommandOption = {
  name: "source",
  names: { en: "source", "zh-TW": "來源", "zh-CN": "来源", ja: "配信元", ko: "출처", th: "แหล่งข่าว" },
  description: {
    en: "Its name, or its id in the list",
    "zh-TW": "來源名稱，或清單上的代號",
    "zh-CN": "来源名称，或列表上的代号",
    ja: "配信元の名前、または一覧にある ID",
    ko: "출처의 이름 또는 목록에 있는 ID",
    th: "ชื่อแหล่งข่าว หรือรหัสในรายการ",
  },
  isRequired: false,
  suggest: suggestFitting,
};

export const confirmOption: CommandOption = {
  name: "confirm",
  names: { en: "confirm", "zh-TW": "確認", "zh-CN": "确认", ja: "確認", ko: "확인", th: "ยืนยัน" },
  description: {
    en: "yes, when the headlines shown before are the right ones",
    "zh-TW": "先前顯示的標題沒錯時，寫 yes",
    "zh-CN": "先前显示的标题没错时，写 yes",
    ja: "先に表示された見出しでよければ yes",
    ko: "앞서 보여 준 제목이 맞으면 yes",
    th: "“ใช่” เมื่อพาดหัวที่แสดงก่อนหน้านี้ถูกต้อง",
  },
  isRequired: false,
  suggest: async ({ channel }) => [{ label: changeWords[channel.locale].confirm, value: "yes" }],
};

/** All of them, for a platform that has no subcommands. */
export const flatOptions: readonly CommandOption[] = [
  actionOption,
  addressOption,
  sourceOption,
  confirmOption,
  pageOption,
];
