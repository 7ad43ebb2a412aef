// `lede poll [SOURCE…]`: one pass over the sources, due or not, then exit.
import { Command } from "commander";
import type { Desk } from "../desk.ts";
import { gatherNews } from "../pipeline.ts";
import { withDesk } from "./open.ts";
import { PartlyFailed } from "./partly-failed.ts";
import type { Terminal } from "./terminal.ts";

/** The command. A source that fails is printed with the reason; the exit code is 1 when all of them fail. */
export const pollCommand = (terminal: Terminal): Command =>
  new Command("poll")
    .description("poll the sources once and exit")
    .argument("[source...]", "ids from the sources file; all when none is named")
    .option("--json", "one JSON object a source, then the counts")
    .action((ids: string[], options: { json?: boolean; database?: string }, command: Command) =>
      withDesk(terminal, options, async (desk) => {
        const all = await desk.listSources();
        const unknown = ids.filter((id) => !all.some((source) => source.id === id));
        const known = all.map(({ id }) => id).join(", ");
        if (unknown.length > 0) command.error(`lede: no source is called ${unknown.join(", ")}; there are ${known}`);
        return pollOnce(ids, options, desk, terminal);
      }),
    );

async function pollOnce(
  ids: readonly string[],
  { json }: { readonly json?: boolean },
  desk: Desk,
  { print }: Terminal,
): Promise<void> {
  const all = await desk.listSources();
  const sources = ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
  const isChosen = (sourceId: string) => sources.some(({ id }) => id === sourceId);
  await desk.store.hastenSources(
    sources.map(({ id }) => id),
    desk.clock.now(),
  );
  const counts = await gatherNews({ ...desk, listSources: async () => sources });
  const states = (await desk.store.sourceStates()).filter(({ sourceId }) => isChosen(sourceId));
  const paused = await desk.store.pausedSources();
  for (const { sourceId, problem } of states) {
    const isPaused = paused.has(sourceId);
    const outcome = isPaused ? `paused; \`lede source resume ${sourceId}\` has it polled again` : (problem ?? "polled");
    print(
      json ? JSON.stringify({ source: sourceId, problem, ...(isPaused && { isPaused }) }) : `${sourceId}: ${outcome}`,
    );
  }
  const { imported, updated, duplicates } = counts;
  print(json ? JSON.stringify(counts) : `new ${imported}, updated ${updated}, unchanged ${duplicates}`);
  const asked = states.filter(({ sourceId }) => !paused.has(sourceId));
  if (asked.length > 0 && asked.every(({ problem }) => problem !== null)) throw new PartlyFailed();
}
