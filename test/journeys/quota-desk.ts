// A desk whose LINE account has few messages: real store, real platform, a LINE on loopback, and a clock that the journey moves.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { serve } from "@hono/node-server";
import { createLinePlatform, type LinePlatform } from "../../src/adapters/platforms/line.ts";
import { openStore } from "../../src/adapters/stores/open-store.ts";
import { createUnchanged } from "../../src/adapters/summarizers/unchanged.ts";
import { createHeldEditions } from "../../src/deliver/held-editions.ts";
import { deliverEditions, publishEditions } from "../../src/pipeline.ts";
import type { Store } from "../../src/ports/store.ts";
import type { QuotaPlan, QuotaWishes } from "../../src/records/quota.ts";
import type { Schedule, Subscription } from "../../src/records/subscription.ts";
import { nextDueAfter } from "../../src/schedule.ts";
import { type FakeClock, fakeClock } from "../fakes/clock.ts";
import { briefLeases } from "../fakes/leases.ts";
import { type LineServer, startFakeLine } from "../fakes/line.ts";
import { rememberingLog } from "../fakes/log.ts";
import { memoryCache } from "../fakes/memory-cache.ts";
import { fakePictures } from "../fakes/pictures.ts";
import { sharedPath } from "../shared.ts";
import { withFront } from "./line-front.ts";

export interface QuotaDesk {
  readonly line: LineServer;
  readonly store: Store;
  readonly clock: FakeClock;
  readonly log: ReturnType<typeof rememberingLog>;
  /** What the account may use in a month, from now on. */
  setQuota(messages: number): void;
  /** A group that the bot is in; its address. */
  newGroup(people: number): string;
  subscribe(address: string, schedule: Schedule, said?: Partial<Subscription>): Promise<void>;
  /** Publishes and sends what is due. */
  turn(): Promise<void>;
  publish(): Promise<number>;
  deliver(): Promise<number>;
  /** Somebody writes in the group; whether the answer offers what waits. */
  say(address: string): Promise<boolean>;
  /** Somebody presses the button; whether an edition is shown. */
  take(address: string): Promise<boolean>;
  plan(): Promise<QuotaPlan | null>;
  close(): Promise<void>;
}

const rigPath = sharedPath("rigs", "line", "rig.mjs");
/** The rig, which refuses all that LINE would, where it is; our fake elsewhere. */
export const rigName = rigPath === null ? "our fake" : "the rig";

const noWishes: QuotaWishes = { reserve: { percent: 5 }, weights: new Map() };

export async function openQuotaDesk(
  startAt: number,
  quota: number,
  wishes: QuotaWishes = noWishes,
): Promise<QuotaDesk> {
  const clock = fakeClock(startAt);
  const line: LineServer = await (rigPath === null
    ? startFakeLine({ quota: Number.MAX_SAFE_INTEGER })
    : (await import(rigPath)).startLine({ quota: Number.MAX_SAFE_INTEGER, now: clock.now }));
  const { front, setQuota } = await withQuota(line, quota);
  const store = await openStore("sqlite::memory:");
  await store.registerSources([{ id: "harbour", name: "港都報" }], startAt);
  const log = rememberingLog();
  const common = { store, clock, log, nextDueAfter, newId: () => randomUUID(), rewriter: createUnchanged() };
  const platform: LinePlatform = createLinePlatform({
    ...{ channelAccessToken: line.token, channelSecret: line.secret, apiUrl: front.url, commands: [] },
    ...{ pictures: fakePictures(), timeZone: "Asia/Taipei", log, clock, cache: memoryCache(clock) },
    held: createHeldEditions({ ...common, metering: { platform: () => platform, wishes } }),
  });
  const answer = async () => answered;
  await platform.start(answer);
  const web = serve({ fetch: (request) => platform.routes[0]?.handle(request), port: 0, hostname: "127.0.0.1" });
  await once(web, "listening");
  const webhook = `http://127.0.0.1:${Object(web.address()).port}/line/webhook`;
  const parts = { ...common, platforms: [platform], quotaWishes: wishes, leases: briefLeases };
  /** The messages of the reply, once the event is worked off. */
  const receive = async (event: ReturnType<LineServer["event"]>) => {
    const before = line.sent.length;
    await line.post(webhook, [event]);
    await platform.stop();
    await platform.start(answer);
    return line.sent.slice(before).flatMap(({ messages }) => messages);
  };
  const sourceOf = (groupId: string) => ({ type: "group", groupId, userId: line.hex("U") });
  return {
    ...{ line, store, clock, log },
    setQuota,
    newGroup: (people) => {
      const group = line.hex("C");
      line.groups.set(group, people);
      return group;
    },
    subscribe: async (address, schedule, said = {}) => {
      const channelId = `line:${address}`;
      await store.saveChannel({ id: channelId, platform: "line", address, locale: "zh-TW" });
      await store.addSubscription({
        ...{ id: randomUUID(), channelId, filter: { words: "", tags: [], sources: [] }, schedule, look: null },
        ...{ timeZone: "Asia/Taipei", creatorId: null, createdAt: clock.now() },
        ...{ dueAt: nextDueAfter(schedule, "Asia/Taipei", clock.now()), coveredUntil: clock.now(), ...said },
      });
    },
    turn: async () => {
      await publishEditions(parts);
      await deliverEditions(parts);
    },
    publish: () => publishEditions(parts),
    deliver: () => deliverEditions(parts),
    say: async (address) => JSON.stringify(await receive(line.text("/最新", sourceOf(address)))).includes('"held"'),
    take: async (address) => {
      const shown = await receive(line.event("postback", { postback: { data: "held" } }, sourceOf(address)));
      return shown.some(({ type }) => type === "flex");
    },
    plan: async () => (await store.keptQuota("line")).plan,
    close: async () => {
      await platform.stop();
      web.close();
      front.close();
      await store.close();
    },
  };
}

const answered = {
  ...{ title: "", text: "好", cards: [], wanted: [], fields: [], choices: [], footer: "", menus: [] },
  ...{ picture: null, isPrivate: false },
};

/** Before the LINE: the month's quota, which the rig has fixed. */
async function withQuota(line: LineServer, quota: number) {
  let limit = quota;
  // Messages of pushes that the LINE has not counted yet: it reserves them, too.
  let underWay = 0;
  const peopleOf = (to: string | readonly string[]) =>
    typeof to === "string" ? (line.groups.get(to) ?? 1) : new Set(to).size;
  const front = await withFront(line, async ({ url, body }, pass) => {
    if (url === "/v2/bot/message/quota")
      return [200, limit === Number.POSITIVE_INFINITY ? { type: "none" } : { type: "limited", value: limit }];
    const isPushed = url === "/v2/bot/message/push" || url === "/v2/bot/message/multicast";
    const people = isPushed ? peopleOf(JSON.parse(body.toString()).to) : 0;
    if (isPushed && line.used + underWay + people > limit)
      return [429, { message: "You have reached your monthly limit." }];
    underWay += people;
    const passed = await pass();
    underWay -= people;
    return passed;
  });
  const setQuota = (messages: number) => {
    limit = messages;
  };
  return { front, setQuota };
}
