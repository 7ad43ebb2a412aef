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
    (await store.claimDueSources(new Set(["harbour"]), now, hour, 10)).map(({ sourceId }) => sourceId);

  /** Registers the source, polls it once, and leaves it in the state that is given. */
  async function openWith(state: Partial<SourceState>): Promise<Store> {
    const store = await open();
    await store.registerSources([{ ...named, url: written }], noon);
    const [fresh] = await store.claimDueSources(new Set(["harbour"]), noon, hour, 1);
    if (!fresh) throw new Error("the source must be due");
    await store.finishPolls([{ ...fresh, polledAt: noon, etag: '"1"', dueAt: noon + hour, ...state }]);
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

  it("a hastened source is due at once; one that is claimed, has ended or was not named stays as it was", async () => {
    const store = await openWith({});
    const others = ["claimed", "ended", "unnamed"];
    await store.registerSources(
      others.map((id) => ({ id, name: id })),
      noon,
    );
    const states = await store.claimDueSources(new Set(others), noon, 100 * hour, 10);
    const ofState = (id: string) => states.filter(({ sourceId }) => sourceId === id);
    await store.finishPolls([
      ...ofState("ended").map((state) => ({ ...state, dueAt: noon + hour, endedAt: noon })),
      ...ofState("unnamed").map((state) => ({ ...state, dueAt: noon + hour })),
    ]);
    await store.hastenSources(["harbour", "claimed", "ended"], noon + 1);
    const claimed = await store.claimDueSources(new Set(["harbour", ...others]), noon + 1, hour, 10);
    expect(claimed).toMatchObject([{ sourceId: "harbour", etag: '"1"', dueAt: noon + 1 }]);
  });

  it("what is due but not asked for, such as sources that were taken out of the file, hides nothing", async () => {
    const store = await open();
    const many = Array.from({ length: 100 }, (_, index) => ({ id: `old${index}`, name: `Old ${index}` }));
    await store.registerSources(many, noon - hour);
    await store.registerSources([named, { id: "island", name: "Island" }], noon);
    const claimed = await store.claimDueSources(new Set(["harbour", "island"]), noon, hour, 10);
    expect(claimed.map(({ sourceId }) => sourceId)).toEqual(["harbour", "island"]);
  });

  it("more sources than one statement takes can be registered and claimed", async () => {
    const store = await open();
    const many = Array.from({ length: 12_000 }, (_, index) => ({ id: `s${index}`, name: `S${index}`, url: written }));
    await store.registerSources(many, noon);
    const ids = many.map(({ id }) => id);
    expect(await store.claimDueSources(new Set(ids), noon, hour, 3)).toHaveLength(3);
  });
}
