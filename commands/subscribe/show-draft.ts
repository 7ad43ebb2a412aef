// A draft as it stands: its menus, what the last seven days would have brought, and the next digest as it would be now.
import { describeFilter } from "../../src/language/filter-text.ts";
import { lookOn } from "../../src/language/look.ts";
import { reply } from "../../src/language/reply.ts";
import { describeSchedule } from "../../src/language/schedule-text.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { Suggestion } from "../../src/ports/platform.ts";
import { type Look, looksOf } from "../../src/records/look.ts";
import type { Field, Menu, Reply } from "../../src/records/reply.ts";
import type { Filter } from "../../src/records/subscription.ts";
import type { SubscriptionDraft } from "../../src/records/subscription-draft.ts";
import { settingsWords } from "../settings/words.ts";
import { suggestSchedule } from "../suggest/time.ts";
import { filterOf } from "./draft-filter.ts";
import { flowWords } from "./flow-words.ts";
import { picksFor } from "./picks.ts";
import { previewDraft } from "./preview-draft.ts";
import { placeChoices, whereField, whereMenu } from "./show-where.ts";
import { type Destination, destinationOf } from "./where.ts";

const dayMs = 24 * 3_600_000;
const mostOffered = 25;
const mostPicks = 10;

/** `problem`: what was wrong with the last choice, which was not taken. */
export async function showDraft(
  draft: SubscriptionDraft,
  request: CommandRequest,
  desk: CommandDesk,
  problem = "",
): Promise<Reply> {
  const words = flowWords[request.channel.locale];
  const filter = filterOf(draft, request, desk);
  const destination = await destinationOf(draft, request, desk);
  const { text, preview } = await previewDraft(draft, { filter, channel: destination.channel }, request, desk);
  const typed = `/subscribe draft:${draft.id}`;
  return reply({
    title: draft.edits === null ? words.title : words.editing,
    text: [problem && `⚠ ${problem}`, text].filter(Boolean).join("\n\n"),
    fields: draftFields(draft, filter, destination, request, desk),
    cards: preview.edition.cards,
    preview,
    menus: await menusOf(draft, destination, typed, request, desk),
    choices: [
      { label: draft.edits === null ? words.confirm : words.change, text: `${typed} confirm`, isMain: true },
      { label: words.words, text: `${typed} words` },
      { label: words.time, text: `${typed} time` },
      ...placeChoices(destination, typed, request),
      { label: words.cancel, text: `${typed} cancel` },
    ],
    isPrivate: true,
  });
}

function draftFields(
  { schedule, timeZone, look }: SubscriptionDraft,
  filter: Filter,
  destination: Destination,
  request: CommandRequest,
  desk: CommandDesk,
): readonly Field[] {
  const { locale, server, platform } = request.channel;
  const words = flowWords[locale];
  const { looks: lookNames, byDesk } = settingsWords[locale];
  return [
    { name: words.what, value: describeFilter(filter, desk.sources, locale) },
    { name: words.when, value: describeSchedule(schedule, timeZone, locale) },
    { name: words.look, value: look === null ? byDesk(lookNames[lookOn(platform, null)]) : lookNames[look] },
    ...(server === undefined ? [] : [whereField(destination, request)]),
  ];
}

async function menusOf(
  draft: SubscriptionDraft,
  destination: Destination,
  typed: string,
  request: CommandRequest,
  desk: CommandDesk,
): Promise<readonly Menu[]> {
  const { timeZone } = draft;
  const { locale, server, platform } = request.channel;
  const words = flowWords[locale];
  const offeredLooks: readonly Look[] = looksOf[platform];
  const shown = lookOn(platform, draft.look);
  const times = await suggestSchedule({ ...request, typed: "" }, { ...desk, timeZone });
  const now = describeSchedule(draft.schedule, timeZone, locale);
  const menus: readonly Menu[] = [
    {
      label: words.pickTags,
      text: `${typed} about`,
      options: await tagsOffered(draft, request, desk),
      most: mostPicks,
    },
    { label: words.pickSources, text: `${typed} from`, options: sourcesOffered(draft, desk), most: mostPicks },
    {
      ...{ label: words.pickWhen, text: `${typed} when`, most: 1 },
      options: times.map(({ label, value }) => ({ label, value, isChosen: label === now })),
    },
    {
      ...{ label: words.pickLook, text: `${typed} look`, most: 1 },
      options: offeredLooks.map((look) => ({
        ...{ label: settingsWords[locale].looks[look], value: look, isChosen: look === shown },
      })),
    },
  ];
  return server === undefined ? menus : [...menus, whereMenu(draft, destination, typed, request)];
}

/** What is picked already, then what is written about most. */
async function tagsOffered({ picks }: SubscriptionDraft, { now }: CommandRequest, { store }: CommandDesk) {
  const tags = await store.topTags(now - 7 * dayMs, mostOffered);
  return offered(picksFor(picks).tags, [
    ...picksFor(picks).tags.map((value) => ({ label: value.replace(/^tag:"?|"$/g, "#").replace(/#$/, ""), value })),
    ...tags.map(({ tag, count }) => ({
      label: `#${tag} (${count})`,
      value: `tag:${/\s/.test(tag) ? `"${tag}"` : tag}`,
    })),
  ]);
}

/** What is picked already, then the others. */
function sourcesOffered({ picks }: SubscriptionDraft, { sources }: CommandDesk) {
  const chosen = picksFor(picks).sources;
  const choices = sources.map(({ id, name }) => ({ label: name, value: `source:${id}` }));
  const isPicked = ({ value }: Suggestion) => chosen.includes(value);
  return offered(chosen, [...choices.filter(isPicked), ...choices]);
}

function offered(picks: readonly string[], choices: readonly Suggestion[]) {
  // Of two with one value the later one's label, which tells more, in the place of the first.
  const labels = new Map(choices.map(({ label, value }) => [value, label]));
  const chosen = new Set(picks);
  return [...labels].slice(0, mostOffered).map(([value, label]) => ({ label, value, isChosen: chosen.has(value) }));
}
