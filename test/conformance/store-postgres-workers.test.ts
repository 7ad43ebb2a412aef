// What several workers on one PostgreSQL must not do to each other, and what a lost server must not do to them.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openCache } from "../../src/adapters/stores/keyv-rows.ts";
import { openStore } from "../../src/adapters/stores/open-store.ts";
import type { Store } from "../../src/ports/store.ts";
import { createTestDatabase, findPostgres, type TestDatabase } from "../fakes/postgres-server.ts";
import { anEntry, aQuery, aSubscription, hour, noon, publishSelected, room, selectForRoom } from "./store-fixtures.ts";

const server = await findPostgres();
const title = "workers on one PostgreSQL (left out where no server answers at TEST_DATABASE_URL or 127.0.0.1:5432)";
const workers = 4;
// Of one store.
const mostConnections = 10;

describe.skipIf(server === null)(title, () => {
  let database: TestDatabase;
  let stores: readonly Store[] = [];

  beforeAll(async () => {
    database = await createTestDatabase(server ?? "");
  });
  afterAll(() => database.drop());

  // All at once, in an empty schema.
  beforeEach(async () => {
    const address = await database.createSchema();
    stores = await Promise.all(Array.from({ length: workers }, () => openStore(address)));
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
  });

  const first = (): Store => stores[0] as Store;
  const byEach = <Result>(work: (store: Store, number: number) => Promise<Result>) => Promise.all(stores.map(work));

  it("workers that start at once bring the database up to date together", async () => {
    expect(await byEach((store) => store.check())).toEqual(stores.map(() => []));
    await first().archive([anEntry("一")]);
    expect(await byEach((store) => store.countArticles())).toEqual(stores.map(() => 1));
  });

  it("a source that is due goes to one of them, and each gets its share though others ask in the same moment", async () => {
    const ids = Array.from({ length: 40 }, (_, number) => `source-${number}`);
    await first().registerSources(
      ids.map((id) => ({ id, name: id })),
      noon,
    );
    const claimed = (await byEach((store) => store.claimDueSources(new Set(ids), noon, 1000, 10))).flat();
    expect(claimed.map(({ sourceId }) => sourceId).toSorted()).toEqual(ids.toSorted());
    await byEach((store) => store.finishPolls(claimed));
    await byEach((store) => store.hastenSources(ids, noon));
    expect((await first().claimDueSources(new Set(ids), noon, 1000, 100)).length).toBe(40);
  });

  it("what LINE sends to all of them in the same moment is one's to answer", async () => {
    const firsts = await byEach((store) => openCache(store).add("line:event:1", hour));
    expect(firsts.filter(Boolean)).toHaveLength(1);
  });

  it("a delivery goes to one of them", async () => {
    await first().saveChannel(room);
    for (let number = 0; number < 20; number += 1) {
      await first().addSubscription(aSubscription(`daily-${number}`));
      await first().archive([anEntry(String(number))]);
      expect(await publishSelected(first(), `edition-${number}`, `daily-${number}`)).toBe(true);
    }
    const claimed = (await byEach((store) => store.claimDeliveries(noon, 1000, 5))).flat();
    expect(new Set(claimed.map(({ id }) => id)).size).toBe(20);
    expect(claimed).toHaveLength(20);
  });

  it("what a worker was too slow with is the next one's: it can't renew, put off or finish it any more", async () => {
    const [slow, quick] = stores as [Store, Store];
    await slow.saveChannel(room);
    await slow.addSubscription(aSubscription("daily"));
    await slow.archive([anEntry("一")]);
    await publishSelected(slow, "a", "daily");
    await slow.registerSources([{ id: "cna", name: "CNA" }], noon);
    const [state] = await slow.claimDueSources(new Set(["cna"]), noon, 1000, 1);
    const [delivery] = await slow.claimDeliveries(noon, 1000, 1);
    expect(await quick.claimDueSources(new Set(["cna"]), noon + 1000, 1000, 1)).toHaveLength(1);
    expect(await quick.claimDeliveries(noon + 1000, 1000, 1)).toHaveLength(1);

    const id = delivery?.id ?? "";
    await slow.renewLeases({ sourceIds: ["cna"], deliveryIds: [id] }, noon + 1000, hour);
    await slow.finishPolls(state ? [{ ...state, dueAt: noon + hour }] : []);
    await slow.settleDelivery(id, { state: "waiting", dueAt: noon + hour, attempts: 1, problem: "answered 503" });
    await slow.leave();
    expect(await slow.claimDueSources(new Set(["cna"]), noon + 1999, 1000, 1)).toEqual([]);
    expect(await slow.claimDeliveries(noon + 1999, 1000, 1)).toEqual([]);
    // The lease ends as the other took it.
    expect(await slow.claimDueSources(new Set(["cna"]), noon + 2000, 1000, 1)).toHaveLength(1);
    expect(await slow.claimDeliveries(noon + 2000, 1000, 1)).toMatchObject([{ attempts: 0 }]);
    // What has arrived has arrived, whoever says so.
    await quick.settleDelivery(id, { state: "delivered", at: noon + 2000 });
    expect(await slow.claimDeliveries(noon + hour, 1000, 1)).toEqual([]);
  });

  it("reports of one event that all of them file in the same moment are one story", async () => {
    await byEach((store, number) =>
      store.inTurn(async () => {
        const found = await store.findStory(["headline:新橋"], 0, noon);
        const storyId = found?.storyId ?? `story-${number}`;
        await store.archive([{ ...anEntry(String(number), { storyId }), storyKeys: ["headline:新橋"] }]);
      }),
    );
    expect(await first().latestCards([], 10, 0)).toHaveLength(1);
  });

  it("a turn that fails is over, and so is one whose connection was lost", async () => {
    await expect(first().inTurn(() => Promise.reject(new Error("no room")))).rejects.toThrow("no room");
    const inLostTurn = first().inTurn(async () => {
      await cutConnections();
      return "done";
    });
    expect(await inLostTurn).toBe("done");
    expect(await byEach((store, number) => store.inTurn(async () => number))).toEqual([0, 1, 2, 3]);
  });

  it("editions with the same stories, published to one channel in the same moment, tell each story once", async () => {
    await first().saveChannel(room);
    await first().archive(Array.from({ length: 10 }, (_, number) => anEntry(String(number))));
    await byEach((store, number) => store.addSubscription(aSubscription(`daily-${number}`)));
    await byEach((store, number) => publishSelected(store, `edition-${number}`, `daily-${number}`));
    // Whoever chose after another had published has an edition without any.
    const deliveries = await first().claimDeliveries(noon, 1000, 10);
    const told = deliveries.flatMap(({ edition }) => edition.cards.map(({ storyId }) => storyId));
    expect(told).toHaveLength(10);
    expect(new Set(told).size).toBe(10);
  });

  it("articles of one minute, and the same article, archived by all in the same moment, each have their place", async () => {
    await byEach(async (store, number) => {
      for (let batch = 0; batch < 5; batch += 1)
        await store.archive([
          anEntry("同", { text: `第${number}處的版本${batch}` }),
          ...Array.from({ length: 8 }, (_, place) => anEntry(`${number}-${batch}-${place}`)),
        ]);
    });
    expect(await first().countArticles()).toBe(1 + workers * 5 * 8);
    expect(await first().check()).toEqual([]);
  });

  it("an article on its way into the archive while an edition is chosen is in that one or in the next, and in no other", async () => {
    await first().saveChannel(room);
    const [chooser, ...archivers] = stores;
    const chosen: string[] = [];
    const choose = async (from: number, until: number) => {
      const said = { query: aQuery(""), from, until, order: "oldest", limit: 1000 } as const;
      const { cards } = await selectForRoom(chooser ?? first(), said);
      chosen.push(...cards.map(({ storyId }) => storyId));
    };
    const rounds = 15;
    const archived = archivers.map(async (store, number) => {
      for (let round = 0; round < rounds; round += 1)
        await store.archive([anEntry(`${number}-${round}`, { collectedAt: noon + round, publishedAt: noon - hour })]);
    });
    const editions = (async () => {
      for (let round = 0; round < rounds; round += 1) await choose(noon + round - 1, noon + round);
    })();
    await Promise.all([...archived, editions]);
    await choose(noon + rounds - 1, noon + hour);
    expect(chosen).toHaveLength(archivers.length * rounds);
    expect(new Set(chosen).size).toBe(chosen.length);
  });

  const cutConnections = () =>
    database.ask(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'lede'",
    );

  it("a worker whose connections were all cut goes on with new ones, and nothing that it does fails", async () => {
    const manyReads = () => Promise.all(Array.from({ length: mostConnections }, () => first().countArticles()));
    await first().archive([anEntry("一")]);
    await manyReads();
    await cutConnections();
    expect(await manyReads()).toEqual(Array.from({ length: mostConnections }, () => 1));
    await cutConnections();
    await first().archive([anEntry("二")]);
    await cutConnections();
    await first().writeCache("key", "value", null);
    expect(await first().countArticles()).toBe(2);
    expect(await first().readCache("key")).toBe("value");
  });

  it("a database that is not there, and a server that is not, are told without the password", async () => {
    const missing = new URL(server ?? "");
    missing.pathname = "/no_such_database";
    await expect(openStore(missing.href)).rejects.toMatchObject({ code: "store-missing", message: /createdb/ });
    const closed = openStore("postgres://lede:hunter2@127.0.0.1:1/lede");
    await expect(closed).rejects.toMatchObject({ code: "store-unreachable", message: /postgres:\/\/lede@127.0.0.1:1/ });
    await closed.catch((error: Error) => expect(error.message).not.toContain("hunter2"));
  });
});
