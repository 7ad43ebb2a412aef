// Makes a source of what was found: an id of its own, and a place in the archive.
import { sourceKnown, tooManySources } from "../language/source-errors.ts";
import type { Clock } from "../ports/clock.ts";
import type { AddSource, FoundSource } from "../ports/source-finder.ts";
import type { AddedSourceStore } from "../ports/store.ts";
import type { Source } from "../records/source.ts";
import { sourceIdOf } from "./source-id.ts";

export interface AddParts {
  readonly store: AddedSourceStore;
  readonly clock: Clock;
  /** Those of the file and those added. */
  readonly listSources: () => Promise<readonly Source[]>;
}

/** As many as a desk on a small machine still polls in time. */
const mostAdded = 10_000;
/** The `AddSource` of a desk. */
export function createAddSource({ store, clock, listSources }: AddParts): AddSource {
  return async (found) => {
    const sources = await listSources();
    const added = await store.addedSources();
    const known = sources.find((source) => source.kind !== "posts" && source.url === found.url);
    if (known && !isAddedList(known, added)) throw sourceKnown(known.name);
    if (!known && added.length >= mostAdded) throw tooManySources(mostAdded);
    const source = known ? mended(known, found) : newSource(found, sources);
    await store.keepSource(source, clock.now());
    return source;
  };
}

const isAddedList = ({ kind, id }: Source, added: readonly Source[]): boolean =>
  (kind === "page" || kind === "sitemap") && added.some((source) => source.id === id);

/** A page or sitemap that has changed keeps its id and name, so that its articles and people's subscriptions stay with it. */
const mended = (known: Source, found: FoundSource): Source => ({
  ...newSource(found, []),
  id: known.id,
  name: known.name,
});

function newSource(found: FoundSource, sources: readonly Source[]): Source {
  const id = sourceIdOf(found.url, new Set(sources.map((source) => source.id)));
  return { ...found, id, fullText: "page" };
}
