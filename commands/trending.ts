// /trending: the tags that rose most against their own past, with their counts, in words and as a chart.
import { clip } from "../src/language/clip.ts";
import { reply } from "../src/language/reply.ts";
import { fewestRising, isPastEnough, type RisingTag, risingTags } from "../src/language/rising-tags.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { Locale, Localized } from "../src/records/channel.ts";
import type { BarChart } from "../src/records/chart.ts";
import { UserError } from "../src/records/errors.ts";
import type { Choice, Reply } from "../src/records/reply.ts";

const dayMs = 86_400_000;
const tagsShown = 10;
const tagsOffered = 3;
const longestTag = 40;

type Period = "day" | "week";

const pastDays: Readonly<Record<Period, number>> = { day: 14, week: 28 };
const recentDays: Readonly<Record<Period, number>> = { day: 1, week: 7 };

const periodWords: Readonly<Record<Period, string>> = {
  day: "day|daily|today|24h|1d|日|天|今日|今天|本日|一天|1天|1日|24小時|24小时|24時間|일|오늘|하루|1일|24시간|วัน|วันนี้|1วัน|24ชั่วโมง",
  week: "week|weekly|7d|1w|週|周|本週|本周|今週|一週|一周|1週|1周|這週|这周|7天|7日|七天|1週間|一週間|7日間|주|이번주|일주일|1주일|7일|สัปดาห์|สัปดาห์นี้|อาทิตย์|7วัน",
};

export const trending: Command = {
  name: "trending",
  names: { en: "trending", "zh-TW": "熱門", "zh-CN": "热门", ja: "トレンド", ko: "트렌드", th: "มาแรง" },
  aliases: ["trends", "熱門標籤", "热门标签", "趨勢", "趋势", "升溫", "升温", "急上昇", "話題", "급상승", "인기"],
  description: {
    en: "The tags that rose most against their own past",
    "zh-TW": "看哪些標籤比平常熱門得多",
    "zh-CN": "看哪些标签比平常热门得多",
    ja: "いつもより急に増えたタグを表示します",
    ko: "평소보다 크게 늘어난 태그를 보여 줍니다",
    th: "แท็กที่มาแรงที่สุดเมื่อเทียบกับช่วงก่อน",
  },
  example: {
    en: "/trending week",
    "zh-TW": "/熱門 本週",
    "zh-CN": "/热门 本周",
    ja: "/トレンド 今週",
    ko: "/트렌드 이번주",
    th: "/มาแรง สัปดาห์",
  },
  options: [
    {
      name: "period",
      names: { en: "period", "zh-TW": "期間", "zh-CN": "期间", ja: "期間", ko: "기간", th: "ช่วงเวลา" },
      description: {
        en: "day (the last 24 hours, if left out) or week",
        "zh-TW": "今天（最近 24 小時，不填就是這個）或本週",
        "zh-CN": "今天（最近 24 小时，不填就是这个）或本周",
        ja: "今日（直近24時間、省略時はこちら）か今週",
        ko: "오늘(최근 24시간, 비워 두면 이것) 또는 이번주",
        th: "วัน (24 ชั่วโมงล่าสุด ถ้าไม่ระบุ) หรือสัปดาห์",
      },
      isRequired: false,
    },
  ],
  access: "everyone",
  isMeantBy: ({ args }) => findPeriod(args.period ?? "") !== undefined,
  readText: (rest) => (rest.trim() ? { period: rest.trim() } : {}),
  run: runTrending,
};

interface Words {
  readonly title: Readonly<Record<Period, string>>;
  /** What is compared with what. */
  readonly compared: (pastDays: number) => string;
  readonly count: (count: string) => string;
  readonly usual: (count: string) => string;
  /** What the chart shows, for those who can't see it. */
  readonly alt: (title: string, lines: readonly string[]) => string;
  readonly nothing: string;
  readonly tooYoung: (pastDays: number) => string;
  readonly other: Readonly<Record<Period, string>>;
}

