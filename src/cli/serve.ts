// `lede serve`: settings → parts → loops → clean stop.
import { Command } from "commander";
import type { Desk } from "../desk.ts";
import { subscribeRoom } from "../first-run.ts";
import { deliverEditions, gatherNews, publishEditions } from "../pipeline.ts";
import { openPlatforms } from "../platforms.ts";
import type { Platform } from "../ports/platform.ts";
import { type OpenPushes, openPushes } from "../pushes.ts";
import { keepWithinLimits } from "../retention.ts";
import { startTicks } from "../schedule.ts";
import { withDesk } from "./open.ts";
import type { Terminal } from "./terminal.ts";
import { welcome } from "./welcome.ts";

/** The command; it ends at SIGTERM or SIGINT. */
export const serveCommand = (terminal: Terminal): Command =>
  new Command("serve")
    .description("run the desk: poll, publish, deliver, answer")
    .action((options: { database?: string }) => withDesk(terminal, options, (desk) => serveDesk(desk, terminal)));

/** Runs an open desk until a stop is asked for. Work under way is finished first. */
async function serveDesk(desk: Desk, { print, stopRequested }: Terminal): Promise<void> {
  const pushes = openPushes(desk);
  const { platforms, url, close } = await openPlatforms(desk, pushes.routes);
  try {
    await subscribeRoom(desk);
    print(welcome(url, desk.settings));
    await runLoops({ ...desk, platforms }, pushes, stopRequested);
  } finally {
    await close();
    await pushes.settle();
  }
}

const postsOf = async ({ listSources }: Pick<Desk, "listSources">) =>
  (await listSources()).filter(({ kind }) => kind === "posts");

async function runLoops(
  desk: Desk & { readonly platforms: readonly Platform[] },
  pushes: OpenPushes,
  stopRequested: Terminal["stopRequested"],
): Promise<void> {
  const stop = new AbortController();
  const stopped = stopRequested().then(() => stop.abort());
  const parts = { ...desk, stopSignal: stop.signal };
  // Posts on this machine are read before anything else: the room's first digest need not wait for the internet.
  await gatherNews({ ...parts, listSources: () => postsOf(parts) });
  await publishEditions(parts);
  await deliverEditions(parts);
  const ticks = startTicks(
    {
      gather: () => gatherNews(parts),
      askHubs: () => pushes.keep(),
      publish: () => publishEditions(parts),
      deliver: () => deliverEditions(parts),
      tidy: () => keepWithinLimits({ ...parts, defaultKeep: desk.settings.KEEP }),
    },
    parts.log,
  );
  await stopped;
  parts.log.info("stopping: work under way is finished first");
  await ticks.stop();
}
