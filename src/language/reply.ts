// The one way that replies are made: what is not said is empty.
import type { Reply } from "../records/reply.ts";

const empty: Reply = {
  title: "",
  text: "",
  cards: [],
  wanted: [],
  fields: [],
  choices: [],
  menus: [],
  footer: "",
  picture: null,
  isPrivate: false,
};

/** A reply of the given parts; the others are empty, and it is public. */
export function reply(parts: Partial<Reply>): Reply {
  return { ...empty, ...parts };
}
