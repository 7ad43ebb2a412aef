import { beforeEach, describe, expect, it } from "vitest";
import { type CollectBench, openCollectBench } from "../../test/fakes/collect-parts.ts";
import type { Extract } from "../records/article.ts";
import type { Item } from "../records/feed.ts";
import { collectEntries, type Entry } from "./entries.ts";

const now = Date.UTC(2026, 10, 23, 8, 0, 0);
const rules = { sourceId: "harbour", batchSize: 2, yieldsToOthers: true };
let bench: CollectBench;

beforeEach(() => {
  bench = openCollectBench(now);
});

const nothing = { title: null, author: null, publishedAt: null, url: null };
const item: Item = { ...nothing, id: null, updatedAt: null, summary: null, content: null, tags: [], enclosures: [] };
const extract: Extract = { ...nothing, language: null, text: "text", image: null, tags: [] };

const entry = (
  identity: string,
  extracting: Entry["extract"] = async () => ({ extract, mayComeLater: false }),
): Entry => ({
  identity,
  sourceId: "harbour",
  item,
  categories: [],
  extract: extracting,
});

/** Takes all batches with every item taken for archived already. */
async function identitiesOf(entries: readonly Entry[], archived: readonly string[] = []): Promise<readonly string[]> {
  const known = archived.map(
    (identity) =>
      [
        identity,
        { id: "", identity, sourceId: "harbour", storyId: "", publishedAt: 0, contentHash: "", tags: [] },
      ] as const,
  );
  const parts = { ...bench.parts, store: { ...bench.parts.store, findArticles: async () => new Map(known) } };
  const batches = await Array.fromAsync(collectEntries(entries, rules, parts));
  return batches.flat().map(({ identity }) => identity);
}

describe("an entry", () => {
  it("that can't be read costs only itself, and is read again the next time", async () => {
    const broken = entry("broken", () => Promise.reject(new RangeError("Maximum call stack size exceeded")));
    expect(await identitiesOf([entry("a"), broken, entry("b")])).toEqual(["a", "b"]);
    expect(bench.warnings.join()).toContain("broken");
    expect(await identitiesOf([entry("a"), entry("broken"), entry("b")], ["a", "b"])).toEqual(["broken"]);
  });

  it("that may come in full later is brought again the next time", async () => {
    const half = entry("half", async () => ({ extract, mayComeLater: true }));
    expect(await identitiesOf([half])).toEqual(["half"]);
    expect(await identitiesOf([entry("half")], ["half"])).toEqual(["half"]);
    expect(await identitiesOf([entry("half")], ["half"])).toEqual([]);
  });

  it("that the archive does not hold is brought, whatever is remembered of it", async () => {
    await identitiesOf([entry("a")]);
    expect(await identitiesOf([entry("a")], [])).toEqual(["a"]);
  });

  it("is brought again when its batch was taken but the rest was not", async () => {
    const batches = collectEntries([entry("a"), entry("b"), entry("c")], rules, bench.parts);
    expect((await batches.next()).value).toHaveLength(2);
    await batches.return();
    expect(await identitiesOf([entry("a"), entry("b"), entry("c")])).toEqual(["a", "b", "c"]);
  });
});
