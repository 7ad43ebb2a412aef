// The guided way to a subscription: one message whose menus say what, when, where and how, with the next digest as it would be.
import { readFilter } from "../../src/language/filter-text.ts";
import { reply } from "../../src/language/reply.ts";
import { readSchedule } from "../../src/language/schedule-text.ts";
import { inListOrder } from "../../src/language/subscription-text.ts";
import { readTimeZone } from "../../src/language/time-zone.ts";
import type { CommandDesk, CommandRequest, Form } from "../../src/ports/command.ts";
import { UserError } from "../../src/records/errors.ts";
import { type Look, looksOf } from "../../src/records/look.ts";
import type { Arguments } from "../../src/records/question.ts";
import type { Reply } from "../../src/records/reply.ts";
import type { Schedule } from "../../src/records/subscription.ts";
import type { SubscriptionDraft } from "../../src/records/subscription-draft.ts";
import { confirmDraft } from "./confirm-draft.ts";
import { filterOf } from "./draft-filter.ts";
import { draftGone } from "./errors.ts";
import { tagsForm, timeForm, webhookForm, wordsForm } from "./flow-forms.ts";
import { flowWords } from "./flow-words.ts";
import { picksFor, picksOf } from "./picks.ts";
import { showDraft } from "./show-draft.ts";
import { choosePassing, chooseTags, chooseWhere } from "./where.ts";

const stepPattern = /^draft:(?<draft>[\w-]{1,40})(?:\s+(?<step>[a-z]+)(?:\s+(?<value>.+))?)?$/s;
const editPattern = /^edit:(?<edit>\d{1,3})$/;

/** `draft:x when daily 08:00` as arguments, and `edit:2`; null for any other text. */
export function readFlowText(rest: string): Arguments | null {
  const groups = (stepPattern.exec(rest.trim()) ?? editPattern.exec(rest.trim()))?.groups;
  if (groups === undefined) return null;
  return Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined));
}

export const isFlowStep = ({ draft, edit }: Arguments): boolean => draft !== undefined || edit !== undefined;

const typedForms: Readonly<Record<string, Form>> = { words: wordsForm, time: timeForm, tags: tagsForm };

/** Words, other times and names are typed. */
export function subscribeForm({ draft, step, value, name }: Arguments): Form | null {
  if (draft === undefined) return null;
  if (step === "where" && value === "webhook" && name === undefined) return webhookForm;
  if (value !== undefined) return null;
  return typedForms[step ?? ""] ?? null;
}

const morning: Schedule = { kind: "daily", hour: 8, minute: 0 };

/** Begins a draft, changes it, or makes it a subscription. Throws UserError for a draft that is gone. */
export async function runFlow(request: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { args, channel, asker } = request;
  if (args.draft === undefined) return showDraft(await beginDraft(request, desk), request, desk);
  const draft = await desk.drafts.find(args.draft);
  if (draft === null || draft.channelId !== channel.id || draft.askerId !== asker.id) throw draftGone();
  const words = flowWords[channel.locale];
  if (args.step === "cancel") return reply({ text: words.cancelled, isPrivate: true });
  if (args.step === "confirm")
    return draft.target.kind === "elsewhere"
      ? showDraft(draft, request, desk, words.pickChannel)
      : confirmDraft(draft, request, desk);
  try {
    const changed = await changeDraft(draft, args, request, desk);
    await desk.drafts.keep(changed);
    return await showDraft(changed, request, desk);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // What was said before still stands, and can be gone on with.
    return showDraft(draft, request, desk, error.texts[channel.locale]);
  }
}

async function beginDraft({ args, channel, asker }: CommandRequest, desk: CommandDesk): Promise<SubscriptionDraft> {
  const list = inListOrder(await desk.store.subscriptionsOf(channel.id));
  const edited = args.edit === undefined ? undefined : list[Number(args.edit) - 1];
  if (args.edit !== undefined && edited === undefined) throw draftGone();
  const draft: SubscriptionDraft = {
    id: desk.newId().slice(-12),
    ...{ channelId: channel.id, askerId: asker.id },
    words: edited?.filter.words ?? "",
    picks: edited === undefined ? [] : picksOf(edited.filter),
    schedule: edited?.schedule ?? morning,
    timeZone: edited?.timeZone ?? (args.timezone === undefined ? desk.timeZone : readTimeZone(args.timezone)),
    look: edited?.look ?? null,
    target: { kind: "here" },
    edits: edited?.id ?? null,
  };
  await desk.drafts.keep(draft);
  return draft;
}

/** Throws UserError for what can't be read. */
async function changeDraft(
  draft: SubscriptionDraft,
  args: Arguments,
  request: CommandRequest,
  desk: CommandDesk,
): Promise<SubscriptionDraft> {
  const { step, value = "" } = args;
  switch (step) {
    case "about": {
      const { tags } = readFilter(value, desk.sources);
      return { ...draft, picks: [...picksOf({ tags, sources: [] }), ...picksFor(draft.picks).sources] };
    }
    case "from": {
      const { sources } = readFilter(value, desk.sources);
      return { ...draft, picks: [...picksFor(draft.picks).tags, ...picksOf({ tags: [], sources })] };
    }
    case "words": {
      const changed = { ...draft, words: value };
      filterOf(changed, request, desk);
      return changed;
    }
    case "when":
    case "time":
      return { ...draft, schedule: comesDue(readSchedule(value), draft.timeZone, request, desk) };
    case "look":
      return { ...draft, look: looksOn(request).find((look) => look === value) ?? null };
    case "where":
      return chooseWhere(draft, args, request, desk);
    case "tags":
      return chooseTags(draft, value);
    case "followers":
      return choosePassing(draft, value);
    default:
      return draft;
  }
}

const looksOn = ({ channel }: CommandRequest): readonly Look[] => looksOf[channel.platform];

function comesDue(
  schedule: Schedule,
  timeZone: string,
  { now }: CommandRequest,
  { nextDueAfter }: CommandDesk,
): Schedule {
  nextDueAfter(schedule, timeZone, now);
  return schedule;
}
