// Why an article came, or did not: asked by a link, a headline or an article's id.
import type { Hit } from "../records/query.ts";
import type { Why } from "../records/why.ts";

export interface WhyDesk {
  /**
   * The article meant: by its link in any form, by its id, or by its headline. `candidates`: the five likeliest, when a
   * headline may mean several. Throws UserError when there is none.
   */
  find(typed: string): Promise<{ readonly articleId: string } | { readonly candidates: readonly Hit[] }>;
  /** As far as one channel may know; null for the operator, who may know of all. Throws UserError when there is no such article. */
  explain(articleId: string, channelId: string | null): Promise<Why>;
}
