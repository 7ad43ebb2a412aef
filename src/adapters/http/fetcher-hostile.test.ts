// The fetcher with servers that mean harm.
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, type Handler, type LoopbackSite, openLoopbackSite } from "../../../test/fakes/loopback-site.ts";
import type { Fetcher } from "../../ports/fetcher.ts";
import { FetchError } from "../../records/errors.ts";
import { createFetcher } from "./fetcher.ts";
import type { FetchLimits } from "./limits.ts";

const limits: Partial<FetchLimits> = { bodyBytes: 50_000, headerBytes: 4_000, redirects: 5 };
let site: LoopbackSite;
let fetcher: Fetcher;

beforeAll(async () => {
  site = await openLoopbackSite();
  fetcher = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks: true, limits });
});

afterAll(async () => {
  await fetcher.close();
  await site.close();
});

const redirectStatus = (status: number, location: string): Handler => answer(status, { location });
const redirectTo = (location: string): Handler => redirectStatus(302, location);

async function failureOf(url: string, by: Fetcher = fetcher): Promise<FetchError> {
  const failure = await by.fetch({ url }).catch((error: unknown) => error);
  if (!(failure instanceof FetchError)) throw new Error(`${url} did not fail as it should`, { cause: failure });
  return failure;
}

const drip: Handler = (_, response) => {
  const dripping = setInterval(() => response.write("."), 5);
  response.on("close", () => clearInterval(dripping));
};

const dripHeaders: Handler = (request) => {
  const { socket } = request;
  socket.write("HTTP/1.1 200 OK\r\n");
  let lines = 0;
  const dripping = setInterval(() => socket.write(`x-${lines++}: 1\r\n`), 5);
  socket.on("close", () => clearInterval(dripping));
};

describe("a hostile body", () => {
  it("that never ends is left at the limit", async () => {
    const url = site.serve("/endless", (_, response) => {
      const chunk = Buffer.alloc(16_384, "x");
      const pour = () => {
        while (response.write(chunk));
      };
      response.on("drain", pour);
      pour();
    });
    expect(await failureOf(url)).toMatchObject({ code: "too-large" });
  });

  it.each([
    ["drips", drip],
    ["never begins", () => {}],
  ])("that %s is left when the time is over", async (_, handle) => {
    const impatient = createFetcher({
      userAgent: "Lede/test",
      allowPrivateNetworks: true,
      limits: { totalMs: 100 },
    });
    expect(await failureOf(site.serve("/slow", handle), impatient)).toMatchObject({ code: "timeout" });
    await impatient.close();
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["zstd", zstdCompressSync],
    ["deflate", deflateSync],
  ])("that is a %s bomb stops at the limit", async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(20_000_000));
    expect(bomb.length).toBeLessThan(50_000);
    expect(await failureOf(site.serve("/bomb", answer(200, { "content-encoding": encoding }, bomb)))).toMatchObject({
      code: "too-large",
    });
  });

  it.each([
    ["gzip", "not gzip at all"],
    ["gzip", gzipSync("cut short").subarray(0, 15)],
    ["compress", "unknown"],
    ["constructor", "inherited"],
    ["gzip, gzip, gzip", "thrice"],
  ])("in %s that can't be undone is refused", async (encoding, body) => {
    const url = site.serve("/garbled", answer(200, { "content-encoding": encoding }, body));
    expect(await failureOf(url)).toMatchObject({ code: "decoding" });
  });

  it("with headers beyond the limit is refused", async () => {
    const url = site.serve("/headers", answer(200, { "x-filler": "x".repeat(8_000) }));
    expect(await failureOf(url)).toMatchObject({ code: "too-large" });
  });

  it("with more header lines than the limit is refused, however short they are", async () => {
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, number) => [`x-${number}`, "1"]));
    const url = site.serve("/many-headers", answer(200, many));
    expect(await failureOf(url)).toMatchObject({ code: "too-large", message: expect.stringContaining("headers") });
  });

  it.each<[string, Handler]>([
    ["nothing", () => {}],
    ["one header after the other without an end", dripHeaders],
  ])("that is preceded by %s is left when the time to begin is over", async (_, handle) => {
    const limits = { firstByteMs: 100 };
    const impatient = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks: true, limits });
    const failure = await failureOf(site.serve("/late", handle), impatient);
    expect(failure).toMatchObject({ code: "timeout", message: expect.stringContaining("did not begin") });
    await impatient.close();
  });

  it("may take longer than the time to begin, once it has begun", async () => {
    const limits = { firstByteMs: 100 };
    const patient = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks: true, limits });
    const url = site.serve("/long", (_, response) => {
      response.write("begun");
      setTimeout(() => response.end(", done"), 200);
    });
    const fetched = await patient.fetch({ url });
    expect(fetched.state === "fetched" && Buffer.from(fetched.body).toString()).toBe("begun, done");
    await patient.close();
  });

  it.each([
    ["a feed", "image/png", "<rss/>"],
    ["a picture", "application/rss+xml", "\u0089PNG\r\n\u001a\n"],
    ["a page", 'text/html; charset="><script>', "<html>"],
  ])("that is %s but calls itself %s is handed on as the bytes that it is", async (_, contentType, body) => {
    const url = site.serve("/lie", answer(200, { "content-type": contentType }, body));
    const fetched = await fetcher.fetch({ url });
    expect(fetched).toMatchObject({ state: "fetched", body: Buffer.from(body) });
  });

  it("that breaks off is refused", async () => {
    const url = site.serve("/broken", (_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    });
    expect(await failureOf(url)).toMatchObject({ code: "connection" });
  });
});

