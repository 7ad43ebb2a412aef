// What robots.txt allows, from a site on loopback.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CollectBench, openCollectBench } from "../../test/fakes/collect-parts.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../../test/fakes/loopback-site.ts";
import { createRobots } from "./robots.ts";

const now = Date.UTC(2026, 10, 23, 8, 0, 0);
const hour = 60 * 60_000;
let site: LoopbackSite;
let bench: CollectBench;

beforeEach(async () => {
  site = await openLoopbackSite();
  bench = openCollectBench(now);
});

afterEach(async () => {
  await bench.close();
  await site.close();
});

/** Serves the rules; gives back how often they were asked for. */
function serveRules(rules: string, status = 200): () => number {
  let requests = 0;
  site.serve("/robots.txt", (request, response) => {
    requests += 1;
    answer(status, { "content-type": "text/plain" }, rules)(request, response);
  });
  return () => requests;
}

const check = (path: string) => createRobots(bench.parts)(site.origin + path);
const isAllowed = (path: string) =>
  check(path).then(
    () => true,
    () => false,
  );

describe("robots.txt", () => {
  it("decides for everybody by the longest rule that matches", async () => {
    serveRules("User-agent: *\nDisallow: /news/\nAllow: /news/open/\nDisallow: /*.pdf$");
    expect(await isAllowed("/sport/1")).toBe(true);
    expect(await isAllowed("/news/1")).toBe(false);
    expect(await isAllowed("/news/open/1")).toBe(true);
    expect(await isAllowed("/sport/1.pdf")).toBe(false);
  });

  it("with rules for us has no others for us", async () => {
    serveRules(
      "User-agent: *\nDisallow: /\n\nUser-agent: OtherBot\nUser-agent: Lede/1.0\nDisallow: /private/ # keep out",
    );
    expect(await isAllowed("/news/1")).toBe(true);
    expect(await isAllowed("/private/1")).toBe(false);
  });

  it("with rules for others only leaves us free", async () => {
    serveRules("User-agent: OtherBot\nDisallow: /");
    expect(await isAllowed("/news/1")).toBe(true);
  });

  it("is in the refusal, which names the file and what to do", async () => {
    serveRules("User-agent: *\nDisallow: /");
    await expect(check("/news/1")).rejects.toMatchObject({ code: "robots", retryAfterMs: undefined });
    await expect(check("/news/1")).rejects.toThrow(`${site.origin}/robots.txt forbids`);
  });

  it.each([404, 403, 410])("that is answered with %s allows everything", async (status) => {
    serveRules("", status);
    expect(await isAllowed("/news/1")).toBe(true);
  });

  it.each([503, 429])("that can't be had now, as %s says, closes the site for an hour", async (status) => {
    serveRules("", status);
    await expect(check("/news/1")).rejects.toMatchObject({ code: "robots", retryAfterMs: hour });
    serveRules("User-agent: *\nAllow: /");
    expect(await isAllowed("/news/1")).toBe(false);
    bench.clock.advance(hour + 1);
    expect(await isAllowed("/news/1")).toBe(true);
  });

  it("is asked for once a day", async () => {
    const requests = serveRules("User-agent: *\nDisallow: /news/");
    await isAllowed("/news/1");
    await isAllowed("/sport/1");
    expect(requests()).toBe(1);
    bench.clock.advance(24 * hour + 1);
    await isAllowed("/news/1");
    expect(requests()).toBe(2);
  });

  it("that leads round in circles, or is a page, allows everything", async () => {
    site.serve("/robots.txt", answer(302, { location: "/robots.txt" }));
    expect(await isAllowed("/news/1")).toBe(true);
    bench.clock.advance(24 * hour + 1);
    serveRules("<!doctype html><p>Not found. Disallow: /");
    expect(await isAllowed("/news/1")).toBe(true);
  });

  it("of a hostile site is read at once: of agents without end, and patterns that match everywhere", async () => {
    const agents = "User-agent: *\nUser-agent: lede\n".repeat(20_000);
    const rules = `Disallow: /${"*a".repeat(500)}b\n`.repeat(1000);
    serveRules(agents + "Disallow: /x\n".repeat(20_000) + rules);
    const startedAt = performance.now();
    await isAllowed(`/${"a".repeat(1000)}`);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
