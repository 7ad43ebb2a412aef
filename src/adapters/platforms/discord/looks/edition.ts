// An edition in the look that its channel chose.
import type { Locale } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import type { LookOf } from "../../../../records/look.ts";
import { cardSteps } from "./cards.ts";
import { compactSteps } from "./compact.ts";
import { embedSteps } from "./embed.ts";
import { fullSteps } from "./full.ts";
import type { EditionStep } from "./step.ts";

export interface LookOptions {
  readonly locale: Locale;
  readonly look: LookOf<"discord">;
  /** How a line is written, see language/line-template.ts; the look's own when null. Only `compact` has lines. */
  readonly template: string | null;
}

/** What to post, in order: one message, or as many as Discord's limits ask for where each story has its buttons and picture. It is the same at every try, and no story is cut in two. */
export function renderEdition(edition: Edition, { locale, look, template }: LookOptions): readonly EditionStep[] {
  switch (look) {
    case "cards":
      return cardSteps(edition, locale);
    case "compact":
      return compactSteps(edition, locale, template);
    case "embed":
      return embedSteps(edition, locale);
    case "full":
      return fullSteps(edition, locale);
  }
}
