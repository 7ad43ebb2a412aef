// What a reader can do with a story: a row of small buttons, each a typed question that holds after any restart.
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { saveLabel } from "../../../../language/phrases.ts";
import type { Locale, Localized } from "../../../../records/channel.ts";
import type { Card } from "../../../../records/story.ts";
import { oneLine } from "../markdown.ts";
import { limits } from "../message.ts";

interface StoryButton {
  readonly command: string;
  readonly emoji: string;
  readonly label: Localized;
}

const storyButtons: readonly StoryButton[] = [
  {
    command: "/save",
    emoji: "🔖",
    label: saveLabel,
  },
  {
    command: "/summarize",
    emoji: "📝",
    label: { en: "Sum up", "zh-TW": "總結", "zh-CN": "总结", ja: "要約", ko: "요약", th: "ย่อข่าว" },
  },
  {
    command: "/more",
    emoji: "👍",
    label: { en: "More", "zh-TW": "多看", "zh-CN": "多看", ja: "増やす", ko: "늘리기", th: "มากขึ้น" },
  },
  {
    command: "/less",
    emoji: "👎",
    label: { en: "Less", "zh-TW": "少看", "zh-CN": "少看", ja: "減らす", ko: "줄이기", th: "น้อยลง" },
  },
];

/** The row, or none for a story whose identifier no button can carry. */
export function storyButtonRow(
  { articleId }: Card,
  locale: Locale,
): readonly APIActionRowComponent<APIButtonComponentWithCustomId>[] {
  const ids = storyButtons.map(({ command }) => `${command} ${articleId}`);
  const isCarried =
    oneLine(articleId) === articleId && articleId !== "" && ids.every((id) => id.length <= limits.customId);
  if (!isCarried) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: storyButtons.map(({ command, emoji, label }) => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        custom_id: `${command} ${articleId}`,
        emoji: { name: emoji },
        label: label[locale],
      })),
    },
  ];
}
