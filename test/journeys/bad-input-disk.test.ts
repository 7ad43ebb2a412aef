// A disk without room: the error says so, nothing that was archived is lost, and what is missing comes once there is room.
import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runScript } from "./run-lede.ts";
import { deskFolder } from "./spawned-desk.ts";
import { openTwoSourceDesk, rssItem } from "./two-source-desk.ts";

const can = (command: string, ...words: readonly string[]) => spawnSync(command, words).status === 0;

describe("an import", () => {
  let folder: Awaited<ReturnType<typeof deskFolder>>;
  let few: string;
  let many: string;

  beforeEach(async () => {
    folder = await deskFolder();
    few = await writePosts("few", 5);
    many = await writePosts("many", 250);
  });

  afterEach(() => folder.remove());

  /** A folder of so many posts, each with a text of about 20 KB. */
  async function writePosts(name: string, count: number): Promise<string> {
    const path = join(folder.path, name);
    await mkdir(path);
    for (let number = 0; number < count; number++) {
      const text = `第${number}號公車路線從今天起調整班次，市府交通局說明理由。`.repeat(250);
      const front = `layout: post\ntitle: "${name}第${number}號公車路線調整班次"\ndate: 2026-11-20T00:00:00.000Z\nlink: https://news.example/${name}/${number}\ncategories: harbour\n`;
      await writeFile(join(path, `2026-11-20-${name}-${number}.md`), `---\n${front}---\n<p>${text}</p>\n`);
    }
    return path;
  }

  const noSources = join(import.meta.dirname, "sample-sources.yaml");
  const report = (counts: object) => expect.objectContaining({ updated: 0, refused: [], ...counts });
  const sound = (articles: number) =>
    expect.objectContaining({ state: "works", message: expect.stringContaining(`: ${articles} articles`) });

  /** What a script printed, its JSON read; of a doctor's findings the database's alone. */
  const linesOf = (stdout: string): readonly unknown[] =>
    stdout
      .split("\n")
      .filter((line) => line !== "" && !/"name":"(?!database)/.test(line))
      .map((line) => (line.startsWith("{") ? JSON.parse(line) : line));

  // A file system of its own that is too small, and grows; it is seen by this one process alone.
  const canMount = can("unshare", "-rm", "sh", "-c", "mount -t tmpfs none /mnt");

  it.runIf(canMount)("on a full disk ends with the reason, and the next one completes it", async () => {
    const disk = join(folder.path, "disk");
    await mkdir(disk);
    const { stdout, stderr } = await runScript(
      `mount -t tmpfs -o size=12m none "$DISK"
      lede import --json "$FEW"
      lede import --json "$MANY" || echo "exit $?"
      lede doctor --json
      mount -o remount,size=200m "$DISK"
      lede import --json "$MANY"
      lede doctor --json`,
      { DATABASE_URL: `sqlite:${disk}/lede.db`, DISK: disk, FEW: few, MANY: many, SOURCES_FILE: noSources },
      ["unshare", "-rm"],
    );
    expect(stderr).toBe(
      `lede: The disk is full: nothing more was written to ${disk}/lede.db. Make room; a running desk then goes on by itself, a command is to be given again.\n`,
    );
    expect(linesOf(stdout)).toEqual([
      report({ imported: 5 }),
      "exit 1",
      sound(205),
      report({ imported: 50, duplicates: 200 }),
      sound(255),
    ]);
  });

  it.runIf(process.platform !== "win32")("that may write no more ends alike", async () => {
    const settings = { DATABASE_URL: `sqlite:${folder.path}/lede.db`, SOURCES_FILE: noSources, FEW: few, MANY: many };
    expect((await runScript('lede import "$FEW"', settings)).exitCode).toBe(0);
    const limited = await runScript('ulimit -f 4000; lede import "$MANY"', settings);
    expect(limited).toEqual({ exitCode: 1, stdout: "", stderr: expect.stringMatching(/^lede: The disk .*lede\.db\./) });
    const { stdout } = await runScript(
      'lede search --json "公車路線"; lede import --json "$MANY"; lede doctor --json',
      settings,
    );
    expect(linesOf(stdout)).toEqual([expect.objectContaining({ total: 5 }), report({ imported: 250 }), sound(255)]);
  });
});

// The limit of this process: every write to a file fails until it is lifted.
const setRoom = (bytes: "0" | "unlimited") => can("prlimit", "--pid", String(process.pid), `--fsize=${bytes}:`);

it.runIf(setRoom("unlimited"))(
  "a running desk goes on by itself once there is room, and sends nothing twice",
  async () => {
    const headlines = ["港口新橋今天通車典禮", "市立圖書館延長開放時間"] as const;
    const journey = await openTwoSourceDesk();
    journey.publishGood(rssItem("good-1", headlines[0]));
    await journey.nextHour();
    journey.publishGood(rssItem("good-2", headlines[1]));
    expect(setRoom("0")).toBe(true);
    const starved = await journey.nextHour().catch((error: unknown) => error);
    expect(setRoom("unlimited")).toBe(true);
    expect(starved).toMatchObject({ name: "StoreError" });
    await journey.nextHour();
    const { desk, discord, line, group } = journey;
    for (const channelId of [`discord:${discord.channelId}`, `line:${group.groupId}`]) {
      const editions = await desk.store.deliveredEditions(channelId, 10);
      expect(editions.flatMap(({ edition }) => edition.cards.map(({ headline }) => headline))).toEqual(headlines);
    }
    expect(line.sent.filter(({ kind }) => kind === "push")).toHaveLength(2);
    expect(discord.posted().filter((message) => JSON.stringify(message).includes("## 新聞摘要"))).toHaveLength(2);
    expect(await desk.store.check()).toEqual([]);
    await journey.close();
  },
);
