// /sources: where the news comes from, and how it is read; for managers: what it comes from.
import { commandNames } from "../src/language/source-orders.ts";
import { nothingNamed, readSourcesText } from "../src/language/source-text.ts";
import type { Access, Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Arguments } from "../src/records/question.ts";
import type { Reply } from "../src/records/reply.ts";
import { addFrom, removeNamed } from "./sources/change.ts";
import { listSources } from "./sources/list.ts";
import { flatOptions } from "./sources/options.ts";
import { orders } from "./sources/orders.ts";
import { pauseNamed, resumeNamed } from "./sources/pause.ts";
import { refuseOthers } from "./sources/permission.ts";
import { testAddress, testNamed } from "./sources/testing.ts";

export const sources: Command = {
  name: "sources",
  names: commandNames,
  aliases: ["新聞來源", "新闻来源", "來源清單", "来源列表", "ソース", "매체"],
  description: {
    en: "Where the news comes from, and whether each source can be read",
    "zh-TW": "列出新聞來源與讀取狀況",
    "zh-CN": "列出新闻来源与读取状况",
    ja: "配信元と取得状況の一覧を表示します",
    ko: "뉴스 출처와 수집 상태를 보여 줍니다",
    th: "ดูว่าข่าวมาจากไหน และอ่านแต่ละแหล่งได้หรือไม่",
  },
  example: {
    en: "/sources add https://news.example",
    "zh-TW": "/來源 新增 https://news.example",
    "zh-CN": "/来源 添加 https://news.example",
    ja: "/配信元 追加 https://news.example",
    ko: "/출처 추가 https://news.example",
    th: "/แหล่งข่าว เพิ่ม https://news.example",
  },
  options: flatOptions,
  subcommands: { argument: "action", list: orders },
  access: "everyone",
  accessFor,
  isMeantBy: ({ args }) => args.action !== undefined,
  readText: readSourcesText,
  run: runSources,
};

/**
 * Anybody may see how a source of the desk is doing. An address is another thing: whoever names one sends the desk to any site, for
 * up to a minute, so that is for those who could add it.
 */
function accessFor({ action, address }: Arguments): Access {
  const isOpen = action === undefined || action === "list" || (action === "test" && address === undefined);
  return isOpen ? "everyone" : "managers";
}

async function runSources(request: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { action, address, source } = request.args;
  if (accessFor(request.args) === "managers") refuseOthers(request, desk);
  if (action === "test" && address !== undefined) return testAddress(address, request, desk);
  if (action === "add") return addFrom(address ?? missing(action), request, desk);
  if (action === "test") return testNamed(source ?? missing(action), request, desk);
  if (action === "pause") return pauseNamed(source ?? missing(action), request, desk);
  if (action === "resume") return resumeNamed(source ?? missing(action), request, desk);
  if (action === "remove") return removeNamed(source ?? missing(action), request.channel.locale, desk);
  return listSources(request, desk);
}

function missing(action: Parameters<typeof nothingNamed>[0]): never {
  throw nothingNamed(action);
}
