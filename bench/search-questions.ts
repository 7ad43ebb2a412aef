// What people ask an archive beside known items, made of its texts: the same each time for the same archive.
import type { KnownItem } from "./known-items.ts";
import type { BenchText } from "./search-texts.ts";

/** `wanted` and `meanings` are null where no one article is the answer. */
export type Asked = Pick<KnownItem, "kind" | "query"> & {
  readonly wanted: number | null;
  readonly meanings: number | null;
};

const queriesAKind = 40;
const stride = 7919;

const kinds: Readonly<Record<string, (text: BenchText) => string | undefined>> = {
  "a common name": ({ tags }) => tags[0],
  "any two characters": ({ headline }) => /\p{Script=Han}{2}/u.exec(headline)?.[0],
  "any one character": ({ headline }) => /\p{Script=Han}/u.exec(headline)?.[0],
  "a phrase of the text": ({ text }) => `"${/\p{Script=Han}{6,12}/u.exec(text.slice(200))?.[0] ?? "記者"}"`,
  "two words of the text": ({ text }) =>
    text
      .match(/\p{Script=Han}{2,4}/gu)
      ?.slice(8, 10)
      .join(" "),
  "words and filters": ({ headline, tags }) =>
    `${/\p{Script=Han}{2}/u.exec(headline)?.[0] ?? ""} after:2023-01-01 tag:${tags[0] ?? "政治"} -台北`,
  "filters alone": ({ tags }) => `tag:${tags[0] ?? "政治"} source:source-7 last:30d`,
};

/** Common words, phrases of texts, filters. */
export function otherQueries(count: number, textOf: (place: number) => BenchText): readonly Asked[] {
  return Object.entries(kinds).flatMap(([kind, queryOf]) =>
    Array.from({ length: queriesAKind }, (_, number) => {
      const query = queryOf(textOf((number * stride + 13) % count));
      return query ? [{ kind, query, wanted: null, meanings: null }] : [];
    }).flat(),
  );
}

const textsBegun = 60;
const longestBeginning = 6;

/** What is typed on the way to tags and headlines, letter by letter. */
export function beginnings(count: number, textOf: (place: number) => BenchText): readonly Asked[] {
  const texts = Array.from({ length: textsBegun }, (_, number) => textOf((number * stride + 13) % count));
  return texts.flatMap(({ headline, tags }) =>
    [headline, ...tags.slice(0, 1)].flatMap((text) =>
      Array.from(text)
        .slice(0, longestBeginning)
        .map((_, end, characters) => ({
          kind: `${end + 1} characters`,
          query: characters.slice(0, end + 1).join(""),
          wanted: null,
          meanings: null,
        })),
    ),
  );
}
