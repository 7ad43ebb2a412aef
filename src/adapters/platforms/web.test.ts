import { randomUUID } from "node:crypto";
import { type ClientRequest, request as httpRequest } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog } from "../../../test/fakes/log.ts";
import { aChart, bluePixel, fakePictures } from "../../../test/fakes/pictures.ts";
import { reply } from "../../language/reply.ts";
import type { Platform } from "../../ports/platform.ts";
import { unsetChannel } from "../../records/channel-settings.ts";
import type { Edition } from "../../records/edition.ts";
import type { Question } from "../../records/question.ts";
import type { Card } from "../../records/story.ts";
import { type HttpServer, startHttpServer } from "../http/server.ts";
import { pictureRoute } from "../pictures/route.ts";
import { createWebPlatform, roomChannel } from "./web.ts";

const now = Date.UTC(2026, 10, 23, 2);

const card: Card = {
  storyId: "story",
  articleId: "article",
  headline: "<script>alert(1)</script> 港口新橋通車",
  lede: "新橋週一通車。",
  url: "javascript:alert(1)",
  image: "data:text/html,x",
  sourceId: "harbour",
  sourceName: "港都報",
  tags: ["交通"],
  language: "zh-Hant",
  publishedAt: now,
  alsoIn: ["海峽時報"],
};

const edition: Edition = {
  id: "edition",
  subscriptionId: "subscription",
  publishedAt: now,
  from: now - 1,
  until: now,
  cards: [card],
  total: 4,
  timeZone: "Asia/Taipei",
};

let server: HttpServer;
let platform: Platform;
let asked: Question[];
let pictures: ReturnType<typeof fakePictures>;

async function open(isLocal = true, delivered: readonly Edition[] = []): Promise<void> {
  platform = createWebPlatform({
    store: {
      deliveredEditions: async () =>
        delivered.map((past) => ({ deliveryId: past.id, at: past.publishedAt, edition: past })),
    },
    pictures,
    clock: { now: () => now },
    timeZone: "Asia/Taipei",
    isLocal,
    newId: randomUUID,
  });
  await platform.start(async (question) => {
    asked.push(question);
    if (question.ask.form === "text" && question.ask.text === "/trending")
      return reply({ text: "答覆", picture: aChart });
    return reply({ text: "答覆", choices: [{ label: "最新", text: "/latest" }] });
  });
  server = await startHttpServer({
    host: "127.0.0.1",
    port: 0,
    routes: [...platform.routes, pictureRoute(pictures)],
    log: silentLog,
    checkHealth: async () => [],
  });
}

beforeEach(() => {
  asked = [];
  pictures = fakePictures();
});

afterEach(async () => {
  await platform.stop();
  await server.close();
});

