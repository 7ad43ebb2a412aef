// A backup of either database makes an archive in either: that is also how a desk moves from SQLite to PostgreSQL.
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGliteDialect } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { beginPostgresRebuilding } from "../../src/adapters/stores/backup/postgres-rebuilding.ts";
import { postgresSnapshotOver } from "../../src/adapters/stores/backup/postgres-snapshot.ts";
import { openSnapshot, openStore } from "../../src/adapters/stores/open-store.ts";
import { postgresStoreOver } from "../../src/adapters/stores/postgres.ts";
import { backupArchive, restoreArchive } from "../../src/backup.ts";
import type { Row, Snapshot } from "../../src/ports/backup.ts";
import type { Store } from "../../src/ports/store.ts";
import { createTestDatabase, findPostgres, type TestDatabase } from "../fakes/postgres-server.ts";
import { type TemporaryFolder, temporaryFolder } from "../fakes/temporary-folder.ts";
import { anEntry, aSubscription, idsFound, noon, publishSelected, room, selectForRoom } from "./store-fixtures.ts";

const quiet = { begin: () => {}, step: () => {} };

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const path = (name: string) => join(folder.path, name);
const file = (name: string) => `sqlite:${path(name)}`;

async function inStore<Result>(opening: Promise<Store>, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await opening;
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function fillDesk(store: Store): Promise<void> {
  await store.archive([
    {
      ...anEntry("一", { headline: "高雄\u2028新聞\u0000「好」", tags: ["高雄"] }),
      signature: { bands: [7, -2_147_483_648], bytes: Uint8Array.from([0, 255, 10]) },
      profile: { keys: [1, 2], bytes: Uint8Array.from([13, 10]) },
    },
    { ...anEntry("二"), joined: { how: "text", degree: 0.1 + 0.2, articleId: "id-一" } },
  ]);
  await store.keepSource(
    { id: "added", name: "Added", kind: "feed", url: "https://a.example/", fullText: "feed" },
    noon,
  );
  await store.saveChannel(room);
  await store.addSubscription(aSubscription("daily"));
  await publishSelected(store, "first", "daily");
}

/** What the desk was filled with is there, nothing is sent twice, and rows go on being numbered. */
async function expectDesk(store: Store): Promise<void> {
  expect(await store.check()).toEqual([]);
  expect(await idsFound(store, "標籤:高雄 高雄")).toEqual(["id-一"]);
  expect((await selectForRoom(store)).total).toBe(0);
  expect(await store.claimDeliveries(noon, 1, 10)).toHaveLength(1);
  await store.keepSource({ id: "next", name: "Next", kind: "feed", url: "https://b.example/", fullText: "feed" }, noon);
  expect((await store.addedSources()).map(({ id }) => id)).toEqual(["added", "next"]);
  await store.archive([{ ...anEntry("三"), signature: { bands: [9], bytes: Uint8Array.from([1]) } }]);
  expect(await store.findSignedTexts([9], 0, noon)).toMatchObject([{ articleId: "id-三" }]);
}

/** Every row of every table; bytes as plain arrays, tables by name and rows in the order of their text. */
async function contentOf(snapshot: Snapshot) {
  const content: Record<string, readonly string[]> = {};
  for (const table of snapshot.tables) {
    const rows: Row[] = [];
    for await (const row of snapshot.rows(table)) rows.push(row);
    const told = rows.map((row) =>
      JSON.stringify(
        table.columns
          .map((column, index) => {
            const value = row[index];
            return [column, value instanceof Uint8Array ? [...value] : value];
          })
          .toSorted(),
      ),
    );
    content[table.name] = told.toSorted();
  }
  const { schema } = snapshot;
  await snapshot.close();
  return { schema, content };
}

it("an archive moves from SQLite to PostgreSQL and back, row for row", async () => {
  const pglite = await PGlite.create();
  const dialect = () => new PGliteDialect({ pglite: shared(pglite) });
  await inStore(openStore(file("lede.db")), fillDesk);
  const original = await contentOf(await openSnapshot(file("lede.db")));

  const snapshot = await openSnapshot(file("lede.db"));
  const rebuilding = await beginPostgresRebuilding(dialect(), "PGlite", snapshot.schema);
  for (const table of snapshot.tables) await rebuilding.insert(table, [...(snapshot.rows(table) as Iterable<Row>)]);
  await snapshot.close();
  await rebuilding.finish(null);
  expect(await contentOf(await postgresSnapshotOver(dialect(), "PGlite"))).toEqual(original);
  await inStore(postgresStoreOver(dialect(), "PGlite"), expectDesk);
  await expect(beginPostgresRebuilding(dialect(), "PGlite", snapshot.schema)).rejects.toMatchObject({
    code: "store-exists",
  });
  await pglite.close();
});

it("what PostgreSQL never had is not restored there, and a damaged backup leaves nothing", async () => {
  const pglite = await PGlite.create();
  const begin = (schema: string) =>
    beginPostgresRebuilding(new PGliteDialect({ pglite: shared(pglite) }), "PGlite", schema);
  await expect(begin("005-push")).rejects.toThrow("too old for PostgreSQL");
  await expect(begin("999-later")).rejects.toMatchObject({ code: "store-newer" });
  const rebuilding = await begin("009-keeping");
  const table = { name: "articles", columns: ["row", "evil"], rows: 1 };
  await expect(rebuilding.insert(table, [[1, 2]])).rejects.toMatchObject({ code: "parse" });
  await rebuilding.abandon();
  const { rows } = await pglite.query("select 1 from pg_tables where schemaname = 'public'");
  expect(rows).toEqual([]);
  await pglite.close();
});

/** Who is given it closes it in the end; this one is for several. */
function shared(pglite: PGlite): PGlite {
  return new Proxy(pglite, {
    get: (target, name) => {
      if (name === "close") return async () => {};
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

const server = await findPostgres();

describe.skipIf(server === null)("a PostgreSQL server (left out where none answers)", () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase(server ?? "");
  });
  afterEach(() => database.drop());

  it("is backed up as of one instant while others write, and restored into another schema and into a file", async () => {
    const [from, to] = [await database.createSchema(), await database.createSchema()];
    await inStore(openStore(from), async (store) => {
      await fillDesk(store);
      const writing: Promise<void>[] = [];
      const step = () => void writing.push(store.archive([anEntry(`during-${writing.length}`)]));
      await backupArchive(from, path("backup.gz"), noon, { ...quiet, step });
      await Promise.all(writing);
      expect(await store.countArticles()).toBe(2 + writing.length);
    });
    for (const place of [to, file("restored.db")]) {
      await restoreArchive(path("backup.gz"), place, null, quiet);
      await inStore(openStore(place), expectDesk);
      await expect(restoreArchive(path("backup.gz"), place, null, quiet)).rejects.toMatchObject({
        code: expect.stringMatching(/-exists$/),
      });
    }
  });
});
