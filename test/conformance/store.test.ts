// The store's suite on SQLite in real files, and what can befall such a file.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openCache } from "../../src/adapters/stores/keyv-rows.ts";
import { openStore } from "../../src/adapters/stores/open-store.ts";
import { storeOver } from "../../src/adapters/stores/sqlite.ts";
import { openDatabase } from "../../src/adapters/stores/sqlite-connection.ts";
import type { Store } from "../../src/ports/store.ts";
import { anEntry, aSubscription, idsFound, noon, publishSelected, room, selectForRoom } from "./store-fixtures.ts";
import { describeStore } from "./store-suite.ts";

let folder: string;
let opened: Store[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lede-store-"));
  opened = [];
});

afterEach(async () => {
  for (const store of opened) await store.close();
  await rm(folder, { recursive: true });
});

const path = () => join(folder, "lede.db");

async function open(): Promise<Store> {
  const store = await openStore(`sqlite:${path()}`);
  opened.push(store);
  return store;
}

describeStore(open);

it("what was written is there after the store is closed and opened again", async () => {
  const store = await openStore(`sqlite:${path()}`);
  await store.archive([anEntry("一", { headline: "高雄新聞" })]);
  await store.close();
  expect(await idsFound(await open(), "高雄")).toEqual(["id-一"]);
});

it("an archive from before the search index was renewed is found in, in order of time, and keeps its tags", async () => {
  const store = await openStore(`sqlite:${path()}`);
  const entries = [
    anEntry("早", { publishedAt: noon - 1000, tags: ["高雄"] }),
    anEntry("晚"),
    anEntry("古", { publishedAt: 0 }),
  ];
  await store.archive(entries);
  await store.close();
  withFile((file) => {
    file.exec("pragma foreign_keys = off");
    for (const { article } of entries) {
      const { row } = file.prepare("select row from articles where id = ?").get(article.id) ?? {};
      for (const table of ["articles", "article_tags"])
        file
          .prepare(`update ${table} set row = ? where row = ?`)
          .run((article.publishedAt / 1000) * 16 + 3, Number(row));
    }
    file.exec(`drop table headline_terms; drop table headline_index; drop table body_index; drop table row_drift;
      drop table merged_stories; drop table event_keys; drop table event_profiles; drop table story_joins; drop table dropped_duplicates;
      drop index editions_by_subscription; drop table quotas; drop index editions_by_channel; drop index deliveries_asked;
      drop index deliveries_counted; alter table deliveries drop column recipients; alter table deliveries drop column asked_at;
      alter table subscriptions drop column held_since; drop table removed_articles; drop table tag_uses; drop index story_keys_by_story;
      drop index deliveries_to_revise; drop index ledger_by_story; alter table deliveries drop column posted;
      drop index deliveries_by_multicast; alter table deliveries drop column multicast_id;
      alter table deliveries drop column revise_at; alter table considered drop column revised_until;
      drop table tag_lessons; drop table saved_cards; drop table votes; drop table partings; drop table headline_beginnings; drop index subscriptions_by_creator; drop table channel_settings;
      alter table subscriptions drop column look; alter table subscriptions drop column creator_id;
      alter table subscriptions drop column paused; alter table subscriptions add column created_by text not null default ''; drop index deliveries_in_turn; drop index deliveries_by_turn; alter table deliveries drop column turn_of;
      alter table deliveries drop column turn_at; alter table channels drop column server;
      create index deliveries_waiting on deliveries (due_at, number) where state = 'waiting';
      drop table workers; alter table sources drop column leased_by; alter table sources drop column paused_at;
      alter table sources drop column paused_by; alter table deliveries drop column leased_by;
      alter table considered drop column sent_until; alter table sources drop column preferred;
      create virtual table headline_index using fts5 (tokens, characters, content='', contentless_delete=1);
      create virtual table body_index using fts5 (tokens, content='', contentless_delete=1);
      create virtual table character_index using fts5 (characters, content='', contentless_delete=1);
      create virtual table headline_terms using fts5vocab (headline_index, row);
      delete from kysely_migration where name >= '006'`);
  });
  const renewed = await open();
  expect(await idsFound(renewed, "消息")).toEqual(["id-晚", "id-早", "id-古"]);
  expect(await idsFound(renewed, "標籤:高雄 before:2023-10-10")).toEqual([]);
  expect(await idsFound(renewed, "標籤:高雄")).toEqual(["id-早"]);
  expect(await renewed.topTags(0, 1)).toEqual([{ tag: "高雄", count: 1 }]);
  expect((await renewed.suggest("高", 1)).tags).toEqual([{ tag: "高雄", count: 1 }]);
  expect(await renewed.check()).toEqual([]);
});

