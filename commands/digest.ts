// /digest: the stories of the last day, or since a given time, at once. It leaves the channel's own digests as they are.
import { storiesLeft } from "../src/language/left-over.ts";
import { behindLastPage, pageChoices, pageOption, readPage, readPagedText } from "../src/language/page-text.ts";
import { digestTitle, moreStories, shortTime } from "../src/language/phrases.ts";
import { parseQuery } from "../src/language/query.ts";
import { readDate } from "../src/language/query-date.ts";
import { reply } from "../src/language/reply.ts";
import { readRestText } from "../src/language/rest-text.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { StorySelection } from "../src/ports/selection-store.ts";
import type { Localized } from "../src/records/channel.ts";
import { UserError } from "../src/records/errors.ts";
import type { Choice, Reply } from "../src/records/reply.ts";
import { showRest } from "./digest/rest.ts";

const dayMs = 86_400_000;
// What one message of every platform holds, as in an edition.
const storiesShown = 10;
// As many as are judged one by one; the rest is for a search.
const mostPages = 10;

export const digest: Command = {
  name: "digest",
  names: { en: "digest", "zh-TW": "摘要", "zh-CN": "摘要", ja: "まとめ", ko: "요약", th: "สรุปข่าว" },
  aliases: [
    "新聞摘要",
    "新闻摘要",
    "今日摘要",
    "ニュースまとめ",
    "ダイジェスト",
    "뉴스요약",
    "สรุป",
    "today's digest",
    "今日のまとめ",
    "오늘의 요약",
    "สรุปข่าววันนี้",
  ],
  description: {
    en: "The top stories of the last 24 hours, or since a time you choose",
    "zh-TW": "過去 24 小時的重點新聞，也可以指定從何時開始",
    "zh-CN": "过去 24 小时的要闻，也可以指定从何时开始",
    ja: "直近24時間の主なニュース（期間も選べます）",
    ko: "지난 24시간의 주요 뉴스. 기간을 정할 수도 있습니다",
    th: "ข่าวเด่นในรอบ 24 ชั่วโมง หรือตั้งแต่เวลาที่เลือก",
  },
  example: {
    en: "/digest 7d",
    "zh-TW": "/摘要 7天",
    "zh-CN": "/摘要 7天",
    ja: "/まとめ 7日",
    ko: "/요약 7일",
    th: "/สรุปข่าว 7วัน",
  },
  options: [
    {
      name: "period",
      names: { en: "period", "zh-TW": "期間", "zh-CN": "期间", ja: "期間", ko: "기간", th: "ช่วงเวลา" },
      description: {
        en: "Since when: today, yesterday, 12h, 7d or 2023-10-01",
        "zh-TW": "從何時開始：今天、昨天、12小時、7天或 2023-10-01",
        "zh-CN": "从何时开始：今天、昨天、12小时、7天或 2023-10-01",
        ja: "いつから：今日、昨日、12時間、7日、2023-10-01",
        ko: "언제부터: 오늘, 어제, 12시간, 7일, 2023-10-01",
        th: "ตั้งแต่เมื่อไร: วันนี้ เมื่อวาน 12ชั่วโมง 7วัน หรือ 2023-10-01",
      },
      isRequired: false,
    },
    pageOption,
  ],
  access: "everyone",
  isMeantBy: ({ args, now, timeZone }) => readDate(args.period ?? "", { now, timeZone }) !== null,
  readText: (rest) => readRestText(rest) ?? readPagedText(rest, "period"),
  run: (request, desk) => (request.args.edition === undefined ? runDigest(request, desk) : showRest(request, desk)),
};

interface Words {
  readonly since: (time: string) => string;
  readonly arrivedSince: (time: string) => string;
  readonly nothing: (time: string) => string;
  readonly week: string;
}

