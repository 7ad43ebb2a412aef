// What somebody may be typing: tags by use, sources by name, headlines by their beginning, in any script.
import { foldText } from "../../language/fold.ts";
import { indexTokens, isPair, type TokenPhrase, tokenPhrase } from "../../language/tokens.ts";
import type { SearchStore } from "../../ports/store.ts";
import { typedBeginning } from "./beginning.ts";
import { characterFacet } from "./facets.ts";
import type { Database } from "./tables.ts";
import type { TextIndex } from "./text-index.ts";
import { begins } from "./tokens-held.ts";

// A name longer than that is not typed to its end.
const longestTyped = 100;
// More are sorted no sooner than met.
const mostSorted = 2000;
// A headline that comes twice is shown once, and not every database can ask for what stands first.
const headlinesRead = 2;
// Above the last character there is.
const afterAll = "\u{10FFFF}";

/** Suggestions as the port describes, over an open database. */
export const suggest =
  (database: Database, textIndex: TextIndex): SearchStore["suggest"] =>
  async (beginning, limit) => {
    const typed = foldText(beginning.slice(0, longestTyped)).trim();
    const phrase = tokenPhrase(typed);
    if (phrase === null) return { tags: [], sources: [], headlines: [] };
    // At once: a server answers them side by side.
    const [tags, sources, headlines] = await Promise.all([
      tagsFrom(database, typed, limit),
      sourcesFrom(database, typed, limit),
      headlinesFrom(database, textIndex, { typed, phrase }, limit),
    ]);
    return { tags, sources, headlines };
  };

async function tagsFrom(database: Database, typed: string, limit: number) {
  const rows = await database
    .selectFrom("tag_uses")
    .select(["tag", "uses as count"])
    .where("tag_key", ">=", typed)
    .where("tag_key", "<", typed + afterAll)
    .orderBy("uses", "desc")
    .orderBy("tag_key")
    .limit(limit)
    .execute();
  return rows.map(({ tag, count }) => ({ tag, count }));
}

/** By the beginning of the id, of the name or of a word in it: 社 is no beginning of 中央社. */
async function sourcesFrom(database: Database, typed: string, limit: number) {
  const sources = await database.selectFrom("sources").select(["id", "name"]).orderBy("name").orderBy("id").execute();
  const begins = ({ id, name }: { id: string; name: string }) => {
    const folded = foldText(name);
    return id.startsWith(typed) || folded.startsWith(typed) || folded.includes(` ${typed}`);
  };
  return sources
    .filter(begins)
    .slice(0, limit)
    .map(({ id, name }) => ({ id, name }));
}

/** From two characters on: a single one begins too many words to collect them all between two letters typed. */
async function headlinesFrom(
  database: Database,
  textIndex: TextIndex,
  { typed, phrase }: { readonly typed: string; readonly phrase: TokenPhrase },
  limit: number,
) {
  const { tokens } = phrase;
  if (Array.from(tokens.join("")).length < 2) return [];
  // A word of letters or digits may be half typed; a pair of characters is whole.
  const isOpen = phrase.endsOpen || !isPair(tokens.at(-1) ?? "");
  const newest = limit * headlinesRead;
  const beginning = typedBeginning(typed);
  const few = beginning === null ? null : await amongFew(database, beginning, newest);
  const rows = few ?? (await amongMany(database, textIndex, phrase, isOpen, newest));
  if (rows.length === 0) return [];
  const articles = await database
    .selectFrom("articles")
    .select(["id as articleId", "headline"])
    .where("row", "in", rows)
    .orderBy("row", "desc")
    .execute();
  const begun = articles.filter(({ headline }) => begins(indexTokens(headline), tokens, isOpen));
  return begun
    .filter(({ headline }, index) => begun.findIndex((one) => one.headline === headline) === index)
    .slice(0, limit);
}

/** The newest of the headlines that begin so; null when there are too many to sort. */
async function amongFew(database: Database, beginning: string, limit: number): Promise<readonly number[] | null> {
  const found = await database
    .with(
      (cte) => cte("beginning").materialized(),
      (begun) =>
        begun
          .selectFrom("headline_beginnings")
          .select("row")
          .where("beginning", ">=", beginning)
          .where("beginning", "<", beginning + afterAll)
          .limit(mostSorted + 1),
    )
    .selectFrom("beginning")
    .select(({ selectFrom, fn }) => [
      "row",
      selectFrom("beginning").select(fn.countAll<number>().as("count")).as("total"),
    ])
    .orderBy("row", "desc")
    .limit(limit)
    .execute();
  return (found[0]?.total ?? 0) > mostSorted ? null : found.map(({ row }) => row);
}

/** Of so many, the newest are soon met among all headlines that hold the words. */
function amongMany(
  database: Database,
  textIndex: TextIndex,
  { tokens, endsOpen }: TokenPhrase,
  isOpen: boolean,
  limit: number,
): Promise<readonly number[]> {
  const last = tokens.at(-1) ?? "";
  // A character that begins a word is looked for as one of the headline: the words that it may begin are too many.
  const isCharacter = endsOpen && tokens.length > 1;
  const whole = isCharacter ? { tokens: tokens.slice(0, -1), endsOpen: false } : { tokens, endsOpen: isOpen };
  return textIndex.newestBeginnings(database, whole, isCharacter ? [characterFacet(last)] : [], limit);
}
