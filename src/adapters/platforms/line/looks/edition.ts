// An edition in the look that its channel chose.
import type { messagingApi } from "@line/bot-sdk";
import { digestTitle } from "../../../../language/phrases.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import type { LookOf } from "../../../../records/look.ts";
import { textMessage } from "../flex.ts";
import { cardsMessages } from "./cards.ts";
import { listMessages } from "./list.ts";
import { textMessages } from "./text.ts";

const byLook = { cards: cardsMessages, list: listMessages, text: textMessages };

/**
 * What to push: `most` messages at most, one of the looks `cards` and `list`. Each story is in it once, or counted in what says how many more
 * there are; no story is cut in two.
 */
export function renderEdition(
  edition: Edition,
  { locale, look, most = 5 }: { readonly locale: Locale; readonly look: LookOf<"line">; readonly most?: number },
): messagingApi.Message[] {
  if (edition.cards.length > 0) return byLook[look](edition, locale, most);
  return [textMessage(digestTitle(edition.publishedAt, edition.timeZone, locale))];
}
