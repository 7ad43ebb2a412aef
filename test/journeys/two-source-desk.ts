// A desk with one good source and one that means harm, and a Discord channel and a LINE group that want the news of both, hourly.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { vi } from "vitest";
import type { DiscordStage } from "../conformance/discord-stage.ts";
import { fakeClock } from "../fakes/clock.ts";
import type { LineServer } from "../fakes/line.ts";
import { rememberingLog } from "../fakes/log.ts";
import { answer, type Handler, type LoopbackSite, openLoopbackSite } from "../fakes/loopback-site.ts";
import { type ChatDesk, openChatDesk } from "./chat-desk.ts";
import { startLoopbackDiscord, startLoopbackLine } from "./loopback-platforms.ts";
import { deskFolder } from "./spawned-desk.ts";

const hourMs = 3_600_000;

export interface TwoSourceDesk {
  readonly desk: ChatDesk;
  readonly discord: DiscordStage;
  readonly line: LineServer;
  readonly group: { readonly type: "group"; readonly groupId: string; readonly userId: string };
  readonly log: ReturnType<typeof rememberingLog>;
  /** Where the bad source's feed is `/feed`. */
  readonly badSite: LoopbackSite;
  /** What the good source's feed holds from now on, as `<item>` elements. */
  publishGood(items: string): void;
  /** How the bad source's feed answers from now on. */
  publishBad(handle: Handler): void;
  /** An hour later, once: both sources are polled, and what is new is delivered. */
  nextHour(): Promise<void>;
  /** All digests that the Discord channel and the LINE group got, as JSON. */
  readonly digests: () => { readonly discord: string; readonly line: string };
  /** What the platforms object to, and lines of the log that tell a secret. */
  readonly faults: () => readonly unknown[];
  close(): Promise<void>;
}

/** The desk, open, with both channels subscribed and both feeds still empty. */
export async function openTwoSourceDesk(): Promise<TwoSourceDesk> {
  const folder = await deskFolder();
  const [goodSite, badSite] = [await openLoopbackSite(), await openLoopbackSite()];
  const [discord, line] = [await startLoopbackDiscord(), await startLoopbackLine()];
  const clock = fakeClock(Date.parse("2026-11-23T10:00:00+08:00"));
  const log = rememberingLog();
  const publishGood = (items: string) => void goodSite.serve("/feed", rss(items));
  const publishBad = (handle: Handler) => void badSite.serve("/feed", handle);
  publishGood("");
  publishBad(rss(""));
  const sourcesFile = join(folder.path, "sources.yaml");
  await writeFile(sourcesFile, sourcesYaml(goodSite, badSite));
  const desk = await openChatDesk({ database: join(folder.path, "lede.db"), sourcesFile, clock, log, discord, line });
  const group = { type: "group", groupId: line.hex("C"), userId: line.hex("U") } as const;
  line.groups.set(group.groupId, 5);
  await subscribeBoth(desk, { discord, line, group });
  return {
    ...{ desk, discord, line, group, log, badSite, publishGood, publishBad },
    nextHour: async () => {
      clock.advance(hourMs);
      await desk.turn();
    },
    digests: () => ({
      discord: JSON.stringify(discord.posted()),
      line: JSON.stringify(line.sent.filter(({ kind }) => kind === "push")),
    }),
    faults: () => [
      ...discord.violations(),
      ...line.violations,
      ...leaks(log.lines, [discord.token, line.token, line.secret]),
    ],
    close: async () => {
      await desk.close();
      await Promise.all([discord.close(), line.close(), goodSite.close(), badSite.close()]);
      await folder.remove();
    },
  };
}

async function subscribeBoth(
  desk: ChatDesk,
  { discord, line, group }: Pick<TwoSourceDesk, "discord" | "line" | "group">,
) {
  await discord.slash("subscribe", { args: { what: "全部", when: "每小時" }, serverLocale: "zh-TW", mayManage: true });
  await line.post(`${desk.url}/line/webhook`, [line.text("/訂閱 全部 每小時", group)]);
  await vi.waitUntil(() => line.sent.length === 1, { timeout: 20_000 });
}

const leaks = (lines: readonly string[], secrets: readonly string[]) =>
  lines.filter((text) => secrets.some((secret) => text.includes(secret)));

const sourcesYaml = (good: LoopbackSite, bad: LoopbackSite) => `sources:
  - {id: good, name: 港都報, kind: feed, url: "${good.origin}/feed", every: 15m, fullText: feed}
  - {id: bad, name: 夜半報, kind: feed, url: "${bad.origin}/feed", every: 15m, fullText: page}
`;

/** A feed of these `<item>` elements. */
export const rss = (items: string): Handler =>
  answer(200, { "content-type": "application/rss+xml; charset=utf-8" }, rssText(items));

const rssText = (items: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>feed</title>${items}</channel></rss>`;

/** An `<item>`; its parts stand in it as they are, so they are escaped as the test wants it. */
export const rssItem = (
  id: string,
  title: string,
  { text = "市府今天說明，細節將在下週公布。", more = "" } = {},
): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><description>${text}</description>${more}</item>`;
