// What a store must remember of sources that move and end.
import { expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { SourceState } from "../../src/records/source.ts";

const noon = Date.UTC(2026, 10, 23, 12, 0, 0);
const hour = 60 * 60_000;
const written = "https://harbour.example/feed";
const named = { id: "harbour", name: "Harbour Post" };

/** The tests, over a store that `open` makes afresh. */
export function describeSourceStates(open: () => Promise<Store>): void {
  const claimed = async (store: Store, now: number): Promise<readonly string[]> =>
    (await store.claimDueSources(["harbour"], now, hour, 10)).map(({ sourceId }) => sourceId);

  /** Registers the source, polls it once, and leaves it in the state that is given. */
  async function openWith(state: Partial<SourceState>): Promise<Store> {
    const store = await open();
    await store.registerSources([{ ...named, url: written }], noon);
    const [fresh] = await store.claimDueSources(["harbour"], noon, hour, 1);
    if (!fresh) throw new Error("the source must be due");
    await store.finishPoll({ ...fresh, polledAt: noon, etag: '"1"', dueAt: noon + hour, ...state });
    return store;
  }

  it("a source that has ended is never claimed again, also when it is registered anew as it was", async () => {
    const store = await openWith({ endedAt: noon });
    await store.registerSources([{ ...named, url: written }], noon + hour);
    expect(await claimed(store, noon + 1000 * hour)).toEqual([]);
  });

  it("a source whose address the operator changed begins anew, at once", async () => {
    const store = await openWith({ endedAt: noon, failures: 1, problem: "gone", movedTo: "https://old.example/feed" });
    await store.registerSources([{ ...named, url: "https://harbour.example/news.xml" }], noon + 1);
    const anew = { etag: null, failures: 0, problem: null, movedTo: null, endedAt: null, rhythm: null };
    expect(await store.sourceStates()).toMatchObject([anew]);
    expect(await claimed(store, noon + 1)).toEqual(["harbour"]);
  });

  it("a source keeps the address it moved to while the operator's stays the same", async () => {
    const store = await openWith({ movedTo: "https://new.example/feed" });
    await store.registerSources([{ ...named, url: written }], noon + 1);
    expect(await store.sourceStates()).toMatchObject([{ movedTo: "https://new.example/feed", etag: '"1"' }]);
    expect(await claimed(store, noon + 1)).toEqual([]);
  });

  it("more sources than one statement takes can be registered and claimed", async () => {
    const store = await open();
    const many = Array.from({ length: 12_000 }, (_, index) => ({ id: `s${index}`, name: `S${index}`, url: written }));
    await store.registerSources(many, noon);
    const ids = many.map(({ id }) => id);
    expect(await store.claimDueSources(ids, noon, hour, 3)).toHaveLength(3);
  });
}
