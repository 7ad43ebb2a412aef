// An item's full text from its page, as far as the publisher lets us have it.
import { decodeText } from "../language/decode.ts";
import type { Fetcher } from "../ports/fetcher.ts";
import type { Log } from "../ports/log.ts";
import { FetchError } from "../records/errors.ts";
import { type PageReading, readArticlePage } from "./extract/extract-page.ts";
import type { CheckRobots } from "./robots.ts";

/** A page as it was read, and the address it came from after redirects. */
export type VisitedPage = PageReading & { readonly url: string };

interface PageVisit {
  readonly page: VisitedPage | null;
  /** Whether the next poll should try again: the page is there, but could not be had this time. */
  readonly mayComeLater: boolean;
}

/** Fetches a page and extracts its article. Never throws: without a page, the feed's text serves. */
export type VisitPage = (url: string) => Promise<PageVisit>;

export interface VisitParts {
  readonly fetcher: Pick<Fetcher, "fetch">;
  readonly log: Log;
}

// A site that is down would cost a time-out for each of its items.
const patience = 3;

/** Visits for one poll. After three failures in a row that the site may recover from, it is left alone until the next poll. */
export function createVisits(sourceId: string, checkRobots: CheckRobots, { fetcher, log }: VisitParts): VisitPage {
  let failuresInRow = 0;
  return async (url) => {
    if (failuresInRow >= patience) return { page: null, mayComeLater: true };
    try {
      await checkRobots(url);
      const page = await fetchPage(url, checkRobots, fetcher);
      failuresInRow = 0;
      return { page, mayComeLater: false };
    } catch (error) {
      const mayComeLater = isPassing(error);
      failuresInRow = mayComeLater ? failuresInRow + waitWeight(error) : 0;
      log.debug("a page could not be had; the feed's own text is used", {
        source: sourceId,
        url,
        problem: String(error),
      });
      return { page: null, mayComeLater };
    }
  };
}

async function fetchPage(
  url: string,
  checkRobots: CheckRobots,
  fetcher: Pick<Fetcher, "fetch">,
): Promise<VisitedPage | null> {
  // Feeds link through counters and short addresses: the site that counts is the one at the end.
  const accept = "text/html,application/xhtml+xml,*/*;q=0.1";
  const answer = await fetcher.fetch({ url, accept, checkRedirect: checkRobots });
  if (answer.state === "not-modified") return null;
  const html = decodeText(answer.body, answer.contentType);
  return looksLikePage(html) ? { ...readArticlePage(html, answer.url), url: answer.url } : null;
}

// The content type is not asked: servers send pages as text/plain, and PDFs and pictures as text/html.
const looksLikePage = (text: string): boolean =>
  /<(!doctype|!--|html|head|body|meta|title|main|article|div|p)\b/i.test(text.slice(0, 8192));

const isPassing = (error: unknown): boolean =>
  error instanceof FetchError &&
  (error.code === "timeout" || error.code === "connection" || error.retryAfterMs !== undefined);

// A server that asks us to wait need not say it three times.
const waitWeight = (error: unknown): number =>
  error instanceof FetchError && error.retryAfterMs !== undefined ? patience : 1;
