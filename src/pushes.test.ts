// News by WebSub, from the feed that names its hub to the article in the archive, over real HTTP.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeHub, openHub, signatureOf } from "../test/fakes/hub.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../test/fakes/loopback-site.ts";
import { openPushedDesk, type PushedDesk } from "../test/fakes/pushed-desk.ts";
import type { Source } from "./records/source.ts";

const startAt = Date.parse("2026-11-23T08:00:00Z");
const hourMs = 60 * 60_000;
const leaseSeconds = 100_000;

let site: LoopbackSite;
let hub: FakeHub;
let desk: PushedDesk;
let topic: string;
let polls: number;

beforeEach(async () => {
  site = await openLoopbackSite();
  hub = await openHub({ leaseSeconds });
  desk = await openPushedDesk(startAt);
  topic = `${site.origin}/feed`;
  polls = 0;
  serveFeed(feed(topic, hub.url, "港邊市集開張"));
  await desk.follow(source);
});

afterEach(async () => {
  await desk.close();
  await hub.close();
  await site.close();
});

const source: Source = {
  ...{ kind: "feed", id: "harbour", name: "港都日報", fullText: "feed", intervalMinutes: 30 },
  get url() {
    return topic;
  },
};

function serveFeed(body: string, headers: Record<string, string> = {}): void {
  site.serve("/feed", (request, response) => {
    polls += 1;
    answer(200, headers, body)(request, response);
  });
}

function feed(self: string, hubUrl: string | null, ...titles: readonly string[]): string {
  const links = hubUrl === null ? "" : `<atom:link rel="hub" href="${hubUrl}"/><atom:link rel="self" href="${self}"/>`;
  const items = titles.map(
    (title) =>
      `<item><title>${title}</title><guid>${title}</guid><pubDate>Mon, 23 Nov 2026 07:00:00 GMT</pubDate></item>`,
  );
  return `<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel>${links}${items.join("")}</channel></rss>`;
}

const firstForm = () => hub.asked[0] ?? {};
const problemsOf = async () => (await desk.store.sourceStates()).map(({ problem }) => problem);

describe("a feed that names a hub", () => {
  it("is subscribed to with a secret, and the hub's question whether it was us is answered", async () => {
    await desk.tick();
    expect(firstForm()).toMatchObject({
      "hub.mode": "subscribe",
      "hub.topic": topic,
      "hub.secret": expect.stringMatching(/^secret-/),
    });
    expect(firstForm()["hub.callback"]).toMatch(`${desk.url}/websub/id-`);
    expect(hub.confirmed.size).toBe(1);
    expect(await problemsOf()).toEqual([null]);
  });

  it("is found by the HTTP header too, which wins over what the feed says", async () => {
    serveFeed(feed(topic, "http://127.0.0.1:9/", "一"), { link: `<${hub.url}>; rel="hub", <${topic}?a>; rel=self` });
    await desk.tick();
    expect(hub.asked.map((form) => form["hub.topic"])).toEqual([`${topic}?a`]);
  });

  it("has its news in the archive as soon as they are pushed, without a poll", async () => {
    await desk.tick();
    const before = polls;
    expect(await hub.push(firstForm(), feed(topic, hub.url, "夜間公車延長行駛"))).toEqual({ status: 202, body: "" });
    expect(await desk.headlines()).toContain("夜間公車延長行駛");
    expect(polls).toBe(before);
  });

  it("archives a push once however often it is delivered", async () => {
    await desk.tick();
    const body = feed(topic, hub.url, "夜間公車延長行駛");
    for (const attempt of [1, 2, 3])
      expect(await hub.push(firstForm(), body), `${attempt}`).toMatchObject({ status: 202 });
    expect(await desk.headlines()).toHaveLength(2);
  });

  it("has nothing archived of what is pushed while it is paused, and is polled when it is resumed", async () => {
    await desk.tick();
    await desk.store.pauseSource("harbour", { at: startAt, by: null });
    expect(await hub.push(firstForm(), feed(topic, hub.url, "夜間公車延長行駛"))).toMatchObject({ status: 202 });
    expect(await desk.headlines()).not.toContain("夜間公車延長行駛");
    serveFeed(feed(topic, hub.url, "夜間公車延長行駛"));
    desk.clock.advance(100 * hourMs);
    await desk.tick();
    expect(await desk.headlines()).not.toContain("夜間公車延長行駛");
    await desk.store.resumeSource("harbour", desk.clock.now());
    await desk.tick();
    expect(await desk.headlines()).toContain("夜間公車延長行駛");
  });

  it("is polled less while it is pushed, but still polled", async () => {
    await desk.tick();
    desk.clock.advance(hourMs);
    await desk.tick();
    // Pushed since the end of the first tick: from the second poll on there is no hurry.
    expect(polls).toBe(2);
    desk.clock.advance(hourMs);
    await desk.tick();
    expect(polls).toBe(2);
    desk.clock.advance(hourMs);
    await desk.tick();
    expect(polls).toBe(3);
  });
});

