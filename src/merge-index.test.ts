import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { anEntry, idsFound, noon } from "../test/conformance/store-fixtures.ts";
import { openStore } from "./adapters/stores/open-store.ts";
import { mergeIndex } from "./merge-index.ts";
import type { Store } from "./ports/store.ts";

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lede-merge-"));
  store = await openStore(`sqlite:${join(folder, "lede.db")}`);
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** Articles with words of their own, each archived alone as news comes. */
async function fill(from: number, until: number): Promise<void> {
  for (let number = from; number < until; number += 1) {
    const text = Array.from({ length: 400 }, (_, place) => `word${(number * 7919 + place * 104_729) % 9973}`).join(" ");
    await store.archive([anEntry(String(number), { headline: `Harbour ${number}`, text, publishedAt: noon + number })]);
  }
}

/** Pages of each segment of the index of texts. */
function segments(): number[] {
  const file = new DatabaseSync(join(folder, "lede.db"), { readOnly: true });
  try {
    const rows = file.prepare("select count(*) as pages from body_index_idx group by segid").all();
    return rows.map(({ pages }) => Number(pages));
  } finally {
    file.close();
  }
}

const stepsToMerge = async (): Promise<number> => {
  let steps = 0;
  await mergeIndex({
    mergeIndex: () => {
      steps += 1;
      return store.mergeIndex();
    },
  });
  return steps;
};

it("what was archived piece by piece becomes one segment, by steps, and everything is found as before", async () => {
  await fill(0, 130);
  await store.removeExpired({ sourceId: "cna", limit: { by: "articles", articles: 110 }, now: noon + 1e10 }, 50);
  const before = await idsFound(store, "harbour word77");
  expect(before.length).toBeGreaterThan(0);
  expect(segments().length).toBeGreaterThan(2);

  expect(await stepsToMerge()).toBeGreaterThan(2);
  expect(segments()).toHaveLength(1);
  expect(await idsFound(store, "harbour word77")).toEqual(before);
  expect(await store.check()).toEqual([]);
  expect(await stepsToMerge()).toBe(1);
});

it("what articles were removed from is written anew by the steps, not while they are removed", async () => {
  await fill(0, 120);
  await mergeIndex(store);
  const pages = segments().reduce((sum, some) => sum + some);
  await store.removeExpired({ sourceId: "cna", limit: { by: "articles", articles: 40 }, now: noon + 1e10 }, 80);
  expect(segments()).toContain(pages);
  await mergeIndex(store);
  expect(segments().reduce((sum, some) => sum + some)).toBeLessThan(pages * 0.6);
  expect(await idsFound(store, "harbour 110")).toContain("id-110");
  expect(await store.check()).toEqual([]);
});

it("a little more leaves what is merged as it is", async () => {
  await fill(0, 110);
  await mergeIndex(store);
  const [merged] = segments();
  await fill(110, 130);
  await mergeIndex(store);
  expect(segments()).toContain(merged);
  expect(segments().length).toBeLessThan(5);
});

it("between two steps others write, and once stopped it goes on the next time", async () => {
  await fill(0, 110);
  const stop = new AbortController();
  const interrupted = {
    mergeIndex: async () => {
      const isMore = await store.mergeIndex();
      await fill(110, 111);
      stop.abort();
      return isMore;
    },
  };
  await mergeIndex(interrupted, stop.signal);
  expect(segments().length).toBeGreaterThan(1);
  await mergeIndex(store);
  expect(await idsFound(store, '"harbour 110"')).toEqual(["id-110"]);
  expect(await store.check()).toEqual([]);
});
