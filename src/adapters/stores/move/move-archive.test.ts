import { PGlite } from "@electric-sql/pglite";
import { PGliteDialect } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import {
  anEntry,
  aSubscription,
  idsFound,
  noon,
  publishSelected,
  room,
  selectForRoom,
} from "../../../../test/conformance/store-fixtures.ts";
import { type TemporaryFolder, temporaryFolder } from "../../../../test/fakes/temporary-folder.ts";
import type { Store } from "../../../ports/store.ts";
import { postgresSnapshotOver } from "../backup/postgres-snapshot.ts";
import { openStore } from "../open-store.ts";
import { openPostgresDatabase, postgresStoreOver } from "../postgres.ts";
import { migratedDatabase } from "../sqlite.ts";
import { openDatabase } from "../sqlite-connection.ts";
import { moveArchive, moveBetween } from "./move-archive.ts";
import { markUnfinished, refuseAnother } from "./unfinished-move.ts";

let folder: TemporaryFolder;
let server: PGlite;
let schemas = 0;
let old: Store;

beforeAll(async () => {
  server = await PGlite.create();
});
afterAll(() => server.close());

beforeEach(async () => {
  schemas += 1;
  await server.exec(`create schema test${schemas}; set search_path to test${schemas}`);
  folder = await temporaryFolder();
  old = await openStore(`sqlite:${path()}`);
});
afterEach(async () => {
  await old.close();
  await folder.remove();
});

const path = () => `${folder.path}/lede.db`;

