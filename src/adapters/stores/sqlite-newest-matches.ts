// Finds the newest matches on SQLite. FTS5 collects all that begins with a character before it gives one row, of a million articles for half
// a second: of a phrase that ends in a lone character, as 2024年 does, what comes before it is walked, and the texts are read.
import { foldText } from "../../language/fold.ts";
import { indexTokens, type TokenPhrase } from "../../language/tokens.ts";
import { characterFacet, isFacet } from "./facets.ts";
import { walkMatches } from "./newest-matches.ts";
import type { Database } from "./tables.ts";
import type { IndexName, NewestMatches, TextIndex, TokenMatch, WantedRows } from "./text-index.ts";
import { holds, placesOf } from "./tokens-held.ts";

type Clause = TokenMatch[number];

// Beyond the page, so many matches are counted in texts.
const mostLookedUp = 20;
// While FTS5 collects what begins with a character that so many headlines have, an article can be read.
const headlinesAnArticle: Readonly<Record<IndexName, number>> = { headline_index: 256, body_index: 32 };
const mostRead = 1000;
const fewestRead = 32;
const mostAtOnce = 256;

/** As `TextIndex.newestMatches`. A phrase that ends in a common lone character is counted up to `mostLookedUp` beyond the page. */
export async function newestSqliteMatches(
  database: Database,
  textIndex: TextIndex,
  wanted: WantedRows,
): Promise<NewestMatches> {
  const loose = wanted.match.filter(isLoose);
  const worthReading = await articlesWorthReading(database, textIndex, wanted.index, loose);
  const found = worthReading < fewestRead ? null : await amongLoose(database, textIndex, wanted, loose, worthReading);
  return found ?? walkMatches(database, textIndex, wanted);
}

/** How many articles can be read in the time that FTS5 takes. */
async function articlesWorthReading(
  database: Database,
  textIndex: TextIndex,
  index: IndexName,
  loose: TokenMatch,
): Promise<number> {
  const ends = loose
    .flat()
    .flatMap((phrase) => (hasLoneEnd(phrase) ? [characterFacet(phrase.tokens.at(-1) ?? "")] : []));
  if (ends.length === 0) return 0;
  const counts = await textIndex.headlineCounts(database, [...new Set(ends)]);
  return Math.min(mostRead, Math.max(0, ...counts.values()) / headlinesAnArticle[index]);
}

/** What its texts can tell, and has a phrase with a lone end: FTS5 alone knows an article's facets. */
const isLoose = (clause: Clause): boolean =>
  clause.some(hasLoneEnd) && !clause.some(({ tokens }) => tokens.some(isFacet));

const hasLoneEnd = ({ tokens, endsOpen }: TokenPhrase): boolean => endsOpen && tokens.length > 1;

/** Matches among what holds the phrases but for their lone ends, newest first; null when too few of those hold all. */
async function amongLoose(
  database: Database,
  textIndex: TextIndex,
  wanted: WantedRows,
  clauses: readonly Clause[],
  worthReading: number,
): Promise<NewestMatches | null> {
  const enough = Math.min(wanted.most, wanted.limit + mostLookedUp);
  const match = wanted.match.flatMap((clause) =>
    clauses.includes(clause) ? loosened(clause, wanted.index) : [clause],
  );
  const found: number[] = [];
  let last = Number.MAX_SAFE_INTEGER;
  let read = 0;
  for (let atOnce = fewestRead; read < worthReading; atOnce = Math.min(atOnce * 2, mostAtOnce)) {
    const articles = await readOlder(database, textIndex, { ...wanted, match, limit: atOnce }, last);
    for (const { row, text } of articles) if (clauses.every((clause) => holdsAny(clause, text))) found.push(row);
    if (articles.length < atOnce) return newest(found, wanted.limit, enough, false);
    if (found.length > Math.max(wanted.limit - 1, enough)) return newest(found, wanted.limit, enough, true);
    last = articles.at(-1)?.row ?? 0;
    read += atOnce;
  }
  return found.length >= wanted.limit ? newest(found, wanted.limit, enough, true) : null;
}

function newest(found: readonly number[], limit: number, enough: number, isMore: boolean): NewestMatches {
  const isCounted = !isMore && found.length <= enough;
  return { rows: found.slice(0, limit), total: Math.min(found.length, enough), isCounted };
}

/** The clause without lone ends; a headline has its characters as facets, which is some of what it loses. */
function loosened(clause: Clause, index: IndexName): TokenMatch {
  const phrases = clause.map((phrase) =>
    hasLoneEnd(phrase) ? { tokens: phrase.tokens.slice(0, -1), endsOpen: false } : phrase,
  );
  const [only] = clause;
  if (index !== "headline_index" || clause.length > 1 || only === undefined) return [phrases];
  return [phrases, [{ tokens: [characterFacet(only.tokens.at(-1) ?? "")], endsOpen: false }]];
}

/** The next articles that match before the row, with their folded texts. */
async function readOlder(
  database: Database,
  textIndex: TextIndex,
  { index, match, without, conditions, limit }: WantedRows,
  before: number,
): Promise<readonly { readonly row: number; readonly text: string }[]> {
  const articles = await database
    .selectFrom(index)
    .innerJoin("articles", "articles.row", `${index}.rowid`)
    .select(["articles.row", "headline"])
    .$if(index === "body_index", (query) => query.select("text"))
    .where(without === null ? textIndex.isMatch(index, match) : textIndex.isMatchWithout(index, match, without))
    .where((select) => select.and(conditions))
    .where(`${index}.rowid`, "<", before)
    .orderBy(`${index}.rowid`, "desc")
    .limit(limit)
    .execute();
  return articles.map(({ row, headline, text = "" }) => ({ row, text: foldText(`${headline}\n${text}`) }));
}

const holdsAny = (clause: Clause, text: string): boolean => clause.some((phrase) => holdsPhrase(phrase, text));

// Before and behind a token, that a phrase of some tokens and the marks between them is within.
const around = 40;

/** Judges what stands around the rarer end alone: to tell a whole text's tokens takes ten times as long. */
function holdsPhrase(phrase: TokenPhrase, text: string): boolean {
  const anchor = phrase.tokens.at(hasLoneEnd(phrase) ? -2 : -1) ?? "";
  const before = around + phrase.tokens.join(" ").length;
  for (let place = text.indexOf(anchor); place >= 0; place = text.indexOf(anchor, place + 1)) {
    if (hasLoneEnd(phrase) && !goesOnWith(phrase.tokens.at(-1) ?? "", text, place + anchor.length)) continue;
    const start = Math.max(0, place - before);
    const tokens = indexTokens(text.slice(start, place + anchor.length + around));
    // What is cut off in front may be a part of a word.
    if (holds(phrase, tokens, placesOf(start === 0 ? tokens : ["", ...tokens.slice(1)]))) return true;
  }
  return false;
}

/** Whether the next character that belongs to a token is this one. */
function goesOnWith(character: string, text: string, place: number): boolean {
  const [next] = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/u.exec(text.slice(place, place + around)) ?? [];
  return next === character;
}
