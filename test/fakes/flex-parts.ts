// Flex messages as LINE is sent them: the parts that tests and pictures look at.

/** A tap's effect. */
export interface FlexAction {
  readonly type: string;
  readonly label: string;
  readonly uri?: string;
  readonly data?: string;
}

/** A component; which properties it has depends on its type. */
export interface FlexPart {
  readonly type: string;
  readonly layout?: string;
  readonly text?: string;
  readonly url?: string;
  readonly size?: string;
  readonly color?: string;
  readonly style?: string;
  readonly weight?: string;
  readonly align?: string;
  readonly height?: string;
  readonly flex?: number;
  readonly wrap?: boolean;
  readonly maxLines?: number;
  readonly adjustMode?: string;
  readonly spacing?: string;
  readonly paddingAll?: string;
  readonly paddingTop?: string;
  readonly paddingBottom?: string;
  readonly paddingStart?: string;
  readonly paddingEnd?: string;
  readonly justifyContent?: string;
  readonly backgroundColor?: string;
  readonly contents?: readonly FlexPart[];
  readonly action?: FlexAction;
}

/** The blocks of a bubble, from its top to its bottom. */
export const flexBlocks = ["header", "hero", "body", "footer"] as const;
type Blocks = { readonly [Name in (typeof flexBlocks)[number]]?: FlexPart };

export interface FlexBubble extends Blocks {
  readonly type: "bubble";
  readonly size?: string;
  readonly styles?: { readonly [Name in keyof Blocks]?: { readonly backgroundColor?: string } };
}

export interface LineMessage {
  readonly type: string;
  readonly text?: string;
  readonly altText?: string;
  readonly contents?: FlexBubble | { readonly type: "carousel"; readonly contents: readonly FlexBubble[] };
  readonly quickReply?: { readonly items: readonly { readonly action: FlexAction }[] };
}

/** The messages after their way through JSON. */
export const asSent = (messages: readonly object[]): readonly LineMessage[] => JSON.parse(JSON.stringify(messages));

/** The bubbles of all messages, in their order. */
export const bubblesIn = (messages: readonly LineMessage[]): readonly FlexBubble[] =>
  messages.flatMap(({ contents }) => (contents?.type === "carousel" ? contents.contents : (contents ?? [])));

/** A component and all within it. */
const partsIn = (part: FlexPart | undefined): readonly FlexPart[] =>
  part ? [part, ...(part.contents ?? []).flatMap(partsIn)] : [];

export const textsIn = (part: FlexPart | undefined): readonly string[] =>
  partsIn(part).flatMap(({ text }) => text ?? []);

export const actionsIn = (part: FlexPart | undefined): readonly FlexAction[] =>
  partsIn(part).flatMap(({ action }) => action ?? []);
