// A worker at its tasks: which loops run in which role, what one worker does for all, and what wakes them.
import type { Desk } from "./desk.ts";
import { forgetParted } from "./forget.ts";
import { mergeIndex } from "./merge-index.ts";
import { deliverEditions, gatherNews, publishAtOnce, publishEditions, reviseEditions } from "./pipeline.ts";
import type { OpenPlatforms } from "./platforms.ts";
import type { Duty, Wake } from "./ports/worker-store.ts";
import type { OpenPushes } from "./pushes.ts";
import { SettingsError } from "./records/errors.ts";
import type { Worker } from "./records/worker.ts";
import { keepWithinLimits } from "./retention.ts";
import { startTicks, type Ticks } from "./schedule.ts";

export type WorkerParts = Desk &
  Pick<OpenPlatforms, "platforms" | "showDelivered" | "sharePace"> & {
    readonly pushes: OpenPushes;
    /** For people: the machine and the process. */
    readonly name: string;
    readonly stopSignal: AbortSignal;
  };

// Three beats.
const missedAfterMs = 60_000;

const loopOf: Readonly<Record<Wake, keyof Ticks>> = {
  sources: "gather",
  news: "publish",
  editions: "deliver",
  delivered: "show",
};

/**
 * Claims an archive that only one process may serve, until it ends. Throws SettingsError when another does already, or when the role leaves
 * something to other processes.
 */
export async function claimArchive({ store, settings }: Pick<Desk, "store" | "settings">): Promise<void> {
  if (store.isShared) return;
  const advice = "Several processes share an archive on PostgreSQL only: see `lede move` and DATABASE_URL.";
  if (settings.ROLE !== "all")
    throw new SettingsError([
      `ROLE ${settings.ROLE} leaves work to other processes, and this archive is SQLite's. ${advice}`,
    ]);
  if ((await store.holdDuty("serve")) === null)
    throw new SettingsError([`Another process serves this archive already: stop that one first. ${advice}`]);
}

/** Does the work while another worker does not do the same; resolves to whether it was done. */
export async function alone(
  store: Pick<Desk["store"], "holdDuty">,
  duty: Duty,
  work: () => Promise<unknown>,
): Promise<boolean> {
  const held = await store.holdDuty(duty);
  if (held === null) return false;
  try {
    await work();
    return true;
  } finally {
    await held.release();
  }
}

/** A worker that is to stop does so without its archive, too: what it has leased then comes back when the leases end. */
async function leave({ store, log }: WorkerParts): Promise<void> {
  try {
    await store.leave();
  } catch (error) {
    log.warn("leases could not be given back", { problem: error instanceof Error ? error.message : String(error) });
  }
}

const isAtWork = ({ role, seenAt }: Worker, now: number): boolean =>
  (role === "all" || role === "deliver") && now - seenAt < missedAfterMs;

/** Starts the loops of the worker's role. `stop` ends them after the work under way, and gives back what was leased. */
export async function startWorker(parts: WorkerParts): Promise<{ stop(): Promise<void> }> {
  const { store, log, settings, pushes } = parts;
  const { ROLE: role } = settings;
  const startedAt = parts.clock.now();
  const alive = (): Worker => ({ name: parts.name, role, startedAt, seenAt: parts.clock.now() });
  const beat = async (): Promise<void> => {
    await store.noteAlive(alive());
    parts.sharePace((await store.workers()).filter((worker) => isAtWork(worker, parts.clock.now())).length);
  };
  let isNews = false;
  const publish = async (): Promise<void> => {
    const isAtOnce = isNews;
    isNews = false;
    await publishEditions(parts);
    if (isAtOnce) await publishAtOnce(parts);
  };
  const tidy = async (): Promise<void> => {
    await keepWithinLimits({ ...parts, defaultKeep: settings.KEEP });
    await forgetParted(parts);
    await mergeIndex(store, parts.stopSignal);
  };
  const polling: Partial<Ticks> = {
    gather: () => gatherNews(parts),
    askHubs: () => alone(store, "hubs", pushes.keep),
    tidy: () => alone(store, "retention", tidy),
  };
  const delivering: Partial<Ticks> = {
    publish: () => alone(store, "publish", publish),
    deliver: () => deliverEditions(parts),
    revise: () => alone(store, "revise", () => reviseEditions(parts)),
  };
  const ticks = startTicks(
    {
      ...(store.isShared ? { beat } : {}),
      ...(role === "all" || role === "poll" ? polling : {}),
      ...(role === "all" || role === "deliver" ? delivering : {}),
      // What is sent to the room by this process is shown as it is sent.
      ...(store.isShared && (role === "all" || role === "web") ? { show: parts.showDelivered } : {}),
    },
    log,
  );
  await store.onWake((wake) => {
    if (wake === "news") isNews = true;
    ticks.wake(loopOf[wake]);
  });
  return {
    stop: async () => {
      await ticks.stop();
      if (store.isShared) await leave(parts);
    },
  };
}
