import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { fakePictures } from "../../../test/fakes/pictures.ts";
import type { Log } from "../../ports/log.ts";
import type { Answer } from "../../ports/platform.ts";
import { unsetChannel } from "../../records/channel-settings.ts";
import type { Question } from "../../records/question.ts";
import type { Reply } from "../../records/reply.ts";
import { createLinePlatform } from "./line.ts";

const reply: Reply = {
  title: "",
  text: "Hello",
  cards: [],
  wanted: [],
  fields: [],
  choices: [],
  footer: "",
  menus: [],
  picture: null,
  isPrivate: false,
};
const channelSecret = "a-channel-secret";
const channelAccessToken = "a-channel-token";

/** A platform whose LINE is at `apiUrl`: where nothing listens, unless told otherwise. */
function createPlatform(apiUrl = "http://127.0.0.1:9", timeoutMs = 10_000) {
  const logged: string[] = [];
  const write = (message: string, fields?: unknown) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const log: Log = { debug: write, info: write, warn: write, error: (message, cause) => write(message, `${cause}`) };
  const platform = createLinePlatform({
    ...{
      channelAccessToken,
      channelSecret,
      apiUrl,
      timeoutMs,
      log,
      commands: [],
      pictures: fakePictures(),
      timeZone: "Asia/Taipei",
    },
    clock: { now: () => 0 },
    cache: { get: async () => undefined, set: async () => undefined, add: async () => true },
  });
  const questions: Question[] = [];
  const answer: Answer = async (question) => {
    questions.push(question);
    return reply;
  };
  const start = () => platform.start(answer);
  const handle = async (request: Request) => (await platform.routes[0]?.handle(request))?.status;
  return { platform, start, handle, questions, logged };
}

function signed(body: string | Uint8Array, signature = sign(body)): Request {
  const headers = { "x-line-signature": signature };
  return new Request("http://desk.example/line/webhook", { method: "POST", body: Buffer.from(body), headers });
}

const sign = (body: string | Uint8Array) => createHmac("sha256", channelSecret).update(body).digest("base64");

const question = JSON.stringify({
  destination: "U0",
  events: [
    {
      type: "message",
      mode: "active",
      timestamp: 0,
      webhookEventId: "event-1",
      deliveryContext: { isRedelivery: false },
      replyToken: "token-1",
      source: { type: "user", userId: "U1" },
      message: { type: "text", id: "1", quoteToken: "q", text: "harbour" },
    },
  ],
});

it("events that the door hands on are worked from the start until the stop, and told of", async () => {
  const { platform, start, questions } = createPlatform();
  const { events } = JSON.parse(question);
  expect(await platform.work(events, 0)).toBe(false);
  await start();
  expect(await platform.work(events, 0)).toBe(true);
  await platform.stop();
  expect(await platform.work(events, 0)).toBe(false);
  expect(questions).toHaveLength(1);
});

describe("the webhook", () => {
  it("refuses a body without a signature, with a wrong one, and with one of another body", async () => {
    const { platform, start, handle, questions } = createPlatform();
    await start();
    const unsigned = new Request("http://desk.example/line/webhook", { method: "POST", body: question });
    expect(await handle(unsigned)).toBe(401);
    expect(await handle(signed(question, "bm90IGEgc2lnbmF0dXJl"))).toBe(401);
    expect(await handle(signed(question, "!"))).toBe(401);
    expect(await handle(signed(question.replace("harbour", "rumour"), sign(question)))).toBe(401);
    await platform.stop();
    expect(questions).toEqual([]);
  });

  it("refuses a body over 1 MiB, even one that hides its length", async () => {
    const { start, handle } = createPlatform();
    await start();
    const large = new Uint8Array(1024 * 1024 + 1);
    expect(await handle(signed(large))).toBe(413);
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    const headers = { "x-line-signature": "AAAA" };
    const stream = new Request("http://desk.example/", { method: "POST", body: endless, headers, duplex: "half" });
    expect(await handle(stream)).toBe(413);
  });

  it("refuses a signed body that is no JSON, or holds no events", async () => {
    const { start, handle } = createPlatform();
    await start();
    expect(await handle(signed("{"))).toBe(400);
    expect(await handle(signed("null"))).toBe(400);
    expect(await handle(signed('{"destination":"U0"}'))).toBe(400);
  });

  it("takes events that it does not know, and does nothing", async () => {
    const { platform, start, handle, questions, logged } = createPlatform();
    await start();
    const events = [null, 7, {}, { type: "message" }, { type: "beacon", mode: "active", webhookEventId: "event-2" }];
    expect(await handle(signed(JSON.stringify({ events })))).toBe(200);
    await platform.stop();
    expect(questions).toEqual([]);
    // LINE is out of reach here: the token could not be checked, and the menu not be kept in step.
    expect(logged.filter((line) => !/token|menu/.test(String(line)))).toEqual([]);
  });

  it("leaves the floor to another service when the account is on standby", async () => {
    const { platform, start, handle, questions } = createPlatform();
    await start();
    expect(await handle(signed(question.replace('"active"', '"standby"')))).toBe(200);
    await platform.stop();
    expect(questions).toEqual([]);
  });

  it("asks LINE to come again while the desk is not at work", async () => {
    const { platform, start, handle, questions } = createPlatform();
    expect(await handle(signed(question))).toBe(503);
    await start();
    await platform.stop();
    expect(await handle(signed(question))).toBe(503);
    expect(questions).toEqual([]);
  });
});

describe("a LINE out of reach", () => {
  const delivery = {
    id: randomUUID(),
    attempts: 0,
    settings: unsetChannel,
    channel: { id: "line:U1", platform: "line", address: "U1", locale: "en" },
    edition: {
      ...{ id: "e", subscriptionId: "s", publishedAt: 0, from: 0, until: 0, cards: [], total: 2 },
      timeZone: "Asia/Taipei",
    },
  } as const;
  let close = () => {};

  afterEach(() => close());

  it("does not keep the desk from starting, and an edition waits", async () => {
    const { platform, start, logged } = createPlatform();
    await start();
    expect(logged.join()).toContain("could not be checked");
    expect(await platform.deliver(delivery)).toMatchObject({ outcome: "retry" });
    expect(logged.join()).not.toContain(channelAccessToken);
  });

  it("that takes a call and never answers is given up after the time limit", async () => {
    const server = createServer(() => {}).listen(0, "127.0.0.1");
    await once(server, "listening");
    close = () => {
      server.closeAllConnections();
      server.close();
    };
    const { platform } = createPlatform(`http://127.0.0.1:${Object(server.address()).port}`, 50);
    expect(await platform.deliver(delivery)).toEqual({ outcome: "retry", reason: "LINE did not answer within 0.05 s" });
  });

  it("an edition that can't be rendered is refused, not tried for ever", async () => {
    const { platform, logged } = createPlatform();
    const broken = { ...delivery, edition: { ...delivery.edition, timeZone: "Nowhere/Here" } };
    expect(await platform.deliver(broken)).toMatchObject({ outcome: "refused" });
    expect(logged.join()).toContain("could not be rendered");
  });
});
