// The faithfulness gate: what a model wrote about an article is kept only if the article says so.
import type { CalendarDay } from "./calendar-day.ts";
import { takeDates } from "./faithful/dates.ts";
import { hanNamesIn, katakanaNamesIn } from "./faithful/han-names.ts";
import { hangulNamesIn } from "./faithful/hangul-names.ts";
import { knownNamesIn, otherForms } from "./faithful/known-names.ts";
import { holdsLatinName, latinNamesIn, latinWordsOf } from "./faithful/latin-names.ts";
import { quantitiesOf } from "./faithful/quantities.ts";
import type { Statement, StatementKind } from "./faithful/statement.ts";
import { foldText } from "./fold.ts";
import { regionalReadings } from "./regional-words.ts";

// No article is longer; what one that is says behind this counts as not said.
const longestText = 60_000;
// In characters of Chinese or in Latin words: what is longer is not looked at in every way that it could be parted.
const longestJoined = 8;

/** What an article states, ready to be compared with. */
export interface ArticleFacts {
  /** Every reading that its numbers, quantities and dates back up. */
  readonly stated: ReadonlySet<string>;
  readonly folded: string;
  /** Without spaces and punctuation: what a quotation is looked for in. */
  readonly letters: string;
  readonly latinWords: string;
  /** Its words in katakana, folded. */
  readonly katakana: ReadonlySet<string>;
}

/** Something that the article does not say, as it was written (folded). */
export interface Unfaithful {
  readonly kind: StatementKind;
  readonly written: string;
}

/** The facts of an article's headline and text. `published`: its day, which 26日 and 今天 are read by; null when it is not known. */
export function factsOf(article: string, published: CalendarDay | null): ArticleFacts {
  const text = article.slice(0, longestText);
  const folded = foldForFacts(text);
  return {
    stated: new Set(statementsOf(folded, published).flatMap(({ gives }) => gives)),
    folded,
    letters: lettersOf(folded),
    latinWords: latinWordsOf(text),
    katakana: new Set(katakanaNamesIn(text)),
  };
}

/**
 * The first thing written that the article does not back up; null when there is none. The rule, in every pair of languages:
 *
 * - **Numbers and quantities** must stand in the article with the same value, however they are written (三成 = 30 %, 1.2億 = 120 million,
 *   兩萬五千 = 25,000), and measured in the same unit where the writing names one (5 km is neither 5 miles nor 5). Rounding is refused.
 *   "One" as a word is an article and a pronoun too, and is not looked at.
 * - **Dates and times** must be the article's: 10月26日 = Oct. 26 = 10/26, 民國112年 = 令和5年 = 2023, 下午3時半 = 15:30. A day that
 *   the article names without its month, or as 今天 or Thursday, is the one nearest to publication. What the writing itself leaves
 *   open (今天, last year) the article must leave open the same way.
 * - **Quotations** must stand in the article word for word; a translated one is therefore refused.
 * - **Names** in Latin letters must stand in the article letter by letter (accents, case and endings such as Israel/Israeli aside),
 *   and two of them together must stand together there. Names in Chinese characters must stand there in any script: 臺灣 = 台湾,
 *   円山 = 圓山, kanji of a Japanese text as the Chinese characters they are, and as Taiwan or the mainland transliterates (川普 = 特朗普).
 *   In another script a name is held by its known forms alone: countries by Intl.DisplayNames, and the people, cities and bodies of
 *   faithful/name-forms.ts. Any other that looks like a name can't be verified, and counts as not said.
 *
 * What can't be held: nothing marks a name in Chinese or Korean, so one made of ordinary words (or in Korean without a title) passes
 * unseen; and so does a wrong relation between things that the article does name.
 */
export function firstUnfaithful(written: string, facts: ArticleFacts): Unfaithful | null {
  const folded = foldForFacts(written);
  const unsaid = statementsOf(folded, null).find(({ asks }) => !asks.some((reading) => facts.stated.has(reading)));
  if (unsaid !== undefined) return { kind: unsaid.kind, written: unsaid.written.trim() };
  const quotation = quotationsIn(written).find((quoted) => !facts.letters.includes(lettersOf(foldForFacts(quoted))));
  if (quotation !== undefined) return { kind: "quotation", written: quotation };
  const name = namesIn(written, folded).find((one) => !one.isIn(facts));
  return name === undefined ? null : { kind: "name", written: name.written };
}

