// What a search that can't be read is answered: the place, and how to write it.
import type { Localized } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import { markedPlace } from "./marked-place.ts";

/** A stretch of a query as typed (UTF-16 offsets, end exclusive). */
export interface Place {
  readonly query: string;
  readonly start: number;
  readonly end: number;
}

type QueryFault =
  | "query-bad-date"
  | "query-bad-language"
  | "query-bad-span"
  | "query-empty"
  | "query-empty-span"
  | "query-lone-or"
  | "query-negated-date"
  | "query-no-alternative"
  | "query-no-value"
  | "query-open-quote"
  | "query-too-long"
  | "query-unknown-filter";

/** Says what is wrong, with the query up to the place and the place marked ▸…◂. */
export function queryError(fault: QueryFault, place: Place): UserError {
  const [texts, shown] = [faults[fault], markedPlace(place.query, place.start, place.end)];
  return new UserError(fault, {
    en: `${texts.en}\n${shown}`,
    "zh-TW": `${texts["zh-TW"]}\n${shown}`,
    "zh-CN": `${texts["zh-CN"]}\n${shown}`,
    ja: `${texts.ja}\n${shown}`,
    ko: `${texts.ko}\n${shown}`,
    th: `${texts.th}\n${shown}`,
  });
}

const faults: Readonly<Record<QueryFault, Localized>> = {
  "query-bad-date": {
    en: "This is not a date I can read. Write it as after:2023-10-01, after:yesterday or after:7d.",
    "zh-TW": "這個日期我看不懂。請寫成 after:2023-10-01、之後:昨天 或 after:7d（七天前起）。",
    "zh-CN": "这个日期我看不懂。请写成 after:2023-10-01、之后:昨天 或 after:7d（七天前起）。",
    ja: "この日付は読み取れません。after:2023-10-01、after:昨日、after:7d（7日前から）のように書いてください。",
    ko: "이 날짜를 읽을 수 없습니다. after:2023-10-01, after:어제, after:7d(7일 전부터)처럼 써 주세요.",
    th: "อ่านวันที่นี้ไม่ได้ เขียนได้เช่น หลัง:2023-10-01 หลัง:เมื่อวาน หรือ หลัง:7วัน (ตั้งแต่ 7 วันก่อน)",
  },
  "query-bad-language": {
    en: "I don't know this language. Write it as lang:zh, lang:Japanese or lang:en.",
    "zh-TW": "看不懂這個語言。請寫成 語言:中文、語言:日文 或 lang:en。",
    "zh-CN": "看不懂这个语言。请写成 语言:中文、语言:日文 或 lang:en。",
    ja: "この言語は読み取れません。言語:中国語、言語:日本語、lang:en のように書いてください。",
    ko: "이 언어를 알 수 없습니다. 언어:중국어, 언어:일본어, lang:en처럼 써 주세요.",
    th: "ไม่รู้จักภาษานี้ เขียนได้เช่น ภาษา:ไทย ภาษา:ญี่ปุ่น หรือ lang:en",
  },
  "query-bad-span": {
    en: "This is not a length of time I can read. Write it as last:7d, last:12h or last:2w.",
    "zh-TW": "這個時間長度我看不懂。請寫成 最近:7天、最近:12小時 或 last:2w（兩週）。",
    "zh-CN": "这个时间长度我看不懂。请写成 最近:7天、最近:12小时 或 last:2w（两周）。",
    ja: "この期間は読み取れません。直近:7日、直近:12時間、last:2w（2週間）のように書いてください。",
    ko: "이 기간을 읽을 수 없습니다. 최근:7일, 최근:12시간, last:2w(2주)처럼 써 주세요.",
    th: "อ่านระยะเวลานี้ไม่ได้ เขียนได้เช่น ในรอบ:7วัน ในรอบ:12ชั่วโมง หรือ last:2w (2 สัปดาห์)",
  },
  "query-empty": {
    en: "There is nothing to search for in this. Write at least one word or character, such as: Kaohsiung",
    "zh-TW": "這裡面沒有可以搜尋的字。請至少寫一個字或詞，例如：高雄",
    "zh-CN": "这里面没有可以搜索的字。请至少写一个字或词，例如：高雄",
    ja: "検索できる語句がありません。「高雄」のように、1文字以上書いてください。",
    ko: "검색할 말이 없습니다. ‘가오슝’처럼 한 글자 이상 써 주세요.",
    th: "ไม่มีคำให้ค้นหา เขียนอย่างน้อยหนึ่งคำหรือหนึ่งตัวอักษร เช่น เชียงใหม่",
  },
  "query-empty-span": {
    en: "These dates leave no time between them. The date of after: must be the earlier one, such as after:2023-10-01 before:2023-10-08.",
    "zh-TW": "這個時間範圍是空的。after: 的日期要早於 before:，例如 after:2023-10-01 before:2023-10-08。",
    "zh-CN": "这个时间范围是空的。after: 的日期要早于 before:，例如 after:2023-10-01 before:2023-10-08。",
    ja: "指定した期間が空です。after:2023-10-01 before:2023-10-08 のように、after: を before: より前の日付にしてください。",
    ko: "지정한 기간이 비어 있습니다. after:2023-10-01 before:2023-10-08처럼 after:에 더 이른 날짜를 써 주세요.",
    th: "ช่วงวันที่นี้ว่างเปล่า วันที่ของ หลัง: ต้องมาก่อน เช่น หลัง:2023-10-01 ก่อน:2023-10-08",
  },
  "query-lone-or": {
    en: 'OR stands between two things, such as: typhoon OR earthquake. To search for the word itself, write "OR".',
    "zh-TW": "OR 前後都要有字詞，例如：颱風 OR 地震。要搜尋 OR 這個字，請寫成「OR」。",
    "zh-CN": "OR 前后都要有字词，例如：台风 OR 地震。要搜索 OR 这个词，请写成“OR”。",
    ja: "OR は「台風 OR 地震」のように語句の間に書いてください。OR という語を検索するには「OR」と括ってください。",
    ko: 'OR은 ‘태풍 OR 지진’처럼 두 말 사이에 써 주세요. OR이라는 말을 찾으려면 "OR"로 묶어 주세요.',
    th: 'OR ต้องอยู่ระหว่างสองคำ เช่น พายุ OR แผ่นดินไหว ถ้าจะค้นหาคำว่า OR ให้เขียน "OR"',
  },
  "query-negated-date": {
    en: "A minus can't go before a date. Use after: for what is newer, before: for what is older.",
    "zh-TW": "日期前面不能加減號。要較新的用 之後:，較舊的用 之前:。",
    "zh-CN": "日期前面不能加减号。要较新的用 之后:，较旧的用 之前:。",
    ja: "日付の前にマイナスは付けられません。新しい記事は after:、古い記事は before: で指定してください。",
    ko: "날짜 앞에는 빼기 기호를 쓸 수 없습니다. 최근 기사는 after:, 이전 기사는 before:로 지정해 주세요.",
    th: "ใส่เครื่องหมายลบหน้าวันที่ไม่ได้ ใช้ หลัง: สำหรับข่าวที่ใหม่กว่า และ ก่อน: สำหรับข่าวที่เก่ากว่า",
  },
  "query-no-alternative": {
    en: "OR joins words, phrases, tags, sources and languages. A date or something with a minus can't be an alternative.",
    "zh-TW": "OR 可以連接字詞、標籤、來源和語言；日期和加了減號的條件不能用 OR 連接。",
    "zh-CN": "OR 可以连接字词、标签、来源和语言；日期和加了减号的条件不能用 OR 连接。",
    ja: "OR でつなげるのは語句・タグ・配信元・言語だけです。日付やマイナス付きの条件はつなげません。",
    ko: "OR은 단어, 문구, 태그, 출처, 언어만 이을 수 있습니다. 날짜나 빼기 기호가 붙은 조건은 이을 수 없습니다.",
    th: "OR ใช้เชื่อมคำ วลี แท็ก แหล่งข่าว และภาษา ใช้กับวันที่หรือเงื่อนไขที่มีเครื่องหมายลบไม่ได้",
  },
  "query-no-value": {
    en: "Something is missing after the colon. Write it as source:cna, tag:Kaohsiung or after:2023-10-01.",
    "zh-TW": "冒號後面缺了內容。請寫成 來源:中央社、標籤:高雄 或 之後:2023-10-01。",
    "zh-CN": "冒号后面缺了内容。请写成 来源:中央社、标签:高雄 或 之后:2023-10-01。",
    ja: "コロンの後に何もありません。source:cna、タグ:高雄、after:2023-10-01 のように書いてください。",
    ko: "콜론 뒤에 내용이 없습니다. source:cna, 태그:가오슝, after:2023-10-01처럼 써 주세요.",
    th: "หลังเครื่องหมาย : ยังไม่มีอะไร เขียนได้เช่น แหล่ง:bbc แท็ก:เชียงใหม่ หรือ หลัง:2023-10-01",
  },
  "query-open-quote": {
    en: 'This quote is never closed. Write a phrase as "smart city", or leave the quote out.',
    "zh-TW": "引號沒有成對。完整詞句請寫成「智慧城市展」，或把引號拿掉。",
    "zh-CN": "引号没有成对。完整词句请写成“智慧城市展”，或把引号去掉。",
    ja: "引用符が閉じられていません。「スマートシティ」のように閉じるか、引用符を外してください。",
    ko: '따옴표가 닫히지 않았습니다. "스마트 시티"처럼 닫거나 따옴표를 빼 주세요.',
    th: 'เครื่องหมายคำพูดนี้ไม่ได้ปิด เขียนวลีแบบ "เมืองอัจฉริยะ" หรือเอาเครื่องหมายออก',
  },
  "query-too-long": {
    en: "This is too long to search for: 1000 characters at most. A few names or words find more.",
    "zh-TW": "搜尋內容太長，最多 1000 個字元。寫幾個名稱或關鍵字就好，反而找得到更多。",
    "zh-CN": "搜索内容太长，最多 1000 个字符。写几个名称或关键词就好，反而能找到更多。",
    ja: "検索語が長すぎます（1000文字まで）。名前やキーワードをいくつかに絞ると見つかりやすくなります。",
    ko: "검색어가 너무 깁니다(최대 1000자). 이름이나 핵심 단어 몇 개만 쓰면 더 잘 찾을 수 있습니다.",
    th: "คำค้นยาวเกินไป ใช้ได้ไม่เกิน 1000 ตัวอักษร ใช้แค่ชื่อหรือคำสำคัญไม่กี่คำจะพบมากกว่า",
  },
  "query-unknown-filter": {
    en: 'There is no such filter. There are source:, tag:, lang:, after:, before: and last:. To look for the text itself, put it in quotes, as in "title:x".',
    "zh-TW":
      "沒有這個篩選條件。可以用 來源:、標籤:、語言:、之後:、之前:、最近:。要搜尋這段文字本身，請加引號，例如「標題:x」。",
    "zh-CN":
      "没有这个筛选条件。可以用 来源:、标签:、语言:、之后:、之前:、最近:。要搜索这段文字本身，请加引号，例如“标题:x”。",
    ja: "この絞り込みはありません。使えるのは 配信元:、タグ:、言語:、after:、before:、直近: です。文字どおり検索するには「title:x」のように括ってください。",
    ko: '이런 조건은 없습니다. 출처:, 태그:, 언어:, after:, before:, 최근:을 쓸 수 있습니다. 글자 그대로 찾으려면 "title:x"처럼 따옴표로 묶어 주세요.',
    th: 'ไม่มีตัวกรองนี้ ใช้ได้คือ แหล่ง: แท็ก: ภาษา: หลัง: ก่อน: และ ในรอบ: ถ้าจะค้นหาข้อความนี้เอง ให้ใส่เครื่องหมายคำพูด เช่น "title:x"',
  },
};