const wordsOf: Localized<Words> = {
  en: {
    since: (time) => `Since ${time}`,
    arrivedSince: (time) =>
      `Nothing has been published since ${time}. These stories have come into the archive since then.`,
    nothing: (time) => `There have been no stories since ${time}. Try a longer period.`,
    week: "Last 7 days",
  },
  "zh-TW": {
    since: (time) => `${time} 之後的新聞`,
    arrivedSince: (time) => `${time} 之後沒有新發布的新聞，以下是這段時間新收錄的。`,
    nothing: (time) => `${time} 之後沒有新聞。可以把時間拉長再試一次。`,
    week: "最近 7 天",
  },
  "zh-CN": {
    since: (time) => `${time} 之后的新闻`,
    arrivedSince: (time) => `${time} 之后没有新发布的新闻，以下是这段时间新收录的。`,
    nothing: (time) => `${time} 之后没有新闻。可以把时间拉长再试一次。`,
    week: "最近 7 天",
  },
  ja: {
    since: (time) => `${time} 以降のニュース`,
    arrivedSince: (time) => `${time} 以降に公開された記事はありません。この間に届いた記事を表示します。`,
    nothing: (time) => `${time} 以降の記事はありません。期間を広げてお試しください。`,
    week: "直近7日間",
  },
  ko: {
    since: (time) => `${time} 이후의 뉴스`,
    arrivedSince: (time) => `${time} 이후에 나온 기사가 없어, 그동안 새로 들어온 기사를 보여 드립니다.`,
    nothing: (time) => `${time} 이후의 기사가 없습니다. 기간을 늘려 보세요.`,
    week: "최근 7일",
  },
  th: {
    since: (time) => `ข่าวตั้งแต่ ${time}`,
    arrivedSince: (time) => `ไม่มีข่าวที่เผยแพร่ใหม่ตั้งแต่ ${time} ต่อไปนี้คือข่าวที่เพิ่งเข้าคลังในช่วงนั้น`,
    nothing: (time) => `ไม่มีข่าวตั้งแต่ ${time} ลองขยายช่วงเวลาให้ยาวขึ้น`,
    week: "7 วันล่าสุด",
  },
};

async function runDigest({ args, channel, now }: CommandRequest, { store, timeZone }: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const from = readStart(args.period, now, timeZone);
  const page = Math.min(readPage(args.page), mostPages);
  const upTo = page * storiesShown;
  const published = await storiesSince({ published: from, archived: 0 }, upTo, now, { store, timeZone });
  // An archive that was filled from old posts has news to show too, and says what it is.
  const isFresh = published.cards.length > 0;
  const { cards, total } = isFresh
    ? published
    : await storiesSince({ published: null, archived: from }, upTo, now, { store, timeZone });
  const shown = cards.slice(upTo - storiesShown);
  const words = wordsOf[locale];
  const heading = isFresh ? words.since : cards.length > 0 ? words.arrivedSince : words.nothing;
  const hasNext = page < mostPages && cards.length < total;
  const question = [`/${digest.names[locale]}`, args.period].filter(Boolean).join(" ");
  const week: Choice = { label: words.week, text: `/${digest.names[locale]} 7d` };
  return reply({
    title: digestTitle(now, timeZone, locale),
    text: shown.length === 0 && page > 1 ? behindLastPage[locale] : heading(shortTime(from, timeZone, locale)),
    cards: shown,
    choices: [
      ...pageChoices(question, { page, hasNext }, locale),
      ...(cards.length === 0 && now - from < 7 * dayMs ? [week] : []),
    ],
    footer: (hasNext ? storiesLeft : moreStories)(total - cards.length, locale),
  });
}

/** The instant the digest begins, epoch milliseconds: a day ago when nothing is given. */
function readStart(period: string | undefined, now: number, timeZone: string): number {
  if (period === undefined) return now - dayMs;
  const from = readDate(period, { now, timeZone });
  if (from !== null && from < now) return from;
  throw badPeriod(period.slice(0, 40));
}

async function storiesSince(
  since: { readonly published: number | null; readonly archived: number },
  limit: number,
  now: number,
  { store, timeZone }: Pick<CommandDesk, "store" | "timeZone">,
): Promise<StorySelection> {
  const { forAnyone } = await store.openSelection({
    query: { ...parseQuery("", { now, timeZone }), after: since.published },
    from: since.archived,
    until: now,
    order: "best",
    limit,
  });
  // What was delivered before is shown again to who asks for it.
  return forAnyone;
}

function badPeriod(typed: string): UserError {
  return new UserError("bad-period", {
    en: `I can't read “${typed}” as a time in the past. Write today, yesterday, 12h, 7d or a date such as 2023-10-01.`,
    "zh-TW": `看不懂「${typed}」這個時間。可以寫：今天、昨天、12小時、7天，或 2023-10-01 這樣的日期（不能是未來）。`,
    "zh-CN": `看不懂“${typed}”这个时间。可以写：今天、昨天、12小时、7天，或 2023-10-01 这样的日期（不能是未来）。`,
    ja: `「${typed}」を過去の日時として読み取れません。今日、昨日、12時間、7日、2023-10-01 のように書いてください。`,
    ko: `‘${typed}’을(를) 과거 시점으로 읽을 수 없습니다. 오늘, 어제, 12시간, 7일, 2023-10-01처럼 써 주세요.`,
    th: `อ่าน “${typed}” เป็นเวลาในอดีตไม่ได้ เขียนได้เช่น วันนี้ เมื่อวาน 12ชั่วโมง 7วัน หรือวันที่อย่าง 2023-10-01`,
  });
}
