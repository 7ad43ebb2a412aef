// What a subscription takes, as it was typed or chosen.
import { queryOfFilter, readFilter } from "../../src/language/filter-text.ts";
import type { QueryContext } from "../../src/language/query.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { Filter } from "../../src/records/subscription.ts";
import type { SubscriptionDraft } from "../../src/records/subscription-draft.ts";
import { endedAlready } from "./errors.ts";

/** Throws UserError for words that no search could read, which would fail at every edition, and for dates that have passed. */
export function standingFilter(
  typed: string,
  { sources }: Pick<CommandDesk, "sources">,
  context: QueryContext,
): Filter {
  const filter = readFilter(typed, sources);
  const { before } = queryOfFilter(filter, context);
  if (before !== null && before <= context.now) throw endedAlready();
  return filter;
}

/** A draft's words and its picks together. Throws as `standingFilter` does. */
export const filterOf = ({ words, picks }: SubscriptionDraft, { now }: CommandRequest, desk: CommandDesk): Filter =>
  standingFilter([words, ...picks].join(" "), desk, { now, timeZone: desk.timeZone });
