// The look "full": the first story with a large picture in the channel, and a thread from it with the rest.
import { digestTitle } from "../../../../language/phrases.ts";
import type { Locale, Localized } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import { cutText, oneLine } from "../markdown.ts";
import { limits } from "../message.ts";
import { blockMessages, textBlock } from "./blocks.ts";
import { cardSteps, headingBlock, moreBlocks, storyBlocks } from "./cards.ts";
import { type EditionStep, messageStep } from "./step.ts";
import { storyFrame } from "./story-frame.ts";

const inThread: Localized<(stories: string, count: number) => string> = {
  en: (stories, count) => (count === 1 ? "1 more story in the thread" : `${stories} more stories in the thread`),
  "zh-TW": (stories) => `另外 ${stories} 則在討論串裡`,
  "zh-CN": (stories) => `另外 ${stories} 条在讨论串里`,
  ja: (stories) => `ほか ${stories} 件はスレッドにあります`,
  ko: (stories) => `나머지 ${stories}건은 스레드에 있습니다`,
  th: (stories) => `อีก ${stories} เรื่องอยู่ในเธรด`,
};

export function fullSteps(edition: Edition, locale: Locale): readonly EditionStep[] {
  const [lead, ...rest] = edition.cards;
  if (lead === undefined) return cardSteps(edition, locale);
  const post = [
    headingBlock(edition, locale),
    storyFrame(lead, locale, { picture: "large", hasButtons: true }),
    ...(rest.length > 0
      ? [textBlock(`-# ${inThread[locale](new Intl.NumberFormat(locale).format(rest.length), rest.length)}`)]
      : moreBlocks(edition, locale)),
  ];
  const headline = blockMessages(post).map(messageStep);
  if (rest.length === 0) return headline;
  const name = cutText(oneLine(digestTitle(edition.publishedAt, edition.timeZone, locale)), limits.threadName);
  const thread = blockMessages([...storyBlocks(rest, locale), ...moreBlocks(edition, locale)]);
  return [...headline, { kind: "thread", name }, ...thread.map(messageStep)];
}
