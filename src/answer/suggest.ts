// An option is being typed: its command says what may be meant.
import type { Suggest } from "../ports/platform.ts";
import type { AnswerParts } from "./parts.ts";
import { settledDesk } from "./settled-desk.ts";

/** Suggests for every option that can; it never throws. A fault of the desk is logged, and nothing is suggested. */
export function createSuggest(parts: Pick<AnswerParts, "commands" | "desk" | "clock" | "log">): Suggest {
  return async ({ asker, command: name, option: optionName, typed, args, ...asked }) => {
    const { commands, clock, log } = parts;
    const command = commands.find((one) => one.name === name);
    const options = [...(command?.options ?? []), ...(command?.subcommands?.list.flatMap((one) => one.options) ?? [])];
    const suggest = options.find((option) => option.name === optionName && option.suggest)?.suggest;
    if (command === undefined || suggest === undefined) return [];
    try {
      const sources = await parts.desk.listSources();
      const { about, desk } = await settledDesk(asked, "everyone", { ...parts, sources });
      return await suggest({ ...about, asker, args, typed: typed.trim(), now: clock.now() }, desk);
    } catch (error) {
      log.error("nothing could be suggested", error, { command: name, option: optionName });
      return [];
    }
  };
}