describe("a push", () => {
  const forged = feed("https://elsewhere.example/", null, "假消息");

  it.each<[string, (body: string) => string | null]>([
    ["without a signature", () => null],
    ["signed with another secret", (body) => signatureOf({ "hub.secret": "guess" }, body)],
    ["signed for another body", () => signatureOf(firstForm(), "another")],
    ["with a signature cut short", (body) => signatureOf(firstForm(), body).slice(0, -2)],
    ["signed by a method that nobody knows", (body) => signatureOf(firstForm(), body).replace("sha256", "md5")],
  ])("%s is acknowledged and ignored", async (_, sign) => {
    await desk.tick();
    expect(await hub.push(firstForm(), forged, sign(forged))).toEqual({ status: 202, body: "" });
    expect(await desk.headlines()).toEqual(["港邊市集開張"]);
  });

  it.each(["sha1", "sha256", "sha384", "sha512"])("signed by %s is taken", async (method) => {
    await desk.tick();
    const body = feed(topic, hub.url, "夜間公車延長行駛");
    await hub.push(firstForm(), body, signatureOf(firstForm(), body, method));
    expect(await desk.headlines()).toContain("夜間公車延長行駛");
  });

  it("to a callback that was never given is told that it is gone", async () => {
    await desk.tick();
    const elsewhere = { ...firstForm(), "hub.callback": `${desk.url}/websub/guess` };
    expect(await hub.push(elsewhere, forged)).toMatchObject({ status: 410 });
  });

  it("larger than a feed may be is refused", async () => {
    await desk.tick();
    expect(await hub.push(firstForm(), " ".repeat(5 * 1024 * 1024 + 1))).toMatchObject({ status: 413 });
  });

  it("that is no feed costs nothing but itself", async () => {
    await desk.tick();
    expect(await hub.push(firstForm(), "<html>ping</html>")).toMatchObject({ status: 202 });
    await hub.push(firstForm(), feed(topic, hub.url, "夜間公車延長行駛"));
    expect(await desk.headlines()).toContain("夜間公車延長行駛");
  });
});

describe("a hub's question", () => {
  it.each([
    { "hub.topic": "https://elsewhere.example/feed" },
    { "hub.mode": "unsubscribe" },
    { "hub.mode": "publish" },
    { "hub.challenge": "" },
    { "hub.challenge": "x".repeat(5000) },
  ])("about what was not asked for is answered with 404: %o", async (overrides) => {
    await desk.tick();
    expect(await hub.askBack(firstForm(), overrides)).toMatchObject({ status: 404 });
    expect(await desk.store.allPushes()).toMatchObject([{ state: "wanted", attempts: 0 }]);
  });

  it("is echoed as plain text, never as a page", async () => {
    await desk.tick();
    const { "hub.callback": callback = "" } = firstForm();
    const fields = { "hub.mode": "subscribe", "hub.topic": topic, "hub.challenge": "<script>" };
    const response = await fetch(`${callback}?${new URLSearchParams(fields)}`);
    expect(await response.text()).toBe("<script>");
    expect(response.headers.get("content-type")).toContain("text/plain");
  });
});

describe("a lease", () => {
  it("is renewed before it ends, with the same callback and secret", async () => {
    await desk.tick();
    desk.clock.advance(leaseSeconds * 1000 * 0.7);
    await desk.tick();
    expect(hub.asked).toHaveLength(1);
    desk.clock.advance(leaseSeconds * 1000 * 0.1);
    await desk.tick();
    expect(hub.asked).toEqual([firstForm(), firstForm()]);
    const [push] = await desk.store.allPushes();
    expect(push?.leaseEndsAt).toBe(desk.clock.now() + leaseSeconds * 1000);
  });

  it("that a hub no longer renews gives way to polling as before, and the hub is asked ever more seldom", async () => {
    await desk.tick();
    hub.answerWith(500);
    desk.clock.advance(leaseSeconds * 1000);
    await desk.tick();
    const before = polls;
    desk.clock.advance(0.6 * hourMs);
    await desk.tick();
    expect(polls).toBe(before + 1);
    const asked = hub.asked.length;
    desk.clock.advance(5 * 60_000);
    await desk.tick();
    expect(hub.asked).toHaveLength(asked);
  });

  it("that the hub refuses is not asked for again for a week", async () => {
    await desk.tick();
    expect(await hub.refuse(firstForm())).toMatchObject({ status: 200 });
    desk.clock.advance(6 * 24 * hourMs);
    await desk.tick();
    expect(hub.asked).toHaveLength(1);
    desk.clock.advance(24 * hourMs);
    await desk.tick();
    expect(hub.asked).toHaveLength(2);
  });
});

describe("a subscription at a hub ends", () => {
  it("when its source is removed: the hub is asked to stop, and its question confirmed", async () => {
    await desk.tick();
    await desk.follow();
    await desk.tick();
    expect(hub.asked[1]).toMatchObject({ "hub.mode": "unsubscribe", "hub.topic": topic });
    expect(hub.confirmed.size).toBe(0);
    expect(await desk.store.allPushes()).toEqual([]);
  });

  it("without the hub when that does not answer three times", async () => {
    await desk.tick();
    hub.answerWith(500);
    await desk.follow();
    for (const _ of [1, 2, 3, 4]) {
      await desk.tick();
      desk.clock.advance(hourMs);
    }
    expect(hub.asked).toHaveLength(4);
    expect(await desk.store.allPushes()).toEqual([]);
  });

  it("when the feed names another hub, which is asked instead", async () => {
    await desk.tick();
    const other = await openHub({ leaseSeconds });
    serveFeed(feed(topic, other.url, "港邊市集開張"));
    desk.clock.advance(hourMs);
    await desk.tick();
    expect([hub.confirmed.size, other.confirmed.size]).toEqual([0, 1]);
    await other.close();
  });
});
