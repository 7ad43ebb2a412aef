// Many searches at once against one article: those that it may meet are looked up by what it holds, and only they are judged.
import type { TokenPhrase } from "../../language/tokens.ts";
import type { Query } from "../../records/query.ts";
import { everyArticle, isFacet } from "./facets.ts";
import type { Search } from "./search-expression.ts";
import type { TokenMatch } from "./text-index.ts";
import { holds, type Places, placesOf } from "./tokens-held.ts";

/** A search that waits for articles. `search`: null when it asks for nothing but dates. */
export interface StandingSearch extends Pick<Query, "after" | "before"> {
  readonly id: string;
  readonly search: Pick<Search, "match" | "without"> | null;
}

/** An article as the index of bodies has it. */
interface IndexedArticle {
  /** In reading order. */
  readonly tokens: readonly string[];
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

/** Searches, filed so that an article need not be held against each. */
export class StandingSearches {
  readonly #byKey = new Map<string, StandingSearch[]>();

  file(search: StandingSearch): void {
    for (const key of keysOf(search.search?.match ?? [])) {
      const waiting = this.#byKey.get(key);
      if (waiting) waiting.push(search);
      else this.#byKey.set(key, [search]);
    }
  }

  /** The ids of the searches that the article meets, each as the database would judge it. */
  metBy(article: IndexedArticle): readonly string[] {
    const candidates = new Set(keysIn(article.tokens).flatMap((key) => this.#byKey.get(key) ?? []));
    const places = placesOf(article.tokens);
    return [...candidates].filter((search) => isMet(search, article, places)).map(({ id }) => id);
  }
}

/** A search is filed under the clause that fewest articles hold: an article that meets it holds one of that clause's phrases. */
function keysOf(match: TokenMatch): readonly string[] {
  const rarest = match.reduce<readonly TokenPhrase[]>(
    (best, clause) => (rarityOf(clause) > rarityOf(best) ? clause : best),
    [],
  );
  return rarest.length === 0 ? [everyArticle] : [...new Set(rarest.map(keyOf))];
}

const rarityOf = (clause: readonly TokenPhrase[]): number =>
  clause.length === 0 ? -1 : Math.min(...clause.map(rarityOfPhrase));

// Of what a person asks for, a long phrase is rarer than a short one, and either than a source or language; nothing else is known here.
const rarityOfPhrase = ({ tokens: [first = everyArticle, ...rest] }: TokenPhrase): number =>
  first === everyArticle ? 0 : isFacet(first) ? 1 : 2 + rest.length;

/** Its first two tokens, as far as they are whole. */
function keyOf({ tokens: [first = everyArticle, second, third], endsOpen }: TokenPhrase): string {
  if (second === undefined) return endsOpen ? everyArticle : first;
  return endsOpen && third === undefined ? first : pairKey(first, second);
}

const pairKey = (first: string, second: string): string => `${first} ${second}`;

const keysIn = (tokens: readonly string[]): string[] => [
  ...new Set(tokens.flatMap((token, place) => [token, pairKey(token, tokens[place + 1] ?? "")])),
];

function isMet(
  { search, after, before }: StandingSearch,
  { tokens, publishedAt }: IndexedArticle,
  places: Places,
): boolean {
  if (after !== null && publishedAt < after) return false;
  if (before !== null && publishedAt >= before) return false;
  if (search === null) return true;
  const holdsAny = (clause: readonly TokenPhrase[]) => clause.some((phrase) => holds(phrase, tokens, places));
  return search.match.every(holdsAny) && !search.without?.every(holdsAny);
}
