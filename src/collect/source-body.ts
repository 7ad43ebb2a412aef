// What was fetched, as a reader takes it.
import type { FetchAnswer } from "../ports/fetcher.ts";
import type { SourceBody } from "../ports/source-reader.ts";

type Fetched = Extract<FetchAnswer, { readonly state: "fetched" }>;

/** The body with all that its server said of it. */
export const sourceBodyOf = ({ body, url, contentType, contentLocation = null }: Fetched): SourceBody => ({
  bytes: body,
  url,
  contentType,
  contentLocation,
});