it("two stores on one file share the work and the ledger", async () => {
  const [one, other] = [await open(), await open()];
  await one.saveChannel(room);
  await one.addSubscription(aSubscription("daily"));
  await other.archive([anEntry("一")]);
  const tries = await Promise.all([publishSelected(one, "a", "daily"), publishSelected(other, "b", "daily")]);
  expect(tries.filter(Boolean)).toHaveLength(1);
  expect((await selectForRoom(other)).total).toBe(0);
});

it("what retention removes leaves its room to what comes", async () => {
  const store = await open();
  await store.archive(
    Array.from({ length: 30 }, (_, number) => anEntry(String(number), { text: "長".repeat(30_000) })),
  );
  const before = await store.size();
  const expiry = { sourceId: "cna", limit: { by: "age", days: 7 }, now: noon + 100 * 24 * 3_600_000 } as const;
  expect(await store.removeExpired(expiry, 100)).toBe(30);
  const { bytes, freeBytes } = await store.size();
  expect(bytes).toBeLessThanOrEqual(before.bytes + 100_000);
  expect((freeBytes ?? 0) - (before.freeBytes ?? 0)).toBeGreaterThan(30 * 80_000);
});

describe("opening", () => {
  it("the folder is made", async () => {
    const store = await openStore(`sqlite:${join(folder, "new", "data", "lede.db")}`);
    expect(await store.countArticles()).toBe(0);
    await store.close();
  });

  it("a store in memory works", async () => {
    const store = await openStore("sqlite::memory:");
    expect(await store.check()).toEqual([]);
    await store.close();
  });

  it.each(["mysql://localhost/lede", "data/lede.db", "sqlite:", ""])(
    "the address %j is refused with the setting's name",
    async (address) => {
      await expect(openStore(address)).rejects.toMatchObject({ code: "settings", message: /^DATABASE_URL: / });
    },
  );

  it("a database of a newer version is refused and left as it was", async () => {
    await (await openStore(`sqlite:${path()}`)).close();
    withFile((file) => file.exec("insert into kysely_migration values ('999-later', '2030-01-01')"));
    await expect(openStore(`sqlite:${path()}`)).rejects.toMatchObject({ code: "store-newer", message: /newer Lede/ });
  });

  it("a file that is no database is refused and left as it was", async () => {
    await writeFile(path(), "This is a text, not a database. ".repeat(200));
    await expect(openStore(`sqlite:${path()}`)).rejects.toMatchObject({ code: "store-unreadable" });
  });

  it("a folder in the file's place is refused", async () => {
    await mkdir(path());
    await expect(openStore(`sqlite:${path()}`)).rejects.toMatchObject({ code: "store-unreadable" });
  });
});

describe("a full disk", () => {
  it("is reported as such, nothing of the batch is kept, and the store goes on", async () => {
    const connection = openDatabase(path());
    const store = await storeOver(connection, 0);
    opened.push(store);
    await store.archive([anEntry("一")]);
    const { page_count: pages } = connection.prepare("pragma page_count").get() ?? {};
    connection.exec(`pragma max_page_count = ${Number(pages) + 20}`);
    const large = Array.from({ length: 50 }, (_, number) => anEntry(`大${number}`, { text: "長文".repeat(5000) }));
    await expect(store.archive(large)).rejects.toMatchObject({ code: "store-full", message: /Make room/ });
    expect(await store.countArticles()).toBe(1);
    expect(await idsFound(store, "消息")).toEqual(["id-一"]);
    expect(await store.check()).toEqual([]);
  });
});

it("a database that can't be written says who must be let in", async () => {
  const connection = openDatabase(path());
  const store = await storeOver(connection, 0);
  opened.push(store);
  connection.exec("pragma query_only = on");
  await expect(store.archive([anEntry("一")])).rejects.toMatchObject({
    code: "store-read-only",
    message: /right to write/,
  });
  expect(await store.countArticles()).toBe(0);
});

it("a database that another program holds is reported as locked", async () => {
  const store = await storeOver(openDatabase(path()), 30);
  opened.push(store);
  const other = new DatabaseSync(path());
  other.exec("begin immediate");
  await expect(store.archive([anEntry("一")])).rejects.toMatchObject({ code: "store-locked" });
  other.exec("rollback");
  other.close();
  await store.archive([anEntry("一")]);
  expect(await store.countArticles()).toBe(1);
});

it("a cache over the store's rows gives back what it was given, until it expires", async () => {
  const store = await open();
  const cache = openCache(store);
  await cache.set("robots", { allows: ["/"] }, 60_000);
  expect(await cache.get("robots")).toEqual({ allows: ["/"] });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_001 });
  expect(await cache.get("robots")).toBeUndefined();
  vi.useRealTimers();
  expect(await cache.get("nothing")).toBeUndefined();
});

function withFile(change: (file: DatabaseSync) => void): void {
  const file = new DatabaseSync(path());
  change(file);
  file.close();
}
