// What answering needs of the desk.
import type { Cache } from "../ports/cache.ts";
import type { Clock } from "../ports/clock.ts";
import type { Command, CommandDesk } from "../ports/command.ts";
import type { Log } from "../ports/log.ts";
import type { Source } from "../records/source.ts";

export interface AnswerParts {
  readonly commands: readonly Command[];
  readonly desk: Omit<CommandDesk, "commands" | "sources"> & {
    readonly listSources: () => Promise<readonly Source[]>;
  };
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
}