/** Whether the writing holds at least one number, date or name that the text holds too; true when the text holds none. */
export function sharesFact(written: string, text: string, published: CalendarDay | null): boolean {
  const facts = factsOf(text, published);
  if (facts.stated.size === 0 && namesIn(text, facts.folded).length === 0) return true;
  const folded = foldForFacts(written);
  const isStated = statementsOf(folded, null).some(({ asks }) => asks.some((reading) => facts.stated.has(reading)));
  return isStated || namesIn(written, folded).some((name) => name.isIn(facts));
}

function statementsOf(folded: string, published: CalendarDay | null): readonly Statement[] {
  const { rest, dates } = takeDates(folded, published);
  return [...dates, ...quantitiesOf(rest)];
}

/** A comma of full width parts clauses in Chinese and thousands in Japanese; folded it is the same as a narrow one. */
function foldForFacts(text: string): string {
  return foldText(text.replaceAll(/，(?![０-９]{3})/g, "、").replaceAll(/(?<=[\dA-Za-z])['’](?=\d)/g, ""));
}

const lettersOf = (folded: string): string => folded.replaceAll(/[^\p{L}\p{N}]/gu, "");

function quotationsIn(text: string): readonly string[] {
  const quoted = text.matchAll(/「([^「」]{2,})」|『([^『』]{2,})』|“([^“”]{2,})”|《([^《》]{2,})》|"([^"]{2,})"/g);
  return [...quoted].flatMap((match) => match.slice(1).filter((inner) => inner !== undefined));
}

interface Name {
  readonly written: string;
  readonly isIn: (facts: ArticleFacts) => boolean;
}

function namesIn(written: string, folded: string): readonly Name[] {
  const isLatinText = !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]/u.test(written);
  const latin = latinNamesIn(written, isLatinText).map((words) => ({
    written: words.join(" "),
    isIn: (facts: ArticleFacts) => holdsLatin(words, facts),
  }));
  const others = new Set([
    ...knownNamesIn(folded),
    ...hanNamesIn(written),
    ...katakanaNamesIn(written),
    ...hangulNamesIn(written),
  ]);
  return [
    ...latin,
    ...[...others].map((name) => ({ written: name, isIn: (facts: ArticleFacts) => holdsName(name, facts) })),
  ];
}

/** In New York Times only New York is known: the known part stands in any of its forms, the rest as it is. */
function holdsLatin(words: readonly string[], facts: ArticleFacts): boolean {
  if (words.length === 0 || holdsLatinName(words, facts.latinWords)) return true;
  if (words.length > longestJoined) return false;
  for (let length = words.length; length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const forms = otherForms(words.slice(start, start + length).join(" "));
      if (!forms.some((form) => holdsForm(form, facts))) continue;
      return holdsLatin(words.slice(0, start), facts) && holdsLatin(words.slice(start + length), facts);
    }
  }
  return false;
}

function holdsName(name: string, facts: ArticleFacts): boolean {
  if (holdsForm(name, facts) || otherForms(name).some((form) => holdsForm(form, facts))) return true;
  return regionalReadings(name).some((reading) => holdsForm(reading, facts)) || isJoined(name, facts);
}

function holdsForm(form: string, facts: ArticleFacts): boolean {
  if (/^[a-z]/.test(form)) return facts.latinWords.includes(` ${form} `);
  if (/^[ぁ-ゖー]+$/.test(form)) return facts.katakana.has(form);
  return facts.folded.includes(form);
}

/** Two names without anything between them, each of two characters at least: 台積電鴻海. */
function isJoined(name: string, facts: ArticleFacts): boolean {
  if (name.length > longestJoined) return false;
  for (let cut = 2; cut <= name.length - 2; cut++)
    if (holdsName(name.slice(0, cut), facts) && holdsName(name.slice(cut), facts)) return true;
  return false;
}
