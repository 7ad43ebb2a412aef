// The rest of an edition: what its message had no room for, ten stories at a time.
import { queryOfSubscription } from "../../src/language/filter-text.ts";
import { nextPageLabel, previousPageLabel } from "../../src/language/page-text.ts";
import { digestTitle } from "../../src/language/phrases.ts";
import { reply } from "../../src/language/reply.ts";
import { readSign, restText } from "../../src/language/rest-text.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { StorySelection } from "../../src/ports/selection-store.ts";
import type { Localized } from "../../src/records/channel.ts";
import type { Edition } from "../../src/records/edition.ts";
import { UserError } from "../../src/records/errors.ts";
import type { Reply } from "../../src/records/reply.ts";

const storiesShown = 10;

const goesOn: Localized = {
  en: "This digest, continued",
  "zh-TW": "這份摘要的其餘新聞",
  "zh-CN": "这份摘要的其余新闻",
  ja: "このまとめの続き",
  ko: "이 요약의 나머지 기사",
  th: "ข่าวที่เหลือของสรุปข่าวฉบับนี้",
};

const atEnd: Localized = {
  en: "You have seen all of this digest.",
  "zh-TW": "這份摘要已經全部看完了。",
  "zh-CN": "这份摘要已经全部看完了。",
  ja: "このまとめはこれで全部です。",
  ko: "이 요약을 모두 보셨습니다.",
  th: "ดูสรุปข่าวฉบับนี้ครบแล้ว",
};

/** Answers with what comes after the first `shown` stories of the channel's edition. Throws UserError where the edition is not kept. */
export async function showRest({ args, channel }: CommandRequest, { store }: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const edition = await findPressed(channel.id, args.edition ?? "", store);
  if (edition === null) throw notKept();
  const shown = Number(args.shown);
  const unsent = await unsentOf(edition, shown + storiesShown, channel.id, store);
  const cards = [...edition.cards, ...unsent.cards].slice(shown, shown + storiesShown);
  const before = shown - storiesShown;
  const seen = shown + cards.length;
  const hasMore = cards.length > 0 && edition.cards.length + unsent.total > seen;
  return reply({
    title: digestTitle(edition.publishedAt, edition.timeZone, locale),
    text: (cards.length > 0 ? goesOn : atEnd)[locale],
    cards,
    choices: [
      ...(before > 0 ? [{ label: previousPageLabel[locale], text: restText(edition, before) }] : []),
      ...(hasMore ? [{ label: nextPageLabel[locale], text: restText(edition, seen) }] : []),
    ],
  });
}

async function findPressed(
  channelId: string,
  pressed: string,
  store: Pick<CommandDesk["store"], "findEdition" | "editionsAt">,
): Promise<Edition | null> {
  const sign = readSign(pressed);
  if (sign === null) return store.findEdition(channelId, pressed);
  const together = await store.editionsAt(channelId, sign.publishedAt);
  // Where editions are revised, the first story may stand elsewhere by now, or be of another story.
  const pressedOne = together.find(({ cards }) => cards.some(({ storyId }) => storyId === sign.storyId));
  return pressedOne ?? (together.length === 1 ? (together[0] ?? null) : null);
}

/** What matched in the edition's span and was never sent, as far as the edition's first so many stories go. */
async function unsentOf(
  { subscriptionId, from, until, cards }: Edition,
  upTo: number,
  channelId: string,
  store: CommandDesk["store"],
): Promise<StorySelection> {
  const subscription = (await store.subscriptionsOf(channelId)).find(({ id }) => id === subscriptionId);
  // It has ended: what it looked for is not known any more.
  if (subscription === undefined) return { cards: [], total: 0 };
  const limit = Math.max(1, upTo - cards.length);
  const wanted = { query: queryOfSubscription(subscription), from, until, order: "best", limit } as const;
  return (await store.openSelection(wanted)).forChannel(channelId);
}

function notKept(): UserError {
  return new UserError("no-edition", {
    en: "This digest is not kept any more. /latest shows what is newest.",
    "zh-TW": "這份摘要已經不在了。最新的新聞可以用 /最新 查看。",
    "zh-CN": "这份摘要已经不在了。最新的新闻可以用 /最新 查看。",
    ja: "このまとめはもう残っていません。新しい記事は /最新 でご覧ください。",
    ko: "이 요약은 더 이상 남아 있지 않습니다. 새 기사는 /최신으로 볼 수 있습니다.",
    th: "ไม่มีสรุปข่าวฉบับนี้แล้ว ดูข่าวใหม่ได้ด้วย /ล่าสุด",
  });
}
