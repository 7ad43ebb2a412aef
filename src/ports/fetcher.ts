// The open internet, behind the guard: every address is checked, every answer has a limit.

export interface FetchRequest {
  readonly url: string;
  /** Sent as If-None-Match. */
  readonly etag?: string | null;
  /** Sent as If-Modified-Since. */
  readonly lastModified?: string | null;
  /** The Accept header. */
  readonly accept?: string;
}

export type FetchAnswer =
  | { readonly state: "not-modified" }
  | {
      readonly state: "fetched";
      /** The address after redirects. */
      readonly url: string;
      /** Decompressed. */
      readonly body: Uint8Array;
      /** The Content-Type header, lower case, with its parameters; null when there was none. */
      readonly contentType: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
    };

export interface Fetcher {
  /** One GET. Throws FetchError for everything but 200 and 304. Requests to one host run one at a time. */
  fetch(request: FetchRequest): Promise<FetchAnswer>;
  close(): Promise<void>;
}
