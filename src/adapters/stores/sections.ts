// The store's sections put together: one set of typed queries, whichever database answers them.
import { randomUUID } from "node:crypto";
import type { Store } from "../../ports/store.ts";
import type { Coordination } from "../../ports/worker-store.ts";
import { addedSourceSection } from "./added-source-section.ts";
import { articleSection } from "./article-section.ts";
import { cacheSection } from "./cache-section.ts";
import { livingSection } from "./living-section.ts";
import { outboxSection } from "./outbox-section.ts";
import { pauseSection } from "./pause-section.ts";
import { privacySection } from "./privacy-section.ts";
import { pushSection } from "./push-section.ts";
import { quotaSection } from "./quota-section.ts";
import { readerSection } from "./reader-section.ts";
import { retentionSection } from "./retention-section.ts";
import { searchSection } from "./search-section.ts";
import { sourceSection } from "./source-section.ts";
import { subscriptionSection } from "./subscription-section.ts";
import type { Database } from "./tables.ts";
import type { TextIndex } from "./text-index.ts";
import { trailSection } from "./trail-section.ts";
import { workerSection } from "./worker-section.ts";

/** What the sections make up. */
export type StoreWithoutCoordination = Omit<Store, "size" | "check" | "close" | keyof Coordination>;

/** All of the store but what each database does in its own way: to measure and check itself, to bring workers together, and to be closed. */
export function storeSections(database: Database, textIndex: TextIndex): StoreWithoutCoordination {
  // Leases are taken in its name.
  const workerId = randomUUID();
  return {
    ...sourceSection(database, workerId),
    ...addedSourceSection(database),
    ...pauseSection(database),
    ...articleSection(database, textIndex),
    ...searchSection(database, textIndex),
    ...subscriptionSection(database, textIndex),
    ...outboxSection(database, workerId),
    ...cacheSection(database),
    ...pushSection(database),
    ...trailSection(database, textIndex),
    ...retentionSection(database),
    ...workerSection(database, workerId),
    ...readerSection(database),
    ...livingSection(database),
    ...privacySection(database),
    ...quotaSection(database, workerId),
  };
}