const wordsOf: Localized<Words> = {
  en: {
    title: { day: "Trending in the last 24 hours", week: "Trending in the last 7 days" },
    compared: (days) => `Articles with each tag, against what was usual in the ${days} days before.`,
    count: (count) => count,
    usual: (count) => `usually ${count}`,
    alt: (title, lines) => `Bar chart, ${title}: ${lines.join("; ")}`,
    nothing: `No tag stands out: none has at least ${fewestRising} articles and clearly more than usual.`,
    tooYoung: (days) =>
      `The archive holds too few articles from the ${days} days before to tell what is usual. Ask again when it has collected more.`,
    other: { day: "Last 24 hours", week: "Last 7 days" },
  },
  "zh-TW": {
    title: { day: "過去 24 小時的熱門標籤", week: "過去 7 天的熱門標籤" },
    compared: (days) => `各標籤的報導則數，與前 ${days} 天的平常水準相比。`,
    count: (count) => count,
    usual: (count) => `平常 ${count}`,
    alt: (title, lines) => `長條圖，${title}：${lines.join("、")}`,
    nothing: `沒有特別升溫的標籤：要有 ${fewestRising} 則以上的報導，而且明顯比平常多。`,
    tooYoung: (days) => `前 ${days} 天收錄的新聞太少，還看不出平常的水準。等多收錄一些再來看看。`,
    other: { day: "過去 24 小時", week: "過去 7 天" },
  },
  "zh-CN": {
    title: { day: "过去 24 小时的热门标签", week: "过去 7 天的热门标签" },
    compared: (days) => `各标签的报道条数，与前 ${days} 天的平常水平相比。`,
    count: (count) => count,
    usual: (count) => `平常 ${count}`,
    alt: (title, lines) => `条形图，${title}：${lines.join("、")}`,
    nothing: `没有特别升温的标签：要有 ${fewestRising} 条以上的报道，而且明显比平常多。`,
    tooYoung: (days) => `前 ${days} 天收录的新闻太少，还看不出平常的水平。等多收录一些再来看看。`,
    other: { day: "过去 24 小时", week: "过去 7 天" },
  },
  ja: {
    title: { day: "直近24時間のトレンド", week: "直近7日間のトレンド" },
    compared: (days) => `タグごとの記事数を、その前の${days}日間の普段の数と比べています。`,
    count: (count) => `${count}件`,
    usual: (count) => `普段は${count}件`,
    alt: (title, lines) => `棒グラフ「${title}」：${lines.join("、")}`,
    nothing: `目立って増えたタグはありません（記事が${fewestRising}件以上あり、普段より明らかに多いものを表示します）。`,
    tooYoung: (days) =>
      `その前の${days}日間の記事が少なすぎて、普段の数がまだわかりません。記事がたまってからもう一度お試しください。`,
    other: { day: "直近24時間", week: "直近7日間" },
  },
  ko: {
    title: { day: "최근 24시간 트렌드", week: "최근 7일 트렌드" },
    compared: (days) => `태그별 기사 수를 그 전 ${days}일의 평소 수준과 비교했습니다.`,
    count: (count) => `${count}건`,
    usual: (count) => `평소 ${count}건`,
    alt: (title, lines) => `막대그래프, ${title}: ${lines.join(", ")}`,
    nothing: `눈에 띄게 늘어난 태그가 없습니다. 기사가 ${fewestRising}건 이상이고 평소보다 뚜렷이 많아야 합니다.`,
    tooYoung: (days) =>
      `그 전 ${days}일의 기사가 너무 적어 평소 수준을 알 수 없습니다. 기사가 더 모이면 다시 확인해 보세요.`,
    other: { day: "최근 24시간", week: "최근 7일" },
  },
  th: {
    title: { day: "มาแรงใน 24 ชั่วโมงล่าสุด", week: "มาแรงใน 7 วันล่าสุด" },
    compared: (days) => `จำนวนข่าวของแต่ละแท็ก เทียบกับปกติในช่วง ${days} วันก่อนหน้า`,
    count: (count) => count,
    usual: (count) => `ปกติ ${count}`,
    alt: (title, lines) => `แผนภูมิแท่ง ${title}: ${lines.join("; ")}`,
    nothing: `ไม่มีแท็กที่โดดเด่น: ไม่มีแท็กใดที่มีอย่างน้อย ${fewestRising} ข่าวและมากกว่าปกติอย่างชัดเจน`,
    tooYoung: (days) => `คลังข่าวมีข่าวในช่วง ${days} วันก่อนหน้าน้อยเกินกว่าจะบอกได้ว่าปกติเป็นอย่างไร ลองใหม่เมื่อเก็บข่าวได้มากขึ้น`,
    other: { day: "24 ชั่วโมงล่าสุด", week: "7 วันล่าสุด" },
  },
};

