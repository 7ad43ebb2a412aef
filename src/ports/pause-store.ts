// Sources that are not polled for a while, because somebody wants it so.
import type { Pause } from "../records/source.ts";

/** A pause outlasts restarts, other addresses, and polls that were under way when it began. */
export interface PauseStore {
  /** From now on nobody claims the source, due or hastened. False when it is paused already, which stays as it was, or is unknown. */
  pauseSource(sourceId: string, pause: Pause): Promise<boolean>;
  /** Makes the source due at once. False when it was not paused. */
  resumeSource(sourceId: string, now: number): Promise<boolean>;
  /** By source id; of sources that are no longer listed, too. */
  pausedSources(): Promise<ReadonlyMap<string, Pause>>;
}
