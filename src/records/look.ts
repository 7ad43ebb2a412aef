// What a digest looks like in the chat.
import type { PlatformName } from "./channel.ts";

/** What each platform can show, best known first: the first is what a channel has that chose none. */
export const looksOf = {
  discord: ["cards", "compact", "embed", "full"],
  line: ["cards", "list", "text"],
  web: ["cards"],
} as const satisfies Readonly<Record<PlatformName, readonly string[]>>;

export type LookOf<Name extends PlatformName> = (typeof looksOf)[Name][number];
export type Look = LookOf<PlatformName>;
