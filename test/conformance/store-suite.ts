// The suite that every store must pass, whichever database it stands on.
import type { Store } from "../../src/ports/store.ts";
import { describeAddedSources } from "./store-added-sources.ts";
import { describeArchive } from "./store-archive.ts";
import { describeBatches } from "./store-batches.ts";
import { describeDelivery } from "./store-delivery.ts";
import { describeEvents } from "./store-events.ts";
import { describeLessons } from "./store-lessons.ts";
import { describeLiving } from "./store-living.ts";
import { describeMerges } from "./store-merges.ts";
import { describeMulticasts } from "./store-multicasts.ts";
import { describeOnce } from "./store-once.ts";
import { describePauses } from "./store-pauses.ts";
import { describePrivacy } from "./store-privacy.ts";
import { describePushes } from "./store-push.ts";
import { describeQuota } from "./store-quota.ts";
import { describeReaders } from "./store-readers.ts";
import { describeRetention } from "./store-retention.ts";
import { describeSearch } from "./store-search.ts";
import { describeSelections } from "./store-selections.ts";
import { describeSourceStates } from "./store-sources.ts";
import { describeStanding } from "./store-standing.ts";
import { describeSuggestions } from "./store-suggestions.ts";
import { describeTrails } from "./store-trails.ts";
import { describeWorkers } from "./store-workers.ts";

/** `open` gives a store of its own to each test. */
export function describeStore(open: () => Promise<Store>): void {
  describeArchive(open);
  describeSearch(open);
  describeSuggestions(open);
  describeSourceStates(open);
  describeDelivery(open);
  describeBatches(open);
  describeSelections(open);
  describeMulticasts(open);
  describeAddedSources(open);
  describePauses(open);
  describeOnce(open);
  describeEvents(open);
  describeLessons(open);
  describeMerges(open);
  describePushes(open);
  describeStanding(open);
  describeTrails(open);
  describeRetention(open);
  describeWorkers(open);
  describeReaders(open);
  describePrivacy(open);
  describeQuota(open);
  describeLiving(open);
}
