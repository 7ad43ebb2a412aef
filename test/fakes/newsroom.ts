// Publishers on loopback: posts served as feeds and pages, each post from its own time on, by whatever clock is given.
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../../src/ports/clock.ts";
import type { Post } from "../../src/ports/source-reader.ts";

export interface Publisher {
  readonly id: string;
  /** Oldest first. */
  readonly posts: readonly Post[];
  /** "feed": the whole body is in the feed. "page": the feed has headlines, the body is on each item's page. */
  readonly fullText: "feed" | "page";
  /** Items that the feed holds at most; 80 when left out. */
  readonly feedLength?: number;
}

export interface Newsroom {
  readonly url: string;
  /** The feed's address of a publisher. */
  feedUrl(id: string): string;
  /** The address that a post has here. */
  pageUrl(id: string, index: number): string;
  readonly requests: { readonly feeds: number; readonly notModified: number; readonly pages: number };
  close(): Promise<void>;
}

const usualFeedLength = 80;

/** Starts the server. Feeds answer conditional requests with 304 while nothing new came out. */
export async function startNewsroom(publishers: readonly Publisher[], clock: Clock): Promise<Newsroom> {
  const byId = new Map(publishers.map((publisher) => [publisher.id, publisher]));
  const requests = { feeds: 0, notModified: 0, pages: 0 };
  let base = "";
  const pageUrl = (id: string, index: number) => `${base}/${id}/articles/${index}`;
  const server = createServer((request, response) => {
    const [, id = "", kind, index] = (request.url ?? "").split("/");
    const publisher = byId.get(id);
    if (publisher && kind === "feed.xml") return serveFeed(publisher, request, response);
    if (publisher && kind === "articles") return servePage(publisher.posts[Number(index)], response);
    response.writeHead(404).end();
  });

  function serveFeed(publisher: Publisher, request: IncomingMessage, response: ServerResponse): void {
    requests.feeds += 1;
    const published = publisher.posts
      .map((post, index) => ({ post, index }))
      .filter(({ post }) => post.publishedAt <= clock.now());
    const items = published.slice(-(publisher.feedLength ?? usualFeedLength)).reverse();
    const etag = `"${createHash("sha1").update(`${publisher.id} ${published.length}`).digest("hex")}"`;
    if (request.headers["if-none-match"] === etag) {
      requests.notModified += 1;
      response.writeHead(304, { etag }).end();
      return;
    }
    const xml = items
      .map(({ post, index }) => rssItem(post, pageUrl(publisher.id, index), publisher.fullText))
      .join("");
    response.writeHead(200, { "content-type": "application/rss+xml; charset=utf-8", etag });
    response.end(
      `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${publisher.id}</title><link>${base}/${publisher.id}</link>${xml}</channel></rss>`,
    );
  }

  function servePage(post: Post | undefined, response: ServerResponse): void {
    requests.pages += 1;
    if (!post || post.publishedAt > clock.now()) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(articlePage(post));
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: base,
    feedUrl: (id) => `${base}/${id}/feed.xml`,
    pageUrl,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const escapeXml = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}/gu, "").replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

function rssItem(post: Post, url: string, fullText: Publisher["fullText"]): string {
  const content = fullText === "feed" ? `<content:encoded>${escapeXml(post.body)}</content:encoded>` : "";
  const publishedAt = new Date(post.publishedAt).toUTCString();
  return `<item><title>${escapeXml(post.title)}</title><link>${url}</link><guid>${url}</guid><pubDate>${publishedAt}</pubDate>${content}</item>`;
}

function articlePage(post: Post): string {
  const title = escapeXml(post.title);
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title><meta property="og:title" content="${title}"><meta property="article:published_time" content="${new Date(post.publishedAt).toISOString()}"></head><body><header><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav></header><main><article><h1>${title}</h1>${post.body}</article></main><footer><p>Contact · Imprint</p></footer></body></html>`;
}
