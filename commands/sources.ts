// /sources: where the news comes from, and how each source's last poll went.
import { nextPageLabel, pageOption, readPage, readPagedText } from "../src/language/page-text.ts";
import { shortTime } from "../src/language/phrases.ts";
import { reply } from "../src/language/reply.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Locale, Localized } from "../src/records/channel.ts";
import type { Reply } from "../src/records/reply.ts";
import type { SourceState } from "../src/records/source.ts";

// Fewer than the 25 fields that a Discord embed holds.
const pageSize = 20;

export const sources: Command = {
  name: "sources",
  names: { en: "sources", "zh-TW": "來源", "zh-CN": "来源", ja: "配信元", ko: "출처" },
  aliases: ["新聞來源", "新闻来源", "來源清單", "来源列表", "ソース", "매체"],
  description: {
    en: "Where the news comes from, and whether each source can be read",
    "zh-TW": "列出新聞來源與讀取狀況",
    "zh-CN": "列出新闻来源与读取状况",
    ja: "配信元と取得状況の一覧を表示します",
    ko: "뉴스 출처와 수집 상태를 보여 줍니다",
  },
  example: { en: "/sources", "zh-TW": "/來源", "zh-CN": "/来源", ja: "/配信元", ko: "/출처" },
  options: [pageOption],
  access: "everyone",
  readText: (rest) => readPagedText(rest, "page"),
  run: runSources,
};

interface Words {
  readonly title: (count: number) => string;
  readonly none: string;
  readonly waiting: string;
  readonly polled: (time: string) => string;
  readonly failing: (failures: number, retryTime: string) => string;
}

const wordsOf: Localized<Words> = {
  en: {
    title: (count) => `Sources (${count})`,
    none: "No sources to show here. The operator adds them in config/sources.yaml.",
    waiting: "not read yet",
    polled: (time) => `last read ${time}`,
    failing: (failures, retryTime) =>
      `⚠ can't be read (${failures === 1 ? "1 failure" : `${failures} failures in a row`}) · next try ${retryTime}`,
  },
  "zh-TW": {
    title: (count) => `新聞來源（${count}）`,
    none: "這裡沒有來源可以顯示。管理者可在 config/sources.yaml 新增。",
    waiting: "尚未讀取",
    polled: (time) => `上次讀取 ${time}`,
    failing: (failures, retryTime) => `⚠ 連續 ${failures} 次讀取失敗 · ${retryTime} 再試`,
  },
  "zh-CN": {
    title: (count) => `新闻来源（${count}）`,
    none: "这里没有来源可以显示。管理员可在 config/sources.yaml 添加。",
    waiting: "尚未读取",
    polled: (time) => `上次读取 ${time}`,
    failing: (failures, retryTime) => `⚠ 连续 ${failures} 次读取失败 · ${retryTime} 再试`,
  },
  ja: {
    title: (count) => `配信元（${count}）`,
    none: "表示できる配信元がありません。運営者が config/sources.yaml に追加できます。",
    waiting: "まだ取得していません",
    polled: (time) => `最終取得 ${time}`,
    failing: (failures, retryTime) => `⚠ ${failures} 回続けて取得に失敗 · 次回 ${retryTime}`,
  },
  ko: {
    title: (count) => `뉴스 출처 (${count})`,
    none: "보여 줄 출처가 없습니다. 운영자가 config/sources.yaml에 추가할 수 있습니다.",
    waiting: "아직 수집 전",
    polled: (time) => `마지막 수집 ${time}`,
    failing: (failures, retryTime) => `⚠ 연속 ${failures}회 수집 실패 · ${retryTime}에 다시 시도`,
  },
};

async function runSources({ args, channel }: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const page = readPage(args.page);
  const states = new Map((await desk.store.sourceStates()).map((state) => [state.sourceId, state]));
  const shown = desk.sources.slice((page - 1) * pageSize, page * pageSize);
  const next = `/${sources.names[locale]} page:${page + 1}`;
  return reply({
    title: wordsOf[locale].title(desk.sources.length),
    text: shown.length === 0 ? wordsOf[locale].none : "",
    fields: shown.map(({ id, name }) => ({
      // A publisher may have many feeds: the id tells them apart, and is what `source:` takes.
      name: `${name} · ${id}`,
      value: describeState(states.get(id), desk.timeZone, locale),
    })),
    choices: page * pageSize < desk.sources.length ? [{ label: nextPageLabel[locale], text: next }] : [],
    isPrivate: true,
  });
}

// What went wrong is for the operator (`lede doctor` and the log): it may name addresses inside their network.
function describeState(state: SourceState | undefined, timeZone: string, locale: Locale): string {
  const words = wordsOf[locale];
  if (!state?.polledAt) return words.waiting;
  if (state.failures > 0) return words.failing(state.failures, shortTime(state.dueAt, timeZone, locale));
  return words.polled(shortTime(state.polledAt, timeZone, locale));
}
