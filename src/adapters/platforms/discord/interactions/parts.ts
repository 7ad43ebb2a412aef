// What every kind of interaction needs of the desk.
import type { Cache } from "../../../../ports/cache.ts";
import type { Command } from "../../../../ports/command.ts";
import type { Pictures } from "../../../../ports/pictures.ts";
import type { Answer, Suggest } from "../../../../ports/platform.ts";

export interface InteractionParts {
  readonly commands: readonly Command[];
  readonly answer: Answer;
  readonly suggest: Suggest;
  readonly pictures: Pick<Pictures, "draw">;
  readonly cache: Pick<Cache, "get" | "set">;
  /** Discord waits 3000 ms from the press of the key; an answer later than this is announced first. */
  readonly deferAfterMs: number;
}

/** The command that a typed question such as `/search ferry` begins with, in any language; undefined for any other text. */
export function commandTyped(text: string, commands: readonly Command[]): Command | undefined {
  const word = text.replace(/^\//, "").split(/\s/, 1)[0] ?? "";
  return commands.find(({ name, names }) => name === word || Object.values(names).includes(word));
}
