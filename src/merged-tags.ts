// Articles from before a merging rule carry the other spellings: whoever asks for one spelling of a tag is answered for all.
import type { TagRules } from "./language/tag/rules.ts";
import type { Store } from "./ports/store.ts";
import type { Query, Term } from "./records/query.ts";

/** The store, answering every query by all spellings that the rules make one. */
export function withMergedTags(store: Store, rules: TagRules): Store {
  return {
    ...store,
    search: (query, limit, offset) => store.search(inAllSpellings(query, rules), limit, offset),
    newestArticles: (wanted, limit, offset) =>
      store.newestArticles("clauses" in wanted ? inAllSpellings(wanted, rules) : wanted, limit, offset),
    searchesWithNews: (searches, until) =>
      store.searchesWithNews(
        searches.map((search) => ({ ...search, query: inAllSpellings(search.query, rules) })),
        until,
      ),
    openSelection: (wanted) => store.openSelection({ ...wanted, query: inAllSpellings(wanted.query, rules) }),
    judgeArticle: (articleId, query) => store.judgeArticle(articleId, inAllSpellings(query, rules)),
  };
}

function inAllSpellings(query: Query, rules: TagRules): Query {
  const spelled = (term: Term): readonly Term[] =>
    term.kind === "tag" ? rules.spellingsOf(term.text).map((text) => ({ ...term, text })) : [term];
  return {
    ...query,
    clauses: query.clauses.map((clause) => clause.flatMap(spelled)),
    without: query.without.flatMap(spelled),
  };
}