/** A dialect whose end leaves the server running. */
function dialect(): PGliteDialect {
  const shared = new Proxy(server, {
    get: (target, name) => {
      const value: unknown = name === "close" ? async () => {} : Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return new PGliteDialect({ pglite: shared });
}

const openNew = () => postgresStoreOver(dialect(), "postgres://new");

/** `onRows` is told of every step; what it throws stops the move. */
async function move(onRows: (count: number) => void = () => {}, from = path()) {
  const source = await migratedDatabase(openDatabase(path()));
  const target = await openPostgresDatabase(dialect(), "postgres://new", async (database, place) => {
    await refuseAnother(database, place, from);
    await markUnfinished(database, from);
  });
  try {
    return await moveBetween(source, target, { begin: () => {}, step: onRows });
  } finally {
    await source.destroy();
    await target.destroy();
  }
}

async function fillOld(articles: number): Promise<void> {
  await old.registerSources([{ id: "cna", name: "中央社" }], noon);
  await old.keepSource({ kind: "feed", id: "a", name: "A", url: "https://a.example/feed", fullText: "feed" }, noon);
  await old.saveChannel(room);
  await old.addSubscription(aSubscription("daily"));
  const entries = Array.from({ length: articles }, (_, number) =>
    anEntry(String(number), { headline: `高雄第${number}則\u0000'\\消息`, tags: ["高雄"] }),
  );
  await old.archive([
    { ...anEntry("長", { text: "\u0000 🎉" }), signature: { bands: [7, -5], bytes: Uint8Array.from([0, 255]) } },
    ...entries,
  ]);
  expect(await publishSelected(old, "edition", "daily")).toBe(true);
  await old.writeCache("robots", "{}", null);
}

it("everything is at the new place as it was: articles and their order, search, subscriptions, ledger, outbox", async () => {
  await fillOld(20);
  const report = await move();
  expect(report.tables).toContainEqual(expect.objectContaining({ name: "articles", rows: 21 }));
  const moved = await openNew();
  expect(await Array.fromAsync(moved.eachArticle())).toEqual(await Array.fromAsync(old.eachArticle()));
  expect(await idsFound(moved, "高雄", 30)).toEqual(await idsFound(old, "高雄", 30));
  expect(await moved.findSignedTexts([-5], 0, noon)).toEqual(await old.findSignedTexts([-5], 0, noon));
  expect(await moved.subscriptionsOf(room.id)).toEqual(await old.subscriptionsOf(room.id));
  expect((await selectForRoom(moved)).total).toBe((await selectForRoom(old)).total);
  expect(await moved.claimDeliveries(noon, 1000, 5)).toEqual(await old.claimDeliveries(noon, 1000, 5));
  expect(await moved.check()).toEqual([]);
});

it("the new archive numbers what comes behind what it was given", async () => {
  await fillOld(3);
  await move();
  const moved = await openNew();
  const source = { kind: "feed", id: "b", name: "B", url: "https://b.example/feed", fullText: "feed" } as const;
  await moved.keepSource(source, noon);
  await moved.archive([{ ...anEntry("新"), signature: { bands: [7], bytes: Uint8Array.from([1]) } }]);
  expect((await moved.addedSources()).map(({ id }) => id)).toEqual(["a", "b"]);
  expect((await moved.findSignedTexts([7], 0, noon)).map(({ articleId }) => articleId)).toEqual(["id-新", "id-長"]);
});

it("a move that was stopped goes on where it stopped, and no desk opens the half of it", async () => {
  await fillOld(1200);
  let rows = 0;
  const stopped = move((count) => {
    rows += count;
    if (rows > 600) throw new Error("the operator pressed Ctrl-C");
  });
  await expect(stopped).rejects.toThrow("Ctrl-C");
  await expect(openNew()).rejects.toMatchObject({ code: "store-unfinished", message: /lede move/ });
  let more = 0;
  const report = await move((count) => {
    more += count;
  });
  // Each is copied once and compared once.
  expect(rows + more).toBe(2 * report.rows);
  const moved = await openNew();
  expect(await moved.countArticles()).toBe(1201);
  expect(await moved.check()).toEqual([]);
});

it("an archive that was changed between two tries is noticed, and moved anew", async () => {
  await fillOld(700);
  let rows = 0;
  await expect(
    move((count) => {
      rows += count;
      if (rows > 600) throw new Error("stopped");
    }),
  ).rejects.toThrow("stopped");
  await old.registerSources([{ id: "cna", name: "改名" }], noon);
  await expect(move()).rejects.toMatchObject({ code: "store-differs", message: /sources.*Stop the desk/ });
  await move();
  expect(await (await openNew()).sourceNames()).toEqual(
    new Map([
      ["cna", "改名"],
      ["a", "A"],
    ]),
  );
});

it("a database that holds an archive, or a part of another one, is left alone", async () => {
  await fillOld(1);
  await (await openNew()).archive([anEntry("別")]);
  await expect(move()).rejects.toMatchObject({ code: "store-exists", message: /empty database/ });
  await server.exec("create table unfinished_move (name text primary key, last_key text)");
  await server.exec("insert into unfinished_move values ('(from)', '/elsewhere/lede.db')");
  await expect(move()).rejects.toMatchObject({ code: "store-unfinished", message: /elsewhere/ });
  await server.exec("drop table unfinished_move");
  expect(await (await openNew()).countArticles()).toBe(1);
});

it("an archive that a desk serves is not moved: what that sends meanwhile would be sent again", async () => {
  const serving = await old.holdDuty("serve");
  const begun = moveArchive(path(), "postgres://localhost/lede", { begin: () => {}, step: () => {} });
  await expect(begun).rejects.toMatchObject({ code: "store-locked", message: /Stop it first/ });
  await serving?.release();
});

it("half of an archive can't be backed up", async () => {
  await fillOld(1);
  await openPostgresDatabase(dialect(), "postgres://new", async (database) => markUnfinished(database, path()));
  const snapshot = postgresSnapshotOver(dialect(), "postgres://new");
  await expect(snapshot).rejects.toMatchObject({ code: "store-unfinished", message: /lede move/ });
});

it("a file that isn't there is not made", async () => {
  const begun = moveArchive(`${folder.path}/none.db`, "postgres://localhost/lede", { begin: () => {}, step: () => {} });
  await expect(begun).rejects.toMatchObject({ code: "store-unreadable" });
  await expect(moveArchive(path(), "sqlite:other.db", { begin: () => {}, step: () => {} })).rejects.toMatchObject({
    code: "settings",
    message: /^--to/,
  });
});
