// /search: the archive, asked in the language of language/query.ts.
import { behindLastPage, pageChoices, pageOption, readPage, readPagedText } from "../src/language/page-text.ts";
import { plainWords } from "../src/language/plain-words.ts";
import { parseQuery, wantedTexts } from "../src/language/query.ts";
import { reply } from "../src/language/reply.ts";
import { shownText } from "../src/language/shown-text.ts";
import { refuseUnknownSources } from "../src/language/source-name.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Locale, Localized } from "../src/records/channel.ts";
import type { Hit, Query } from "../src/records/query.ts";
import type { Choice, Reply } from "../src/records/reply.ts";
import type { Card } from "../src/records/story.ts";
import { suggestQuery } from "./suggest/query.ts";

const pageSize = 5;

export const search: Command = {
  name: "search",
  names: { en: "search", "zh-TW": "搜尋", "zh-CN": "搜索", ja: "検索", ko: "검색", th: "ค้นหา" },
  aliases: ["find", "查詢", "查询", "查", "找", "探す", "さがす", "찾기"],
  description: {
    en: "Search the archive of all articles",
    "zh-TW": "搜尋所有收錄的新聞",
    "zh-CN": "搜索所有收录的新闻",
    ja: "保存した記事を検索します",
    ko: "보관된 모든 기사를 검색합니다",
    th: "ค้นหาข่าวทั้งหมดในคลังข่าว",
  },
  example: {
    en: '/search "climate summit" -sport source:guardian after:2023-10-01',
    "zh-TW": "/搜尋 高雄 「智慧城市」 -棒球 tag:政治 after:2023-10-01",
    "zh-CN": "/搜索 高雄 “智慧城市” -棒球 tag:政治 after:2023-10-01",
    ja: "/検索 地震 「津波警報」 -野球 tag:災害 after:2023-10-01",
    ko: '/검색 지진 "쓰나미 경보" -야구 tag:재난 after:2023-10-01',
    th: '/ค้นหา แผ่นดินไหว "เตือนภัยสึนามิ" -ฟุตบอล แท็ก:ภัยพิบัติ หลัง:2023-10-01',
  },
  options: [
    {
      name: "query",
      names: { en: "query", "zh-TW": "關鍵字", "zh-CN": "关键词", ja: "キーワード", ko: "검색어", th: "คำค้น" },
      description: {
        en: 'Words, "phrases", -not, OR, source:, tag:, lang:, after:, before:, last:',
        "zh-TW": "關鍵字、「完整詞句」、-排除、A OR B、來源:、標籤:、語言:、之後:、之前:、最近:7天",
        "zh-CN": "关键词、“完整词句”、-排除、A OR B、来源:、标签:、语言:、之后:、之前:、最近:7天",
        ja: "語句、「完全一致」、-除外、A OR B、配信元:、タグ:、言語:、after:日付、before:日付、直近:7日",
        ko: '단어, "정확한 문구", -제외, A OR B, 출처:, 태그:, 언어:, after:날짜, before:날짜, 최근:7일',
        th: 'คำ "วลีตรงตัว" -ไม่เอา A OR B แหล่ง: แท็ก: ภาษา: หลัง:วันที่ ก่อน:วันที่ ในรอบ:7วัน',
      },
      isRequired: true,
      suggest: suggestQuery,
    },
    pageOption,
  ],
  access: "everyone",
  menu: {
    names: {
      en: "Search this",
      "zh-TW": "搜尋這段文字",
      "zh-CN": "搜索这段文字",
      ja: "この内容を検索",
      ko: "이 내용 검색",
      th: "ค้นหาข้อความนี้",
    },
    readMessage: (text) => ({ query: plainWords(text) }),
  },
  isMeantBy: ({ isApart }) => isApart,
  readText: (rest) => readPagedText(rest, "query"),
  run: runSearch,
};

interface Words {
  readonly title: (typed: string) => string;
  readonly found: (total: string) => string;
  /** More than so many were found. */
  readonly foundMore: (total: string) => string;
  readonly page: (page: number, pages: number) => string;
  readonly near: string;
  readonly nothing: string;
}

