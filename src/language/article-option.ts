// The option of all commands that are about one article, and what is asked when it may be several.
import type { CommandOption, PlainLine } from "../ports/command.ts";
import type { WhyDesk } from "../ports/why.ts";
import type { Locale, Localized } from "../records/channel.ts";
import type { Hit } from "../records/query.ts";
import type { Arguments } from "../records/question.ts";
import type { Reply } from "../records/reply.ts";
import { clip } from "./clip.ts";
import { foldText } from "./fold.ts";
import { shortTime } from "./phrases.ts";
import { reply } from "./reply.ts";

export const articleOption: CommandOption = {
  name: "article",
  names: { en: "article", "zh-TW": "新聞", "zh-CN": "新闻", ja: "記事", ko: "기사", th: "ข่าว" },
  description: {
    en: "Its link or its headline",
    "zh-TW": "新聞的連結或標題",
    "zh-CN": "新闻的链接或标题",
    ja: "記事のリンクまたは見出し",
    ko: "기사의 링크 또는 제목",
    th: "ลิงก์หรือพาดหัวของข่าว",
  },
  isRequired: true,
};

/** All that follows the command's name is the article. */
export const readArticleText = (rest: string): Arguments => (rest.trim() ? { article: rest.trim() } : {});

const exactArticle = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$|.*https?:\/\/)/is;

/** Without a slash, `save the whales` is no order: only a link is, or an identifier. */
export const namesArticle = ({ args }: PlainLine): boolean => exactArticle.test(args.article ?? "");

const which: Localized = {
  en: "Which one do you mean?",
  "zh-TW": "你問的是哪一則？",
  "zh-CN": "你问的是哪一条？",
  ja: "どの記事ですか。",
  ko: "어느 기사인가요?",
  th: "หมายถึงข่าวไหน",
};

/** An article that was found, or several that it may be. */
type Found = Awaited<ReturnType<WhyDesk["find"]>>;

/**
 * For what is done with a story: when all that it may be are reports of one story under one headline, the earliest, which digests show
 * as a rule, is meant.
 */
export function meantStory(found: Found): Found {
  if (!("candidates" in found)) return found;
  const [first, ...others] = found.candidates.toSorted((one, other) => one.publishedAt - other.publishedAt);
  if (first === undefined) return found;
  const isOne = ({ storyId, headline }: Hit) =>
    storyId === first.storyId && foldText(headline) === foldText(first.headline);
  return others.every(isOne) ? { articleId: first.id } : found;
}

// What LINE shows on a button.
const longestLabel = 20;

/** Asks which one is meant, by their ids, since a link may be longer than a button can carry. `command`: as it is typed, `/why`. */
export function askWhichArticle(candidates: readonly Hit[], command: string, timeZone: string, locale: Locale): Reply {
  return reply({
    text: which[locale],
    fields: candidates.map(({ headline, sourceName, publishedAt }, index) => ({
      name: `${index + 1}. ${headline}`,
      value: `${sourceName} · ${shortTime(publishedAt, timeZone, locale)}`,
    })),
    choices: candidates.map(({ id, headline }, index) => ({
      label: clip(`${index + 1}. ${headline}`, longestLabel),
      text: `${command} ${id}`,
    })),
    isPrivate: true,
  });
}
