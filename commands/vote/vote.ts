// A reader's word on a story: more of this, or less of it, in this channel's digests.
import { askWhichArticle, meantStory } from "../../src/language/article-option.ts";
import { typedCommand } from "../../src/language/command-name.ts";
import { readerOf } from "../../src/language/reader.ts";
import { reply } from "../../src/language/reply.ts";
import { unknownArticle } from "../../src/language/why-errors.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { Localized } from "../../src/records/channel.ts";
import type { Reply } from "../../src/records/reply.ts";

// A story's first tags say what it is about, the last ones where it took place and who else was there.
const tagsCounted = 3;

interface Words {
  readonly more: (tags: string) => string;
  readonly less: (tags: string) => string;
  readonly noTags: string;
  readonly undo: string;
  readonly joint: string;
}

const wordsOf: Localized<Words> = {
  en: {
    more: (tags) => `Noted: more about ${tags} in this channel's digests.`,
    less: (tags) => `Noted: less about ${tags} in this channel's digests.`,
    noTags: "This story has no tags, so there is nothing to go by.",
    undo: "What this channel prefers",
    joint: ", ",
  },
  "zh-TW": {
    more: (tags) => `收到，這裡的摘要會多放${tags}的新聞。`,
    less: (tags) => `收到，這裡的摘要會少放${tags}的新聞。`,
    noTags: "這則新聞沒有標籤，無法據此調整。",
    undo: "看這裡的偏好",
    joint: "、",
  },
  "zh-CN": {
    more: (tags) => `收到，这里的摘要会多放${tags}的新闻。`,
    less: (tags) => `收到，这里的摘要会少放${tags}的新闻。`,
    noTags: "这条新闻没有标签，无法据此调整。",
    undo: "查看这里的偏好",
    joint: "、",
  },
  ja: {
    more: (tags) => `承知しました。ここのまとめに${tags}の記事を増やします。`,
    less: (tags) => `承知しました。ここのまとめから${tags}の記事を減らします。`,
    noTags: "この記事にはタグがないため、調整できません。",
    undo: "ここの好み",
    joint: "・",
  },
  ko: {
    more: (tags) => `알겠습니다. 이곳의 요약에 ${tags} 기사를 늘리겠습니다.`,
    less: (tags) => `알겠습니다. 이곳의 요약에서 ${tags} 기사를 줄이겠습니다.`,
    noTags: "이 기사에는 태그가 없어 조정할 수 없습니다.",
    undo: "이곳의 선호",
    joint: ", ",
  },
  th: {
    more: (tags) => `รับทราบ: สรุปข่าวของห้องนี้จะมีเรื่อง ${tags} มากขึ้น`,
    less: (tags) => `รับทราบ: สรุปข่าวของห้องนี้จะมีเรื่อง ${tags} น้อยลง`,
    noTags: "ข่าวนี้ไม่มีแท็ก จึงไม่มีอะไรให้อ้างอิง",
    undo: "ความชอบของห้องนี้",
    joint: ", ",
  },
};

/** Casts the asker's vote; `command` is how the vote is typed, for when several articles may be meant. Throws UserError for an unknown one. */
export async function castVote(
  value: 1 | -1,
  { args, channel, asker, now }: CommandRequest,
  desk: CommandDesk,
  command: string,
): Promise<Reply> {
  const { locale } = channel;
  const found = meantStory(await desk.why.find(args.article ?? ""));
  if ("candidates" in found) return askWhichArticle(found.candidates, command, desk.timeZone, locale);
  const card = await desk.store.findCard(found.articleId);
  if (card === null) throw unknownArticle();
  const tags = card.tags.slice(0, tagsCounted);
  const words = wordsOf[locale];
  if (tags.length === 0) return reply({ text: words.noTags, isPrivate: true });
  const vote = { channelId: channel.id, readerId: readerOf(channel, asker), articleId: card.articleId };
  await desk.store.castVote({ ...vote, value, tags, votedAt: now });
  const named = tags.map((tag) => `#${tag}`).join(words.joint);
  return reply({
    title: card.headline,
    text: (value > 0 ? words.more : words.less)(locale.startsWith("zh") ? ` ${named} ` : named),
    choices: [{ label: words.undo, text: typedCommand(desk.commands, "settings", locale) }],
    isPrivate: true,
  });
}
