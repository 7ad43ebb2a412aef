// What a search field may offer to somebody who is typing.

/** Each in the order in which they are offered, as published. */
export interface Suggestions {
  /** `count`: the articles that carry the tag. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  readonly headlines: readonly { readonly articleId: string; readonly headline: string }[];
}
