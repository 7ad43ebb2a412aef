// How well the faithfulness gate tells what an article says from what it does not: real ledes as they are, honestly rewritten, and falsified.
// Usage: node bench/faithful.ts [POSTS] [--all]: posts with editors' tags are best, which names are taken from; --all prints what was judged wrong.
import { Converter } from "opencc-js/t2cn";
import { readPosts } from "../src/adapters/sources/posts.ts";
import { createExtractiveSummarizer } from "../src/adapters/summarizers/extractive.ts";
import { extractPost } from "../src/collect/from-post.ts";
import { type CalendarDay, dayAt } from "../src/language/calendar-day.ts";
import { factsOf, firstUnfaithful } from "../src/language/faithful.ts";
import { ledeText } from "../src/language/lede-text.ts";
import { corpusPath } from "./corpus.ts";

const sampleSize = 2000;

interface Sample {
  readonly text: string;
  readonly published: CalendarDay;
  readonly written: string;
  readonly tags: readonly string[];
}

/** A change of the text that ought to be kept, or refused; null where the text has nothing to change. */
type Change = (sample: Sample, index: number) => string | null;

const toSimplified = Converter({ from: "tw", to: "cn" });
const hanDigits = "〇一二三四五六七八九";
const other = (digit: string, index: number): string => String((Number(digit) + 1 + (index % 8)) % 10);

/** The text with the n-th match replaced, n by the sample's number; null without a match, or when nothing changed. */
function replaceOne(text: string, pattern: RegExp, index: number, by: (match: string) => string): string | null {
  const matches = [...text.matchAll(pattern)];
  const match = matches[index % Math.max(1, matches.length)];
  if (match === undefined) return null;
  const changed = text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length);
  return changed === text ? null : changed;
}

const honest: Record<string, Change> = {
  "as it stands": ({ written }) => written,
  "in Simplified characters": ({ written }) => (/[\u4e00-\u9fff]/.test(written) ? toSimplified(written) : null),
  "percentages in words (30% → 百分之三十, 三成 → 30%)": ({ written }, index) =>
    replaceOne(written, /(?<![\d.])[1-9]0?%|[二三四五六七八九]成(?![為立員])/g, index, (found) =>
      found.endsWith("成")
        ? `${hanDigits.indexOf(found.charAt(0))}0%`
        : `百分之${found.length === 3 ? `${hanDigits[Number(found[0])]}十` : hanDigits[Number(found[0])]}`,
    ),
  "萬 written out (3萬 → 30,000)": ({ written }, index) =>
    replaceOne(written, /(?<![\d.億])\d{1,4}[萬万](?![\d億亿])/g, index, (found) =>
      (Number.parseInt(found, 10) * 10_000).toLocaleString("en"),
    ),
  "digits as Chinese numerals (5人 → 五人)": ({ written }, index) =>
    replaceOne(
      written,
      /(?<![\d.,年月])[2-9](?=[人名個位件場次家歲])/g,
      index,
      (found) => hanDigits[Number(found)] ?? found,
    ),
  "years of the Republic (2023年 → 民國112年)": ({ written }, index) =>
    replaceOne(written, /20[12]\d年/g, index, (found) => `民國${Number.parseInt(found, 10) - 1911}年`),
};

// What summarizers join clauses with.
const joints = ["，並", "，同時", "；此外，", "。當局指出，", "，其中", "。據報導，", "，引發關注，"];

const clausesOf = (text: string): readonly string[] =>
  text
    .split(/[，。；！？\n]/)
    .filter((clause) => clause.length >= 6 && clause.length <= 40 && !/[「」（）()“”]/.test(clause));

/** Three clauses from the article's beginning, in another order, with words between them that are not the article's. */
const reordered: Change = ({ text }, index) => {
  const clauses = clausesOf(text).slice(1, 12);
  const [first, second, third] = [index % 5, (index % 3) + 5, (index % 4) + 1].map((at) => clauses[at]);
  if (first === undefined || second === undefined || third === undefined) return null;
  return `${second}${joints[index % joints.length]}${first}${joints[(index + 3) % joints.length]}${third}。`;
};
honest["three clauses in another order, joined with other words"] = reordered;

