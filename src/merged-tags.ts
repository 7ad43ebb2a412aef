// Articles from before a merging rule carry the other spellings: whoever asks for one spelling of a tag is answered for all.
import type { TagRules } from "./language/tag/rules.ts";
import type { Store } from "./ports/store.ts";
import type { Query, Term } from "./records/query.ts";

/** The store, searching, filling editions and judging articles by every spelling that the rules make one. */
export function withMergedTags(store: Store, rules: TagRules): Store {
  return {
    ...store,
    search: (query, limit, offset) => store.search(inAllSpellings(query, rules), limit, offset),
    selectStories: (selection) => store.selectStories({ ...selection, query: inAllSpellings(selection.query, rules) }),
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
