// What a draft takes.
import { queryOfFilter, readFilter } from "../../src/language/filter-text.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { Filter } from "../../src/records/subscription.ts";
import type { SubscriptionDraft } from "../../src/records/subscription-draft.ts";

/** Its words and its picks together. Throws UserError for words that no search could read. */
export function filterOf({ words, picks }: SubscriptionDraft, { now }: CommandRequest, desk: CommandDesk): Filter {
  const filter = readFilter([words, ...picks].join(" "), desk.sources);
  queryOfFilter(filter, { now, timeZone: desk.timeZone });
  return filter;
}
