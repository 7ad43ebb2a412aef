// A desk that is killed with questions in hand: LINE was told that it has them, so the next process answers them.
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import type { LineServer } from "../fakes/line.ts";
import { withFront } from "./line-front.ts";
import { startLoopbackLine } from "./loopback-platforms.ts";
import { deskFolder, type SpawnedDesk, spawnDesk } from "./spawned-desk.ts";

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

it("questions that a killed desk had taken are answered by the next one, each once", async () => {
  const line = await startLoopbackLine();
  const slow = await slowBefore(line);
  const folder = await deskFolder();
  closers.push(folder.remove);
  const env = {
    DATABASE_URL: `sqlite:${join(folder.path, "lede.db")}`,
    SOURCES_FILE: "test/journeys/sample-sources.yaml",
    ...{ LINE_CHANNEL_ACCESS_TOKEN: line.token, LINE_CHANNEL_SECRET: line.secret, LINE_API_URL: slow.url },
  };
  const killed = await spawnDesk(env);
  closers.push(() => killed.kill());
  const users = Array.from({ length: 40 }, () => ({ type: "user", userId: line.hex("U") }));
  for (const user of users) await post(line, killed, user);
  // Sixteen are begun, and wait for LINE.
  await expect.poll(() => slow.waiting()).toBe(16);
  await killed.kill();
  slow.letThrough();
  const next = await spawnDesk(env);
  closers.push(() => next.stop());
  const begun = 16;
  await expect.poll(() => answered(line).size, { timeout: 30_000 }).toBe(users.length - begun);
  await post(line, next, users[0] ?? {});
  await expect.poll(() => answered(line).size, { timeout: 30_000 }).toBe(users.length - begun + 1);
  expect(line.sent.length).toBe(users.length - begun + 1);
}, 120_000);

async function post(line: LineServer, desk: SpawnedDesk, user: object): Promise<void> {
  const { status } = await line.post(`${desk.url}/line/webhook`, [line.text("/help", user)]);
  expect(status).toBe(200);
}

const answered = ({ sent }: LineServer) => new Set(sent.flatMap(({ to }) => to));

/** The LINE, of which nobody's profile is to be had until it is let. */
async function slowBefore(line: LineServer) {
  const held = Promise.withResolvers<void>();
  let waiting = 0;
  const front = await withFront(line, async ({ url }, pass) => {
    if (!url.startsWith("/v2/bot/profile/")) return pass();
    waiting += 1;
    await held.promise;
    return pass();
  });
  closers.push(front.close);
  return { url: front.url, waiting: () => waiting, letThrough: () => held.resolve() };
}
