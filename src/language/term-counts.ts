// In how many of the desk's articles a term stands: what is rare among them tells one event from another.

// Two rows of a count-min sketch (Cormode and Muthukrishnan, 2005): a mebibyte counts any number of terms, now and then a little too high.
const rows = 2;
const columns = 1 << 18;
// News forgets: what was rare last year need not be rare now.
const mostArticles = 20_000;
// Among fewer articles everything seems rare.
const fewestArticles = 200;

/** Counts of terms by their hash. What a process counted ends with it. */
export class TermCounts {
  readonly #counts = new Uint16Array(rows * columns);
  readonly #articles = new Map<string, number>();

  /** Counts an article's terms, each once. `language`: BCP 47; terms of a language are rare among its articles. */
  add(language: string, terms: Iterable<number>): void {
    const primary = primaryOf(language);
    const articles = (this.#articles.get(primary) ?? 0) + 1;
    this.#articles.set(primary, articles);
    for (const term of terms) for (const place of placesOf(term)) this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    if (articles >= mostArticles) this.#forget();
  }

  /** Whether enough articles of the language were counted to tell what is rare. */
  knows(language: string): boolean {
    return this.#articlesOf(language) >= fewestArticles;
  }

  /** The term's inverse document frequency among the language's articles, a natural logarithm, 0 at least. */
  rarity(language: string, term: number): number {
    return Math.max(0, Math.log((this.#articlesOf(language) + 1) / (this.#count(term) + 0.5)));
  }

  /** Whether more than one article has the term. */
  isShared(term: number): boolean {
    return this.#count(term) > 1;
  }

  #count(term: number): number {
    return Math.min(...placesOf(term).map((place) => this.#counts[place] ?? 0));
  }

  #articlesOf(language: string): number {
    return this.#articles.get(primaryOf(language)) ?? 0;
  }

  #forget(): void {
    for (const [language, articles] of this.#articles) this.#articles.set(language, articles >> 1);
    for (let place = 0; place < this.#counts.length; place++) this.#counts[place] = (this.#counts[place] ?? 0) >> 1;
  }
}

const primaryOf = (language: string): string => language.split("-", 1)[0] ?? "";

/** The hash is mixed already, so its halves serve as two. */
const placesOf = (term: number): readonly number[] => [
  term & (columns - 1),
  columns + ((Math.imul(term, 0x9e3779b1) >>> 7) & (columns - 1)),
];
