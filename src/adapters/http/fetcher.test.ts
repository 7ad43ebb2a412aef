// The fetcher with servers that mean well.
import type { IncomingMessage } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, type Handler, type LoopbackSite, openLoopbackSite } from "../../../test/fakes/loopback-site.ts";
import type { Fetcher } from "../../ports/fetcher.ts";
import { FetchError } from "../../records/errors.ts";
import { createFetcher } from "./fetcher.ts";
import type { FetchLimits } from "./limits.ts";

const now = Date.UTC(2026, 10, 23, 8, 0, 0);
const limits: Partial<FetchLimits> = { bodyBytes: 50_000, headerBytes: 4_000, redirects: 5 };
let site: LoopbackSite;
let fetcher: Fetcher;

beforeAll(async () => {
  site = await openLoopbackSite();
  fetcher = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks: true, now: () => now, limits });
});

afterAll(async () => {
  await fetcher.close();
  await site.close();
});

async function failureOf(url: string, by: Fetcher = fetcher): Promise<FetchError> {
  const failure = await by.fetch({ url }).catch((error: unknown) => error);
  if (!(failure instanceof FetchError)) throw new Error(`${url} did not fail as it should`, { cause: failure });
  return failure;
}

async function textOf(url: string): Promise<string> {
  const fetched = await fetcher.fetch({ url });
  return fetched.state === "fetched" ? Buffer.from(fetched.body).toString() : fetched.state;
}

describe("an answer", () => {
  it("comes with what the next conditional request needs", async () => {
    const headers = {
      "content-type": "Text/XML; Charset=Big5",
      etag: 'W/"7"',
      "last-modified": "yesterday",
      link: '<https://hub.example/>; rel="hub"',
      "content-location": "https://other.example/feed.xml",
    };
    const url = site.serve("/feed", answer(200, headers, "<rss/>"));
    expect(await fetcher.fetch({ url: `${url}#top` })).toEqual({
      state: "fetched",
      url,
      body: Buffer.from("<rss/>"),
      contentType: "text/xml; charset=big5",
      contentLocation: "https://other.example/feed.xml",
      etag: 'W/"7"',
      lastModified: "yesterday",
      link: '<https://hub.example/>; rel="hub"',
      movedTo: null,
      maxAgeMs: null,
    });
  });

  it("is 'not modified' when the server says so, and the request carries tag, time and our name", async () => {
    let seen: IncomingMessage["headers"] = {};
    const url = site.serve("/same", (request, response) => {
      seen = request.headers;
      response.writeHead(304).end();
    });
    const state = await fetcher.fetch({ url, etag: '"7"', lastModified: "Mon, 23 Nov 2026 08:00:00 GMT" });
    expect(state).toEqual({ state: "not-modified", movedTo: null, maxAgeMs: null });
    expect(seen).toMatchObject({
      "if-none-match": '"7"',
      "if-modified-since": "Mon, 23 Nov 2026 08:00:00 GMT",
      "user-agent": "Lede/test",
      connection: "close",
    });
  });

  it("is the bytes as sent when the content type lies: telling what they are is the reader's part", async () => {
    const url = site.serve("/lie", answer(200, { "content-type": "image/png" }, "<rss/>"));
    expect(await textOf(url)).toBe("<rss/>");
  });

  it.each([
    ["gzip", gzipSync],
    ["x-gzip", gzipSync],
    ["br", brotliCompressSync],
    ["zstd", zstdCompressSync],
    ["deflate", deflateSync],
    ["Deflate", deflateRawSync],
  ])("in %s is decompressed", async (encoding, compress) => {
    const url = site.serve("/packed", answer(200, { "content-encoding": encoding }, compress(Buffer.from("高雄"))));
    expect(await textOf(url)).toBe("高雄");
  });

  it("compressed twice is decompressed twice, last one first", async () => {
    const body = brotliCompressSync(gzipSync(Buffer.from("twice")));
    expect(await textOf(site.serve("/twice", answer(200, { "content-encoding": "gzip, br" }, body)))).toBe("twice");
  });
});

describe("an address", () => {
  it.each(["ftp://news.example/feed", "no address", "http://editor:secret@news.example/", "file:///etc/passwd", ""])(
    "such as '%s' is refused, and not repeated in the message",
    async (url) => {
      const failure = await failureOf(url);
      expect(failure).toMatchObject({ code: "bad-url" });
      expect(failure.message).not.toContain("secret");
    },
  );

  it("is named in a failure without its query, which may hold a key", async () => {
    const failure = await failureOf(`${site.serve("/keyed", answer(403))}?key=secret`);
    expect(failure.message).toContain(`${site.origin}/keyed?… answered 403`);
    expect(failure.message).not.toContain("secret");
  });

  it("that nobody serves is a failure to connect", async () => {
    const closed = await openLoopbackSite();
    await closed.close();
    expect(await failureOf(closed.origin)).toMatchObject({ code: "connection" });
  });
});

describe("a busy server", () => {
  it.each([
    [503, "30", 30_000],
    [429, "Mon, 23 Nov 2026 08:02:00 GMT", 120_000],
    [500, "30", undefined],
    [503, "whenever", undefined],
  ])("that answers %i with Retry-After %s is left alone for %s ms", async (status, header, waitMs) => {
    const own = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks: true, now: () => now });
    const url = site.serve("/busy", answer(status, { "retry-after": header }));
    await expect(own.fetch({ url })).rejects.toMatchObject({ code: "http-status", retryAfterMs: waitMs });
    await own.close();
  });

  it("that is asked too often is asked nothing more, not by another source either, until the wait is over", async () => {
    let time = now;
    const own = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks: true, now: () => time });
    const busy = site.serve("/world", answer(429, { "retry-after": "60" }));
    let requests = 0;
    const other = site.serve("/sport", (_, response) => {
      requests += 1;
      response.end("feed");
    });
    await expect(own.fetch({ url: busy })).rejects.toMatchObject({ retryAfterMs: 60_000 });
    time += 20_000;
    await expect(own.fetch({ url: other })).rejects.toMatchObject({ status: 429, retryAfterMs: 40_000 });
    expect(requests).toBe(0);
    time += 40_000;
    expect(await own.fetch({ url: other })).toMatchObject({ state: "fetched" });
    await own.close();
  });
});

describe("one host", () => {
  it("is asked one thing at a time, also after a failure", async () => {
    let atOnce = 0;
    let most = 0;
    const handle: Handler = (request, response) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      setImmediate(() => {
        atOnce -= 1;
        response.writeHead(request.url?.endsWith("1") ? 500 : 200).end();
      });
    };
    const url = site.serve("/queue", handle);
    const ends = await Promise.allSettled([0, 1, 2, 3, 4].map((n) => fetcher.fetch({ url: `${url}?n=${n}` })));
    expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled", "fulfilled"]);
    expect(most).toBe(1);
  });

  it("does not hold up another one", async () => {
    let release = (): void => {};
    const slowUrl = site.serve("/slow", (_, response) => {
      release = () => response.end("slow");
    });
    const slow = textOf(slowUrl);
    const { port } = new URL(site.origin);
    site.serve("/quick", answer(200, {}, "quick"));
    expect(await textOf(`http://localhost:${port}/quick`)).toBe("quick");
    release();
    expect(await slow).toBe("slow");
  });
});
