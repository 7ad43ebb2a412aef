// What a search that can't be read is answered: the place, and how to write it.
import type { Localized } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";

/** A stretch of a query as typed (UTF-16 offsets, end exclusive). */
export interface Place {
  readonly query: string;
  readonly start: number;
  readonly end: number;
}

type QueryFault =
  | "query-bad-date"
  | "query-empty"
  | "query-empty-span"
  | "query-negated-filter"
  | "query-no-value"
  | "query-open-quote"
  | "query-too-long";

/** Says what is wrong, with the query up to the place and the place marked ▸…◂. */
export function queryError(fault: QueryFault, place: Place): UserError {
  const [texts, shown] = [faults[fault], marked(place)];
  return new UserError(fault, {
    en: `${texts.en}\n${shown}`,
    "zh-TW": `${texts["zh-TW"]}\n${shown}`,
    "zh-CN": `${texts["zh-CN"]}\n${shown}`,
    ja: `${texts.ja}\n${shown}`,
    ko: `${texts.ko}\n${shown}`,
  });
}

const shownBefore = 20;
const shownInside = 40;

function marked({ query, start, end }: Place): string {
  const from = Math.max(0, start - shownBefore);
  const until = Math.min(end, start + shownInside);
  const before = `${from > 0 ? "…" : ""}${query.slice(from, start)}`;
  return `${before}▸${query.slice(start, until)}${until < end ? "…" : ""}◂`.toWellFormed();
}

const faults: Readonly<Record<QueryFault, Localized>> = {
  "query-bad-date": {
    en: "This is not a date I can read. Write it as after:2023-10-01, after:yesterday or after:7d.",
    "zh-TW": "這個日期我看不懂。請寫成 after:2023-10-01、之後:昨天 或 after:7d（七天前起）。",
    "zh-CN": "这个日期我看不懂。请写成 after:2023-10-01、之后:昨天 或 after:7d（七天前起）。",
    ja: "この日付は読み取れません。after:2023-10-01、after:昨日、after:7d（7日前から）のように書いてください。",
    ko: "이 날짜를 읽을 수 없습니다. after:2023-10-01, after:어제, after:7d(7일 전부터)처럼 써 주세요.",
  },
  "query-empty": {
    en: "There is nothing to search for in this. Write at least one word or character, such as: Kaohsiung",
    "zh-TW": "這裡面沒有可以搜尋的字。請至少寫一個字或詞，例如：高雄",
    "zh-CN": "这里面没有可以搜索的字。请至少写一个字或词，例如：高雄",
    ja: "検索できる語句がありません。「高雄」のように、1文字以上書いてください。",
    ko: "검색할 말이 없습니다. ‘가오슝’처럼 한 글자 이상 써 주세요.",
  },
  "query-empty-span": {
    en: "These dates leave no time between them. The date of after: must be the earlier one, such as after:2023-10-01 before:2023-10-08.",
    "zh-TW": "這個時間範圍是空的。after: 的日期要早於 before:，例如 after:2023-10-01 before:2023-10-08。",
    "zh-CN": "这个时间范围是空的。after: 的日期要早于 before:，例如 after:2023-10-01 before:2023-10-08。",
    ja: "指定した期間が空です。after:2023-10-01 before:2023-10-08 のように、after: を before: より前の日付にしてください。",
    ko: "지정한 기간이 비어 있습니다. after:2023-10-01 before:2023-10-08처럼 after:에 더 이른 날짜를 써 주세요.",
  },
  "query-negated-filter": {
    en: 'A minus goes before words and phrases only, such as -baseball or -"final score".',
    "zh-TW": "減號只能放在字詞前面，例如 -棒球 或 -「總冠軍賽」。",
    "zh-CN": "减号只能放在字词前面，例如 -棒球 或 -“总决赛”。",
    ja: "マイナスは語句の前にだけ付けられます。例：-野球、-「日本シリーズ」",
    ko: '빼기 기호는 단어나 문구 앞에만 쓸 수 있습니다. 예: -야구, -"한국시리즈"',
  },
  "query-no-value": {
    en: "Something is missing after the colon. Write it as source:cna, tag:Kaohsiung or after:2023-10-01.",
    "zh-TW": "冒號後面缺了內容。請寫成 來源:中央社、標籤:高雄 或 之後:2023-10-01。",
    "zh-CN": "冒号后面缺了内容。请写成 来源:中央社、标签:高雄 或 之后:2023-10-01。",
    ja: "コロンの後に何もありません。source:cna、タグ:高雄、after:2023-10-01 のように書いてください。",
    ko: "콜론 뒤에 내용이 없습니다. source:cna, 태그:가오슝, after:2023-10-01처럼 써 주세요.",
  },
  "query-open-quote": {
    en: 'This quote is never closed. Write a phrase as "smart city", or leave the quote out.',
    "zh-TW": "引號沒有成對。完整詞句請寫成「智慧城市展」，或把引號拿掉。",
    "zh-CN": "引号没有成对。完整词句请写成“智慧城市展”，或把引号去掉。",
    ja: "引用符が閉じられていません。「スマートシティ」のように閉じるか、引用符を外してください。",
    ko: '따옴표가 닫히지 않았습니다. "스마트 시티"처럼 닫거나 따옴표를 빼 주세요.',
  },
  "query-too-long": {
    en: "This is too long to search for: 1000 characters at most. A few names or words find more.",
    "zh-TW": "搜尋內容太長，最多 1000 個字元。寫幾個名稱或關鍵字就好，反而找得到更多。",
    "zh-CN": "搜索内容太长，最多 1000 个字符。写几个名称或关键词就好，反而能找到更多。",
    ja: "検索語が長すぎます（1000文字まで）。名前やキーワードをいくつかに絞ると見つかりやすくなります。",
    ko: "검색어가 너무 깁니다(최대 1000자). 이름이나 핵심 단어 몇 개만 쓰면 더 잘 찾을 수 있습니다.",
  },
};
