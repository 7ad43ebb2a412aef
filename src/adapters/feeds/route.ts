// The archive as feeds: everything, a tag, a source or a search, in Atom and JSON Feed. Open to whom the room is open to.
import { localeOf } from "../../language/locale.ts";
import { isLocalName } from "../../language/web-address.ts";
import type { Clock } from "../../ports/clock.ts";
import type { HttpRoute } from "../../ports/platform.ts";
import type { SearchStore } from "../../ports/store.ts";
import { UserError } from "../../records/errors.ts";
import type { Source } from "../../records/source.ts";
import type { ArchiveFeed } from "./archive-feed.ts";
import { type AskedFeed, askedFeed } from "./asked-feed.ts";
import { atomOf } from "./atom.ts";
import { answerWith } from "./conditional.ts";
import { jsonFeedOf } from "./json-feed.ts";

export interface FeedParts {
  readonly store: Pick<SearchStore, "newestArticles">;
  readonly listSources: () => Promise<readonly Source[]>;
  readonly clock: Clock;
  readonly timeZone: string;
  /** Where the internet reaches the desk, if it does. */
  readonly publicUrl: string | undefined;
  /** True while only this machine can reach the server. */
  readonly isLocal: boolean;
}

const articlesAPage = 50;

/** `GET /feeds/{all | tag/TAG | source/ID | search}.{atom | json}`, with `?q=` for a search and `?page=`. */
export function feedRoute(parts: FeedParts): HttpRoute {
  return { method: "GET", path: "/feeds/*", handle: (request) => answerFeed(request, parts) };
}

async function answerFeed(request: Request, parts: FeedParts): Promise<Response> {
  const { clock, timeZone, listSources } = parts;
  if (!isOwnName(request, parts)) return refusal(403, "The feeds are open under the desk's own name only.");
  try {
    const asked = askedFeed(new URL(request.url), await listSources(), { now: clock.now(), timeZone });
    const feed = asked && (await readFeed(asked, request, parts));
    if (!asked || !feed) return refusal(404, addresses);
    const isAtom = asked.format === "atom";
    return answerWith(request, isAtom ? atomOf(feed) : jsonFeedOf(feed), {
      ...headers,
      "content-type": `application/${isAtom ? "atom+xml" : "feed+json"}; charset=utf-8`,
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return refusal(400, error.texts[localeOf(request.headers.get("accept-language")?.split(",")[0])]);
  }
}

const addresses =
  "No feed is here. There are /feeds/all.atom, /feeds/tag/TAG.atom, /feeds/source/ID.atom and /feeds/search.atom?q=WORDS, and each as .json.";

const headers = {
  "cache-control": "no-cache",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'",
};

const refusal = (status: number, reason: string): Response =>
  new Response(`${reason}\n`, { status, headers: { ...headers, "content-type": "text/plain; charset=utf-8" } });

// A site whose name was made to resolve to this machine could read a local desk through a reader's browser. Its public name is its own
// too: whoever forwards feeds through a proxy means them to be read.
function isOwnName(request: Request, { isLocal, publicUrl }: FeedParts): boolean {
  return !isLocal || isLocalName(new URL(request.url).hostname) || isPublicName(request, publicUrl);
}

const isPublicName = (request: Request, publicUrl: string | undefined): boolean =>
  new URL(request.url).hostname === URL.parse(publicUrl ?? "")?.hostname;

/** As the reader reaches the desk: a proxy that ends TLS hands on the name, but not the https. */
function baseOf(request: Request, publicUrl: string | undefined): string {
  return isPublicName(request, publicUrl) ? (publicUrl ?? "").replace(/\/$/, "") : new URL(request.url).origin;
}

/** Null for a page behind the last one, and for a source that has no articles. */
async function readFeed(
  asked: AskedFeed,
  request: Request,
  { store, publicUrl }: FeedParts,
): Promise<ArchiveFeed | null> {
  const { title, page, path, wanted } = asked;
  const found = await store.newestArticles(wanted, articlesAPage + 1, (page - 1) * articlesAPage);
  if (found.length === 0 && (page > 1 || "sourceIds" in wanted)) return null;
  const base = baseOf(request, publicUrl);
  const pageUrl = (number: number): string => {
    const first = base + path;
    return number === 1 ? first : `${first}${path.includes("?") ? "&" : "?"}page=${number}`;
  };
  return {
    title,
    home: `${base}/`,
    first: pageUrl(1),
    self: pageUrl(page),
    next: found.length > articlesAPage ? pageUrl(page + 1) : null,
    previous: page > 1 ? pageUrl(page - 1) : null,
    articles: found.slice(0, articlesAPage),
  };
}
