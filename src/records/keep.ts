// How much of a source's past the archive keeps.

/** What is older, or beyond the newest so many articles or megabytes of text, is removed. */
export type KeepLimit =
  | { readonly by: "age"; readonly days: number }
  | { readonly by: "articles"; readonly articles: number }
  | { readonly by: "size"; readonly megabytes: number };

export type Keep = { readonly by: "nothing" } | KeepLimit;
