// The few Flex components that bubbles are made of, and how much of them LINE takes.
import { Buffer } from "node:buffer";
import type { messagingApi } from "@line/bot-sdk";
import { palette } from "./palette.ts";

/** LINE allows 30 KB a bubble and 50 KB a carousel; whether its KB is 1000 or 1024 bytes is not said. */
export const flexBytes = { bubble: 30_000, carousel: 50_000 };

/** UTF-8 bytes as JSON. */
export const byteLength = (json: object): number => Buffer.byteLength(JSON.stringify(json));

/** A text that goes on in the next line, also within a long word. Its text must not be empty. */
export function textLine(text: string, look: Partial<messagingApi.FlexText>): messagingApi.FlexText {
  return { type: "text", text, wrap: true, color: palette.text, ...look };
}

/** What is small, grey and of at most two lines. */
export const smallLine = (text: string): messagingApi.FlexText =>
  textLine(text, { size: "xs", color: palette.small, maxLines: 2 });

/** A link-like button across the width of a bubble. */
export function textButton(action: messagingApi.Action): messagingApi.FlexButton {
  return { type: "button", style: "link", height: "sm", color: palette.accent, action };
}

/** Links side by side, in smaller letters where a language's words are long; the first has a little more room. */
export const actionRow = (actions: readonly LabelledAction[]): messagingApi.FlexBox => ({
  ...{ type: "box", layout: "horizontal", spacing: "md", paddingTop: "sm", paddingBottom: "sm" },
  contents: actions.map((action, index) => ({
    ...{ type: "text", text: action.label, size: "sm", color: palette.accent, align: "center" },
    ...{ adjustMode: "shrink-to-fit", flex: index === 0 ? 4 : 3, action },
  })),
});

type LabelledAction = messagingApi.Action & { readonly label: string };

export function flexMessage(contents: messagingApi.FlexContainer, altText: string): messagingApi.FlexMessage {
  return { type: "flex", altText, contents };
}

export function textMessage(text: string): messagingApi.TextMessage {
  return { type: "text", text };
}