const wordsOf: Localized<Words> = {
  en: {
    title: (typed) => `Search: ${typed}`,
    found: (total) => `${total} found`,
    foundMore: (total) => `More than ${total} found`,
    page: (page, pages) => `page ${page} of ${pages}`,
    near: "Nothing matches all of it. These come close.",
    nothing: "Nothing found. Try fewer or broader words, or leave out a filter.",
  },
  "zh-TW": {
    title: (typed) => `搜尋：${typed}`,
    found: (total) => `共 ${total} 則`,
    foundMore: (total) => `超過 ${total} 則`,
    page: (page, pages) => `第 ${page} 頁，共 ${pages} 頁`,
    near: "沒有完全符合的新聞，以下是相近的。",
    nothing: "找不到符合的新聞。可以減少關鍵字、換個更廣的詞，或拿掉篩選條件再試一次。",
  },
  "zh-CN": {
    title: (typed) => `搜索：${typed}`,
    found: (total) => `共 ${total} 条`,
    foundMore: (total) => `超过 ${total} 条`,
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    near: "没有完全符合的新闻，以下是相近的。",
    nothing: "没有找到符合的新闻。可以减少关键词、换个更宽泛的词，或去掉筛选条件再试。",
  },
  ja: {
    title: (typed) => `検索：${typed}`,
    found: (total) => `${total} 件`,
    foundMore: (total) => `${total} 件超`,
    page: (page, pages) => `${page}／${pages} ページ`,
    near: "すべてに一致する記事はありません。近い記事を表示します。",
    nothing: "該当する記事はありません。語句を減らすか、より広い言葉にするか、絞り込みを外してお試しください。",
  },
  ko: {
    title: (typed) => `검색: ${typed}`,
    found: (total) => `${total}건`,
    foundMore: (total) => `${total}건 이상`,
    page: (page, pages) => `${pages}쪽 중 ${page}쪽`,
    near: "모두 일치하는 기사는 없습니다. 비슷한 기사를 보여 드립니다.",
    nothing: "일치하는 기사가 없습니다. 단어를 줄이거나 더 넓은 말로 바꾸거나 조건을 빼고 다시 찾아보세요.",
  },
  th: {
    title: (typed) => `ค้นหา: ${typed}`,
    found: (total) => `พบ ${total} ข่าว`,
    foundMore: (total) => `พบมากกว่า ${total} ข่าว`,
    page: (page, pages) => `หน้า ${page} จาก ${pages}`,
    near: "ไม่มีข่าวที่ตรงทุกคำ ต่อไปนี้คือข่าวที่ใกล้เคียง",
    nothing: "ไม่พบข่าว ลองใช้คำให้น้อยลงหรือกว้างขึ้น หรือตัดเงื่อนไขบางข้อออก",
  },
};

async function runSearch({ args, channel, now }: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const typed = args.query ?? "";
  const page = readPage(args.page);
  const query = parseQuery(typed, { now, timeZone: desk.timeZone });
  const { total, isCounted, hits } = await desk.store.search(query, pageSize, (page - 1) * pageSize);
  // Articles outlive their sources, so that only what found nothing can have asked for an unknown one.
  if (hits.length === 0) refuseUnknownSources(query, desk.sources);
  if (hits.length === 0) return nothingFound(typed, query, page, locale);
  const pages = Math.ceil(total / pageSize);
  const words = wordsOf[locale];
  const wanted = wantedTexts(query);
  const count = (isCounted ? words.found : words.foundMore)(new Intl.NumberFormat(locale).format(total));
  return reply({
    title: words.title(typed),
    text: total === 0 ? words.near : `${count} · ${words.page(page, pages)}`,
    cards: hits.map((hit) => cardOf(hit, wanted)),
    wanted,
    choices: pageChoices(`/${search.names[locale]} ${typed}`, { page, hasNext: page < pages }, locale),
  });
}

function nothingFound(typed: string, query: Query, page: number, locale: Locale): Reply {
  const words = wordsOf[locale];
  const isPastEnd = page > 1;
  const broader = wantedTexts(query)
    .filter((word) => word !== typed)
    .slice(0, 3);
  return reply({
    title: words.title(typed),
    text: isPastEnd ? behindLastPage[locale] : words.nothing,
    choices: (isPastEnd ? [typed] : broader).map((word) => searchChoice(word.slice(0, 20), word, locale)),
  });
}

const searchChoice = (label: string, typed: string, locale: Locale): Choice => ({
  label,
  text: `/${search.names[locale]} ${typed}`,
});

function cardOf(hit: Hit, wanted: readonly string[]): Card {
  const { id: articleId, snippet: _, ...article } = hit;
  return { ...article, articleId, lede: shownText(hit, wanted), alsoIn: [] };
}
