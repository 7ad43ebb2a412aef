import { existsSync } from "node:fs";
import { readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gunzipSync, gzipSync } from "node:zlib";
import { Kysely } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  anEntry,
  aSubscription,
  hour,
  idsFound,
  noon,
  publishSelected,
  room,
  selectForRoom,
} from "../test/conformance/store-fixtures.ts";
import { type TemporaryFolder, temporaryFolder } from "../test/fakes/temporary-folder.ts";
import { migrateTo } from "./adapters/stores/migrations.ts";
import { openSnapshot, openStore } from "./adapters/stores/open-store.ts";
import { openDatabase } from "./adapters/stores/sqlite-connection.ts";
import { sqliteDialect } from "./adapters/stores/sqlite-driver.ts";
import type { Tables } from "./adapters/stores/tables.ts";
import { backupArchive, restoreArchive } from "./backup.ts";
import type { Store } from "./ports/store.ts";

let folder: TemporaryFolder;
let store: Store;

beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openStore(url("lede.db"));
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

const path = (name: string) => join(folder.path, name);
const url = (name: string) => `sqlite:${path(name)}`;
const quiet = { begin: () => {}, step: () => {} };
const backUp = (name = "backup.gz", step = () => {}) =>
  backupArchive(url("lede.db"), path(name), noon, { ...quiet, step });
const restore = (sentUntil: number | null = null, name = "backup.gz") =>
  restoreArchive(path(name), url("restored.db"), sentUntil, quiet);

async function opened<Result>(work: (restored: Store) => Promise<Result>): Promise<Result> {
  const restored = await openStore(url("restored.db"));
  try {
    return await work(restored);
  } finally {
    await restored.close();
  }
}

/** Every row of every table, as the database has it. */
async function contentOf(name: string) {
  const snapshot = await openSnapshot(url(name));
  const content = snapshot.tables.map((table) => ({
    ...table,
    content: [...(snapshot.rows(table) as Iterable<unknown>)],
  }));
  await snapshot.close();
  return content;
}

const leftBehind = async () => (await readdir(folder.path)).filter((name) => /\.restoring|unfinished/.test(name));

async function fillDesk(): Promise<void> {
  await store.archive([
    {
      ...anEntry("一", { headline: "高雄\u2028新聞\u0000「好」", tags: ["高雄"] }),
      signature: { bands: [7, -2_147_483_648], bytes: Uint8Array.from([0, 255, 10]) },
      profile: { keys: [1, 2], bytes: Uint8Array.from([13, 10]) },
    },
    { ...anEntry("二"), joined: { how: "text", degree: 0.1 + 0.2, articleId: "id-一" } },
  ]);
  await store.saveChannel(room);
  await store.addSubscription(aSubscription("daily"));
  await publishSelected(store, "first", "daily");
  await store.writeCache("page", "值", null);
}

describe("a backup", () => {
  it("restored, is the archive again, row for row, and what is searched for is found", async () => {
    await fillDesk();
    expect(await backUp()).toMatchObject({ articles: 2, madeAt: noon });
    expect((await stat(path("backup.gz"))).mode & 0o777).toBe(0o600);
    await restore();
    expect(await contentOf("restored.db")).toEqual(await contentOf("lede.db"));
    await opened(async (restored) => {
      expect(await restored.check()).toEqual([]);
      expect(await idsFound(restored, "標籤:高雄 高雄")).toEqual(["id-一"]);
      expect((await selectForRoom(restored)).total).toBe(0);
    });
    expect(await leftBehind()).toEqual([]);
  });

  it("is of one instant, whatever is written while it is made", async () => {
    await store.archive([anEntry("一"), anEntry("二")]);
    const writing: Promise<void>[] = [];
    await backUp("backup.gz", () => {
      const name = `during-${writing.length}`;
      writing.push(store.archive([anEntry(name, { publishedAt: noon - hour })]));
    });
    await Promise.all(writing);
    expect(writing.length).toBeGreaterThan(2);
    await restore();
    expect(await opened((restored) => restored.countArticles())).toBe(2);
    expect(await store.countArticles()).toBe(2 + writing.length);
  });

  it("does not take a name that is taken", async () => {
    await writeFile(path("backup.gz"), "mine");
    await expect(backUp()).rejects.toMatchObject({ code: "file-exists" });
    expect(await readFile(path("backup.gz"), "utf8")).toBe("mine");
  });

  it("of an archive that is not there fails, and makes none", async () => {
    await expect(backupArchive(url("nothing.db"), path("backup.gz"), noon, quiet)).rejects.toThrow("no archive");
    expect(existsSync(path("nothing.db"))).toBe(false);
  });

  it("of a database that is another program's fails", async () => {
    new DatabaseSync(path("other.db")).exec("create table notes (text)");
    await expect(backupArchive(url("other.db"), path("backup.gz"), noon, quiet)).rejects.toThrow(
      "no archive of Lede's",
    );
  });

  it("that finds the disk full leaves nothing under its name", async () => {
    await fillDesk();
    await symlink("/dev/full", path("backup.gz.unfinished"));
    await expect(backUp()).rejects.toMatchObject({ code: "ENOSPC" });
    expect(await readdir(folder.path)).not.toContain("backup.gz");
  });
});

