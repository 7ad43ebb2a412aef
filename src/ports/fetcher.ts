// The open internet, behind the guard: every address is checked, every answer has a limit.

export interface FetchRequest {
  readonly url: string;
  /** Sent as If-None-Match. */
  readonly etag?: string | null;
  /** Sent as If-Modified-Since. */
  readonly lastModified?: string | null;
  /** The Accept header. */
  readonly accept?: string;
  /** Asked of each address that a redirect leads to, before it is followed: what it throws ends the fetch. */
  readonly checkRedirect?: (url: string) => Promise<void>;
}

/** What every answer tells of the next request. */
interface AnswerTraits {
  /** Where redirects led that are all permanent (301, 308); null when there were none, or one of them is for this time only. */
  readonly movedTo: string | null;
  /** Milliseconds for which the answer stays fresh (Cache-Control max-age; 0 for no-cache); null when it does not say. */
  readonly maxAgeMs: number | null;
}

export type FetchAnswer =
  | ({ readonly state: "not-modified" } & AnswerTraits)
  | (AnswerTraits & {
      readonly state: "fetched";
      /** The address after redirects. */
      readonly url: string;
      /** Decompressed. */
      readonly body: Uint8Array;
      /** The Content-Type header, lower case, with its parameters; null when there was none. */
      readonly contentType: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** The Content-Location header, as sent; null when there was none. */
      readonly contentLocation?: string | null;
      /** The Link header, for the hub that it may name (RFC 8288). */
      readonly link?: string | null;
    });

export interface PostRequest {
  readonly url: string;
  readonly form: Readonly<Record<string, string>>;
}

export interface Fetcher {
  /** One GET. Throws FetchError for everything but 200 and 304. Requests to one registrable domain run one at a time. */
  fetch(request: FetchRequest): Promise<FetchAnswer>;
  /** One POST of a form, within the same guard and limits. What is answered is not read. Throws FetchError for everything but 2xx. */
  post(request: PostRequest): Promise<void>;
  close(): Promise<void>;
}
