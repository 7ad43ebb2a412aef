// LINE's rules as the loopback LINE has them, where it is there.
import { sharedPath } from "../shared.ts";

const path = sharedPath("rigs", "line", "rules.mjs");
const rules: { readonly messageRules: (messages: unknown) => readonly unknown[] } = path
  ? await import(path)
  : { messageRules: () => [] };

/** What it would refuse in the messages of one call; nothing where it is not there. */
export const messageRules = (messages: unknown): readonly unknown[] => rules.messageRules(messages);