async function runTrending({ args, channel, now }: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const period = readPeriod(args.period);
  const between = now - recentDays[period] * dayMs;
  const from = between - pastDays[period] * dayMs;
  const counts = await desk.store.tagCounts({ from, between, until: now, atLeast: fewestRising });
  const words = wordsOf[locale];
  const rising = risingTags(counts, tagsShown);
  const chart = chartOf(rising, period, locale);
  const none = isPastEnough(counts) ? words.nothing : words.tooYoung(pastDays[period]);
  const lines = chart.bars.map((bar, index) => `${index + 1}. ${lineOf(bar, locale)}`);
  return reply({
    title: chart.title,
    text: lines.length === 0 ? none : [chart.subtitle, "", ...lines].join("\n"),
    picture: lines.length === 0 ? null : chart,
    choices: [...searchesFor(rising, period, desk, locale), otherPeriod(period, locale)],
  });
}

function findPeriod(typed: string): Period | undefined {
  const wanted = typed.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  return (["day", "week"] as const).find((period) => periodWords[period].split("|").includes(wanted));
}

function readPeriod(typed: string | undefined): Period {
  if (typed === undefined) return "day";
  const period = findPeriod(typed);
  if (period !== undefined) return period;
  const shown = clip(typed, longestTag);
  throw new UserError("bad-period", {
    en: `I can't read “${shown}” as a period. Write day or week.`,
    "zh-TW": `看不懂「${shown}」這個期間。請寫「今天」或「本週」。`,
    "zh-CN": `看不懂“${shown}”这个期间。请写“今天”或“本周”。`,
    ja: `「${shown}」を期間として読み取れません。「今日」か「今週」と書いてください。`,
    ko: `‘${shown}’을(를) 기간으로 읽을 수 없습니다. ‘오늘’ 또는 ‘이번주’라고 써 주세요.`,
    th: `อ่าน “${shown}” เป็นช่วงเวลาไม่ได้ เขียนว่า วัน หรือ สัปดาห์`,
  });
}

function chartOf(rising: readonly RisingTag[], period: Period, locale: Locale): BarChart {
  const words = wordsOf[locale];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const title = words.title[period];
  const bars = rising.map(({ tag, count, usual }) => ({
    label: shownTag(tag),
    value: count,
    usual,
    valueText: words.count(number.format(count)),
    usualText: words.usual(usual > 0 && usual < 1 ? "<1" : number.format(usual)),
  }));
  const lines = bars.map((bar) => lineOf(bar, locale));
  return { title, subtitle: words.compared(pastDays[period]), bars, alt: words.alt(title, lines) };
}

/** A tag with its count and the usual one. */
function lineOf({ label, valueText, usualText }: BarChart["bars"][number], locale: Locale): string {
  const usual = /^(zh|ja)/.test(locale) ? `（${usualText}）` : ` (${usualText})`;
  return `${label} ${valueText}${usual}`;
}

/** A tag in one line of its place; nothing that turns its surroundings around. */
const shownTag = (tag: string): string => clip(tag.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim(), longestTag);

function searchesFor(
  rising: readonly RisingTag[],
  period: Period,
  { commands }: CommandDesk,
  locale: Locale,
): readonly Choice[] {
  const search = commands.find(({ name }) => name === "search");
  if (search === undefined) return [];
  return rising
    .filter(({ tag }) => isPlainTag(tag))
    .slice(0, tagsOffered)
    .map(({ tag }) => ({
      label: clip(`#${tag}`, 20),
      text: `/${search.names[locale]} tag:"${tag}" last:${recentDays[period]}d`,
    }));
}

/** Whether the tag can be typed between quotes, and found by it. */
const isPlainTag = (tag: string): boolean => tag.length <= longestTag && !/["”“＂\p{Cc}\p{Cf}]/u.test(tag);

function otherPeriod(period: Period, locale: Locale): Choice {
  const other = period === "day" ? "week" : "day";
  return { label: wordsOf[locale].other[other], text: `/${trending.names[locale]} ${other}` };
}
