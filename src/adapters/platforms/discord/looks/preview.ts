// An edition as it would be posted, within another message: all that is seen of it without opening a thread, and nothing to press.
import { type APIEmbed, type APIMessageTopLevelComponent, ComponentType } from "discord.js";
import { lookOn } from "../../../../language/look.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { EditionPreview } from "../../../../records/reply.ts";
import { cutText } from "../markdown.ts";
import { type Block, frame, textBlock } from "./blocks.ts";
import { renderEdition } from "./edition.ts";
import type { EditionMessage } from "./step.ts";

// Room for several stories.
const ledeLimit = 600;

export function previewBlocks({ edition, look, template }: EditionPreview, locale: Locale): readonly Block[] {
  const cards = edition.cards.map((card) => ({ ...card, lede: cutText(card.lede, ledeLimit) }));
  const steps = renderEdition({ ...edition, cards }, { locale, look: lookOn("discord", look), template });
  const thread = steps.findIndex(({ kind }) => kind === "thread");
  return steps
    .slice(0, thread < 0 ? steps.length : thread)
    .flatMap((step) => (step.kind === "message" ? blocksOf(step.message) : []));
}

/** A line is a block by itself, so that the message is cut between two. */
const blocksOf = ({ content = "", embeds = [], components = [] }: EditionMessage): readonly Block[] => [
  ...content
    .split("\n")
    .filter((line) => line !== "")
    .map(textBlock),
  ...embeds.map(embedFrame),
  ...components.flatMap(withoutRows),
];

/** Components stand alone: an embed is shown by a frame, which is drawn much like it. */
function embedFrame({ author, title = "", description = "", footer, thumbnail }: APIEmbed): Block {
  const lines = [author && `-# ${author.name}`, `**${title}**`, description, footer && `-# ${footer.text}`];
  const text = textBlock(lines.filter(Boolean).join("\n"));
  if (thumbnail === undefined) return frame(text);
  const accessory = { type: ComponentType.Thumbnail, media: { url: thumbnail.url } } as const;
  return frame({ type: ComponentType.Section, components: [text], accessory });
}

function withoutRows(component: APIMessageTopLevelComponent): readonly Block[] {
  if (component.type === ComponentType.TextDisplay) return [component];
  if (component.type !== ComponentType.Container) return [];
  return [frame(...component.components.filter(({ type }) => type !== ComponentType.ActionRow))];
}
