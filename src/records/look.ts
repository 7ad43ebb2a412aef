// What a digest looks like in the chat.

/** Best known first: the first is what a channel has that chose none. */
export const looks = ["cards", "compact", "embed", "full"] as const;
export type Look = (typeof looks)[number];
