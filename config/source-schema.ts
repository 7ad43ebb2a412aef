// What may stand in the list of sources. An error message completes the sentence "… must be".
import { z } from "zod";
import { keepExpected, readKeep } from "../src/language/keep-text.ts";
import type { Source } from "../src/records/source.ts";

const text = (expected: string) => z.string({ error: expected }).trim().min(1, { error: expected });
const checked = (expected: string, isRight: (value: string) => boolean) =>
  text(expected).refine(isRight, { error: expected });

const unitMinutes: Readonly<Record<string, number>> = { m: 1, h: 60, d: 24 * 60 };
const longestMinutes = 7 * 24 * 60;

const minutesOf = (period: string): number =>
  /^\d{1,5}[mhd]$/.test(period) ? Number(period.slice(0, -1)) * (unitMinutes[period.slice(-1)] ?? 0) : 0;

const every = checked("a number and m, h or d, from 1m to 7d, such as 15m", (period) => {
  const minutes = minutesOf(period);
  return minutes >= 1 && minutes <= longestMinutes;
});

const url = checked("an http:// or https:// address without a user name or password", (address) => {
  const parsed = URL.parse(address);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.username === "" && parsed.password === "";
});

const language = checked("a language tag such as zh-TW", (tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
});

const common = {
  id: checked("1 to 40 of a-z, 0-9 and -, such as cna-world", (id) => /^[a-z0-9-]{1,40}$/.test(id)),
  name: text("the publisher's name as readers know it"),
  language: language.exactOptional(),
  every: every.exactOptional(),
  preferred: z.boolean({ error: "true or false" }).exactOptional(),
};
const keep = text(keepExpected).transform((written, { addIssue }) => {
  const read = readKeep(written);
  if (read === null) addIssue({ code: "custom", message: keepExpected });
  return read ?? { by: "nothing" as const };
});
const published = { ...common, url, keep: keep.exactOptional() };
const polled = { ...published, fullText: z.enum(["page", "feed"], { error: "page or feed" }).default("page") };

const selector = text("a CSS selector");
const selectors = z.strictObject(
  {
    item: selector,
    link: selector,
    title: selector.exactOptional(),
    time: selector.exactOptional(),
    summary: selector.exactOptional(),
  },
  { error: "CSS selectors: item and link, and title, time and summary where the page has them" },
);

const source = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ ...polled, kind: z.literal("feed") }),
    z.strictObject({ ...polled, kind: z.literal("page"), selectors }),
    z.strictObject({ ...published, kind: z.literal("sitemap") }),
    z.strictObject({ ...common, kind: z.literal("posts"), path: text("the path of a folder or .tar.gz of posts") }),
  ],
  {
    error: ({ code }) =>
      code === "invalid_union" ? "feed, page, sitemap or posts" : "a source with id, name and kind",
  },
);

/** The whole file, as its author wrote it. */
export const sourcesSchema = z.strictObject(
  { sources: z.array(source, { error: "a list of sources" }) },
  { error: "a list of sources under the key `sources`" },
);

/** A checked source in the desk's own terms; a posts source's path stays as written. */
export function sourceOf({ every: period, ...written }: z.output<typeof source>): Source {
  const stated = period === undefined ? {} : { intervalMinutes: minutesOf(period) };
  switch (written.kind) {
    case "posts":
      return { ...written, ...stated, fullText: "feed" };
    case "sitemap":
      // There is no text in a sitemap.
      return { ...written, ...stated, fullText: "page" };
    default:
      return { ...written, ...stated };
  }
}
