// Where a draft's digests would go, as it is shown and chosen.
import type { CommandRequest } from "../../src/ports/command.ts";
import type { Place } from "../../src/records/place.ts";
import type { Choice, Field, Menu } from "../../src/records/reply.ts";
import type { SubscriptionDraft } from "../../src/records/subscription-draft.ts";
import { type FlowWords, flowWords } from "./flow-words.ts";
import { canBePassedOn, type Destination } from "./where.ts";

const joint = " · ";

/** The channel, where it is another than the one where it was asked, and how it is posted to. */
export function whereField({ channel, place }: Destination, request: CommandRequest): Field {
  const words = flowWords[request.channel.locale];
  const isHere = channel.id === request.channel.id && request.thread === undefined;
  return {
    name: words.where,
    value: [...(isHere ? [words.here] : []), ...placeWords(place, words)].join(joint),
    ...(!isHere && { channel: channel.address }),
  };
}

function placeWords(place: Place | null, words: FlowWords): readonly string[] {
  switch (place?.kind) {
    case "thread":
      return [words.eachThread];
    case "forum":
      return [words.eachPost, ...place.tags.map((tag) => `#${tag}`)];
    case "webhook":
      return [words.as(place.name)];
    case "announcement":
      return [words.followers];
    default:
      return [];
  }
}

/** The channels, once another one is wanted; the ways to post in this one before. */
export function whereMenu(
  { target }: SubscriptionDraft,
  { form, place }: Destination,
  typed: string,
  { channel, thread }: CommandRequest,
): Menu {
  const words = flowWords[channel.locale];
  const text = `${typed} where`;
  if (target.kind !== "here") return { label: words.pickChannel, text, options: "channels", most: 1 };
  const here = thread === undefined ? words.here : words.parent;
  const isOpen = form === "text" || form === "announcement";
  const own = place?.kind === "thread" ? "threads" : place?.kind === "webhook" ? "webhook" : "here";
  const options = [
    { label: form === "forum" ? here + joint + words.eachPost : here, value: "here" },
    ...(thread === undefined ? [] : [{ label: words.thisThread, value: `${thread.address} thread` }]),
    ...(isOpen ? [{ label: here + joint + words.eachThread, value: "threads" }] : []),
    ...(isOpen ? [{ label: here + joint + words.otherName, value: "webhook" }] : []),
    { label: words.elsewhere, value: "elsewhere" },
  ].map((option) => ({ ...option, isChosen: option.value === own }));
  return { label: words.pickWhere, text, options, most: 1 };
}

/** What only some channels can do: tags for a forum's posts; to pass each digest on, or not any more. */
export function placeChoices(destination: Destination, typed: string, { channel }: CommandRequest): readonly Choice[] {
  const words = flowWords[channel.locale];
  if (destination.form === "forum") return [{ label: words.tags, text: `${typed} tags` }];
  if (!canBePassedOn(destination)) return [];
  return destination.place === null
    ? [{ label: words.passOn, text: `${typed} followers on` }]
    : [{ label: words.keepToItself, text: `${typed} followers off` }];
}
