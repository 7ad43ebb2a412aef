// Whoever blocks the account, or puts it out of a group: what ends at once, what a month later, and what a return saves.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSettings } from "../../config/settings.ts";
import { profileKey } from "../../src/adapters/platforms/line/people.ts";
import { type Desk, openDesk } from "../../src/desk.ts";
import { forgetParted } from "../../src/forget.ts";
import { deliverEditions, publishEditions } from "../../src/pipeline.ts";
import { type OpenPlatforms, openPlatforms } from "../../src/platforms.ts";
import { articleEntry } from "../fakes/articles.ts";
import { type FakeClock, fakeClock } from "../fakes/clock.ts";
import type { LineServer } from "../fakes/line.ts";
import { silentLog } from "../fakes/log.ts";
import { startLoopbackLine } from "./loopback-platforms.ts";
import { dayMs } from "./quota-story.ts";

let line: LineServer;
let desk: Desk;
let open: OpenPlatforms;
let clock: FakeClock;

beforeEach(async () => {
  line = await startLoopbackLine();
  clock = fakeClock(Date.now());
  const settings = readSettings({
    DATABASE_URL: "sqlite::memory:",
    SOURCES_FILE: "test/journeys/sample-sources.yaml",
    HTTP_PORT: "0",
    ...{ LINE_CHANNEL_ACCESS_TOKEN: line.token, LINE_CHANNEL_SECRET: line.secret, LINE_API_URL: line.url },
  });
  desk = await openDesk(settings, silentLog, { clock });
  open = await openPlatforms(desk);
});

afterEach(async () => {
  await open.close();
  await desk.close();
  line.close();
  expect(line.violations).toEqual([]);
});

/** Posts what LINE says of the chat at that moment, and waits until `isDone`. */
async function receive(event: ReturnType<LineServer["event"]>, isDone: () => Promise<boolean>): Promise<void> {
  const { status } = await line.post(`${open.url}/line/webhook`, [Object.assign(event, { timestamp: clock.now() })]);
  expect(status).toBe(200);
  await expect.poll(isDone).toBe(true);
  clock.advance(1000);
}

const aUser = () => ({ type: "user", userId: line.hex("U") });
type User = ReturnType<typeof aUser>;
const idOf = ({ userId }: User) => `line:${userId}`;

const subscriptions = async (channelId: string) => (await desk.store.subscriptionsOf(channelId)).length;
const isParted = async (channelId: string) =>
  (await desk.store.partedBefore(Number.MAX_SAFE_INTEGER, 10)).includes(channelId);

const say = async (user: User, text: string) => {
  const before = line.sent.length;
  await receive(line.text(text, user), async () => line.sent.length > before);
};
const unfollow = (user: User) => receive(line.event("unfollow", {}, user), () => isParted(idOf(user)));

async function forgottenAfterAMonth(channelId: string): Promise<boolean> {
  clock.advance(31 * dayMs);
  await forgetParted(desk);
  return (await desk.store.findChannel(channelId)) === null;
}

describe("whoever blocks the account", () => {
  it("gets nothing from then on, and is forgotten after a month", async () => {
    const user = aUser();
    await say(user, "訂閱 高雄 每天 8點");
    expect(await subscriptions(idOf(user))).toBe(1);
    await unfollow(user);
    expect(await subscriptions(idOf(user))).toBe(0);
    expect(await forgottenAfterAMonth(idOf(user))).toBe(true);
  });

  it("is not forgotten after adding it again", async () => {
    const user = aUser();
    await say(user, "訂閱 高雄 每天 8點");
    await unfollow(user);
    const isBack = async () => !(await isParted(idOf(user)));
    await receive(line.event("follow", { follow: { isUnblocked: true } }, user), isBack);
    expect(await forgottenAfterAMonth(idOf(user))).toBe(false);
  });

  it("is back by asking, should the news of the return be lost", async () => {
    const user = aUser();
    await unfollow(user);
    await say(user, "訂閱 高雄 每天 8點");
    expect(await forgottenAfterAMonth(idOf(user))).toBe(false);
    expect(await subscriptions(idOf(user))).toBe(1);
  });

  it("is not back by what was asked before, which comes late", async () => {
    const user = aUser();
    const asked = { ...line.text("訂閱 高雄 每天 8點", user), timestamp: clock.now() - 1000 };
    await unfollow(user);
    await line.post(`${open.url}/line/webhook`, [asked]);
    await say(aUser(), "說明");
    expect([await isParted(idOf(user)), await subscriptions(idOf(user))]).toEqual([true, 0]);
  });
});

it("nothing is remembered of whoever has all erased, not even the name that LINE told", async () => {
  const user = aUser();
  await say(user, "訂閱 高雄 每天 8點");
  const key = profileKey({ userId: user.userId, address: user.userId });
  expect(await desk.cache.get(key)).toMatchObject({ name: expect.stringMatching(/./) });
  await say(user, "/刪除我的資料 confirm:yes");
  expect(await desk.cache.get(key)).toBeUndefined();
  expect(await desk.store.personalData(idOf(user))).toEqual({ saved: [], votes: [], subscriptions: [], chat: null });
});

it("a group that turns out to be gone when an edition is sent is forgotten after a month as well", async () => {
  const address = line.hex("C");
  const id = `line:${address}`;
  await desk.store.saveChannel({ id, platform: "line", address, locale: "zh-TW" });
  await desk.store.addSubscription({
    ...{ id: desk.newId(), channelId: id, filter: { words: "", tags: [], sources: [] }, timeZone: "Asia/Taipei" },
    ...{ schedule: { kind: "daily", hour: 8, minute: 0 }, look: null, creatorId: null },
    ...{ createdAt: clock.now(), dueAt: clock.now(), coveredUntil: clock.now() - dayMs },
  });
  await desk.store.archive([articleEntry({ headline: "港口新橋通車", sourceId: "harbour", at: clock.now() - 1000 })]);
  clock.advance(1000);
  const parts = { ...desk, ...open };
  await publishEditions(parts);
  await deliverEditions(parts);
  expect([await subscriptions(id), await isParted(id)]).toEqual([0, true]);
  expect(await forgottenAfterAMonth(id)).toBe(true);
});
