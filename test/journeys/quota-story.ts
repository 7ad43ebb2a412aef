// What is told of a desk whose month is short: days with news, and what was shown of them.
import { articleEntry } from "../fakes/articles.ts";
import type { QuotaDesk } from "./quota-desk.ts";

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** Half an hour before the digests, on a day that is the same in Taipei and Japan. */
export const morning = Date.parse("2026-12-10T07:30:00+08:00");
export const daily = { kind: "daily", hour: 8, minute: 0 } as const;

/** The headlines that a notification tells. */
export const headlinesOf = (altText = ""): readonly string[] => altText.split("\n• ");

export function storyOf(desk: QuotaDesk) {
  const news = (...headlines: readonly string[]) =>
    desk.store.archive(
      headlines.map((headline) => articleEntry({ headline, sourceId: "harbour", at: desk.clock.now() - 1000 })),
    );
  return {
    news,
    /** Moves on to the next eight o'clock, with news of just before it. */
    nextDay: async (...headlines: readonly string[]) => {
      const intoDay = (desk.clock.now() - morning) % dayMs;
      desk.clock.moveTo(desk.clock.now() + ((24.5 * hourMs - intoDay) % dayMs || dayMs));
      await news(...headlines);
    },
    /** How, to whom and with which headlines each edition was shown. */
    shown: () =>
      desk.line.sent.flatMap(({ kind, to, messages }) =>
        messages.flatMap(({ type, altText }) =>
          type === "flex" ? [[kind, to[0], headlinesOf(altText).toSorted()] as const] : [],
        ),
      ),
    texts: () => desk.line.sent.flatMap(({ messages }) => messages.flatMap(({ text }) => text ?? [])),
    refusals: () => desk.log.lines.filter((line) => line.startsWith("edition held back")),
  };
}