const falsified: Readonly<Record<string, Change>> = {
  "a digit of a number": ({ written }, index) =>
    replaceOne(written, /\d(?=[\d,.]*(?![\d,.]*[年月日號号:：/時时點点]))(?<!\d{4,})/g, index, (found) =>
      other(found, index),
    ),
  "a Chinese numeral (三人 → 五人)": ({ written }, index) =>
    replaceOne(
      written,
      /[二三四五六七八九](?=[人名個个位件場场次家歲岁萬万億亿成])/g,
      index,
      (found) => hanDigits[1 + ((hanDigits.indexOf(found) + 1 + (index % 6)) % 8) + 1] ?? "",
    ),
  "the unit (5公里 → 5英里, 30% → 30)": ({ written }, index) =>
    replaceOne(
      written,
      /(?<=\d)(?:%|公里|公尺|公斤|公噸|美元|億元|萬元|小時)/g,
      index,
      (found) =>
        ({
          "%": "人",
          公里: "英里",
          公尺: "公里",
          公斤: "公噸",
          公噸: "公斤",
          美元: "歐元",
          億元: "萬元",
          萬元: "億元",
          小時: "天",
        })[found] ?? found,
    ),
  "the day of a date": ({ written }, index) =>
    replaceOne(written, /(?<![\d.])[12]?\d(?=日(?![本間间]))/g, index, (found) =>
      String(((Number(found) + 2 + (index % 17)) % 28) + 1),
    ),
  "the month of a date": ({ written }, index) =>
    replaceOne(written, /(?<![\d.])1?\d(?=月)/g, index, (found) => String(((Number(found) + (index % 10)) % 12) + 1)),
  "the year": ({ written }, index) =>
    replaceOne(written, /(?:19|20)\d\d(?=年)/g, index, (found) => String(Number(found) + 1 + (index % 9))),
  "today, yesterday": ({ written }, index) =>
    replaceOne(
      written,
      /今天|昨天|明天|今年|去年|明年/g,
      index,
      (found) =>
        ({ 今天: "昨天", 昨天: "明天", 明天: "今天", 今年: "去年", 去年: "明年", 明年: "今年" })[found] ?? found,
    ),
};

/** Editors' tags of other articles: people, places, and whatever else (organisations, products, and words that are no names). */
function nameChanges(samples: readonly Sample[]): Readonly<Record<string, Change>> {
  const tags = [...new Set(samples.flatMap((sample) => sample.tags))];
  const surname =
    /^[陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬董唐藍蔣石古紀姚連馮歐程湯田康姜][\u4e00-\u9fff]{2}$/;
  const place =
    /^(?:台北|新北|桃園|台中|台南|高雄|基隆|新竹|嘉義|苗栗|彰化|南投|雲林|屏東|宜蘭|花蓮|台東|澎湖|金門|馬祖|連江|美國|中國|日本|韓國|英國|法國|德國|俄羅斯|烏克蘭|以色列|巴勒斯坦|加薩|印度|泰國|越南|菲律賓|澳洲|香港|上海|北京|東京|紐約|倫敦|巴黎|.{2,4}[市縣鄉鎮區])$/;
  const isLatin = /^[A-Za-z][\w .&-]+$/;
  const kinds: Readonly<Record<string, (tag: string) => boolean>> = {
    "a person's name": (tag) => surname.test(tag),
    "a place's name": (tag) => place.test(tag),
    "a Latin name": (tag) => isLatin.test(tag),
    "another tag, name or not": (tag) => !surname.test(tag) && !place.test(tag) && !isLatin.test(tag) && tag.length > 1,
  };
  return Object.fromEntries(
    Object.entries(kinds).map(([name, isKind]) => {
      const pool = tags.filter(isKind);
      return [name, (sample: Sample, index: number) => swapName(sample, index, pool, isKind)];
    }),
  );
}

function swapName(
  { written, tags, text }: Sample,
  index: number,
  pool: readonly string[],
  isKind: (tag: string) => boolean,
) {
  const own = tags.find((tag) => isKind(tag) && written.includes(tag));
  const strangers = pool.slice(index % Math.max(1, pool.length)).concat(pool);
  const stranger = strangers.find((tag) => !text.includes(tag) && !tags.includes(tag));
  return own === undefined || stranger === undefined ? null : written.replace(own, stranger);
}

async function readSamples(): Promise<readonly Sample[]> {
  const summarizer = createExtractiveSummarizer();
  const all: Sample[] = [];
  for await (const reading of readPosts(corpusPath)) {
    if (reading.state !== "read") continue;
    const extract = extractPost(reading.post);
    const { headline, lede, language } = await summarizer.summarize(extract, { useEditorTags: true });
    const text = `${extract.title ?? ""}\n${extract.text}`;
    const published = dayAt(extract.publishedAt ?? 0, "Asia/Taipei");
    all.push({ text, published, written: `${headline}\n${ledeText({ lede, language })}`, tags: extract.tags });
  }
  const step = Math.max(1, all.length / sampleSize);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function measure(samples: readonly Sample[], changes: Readonly<Record<string, Change>>, isHonest: boolean): void {
  for (const [name, change] of Object.entries(changes)) {
    let [count, right] = [0, 0];
    for (const [index, sample] of samples.entries()) {
      const written = change(sample, index);
      if (written === null) continue;
      count += 1;
      const fault = firstUnfaithful(written, factsOf(sample.text, sample.published));
      if ((fault === null) === isHonest) right += 1;
      else if (process.argv.includes("--all"))
        console.log(`  ${name}: ${fault?.kind ?? "kept"} ${fault?.written ?? ""}\n    ${written}`);
    }
    const share = count === 0 ? "–" : `${((100 * right) / count).toFixed(1)} %`;
    console.log(`${isHonest ? "kept   " : "refused"} ${share.padStart(7)} of ${String(count).padStart(4)}  ${name}`);
  }
}

const samples = await readSamples();
console.log(`${samples.length} articles`);
measure(samples, honest, true);
measure(samples, { ...falsified, ...nameChanges(samples) }, false);
