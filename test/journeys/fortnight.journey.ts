// Fourteen days of eight publishers, as they came: a Discord channel and a LINE group get their digests, and ask.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writePost } from "../../src/adapters/sources/posts/write.ts";
import { canonicalUrl } from "../../src/collect/canonical-url.ts";
import { completeArticle } from "../../src/export.ts";
import { importPosts } from "../../src/import.ts";
import type { DiscordStage } from "../conformance/discord-stage.ts";
import { fakeClock } from "../fakes/clock.ts";
import type { LineServer } from "../fakes/line.ts";
import { rememberingLog } from "../fakes/log.ts";
import { type Newsroom, type Publisher, startNewsroom } from "../fakes/newsroom.ts";
import { readPublishers } from "../fakes/publishers.ts";
import { sharedPath } from "../shared.ts";
import { type ChatDesk, openChatDesk } from "./chat-desk.ts";
import { startLoopbackDiscord, startLoopbackLine } from "./loopback-platforms.ts";
import { deskFolder } from "./spawned-desk.ts";

const stream = sharedPath("corpus", "stream-2023-10.tar.gz");

const stepMs = 30 * 60_000;
// Midnight in Taipei before the first post.
const startAt = Date.parse("2023-10-01T00:00:00+08:00");
const days = 14;
// One each morning at eight, and one on the morning after for the last day's news.
const digests = days + 1;
const sourcesYaml = (publishers: readonly Publisher[], newsroom: Newsroom): string =>
  `sources:\n${publishers.map(({ id, fullText }) => `  - {id: ${id}, name: ${id.toUpperCase()}, kind: feed, url: "${newsroom.feedUrl(id)}", every: 20m, fullText: ${fullText}}\n`).join("")}`;

describe.runIf(stream)("fourteen days of news", () => {
  let folder: Awaited<ReturnType<typeof deskFolder>>;
  let publishers: readonly Publisher[];
  let newsroom: Newsroom;
  let discord: DiscordStage;
  let line: LineServer;
  let desk: ChatDesk;
  const clock = fakeClock(startAt);
  const log = rememberingLog();
  let group: { readonly type: "group"; readonly groupId: string; readonly userId: string };

  beforeAll(async () => {
    folder = await deskFolder();
    publishers = await readPublishers(stream ?? "");
    newsroom = await startNewsroom(publishers, clock);
    [discord, line] = [await startLoopbackDiscord(), await startLoopbackLine()];
    const sourcesFile = join(folder.path, "sources.yaml");
    await writeFile(sourcesFile, sourcesYaml(publishers, newsroom));
    desk = await openChatDesk({ database: join(folder.path, "lede.db"), sourcesFile, clock, log, discord, line });
    group = { type: "group", groupId: line.hex("C"), userId: line.hex("U") };
    line.groups.set(group.groupId, 5);
  });

  afterAll(async () => {
    await desk?.close();
    await Promise.all([discord?.close(), line?.close(), newsroom?.close()]);
    await folder?.remove();
  });

  const askLine = async (text: string): Promise<string> => {
    const before = line.sent.length;
    await line.post(`${desk.url}/line/webhook`, [line.text(text, group)]);
    await expect.poll(() => line.sent.length, { timeout: 20_000 }).toBeGreaterThan(before);
    return JSON.stringify(line.sent.at(-1)?.messages);
  };

  const askDiscord = async (name: string, args: Record<string, string>): Promise<string> => {
    const answered = await discord.slash(name, { args, locale: "zh-TW", serverLocale: "zh-TW", mayManage: true });
    if (answered.state === "missed") throw new Error(`Discord waited in vain for an answer to /${name}`);
    return JSON.stringify(answered.message);
  };

  it("a Discord channel and a LINE group subscribe to a daily digest", async () => {
    expect(await askDiscord("subscribe", { what: "全部", when: "每天 08:00" })).toContain("08:00");
    expect(await askLine("/訂閱 全部 每天 8點")).toContain("08:00");
  });

  it("the news of fourteen days is collected and delivered, in time order", async () => {
    const endAt = startAt + days * 86_400_000 + 12 * 3_600_000;
    while (clock.now() < endAt) {
      clock.advance(stepMs);
      await desk.turn();
    }
    expect(log.lines.filter((text) => /could not|failed/.test(text))).toEqual([]);
  });

  it("no article is lost: every post has its article", async () => {
    const identities = publishers.flatMap(({ id, posts }) =>
      posts.map((_, index) => canonicalUrl(newsroom.pageUrl(id, index)) ?? ""),
    );
    const known = await desk.store.findArticles(identities);
    expect(identities.filter((identity) => !known.has(identity))).toEqual([]);
    expect(await desk.store.countArticles()).toBe(identities.length);
  });

  it("each channel got a digest a day, and no story twice", async () => {
    for (const channelId of [`discord:${discord.channelId}`, `line:${group.groupId}`]) {
      const editions = await desk.store.deliveredEditions(channelId, 100);
      expect(editions).toHaveLength(digests);
      const stories = editions.flatMap(({ edition }) => edition.cards.map(({ storyId }) => storyId));
      expect(new Set(stories).size).toBe(stories.length);
    }
    const shown = JSON.stringify(discord.posted());
    const links = [...shown.matchAll(/\]\((http[^)]+)\)/g)]
      .flatMap(([, url]) => url ?? [])
      .filter((url) => url.startsWith(newsroom.url));
    expect(links.length).toBe(digests * 10);
    expect(new Set(links).size).toBe(links.length);
    expect(line.sent.filter(({ kind }) => kind === "push")).toHaveLength(digests);
  });

  it("the archive written out as posts and read in again changes nothing", async () => {
    const exported = join(folder.path, "export");
    await mkdir(exported);
    for await (const article of desk.store.eachArticle()) {
      const { fileName, text } = writePost(completeArticle(article));
      await writeFile(join(exported, fileName), text);
    }
    const report = await importPosts([exported], desk, () => {});
    expect(report).toEqual({ imported: 0, updated: 0, duplicates: await desk.store.countArticles(), refused: [] });
  });

  it("a question asked in each is answered from the archive", async () => {
    expect(await askDiscord("search", { query: "台湾总统" })).toMatch(/總統|总统/);
    expect(await askLine("/搜尋 高雄")).toContain("高雄");
  });

  it("neither platform found anything to object to", () => {
    expect(discord.violations()).toEqual([]);
    expect(line.violations).toEqual([]);
  });
});