describe("a redirect", () => {
  it("is followed, and the answer names the address it ended at", async () => {
    const last = site.serve("/last", answer(200, {}, "arrived"));
    const first = site.serve("/first", redirectTo("/second"));
    site.serve("/second", answer(308, { location: last }));
    expect(await fetcher.fetch({ url: first })).toMatchObject({ state: "fetched", url: last });
  });

  it("in a circle is refused", async () => {
    site.serve("/there", redirectTo("/back"));
    expect(await failureOf(site.serve("/back", redirectTo("/there")))).toMatchObject({ code: "redirects" });
  });

  it("is refused when it is the sixth", async () => {
    const urls = [0, 1, 2, 3, 4, 5].map((n) => site.serve(`/hop${n}`, redirectTo(`/hop${n + 1}`)));
    site.serve("/hop6", answer(200));
    expect(await failureOf(urls[0] ?? "")).toMatchObject({ code: "redirects" });
    expect(await fetcher.fetch({ url: urls[1] ?? "" })).toMatchObject({ state: "fetched" });
  });

  it.each(["http://169.254.169.254/latest/meta-data/", "http://[::ffff:a9fe:a9fe]/", "http://0xa9fea9fe/"])(
    "to the cloud's metadata at %s is refused even where private networks are allowed",
    async (target) => {
      expect(await failureOf(site.serve("/sly", redirectTo(target)))).toMatchObject({ code: "address-refused" });
    },
  );

  it.each([
    "file:///etc/passwd",
    "javascript:alert(1)",
    "http://user:secret@127.0.0.1/",
    "http://",
    "http://127.0.0.1:25/",
    "http://127.0.0.1:022/",
    "https://127.0.0.1:6667/",
  ])("to %s is refused", async (target) => {
    const failure = await failureOf(site.serve("/odd", redirectTo(target)));
    expect(failure).toMatchObject({ code: "bad-url" });
    expect(failure.message).not.toContain("secret");
  });
});

describe("without ALLOW_PRIVATE_NETWORKS", () => {
  const guarded = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks: false, limits });
  afterAll(() => guarded.close());

  it.each(["127.0.0.1", "localhost", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"])(
    "%s is refused before anything is sent",
    async (host) => {
      let requests = 0;
      site.serve("/inside", () => {
        requests += 1;
      });
      const { port } = new URL(site.origin);
      expect(await failureOf(`http://${host}:${port}/inside`, guarded)).toMatchObject({ code: "address-refused" });
      expect(requests).toBe(0);
    },
  );

  it("a name is refused when one of its addresses is private", async () => {
    const mixed = createFetcher({
      userAgent: "Lede/test",
      allowPrivateNetworks: false,
      limits,
      resolve: ((_name: string, _options: object, callback: (...results: unknown[]) => void) =>
        callback(null, [
          { address: "93.184.215.14", family: 4 },
          { address: "10.0.0.7", family: 4 },
        ])) as never,
    });
    const failure = await failureOf("http://news.example/feed", mixed);
    expect(failure).toMatchObject({ code: "address-refused" });
    expect(failure.message).toContain("ALLOW_PRIVATE_NETWORKS");
    await mixed.close();
  });
});

it("a name that leads to an open address once and to a refused one the next time is refused the next time", async () => {
  let lookups = 0;
  const rebound = createFetcher({
    userAgent: "Lede/test",
    allowPrivateNetworks: true,
    resolve: ((_name: string, _options: object, callback: (...results: unknown[]) => void) =>
      callback(null, [{ address: lookups++ === 0 ? "127.0.0.1" : "169.254.169.254", family: 4 }])) as never,
  });
  site.serve("/rebind", answer(200, { connection: "close" }));
  const { port } = new URL(site.origin);
  const url = `http://rebind.example:${port}/rebind`;
  expect(await rebound.fetch({ url })).toMatchObject({ state: "fetched" });
  expect(await failureOf(url, rebound)).toMatchObject({ code: "address-refused" });
  await rebound.close();
});

describe("a posted form", () => {
  it("is sent once with its fields, and again only by a redirect that keeps the method", async () => {
    const seen: string[] = [];
    const receive: Handler = async (request, response) => {
      const chunks = await request.toArray();
      seen.push(`${request.method} ${request.headers["content-type"]} ${Buffer.concat(chunks).toString()}`);
      response.writeHead(202).end();
    };
    site.serve("/hub", receive);
    await fetcher.post({ url: site.serve("/moved", redirectStatus(307, "/hub")), form: { "hub.mode": "a b&c" } });
    expect(seen).toEqual(["POST application/x-www-form-urlencoded hub.mode=a+b%26c"]);
    await fetcher.post({ url: `${site.origin}/hub`, form: {} });
    expect(seen.at(-1)).toBe("POST application/x-www-form-urlencoded ");
    const seeOther = site.serve("/see-other", redirectStatus(303, "/hub"));
    await expect(fetcher.post({ url: seeOther, form: {} })).rejects.toMatchObject({ code: "http-status" });
    expect(seen).toHaveLength(2);
  });

  it("never reaches a private address, not even by a redirect", async () => {
    const guarded = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks: false });
    const post = (by: Fetcher, url: string) => by.post({ url, form: {} });
    await expect(post(guarded, site.serve("/hub", answer(202)))).rejects.toMatchObject({ code: "address-refused" });
    const sly = site.serve("/sly", redirectStatus(308, "http://169.254.169.254/"));
    await expect(post(fetcher, sly)).rejects.toMatchObject({ code: "address-refused" });
    await guarded.close();
  });
});
