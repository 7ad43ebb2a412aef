// How much is kept, as operators write it: `90d`, `5000 articles`, `200 MB` or `all`.
import type { Keep } from "../records/keep.ts";

/** Completes the sentence "… must be". */
export const keepExpected =
  "all, an age of 7d or more such as 90d, a number such as 5000 articles, or a size such as 200 MB";

// What came in so many days stays in any case: later reports are compared with it.
const fewestDays = 7;

/** Null for what can't be read, and for an age that is too low. */
export function readKeep(text: string): Keep | null {
  const [, count, unit = ""] = /^(\d{1,9}) ?(d|articles?|mb)$/i.exec(text.trim()) ?? [];
  if (count === undefined) return /^all$/i.test(text.trim()) ? { by: "nothing" } : null;
  const number = Number(count);
  if (number === 0) return null;
  if (/^a/i.test(unit)) return { by: "articles", articles: number };
  if (/^m/i.test(unit)) return { by: "size", megabytes: number };
  return number < fewestDays ? null : { by: "age", days: number };
}

/** As `readKeep` reads it. */
export function keepText(keep: Keep): string {
  switch (keep.by) {
    case "nothing":
      return "all";
    case "age":
      return `${keep.days}d`;
    case "articles":
      return `${keep.articles} articles`;
    case "size":
      return `${keep.megabytes} MB`;
  }
}
