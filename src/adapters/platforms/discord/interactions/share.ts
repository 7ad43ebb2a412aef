// A private answer, shown to all: what its reader saw is said again in the channel, as Discord hands it back with the button.
import {
  type APIEmbed,
  type APIMessageComponentInteraction,
  type APIMessageTopLevelComponent,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
} from "discord.js";
import type { Locale, Localized } from "../../../../records/channel.ts";
import type { Choice } from "../../../../records/reply.ts";
import type { Responder } from "../responder.ts";

/** The custom_id of the button; no typed question begins so. */
const shareId = "share";

const shareLabel: Localized = {
  en: "Share here",
  "zh-TW": "分享到頻道",
  "zh-CN": "分享到频道",
  ja: "ここで共有",
  ko: "여기에 공유",
  th: "แชร์ที่นี่",
};

/** The button of a private answer that others may want to see. */
export const shareChoice = (locale: Locale): Choice => ({ label: shareLabel[locale], text: shareId });

export const isShare = ({ data }: APIMessageComponentInteraction): boolean => data.custom_id === shareId;

/** Says the message again, for all to see and without the button. Throws what discord.js throws when Discord takes no answer. */
export async function shareMessage({ message }: APIMessageComponentInteraction, responder: Responder): Promise<void> {
  const { content, embeds, components = [], flags = 0 } = message;
  const isV2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  await responder.respond({
    response: {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: {
        ...(isV2 ? { flags: MessageFlags.IsComponentsV2 } : { content, embeds: embeds.map(ownParts) }),
        components: components.flatMap(withoutShare),
        allowed_mentions: { parse: [] },
      },
    },
  });
}

/** What the desk put into it: Discord adds sizes, copies of pictures and the like. */
function ownParts({ title, description, url, fields, footer, image, thumbnail, author }: APIEmbed): APIEmbed {
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(url !== undefined && { url }),
    ...(fields !== undefined && { fields: fields.map(({ name, value }) => ({ name, value })) }),
    ...(footer !== undefined && { footer: { text: footer.text } }),
    ...(author !== undefined && { author: { name: author.name } }),
    ...(image !== undefined && { image: { url: image.url } }),
    ...(thumbnail !== undefined && { thumbnail: { url: thumbnail.url } }),
  };
}

function withoutShare(component: APIMessageTopLevelComponent): readonly APIMessageTopLevelComponent[] {
  if (component.type !== ComponentType.ActionRow) return [component];
  const kept = component.components.filter((one) => !("custom_id" in one) || one.custom_id !== shareId);
  return kept.length > 0 ? [{ ...component, components: kept }] : [];
}
