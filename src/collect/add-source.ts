// Makes a source of what was found: an id of its own, and a place in the archive.
import { sourceKnown, tooManySources } from "../language/source-errors.ts";
import type { Clock } from "../ports/clock.ts";
import type { AddSource, AddSources, FoundSource } from "../ports/source-finder.ts";
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
    const known = sources.find((source) => addressOf(source) === found.url);
    if (known && !(isReplaceable(known, found) && added.some(({ id }) => id === known.id)))
      throw sourceKnown(known.name);
    if (!known && added.length >= mostAdded) throw tooManySources(mostAdded);
    const source = known ? mended(known, found) : newSource(found, takenIds(sources));
    await store.keepSource(source, clock.now());
    return source;
  };
}

/** The `AddSources` of a desk. */
export function createAddSources({ store, clock, listSources }: AddParts): AddSources {
  return async (found) => {
    const sources = await listSources();
    const taken = takenIds(sources);
    const known = new Set(sources.map(addressOf));
    const fresh = found.filter(({ url }) => !known.has(url));
    if ((await store.addedSources()).length + fresh.length > mostAdded) throw tooManySources(mostAdded);
    const added: Source[] = [];
    for (const one of fresh) {
      const source = newSource(one, taken);
      await store.keepSource(source, clock.now());
      taken.add(source.id);
      added.push(source);
    }
    return added;
  };
}

const addressOf = (source: Source): string | null => (source.kind === "posts" ? null : source.url);
const takenIds = (sources: readonly Source[]): Set<string> => new Set(sources.map(({ id }) => id));

/** A page may have got other selectors, and a sitemap's address may lead to a page by now. */
const isReplaceable = ({ kind }: Source, found: FoundSource): boolean =>
  kind === "page" || (kind === "sitemap" && found.kind !== "sitemap");

/** A page or sitemap that has changed keeps its id and name, so that its articles and people's subscriptions stay with it. */
const mended = (known: Source, found: FoundSource): Source => ({
  ...newSource(found, new Set()),
  id: known.id,
  name: known.name,
});

function newSource(found: FoundSource, taken: ReadonlySet<string>): Source {
  return { ...found, id: sourceIdOf(found.url, taken), fullText: "page" };
}