const ask = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${server.url}/room/ask`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

/** The first messages that a page hears. */
async function listen(
  count: number,
  locale = "zh-TW",
  meanwhile: () => unknown = () => {},
): Promise<Record<string, unknown>[]> {
  const stream = await fetch(`${server.url}/room/events?locale=${locale}`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  await meanwhile();
  while (text.split("data: ").length - 1 < count) {
    const step = await reader?.read();
    if (!step || step.done) break;
    text += step.value;
  }
  await reader?.cancel();
  return text
    .split("\n")
    .filter((line) => line.startsWith("data: "))
    .map((line) => JSON.parse(line.slice(6)));
}

describe("the room", () => {
  it("shows a question and its answer to every page that is open", async () => {
    await open();
    const [question, answer] = await listen(2, "en", () => ask({ text: " /search 高雄 ", locale: "en" }));
    expect(question).toMatchObject({ from: "reader", text: "/search 高雄" });
    expect(answer).toMatchObject({ from: "desk", text: "答覆", choices: [{ label: "最新", text: "/latest" }] });
    expect(asked[0]).toMatchObject({ channel: { id: roomChannel.id, locale: "en" }, ask: { text: "/search 高雄" } });
  });

  it("shows a picture with what it shows in words, and gives it out", async () => {
    await open();
    const [, answer] = await listen(2, "zh-TW", () => ask({ text: "/trending", locale: "zh-TW" }));
    const path = `/pictures/${bluePixel.id}.png`;
    expect(answer).toMatchObject({ text: "答覆", picture: { path, alt: aChart.alt, width: 1, height: 1 } });
    const given = await fetch(server.url + path);
    expect(given.headers.get("content-type")).toBe("image/png");
    expect(new Uint8Array(await given.arrayBuffer())).toEqual(bluePixel.png);
  });

  it("an answer whose picture can't be drawn is shown in words", async () => {
    pictures = fakePictures({ canDraw: false });
    await open();
    const [, answer] = await listen(2, "zh-TW", () => ask({ text: "/trending", locale: "zh-TW" }));
    expect(answer).toMatchObject({ text: "答覆", picture: null });
  });

  it.each(["/pictures/x.png", `/pictures/${"a".repeat(64)}.png`, "/pictures/..%2Froom.css", "/pictures/"])(
    "%s is no picture",
    async (path) => {
      await open();
      expect((await fetch(server.url + path)).status).toBe(404);
    },
  );

  it("shows a page that opens later the editions of days before, in the reader's language", async () => {
    await open(true, [edition]);
    const [message] = await listen(1, "ja");
    expect(message).toMatchObject({ id: "edition", title: expect.stringContaining("ニュースまとめ") });
    expect(message?.footer).toContain("3");
  });

  it("shows an edition once, though it is delivered twice and stands in the archive too", async () => {
    await open(true, [edition]);
    const delivery = { id: "edition", channel: roomChannel, edition, attempts: 0, settings: unsetChannel };
    await platform.deliver(delivery);
    expect(await platform.deliver(delivery)).toEqual({ outcome: "delivered" });
    await ask({ text: "hello", locale: "en" });
    const messages = await listen(3);
    expect(messages.filter(({ id }) => id === "edition")).toHaveLength(1);
  });

  it("links to web addresses only, and leaves markup in headlines as text", async () => {
    await open(true, [edition]);
    const [message] = await listen(1);
    expect(message?.cards).toMatchObject([{ url: null, image: null, headline: card.headline }]);
    const page = await fetch(server.url);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
  });

  it("tells a browser where the archive's feeds are", async () => {
    await open();
    const page = await (await fetch(server.url)).text();
    for (const file of ["all.atom", "all.json"])
      expect(page).toMatch(new RegExp(`<link rel="alternate" .*/feeds/${file}">`));
  });

  it("takes whoever asks for the operator while only this machine can reach it, and for anyone else otherwise", async () => {
    await open(true);
    await ask({ text: "/help", locale: "en" });
    await platform.stop();
    await server.close();
    await open(false);
    await ask({ text: "/help", locale: "en" });
    expect(asked.map(({ asker }) => asker.mayManage)).toEqual([true, "unknown"]);
  });

  it.each([
    ["another site's page", { text: "/help", locale: "en" }, { origin: "https://evil.example" }, 403],
    [
      "a form, which needs no leave of the browser",
      "text=%2Fhelp",
      { "content-type": "application/x-www-form-urlencoded" },
      403,
    ],
    ["no JSON", "{", {}, 400],
    ["an empty question", { text: "  ", locale: "en" }, {}, 400],
    ["a question of a megabyte", { text: "x".repeat(1_000_000), locale: "en" }, {}, 400],
    ["a number", { text: 7, locale: "en" }, {}, 400],
  ])("refuses %s and says why", async (_, body, headers, status) => {
    await open();
    const answer = await ask(body, headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ reason: expect.stringMatching(/\w+/) });
    expect(asked).toEqual([]);
  });

  it.each([
    ["GET", "/room/events"],
    ["POST", "/room/ask"],
  ])("shows and takes nothing under a name that another site gave this machine (%s %s)", async (method, path) => {
    await open(true, [edition]);
    const headers = { host: "evil.example", origin: "http://evil.example", "content-type": "application/json" };
    const call = httpRequest(server.url + path, { method, headers });
    call.end(method === "POST" ? JSON.stringify({ text: "/help", locale: "en" }) : undefined);
    expect(await statusOf(call)).toBe(403);
    expect(asked).toEqual([]);
  });

  it("reads no more of an endless question than a question can hold", async () => {
    await open();
    const call = httpRequest(`${server.url}/room/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    call.on("error", () => {});
    call.write("x".repeat(100_000));
    expect(await statusOf(call)).toBe(400);
  });

  it("lets a page go that has stopped reading", async () => {
    await open();
    const body = (await events("GET"))?.body;
    for (let index = 0; index < 500; index += 1)
      await platform.deliver({
        id: `edition-${index}`,
        channel: roomChannel,
        edition,
        attempts: 0,
        settings: unsetChannel,
      });
    let chunks = 0;
    for await (const chunk of body ?? []) chunks += chunk.length > 0 ? 1 : 0;
    expect(chunks).toBeGreaterThan(100);
    expect(chunks).toBeLessThan(300);
  });

  it("keeps nothing open for who asks for the headers of its events alone", async () => {
    await open();
    const answer = await events("HEAD");
    expect(answer?.headers.get("content-type")).toContain("text/event-stream");
    expect(answer?.body).toBeNull();
  });
});

const events = (method: string): Promise<Response> | Response | undefined =>
  platform.routes
    .find(({ path }) => path === "/room/events")
    ?.handle(new Request(`${server.url}/room/events`, { method }));

function statusOf(call: ClientRequest): Promise<number | undefined> {
  return new Promise((resolve) =>
    call.once("response", (answer) => {
      resolve(answer.statusCode);
      call.destroy();
    }),
  );
}
