// A desk that speaks to a LINE on loopback: our small fake always, and the one that checks every body when it is there.

import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { serve } from "@hono/node-server";
import { createLinePlatform } from "../../src/adapters/platforms/line.ts";
import type { Command } from "../../src/ports/command.ts";
import type { Answer, Platform } from "../../src/ports/platform.ts";
import { unsetChannel } from "../../src/records/channel-settings.ts";
import type { Delivery } from "../../src/records/edition.ts";
import type { Question } from "../../src/records/question.ts";
import type { Reply } from "../../src/records/reply.ts";
import type { Card } from "../../src/records/story.ts";
import { type FakeClock, fakeClock } from "../fakes/clock.ts";
import { type LineServer, startFakeLine } from "../fakes/line.ts";
import { memoryCache } from "../fakes/memory-cache.ts";
import { fakePictures } from "../fakes/pictures.ts";
import { sharedPath } from "../shared.ts";

type StartLine = (options: { readonly quota?: number }) => Promise<LineServer>;

const rigPath = sharedPath("rigs", "line", "rig.mjs");
const startRig: StartLine = async (options) => (await import(rigPath ?? "")).startLine(options);

/** Every LINE that the platform is tried against, by name. */
export const lineServers: readonly (readonly [name: string, start: StartLine])[] = [
  ["our fake", startFakeLine],
  ...(rigPath === null ? [] : [["the rig", startRig] as const]),
];

const noon = Date.UTC(2023, 9, 4, 4);

export const card: Card = {
  storyId: "story-1",
  articleId: "article-1",
  headline: "港口新橋通車，市區車程縮短一半",
  lede: "跨港大橋週三通車，全長三公里。",
  url: "https://news.example/橋?id=1|2",
  image: "https://news.example/bridge.jpg",
  sourceId: "harbour",
  sourceName: "港都報",
  tags: ["交通", "港口"],
  language: "zh-Hant",
  publishedAt: noon,
  alsoIn: ["海峽時報"],
};

export const reply: Reply = {
  title: "搜尋「橋」",
  text: "找到 1 則。",
  cards: [card],
  wanted: [],
  fields: [],
  choices: [{ label: "最新", text: "/最新" }],
  footer: "",
  menus: [],
  picture: null,
  isPrivate: false,
};

const latest: Pick<Command, "name" | "names" | "options" | "access"> = {
  name: "latest",
  names: { en: "latest", "zh-TW": "最新", "zh-CN": "最新", ja: "最新", ko: "최신", th: "최신" },
  options: [],
  access: "everyone",
};

/** The platform at work, and what happened to it. */
export interface LineDesk {
  readonly line: LineServer;
  readonly platform: Platform;
  readonly clock: FakeClock;
  readonly questions: readonly Question[];
  /** Channels that were reported as lost. */
  readonly gone: readonly string[];
  /** The log, a line an entry. */
  readonly logged: readonly string[];
  /** Where LINE posts its events. */
  readonly webhook: string;
  /** Notes the question and answers with `reply`, or with what was set since. */
  readonly answer: Answer;
  /** Posts events, which must be accepted, and waits until they are worked off. */
  receive(...events: Parameters<LineServer["post"]>[1]): Promise<void>;
  finishWork(): Promise<void>;
  /** A second platform on the same cache, perhaps with another token: another worker's. */
  withToken(channelAccessToken: string): Platform;
  /** From now on the answer. */
  answerWith(said: Reply): void;
  /** A group that the bot is in. */
  newGroup(people: number): string;
  close(): Promise<void>;
}

/** Starts a LINE with 20 messages a month and a platform beside it; `publicUrl` is where its pictures are to be had. */
export async function openLineDesk(startLine: StartLine, publicUrl?: string): Promise<LineDesk> {
  const line = await startLine({ quota: 20 });
  const clock = fakeClock(noon);
  const questions: Question[] = [];
  const gone: string[] = [];
  const logged: string[] = [];
  const cache = memoryCache(clock);
  let said = reply;
  const withToken = (channelAccessToken: string) =>
    createLinePlatform({
      ...lineOptions(line, logged),
      ...{ channelAccessToken, publicUrl, clock, cache, onGone: (id) => void gone.push(id) },
    });
  const answer: Answer = async (question) => {
    questions.push(question);
    return said;
  };
  const platform = withToken(line.token);
  await platform.start(answer);
  const { webhook, closeWebhook } = await serveWebhook(platform);
  const finishWork = async () => {
    await platform.stop();
    await platform.start(answer);
  };
  return {
    ...{ line, platform, clock, questions, gone, logged, webhook, answer, withToken, finishWork },
    answerWith: (other) => {
      said = other;
    },
    receive: async (...events) => {
      const { status } = await line.post(webhook, events);
      if (status !== 200) throw new Error(`The webhook answered ${status}`);
      await finishWork();
    },
    newGroup: (people) => {
      const group = line.hex("C");
      line.groups.set(group, people);
      return group;
    },
    close: async () => {
      await platform.stop();
      closeWebhook();
      line.close();
    },
  };
}

function lineOptions({ url, secret }: LineServer, logged: string[]) {
  const write = (message: string, fields?: unknown) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  return {
    channelSecret: secret,
    apiUrl: url,
    commands: [latest as Command],
    pictures: fakePictures(),
    timeZone: "Asia/Taipei",
    log: {
      debug: write,
      info: write,
      warn: write,
      error: (message: string, cause: unknown) => write(message, `${cause}`),
    },
  };
}

export async function serveWebhook(platform: Platform): Promise<{ webhook: string; closeWebhook: () => void }> {
  const handle = platform.routes[0]?.handle;
  const server = serve({ fetch: (request) => handle?.(request), port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  const webhook = `http://127.0.0.1:${Object(server.address()).port}/line/webhook`;
  return { webhook, closeWebhook: () => server.close() };
}

/** An edition of one story out of three, for the channel. */
export function deliveryTo(address: string): Delivery {
  const span = { from: noon - 86_400_000, until: noon, publishedAt: noon };
  const edition = { id: randomUUID(), subscriptionId: "s", ...span, cards: [card], total: 3, timeZone: "Asia/Taipei" };
  const channel = { id: `line:${address}`, platform: "line", address, locale: "zh-TW" } as const;
  return { id: randomUUID(), channel, edition, attempts: 0, settings: unsetChannel };
}
