// Where a subscription's digests go: to which channel, and how it is posted to. The place is the channel's, so that what nobody chooses stays.
import { readWebAddress } from "../../src/language/web-address.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { Channel } from "../../src/records/channel.ts";
import { unsetChannel } from "../../src/records/channel-settings.ts";
import type { ChannelForm, Place } from "../../src/records/place.ts";
import type { Arguments } from "../../src/records/question.ts";
import type { SubscriptionDraft } from "../../src/records/subscription-draft.ts";
import { badWebhook, otherChannelDenied } from "./errors.ts";

/** A draft's channel. `place`: as the draft would have it, `present`: as it is now. */
export interface Destination {
  readonly channel: Channel;
  readonly form: ChannelForm;
  readonly place: Place | null;
  readonly present: Place | null;
}

/** Where the draft's digests would go. */
export async function destinationOf(
  { target, place }: Pick<SubscriptionDraft, "target" | "place">,
  { channel: here, form: formHere }: CommandRequest,
  { store }: CommandDesk,
): Promise<Destination> {
  const isOther = target.kind === "channel";
  const channel = isOther ? channelAt(target.address, here) : here;
  const { place: present } = (await store.channelSettings([channel.id])).get(channel.id) ?? unsetChannel;
  const form = isOther ? target.form : (formHere ?? formKeptBy(present));
  const wanted = fittingPlace(form, place === undefined ? present : place);
  return { channel, form, present, place: withHook(wanted, present) };
}

const channelAt = (address: string, here: Channel): Channel => ({
  ...here,
  id: `${here.platform}:${address}`,
  address,
});

/** What a thread's channel is, as far as its own place tells. */
const formKeptBy = (place: Place | null): ChannelForm =>
  place?.kind === "forum" || place?.kind === "announcement" ? place.kind : "text";

/** The place, where a channel of the form can have it. A forum takes posts alone, and nothing can be opened in a thread. */
function fittingPlace(form: ChannelForm, place: Place | null): Place | null {
  if (form === "forum") return place?.kind === "forum" ? place : { kind: "forum", tags: [] };
  if (form === "thread" || place?.kind === "forum") return null;
  return place?.kind === "announcement" && form !== "announcement" ? null : place;
}

/** A webhook that the channel has already only gets another name and picture. */
const withHook = (place: Place | null, present: Place | null): Place | null =>
  place?.kind === "webhook" ? { ...place, hook: present?.kind === "webhook" ? present.hook : null } : place;

/** True where each digest can go to the channels that follow, too. */
export const canBePassedOn = ({ form, place }: Destination): boolean =>
  form === "announcement" && (place === null || place.kind === "announcement");

/** The draft with another channel or place. Throws UserError for a webhook's name or picture that can't be, and a channel that the asker may not manage. */
export async function chooseWhere(
  draft: SubscriptionDraft,
  { value = "", name = "", picture = "" }: Arguments,
  request: CommandRequest,
  desk: CommandDesk,
): Promise<SubscriptionDraft> {
  const here = { ...draft, target: { kind: "here" } } as const;
  switch (value) {
    case "elsewhere":
      return { ...draft, target: { kind: "elsewhere" } };
    case "threads":
      return { ...here, place: { kind: "thread" } };
    case "webhook":
      return { ...here, place: webhookOf(name, picture) };
    case "here": {
      const { place } = await destinationOf({ target: here.target }, request, desk);
      const isAnotherWay = place?.kind === "thread" || place?.kind === "webhook";
      return { ...here, place: isAnotherWay ? null : place };
    }
    default:
      return inChannel(draft, value, request);
  }
}

const mostTags = 5;

/** The forum's tags by their names, as typed; none when nothing is. */
export function chooseTags(draft: SubscriptionDraft, value: string): SubscriptionDraft {
  const names = value.split(/[,，、;；\n]/).map((name) => name.replace(/^\s*#/, "").trim());
  const tags = [...new Set(names.filter((name) => name !== ""))].slice(0, mostTags);
  return { ...draft, place: { kind: "forum", tags } };
}

/** `followers on`. */
export const choosePassing = (draft: SubscriptionDraft, value: string): SubscriptionDraft => ({
  ...draft,
  place: value === "on" ? { kind: "announcement" } : null,
});

const forms: readonly ChannelForm[] = ["text", "thread", "forum", "announcement"];

/** Posted to as it is already. */
function inChannel(
  { place: _, ...draft }: SubscriptionDraft,
  value: string,
  { channel }: CommandRequest,
): SubscriptionDraft {
  const [address = "", typedForm = ""] = value.split(" ");
  const form = forms.find((one) => one === typedForm);
  if (form === undefined) throw otherChannelDenied();
  return { ...draft, target: address === channel.address ? { kind: "here" } : { kind: "channel", address, form } };
}

// https://docs.discord.com/developers/resources/webhook#create-webhook: names that Discord keeps for itself.
const keptName = /discord|clyde|everyone|here|system message/i;

function webhookOf(name: string, picture: string): Place {
  const shown = name.replace(/\s+/g, " ").trim();
  const address = picture.trim() === "" ? null : readWebAddress(picture);
  const isFit = shown !== "" && !keptName.test(shown);
  if (!isFit || (picture.trim() !== "" && address?.protocol !== "https:")) throw badWebhook();
  return { kind: "webhook", hook: null, name: shown, picture: address?.href ?? null };
}
