// `lede serve`: settings → parts → loops → clean stop.
import { hostname } from "node:os";
import { pid } from "node:process";
import { Command } from "commander";
import type { Desk } from "../desk.ts";
import { subscribeRoom } from "../first-run.ts";
import { deliverEditions, gatherNews, publishEditions } from "../pipeline.ts";
import { openPlatforms } from "../platforms.ts";
import { openPushes } from "../pushes.ts";
import { alone, claimArchive, startWorker, type WorkerParts } from "../worker.ts";
import { withDesk } from "./open.ts";
import type { Terminal } from "./terminal.ts";
import { welcome } from "./welcome.ts";

/** The command; it ends at SIGTERM or SIGINT. */
export const serveCommand = (terminal: Terminal): Command =>
  new Command("serve")
    .description("run the desk: poll, publish, deliver, answer")
    .option("--role <role>", "all, poll, deliver or web, instead of ROLE: what this process does of it")
    .action((options: { database?: string; role?: string }) =>
      withDesk(terminal, options, (desk) => serveDesk(desk, terminal)),
    );

/** Runs an open desk until a stop is asked for. Work under way is finished first. */
async function serveDesk(desk: Desk, { print, stopRequested }: Terminal): Promise<void> {
  await claimArchive(desk);
  const pushes = openPushes(desk);
  const { url, close, ...platforms } = await openPlatforms(desk, pushes.routes);
  try {
    if (url !== null) await alone(desk.store, "first run", () => subscribeRoom(desk));
    const stop = new AbortController();
    // Before anybody can read that the desk is open, and ask it to stop.
    const stopped = stopRequested().then(() => stop.abort());
    print(welcome(url, desk.settings));
    const stopSignal = stop.signal;
    const parts = { ...desk, ...platforms, pushes, stopSignal, name: `${hostname()} ${pid}` };
    if (desk.settings.ROLE === "all") await readPostsFirst(parts);
    const worker = await startWorker(parts);
    await stopped;
    desk.log.info("stopping: work under way is finished first");
    await worker.stop();
  } finally {
    await close();
    await pushes.settle();
  }
}

/** Posts on this machine are read before anything else: the room's first digest need not wait for the internet. */
async function readPostsFirst(parts: WorkerParts): Promise<void> {
  const listSources = async () => (await parts.listSources()).filter(({ kind }) => kind === "posts");
  await gatherNews({ ...parts, listSources });
  await alone(parts.store, "publish", () => publishEditions(parts));
  await deliverEditions(parts);
}