describe("restoring", () => {
  beforeEach(fillDesk);

  it.each(["restored.db", "restored.db-wal", "restored.db-journal"])(
    "refuses while %s is there, and leaves it as it is",
    async (name) => {
      await backUp();
      await writeFile(path(name), "mine");
      await expect(restore()).rejects.toMatchObject({ code: expect.stringMatching(/^(file|store)-exists$/) });
      expect(await readFile(path(name), "utf8")).toBe("mine");
      expect(await leftBehind()).toEqual([]);
    },
  );

  it("refuses a backup that is cut off, wherever it is, and leaves nothing", async () => {
    await backUp();
    const whole = await readFile(path("backup.gz"));
    for (let length = 0; length < whole.length; length += 97) {
      await writeFile(path("cut.gz"), whole.subarray(0, length));
      await expect(restore(null, "cut.gz")).rejects.toMatchObject({ code: "parse" });
    }
    expect(await leftBehind()).toEqual([]);
  });

  it("refuses a backup in which a character was changed, though its zip is whole", async () => {
    await backUp();
    const text = gunzipSync(await readFile(path("backup.gz"))).toString();
    await writeFile(path("changed.gz"), gzipSync(text.replace("這是導言", "這是謠言")));
    await expect(restore(null, "changed.gz")).rejects.toThrow("damaged");
    await writeFile(path("longer.gz"), gzipSync(`${text}\n[]\n`));
    await expect(restore(null, "longer.gz")).rejects.toThrow("damaged");
    expect(await leftBehind()).toEqual([]);
  });

  it.each([
    ["no zip", Buffer.from("text")],
    ["a zip of something else", gzipSync("text\n")],
    ["JSON of something else", gzipSync("[1]\n")],
    ["a head with nothing in it", gzipSync('{"lede":"backup","format":1}\n')],
  ])("refuses %s", async (_, content) => {
    await writeFile(path("other.gz"), content);
    await expect(restore(null, "other.gz")).rejects.toMatchObject({ code: "parse" });
    expect(await leftBehind()).toEqual([]);
  });

  it("refuses what a newer Lede wrote, by its tables or its form", async () => {
    await backUp();
    const text = gunzipSync(await readFile(path("backup.gz"))).toString();
    await writeFile(path("tables.gz"), gzipSync(text.replace(/"schema":"[^"]*"/, '"schema":"999-later"')));
    await expect(restore(null, "tables.gz")).rejects.toMatchObject({ code: "store-newer" });
    await writeFile(path("form.gz"), gzipSync(text.replace('"format":1', '"format":2')));
    await expect(restore(null, "form.gz")).rejects.toThrow("newer Lede");
    expect(await leftBehind()).toEqual([]);
  });

  it.each(["001-first", "005-push", "008-trails"])("brings a backup of the version %s up to date", async (schema) => {
    const old = new Kysely<Tables>({ dialect: sqliteDialect(openDatabase(path("old.db")), 0) });
    await migrateTo(old, schema);
    const { article } = anEntry("舊", { headline: "從前的高雄" });
    const { id, identity, headline, text, language } = article;
    await old.insertInto("stories").values({ id: "story", archived_at: noon }).execute();
    await old
      .insertInto("articles")
      .values({
        ...{ row: 1, id, identity, source_id: "cna", story_id: "story", url: null, headline, lede: "[]", tags: "[]" },
        ...{ language, byline: null, image: null, published_at: noon, collected_at: noon, content_hash: "", text },
        original: "{}",
      })
      .execute();
    await old.destroy();
    await backupArchive(url("old.db"), path("old.gz"), noon, quiet);
    await restore(null, "old.gz");
    await opened(async (restored) => {
      expect(await idsFound(restored, "從前")).toEqual([id]);
      expect((await restored.suggest("從前", 1)).headlines).toMatchObject([{ headline }]);
      expect(await restored.check()).toEqual([]);
    });
  });

  it("begins anew where an earlier one was broken off", async () => {
    await backUp();
    await writeFile(path("restored.db.restoring"), "half");
    await writeFile(path("restored.db.restoring-wal"), "half");
    await restore();
    expect(await opened((restored) => restored.check())).toEqual([]);
    expect(await leftBehind()).toEqual([]);
  });
});

describe("a desk restored from a backup that is older than what it sent", () => {
  const stopped = noon + 10 * hour;
  const selected = (restored: Store) => selectForRoom(restored, { from: noon, until: noon + 30 * hour });
  const later = (name: string, publishedAt: number) => anEntry(name, { publishedAt, collectedAt: noon + 20 * hour });

  beforeEach(async () => {
    await fillDesk();
    await backUp();
  });

  it("sends again what it can't know of, unless it is told otherwise", async () => {
    await restore();
    await opened(async (restored) => {
      await restored.archive([later("三", noon + hour), later("四", stopped + hour)]);
      expect((await selected(restored)).total).toBe(2);
      expect(await restored.claimDeliveries(stopped, 1, 10)).toHaveLength(1);
    });
  });

  it("told until when it had sent, sends only what was published later, and gives up what waited", async () => {
    await restore(stopped);
    await opened(async (restored) => {
      const [subscription] = await restored.subscriptionsOf(room.id);
      expect(subscription?.coveredUntil).toBe(stopped);
      await restored.archive([later("三", noon + hour), later("四", stopped + hour)]);
      const { cards } = await selectForRoom(restored, { from: stopped, until: noon + 30 * hour });
      expect(cards.map(({ articleId }) => articleId)).toEqual(["id-四"]);
      expect(await restored.claimDeliveries(noon + 30 * hour, 1, 10)).toEqual([]);
      expect(await idsFound(restored, "第三則消息")).toEqual(["id-三"]);
    });
  });
});
