// `lede poll [SOURCE…]`: one pass over the sources, due or not, then exit.
import { Command } from "commander";
import type { Desk } from "../desk.ts";
import { gatherNews } from "../pipeline.ts";
import { SettingsError } from "../records/errors.ts";
import { withDesk } from "./open.ts";
import { PartlyFailed } from "./partly-failed.ts";
import type { Terminal } from "./terminal.ts";

/** The command. A source that fails is printed with the reason; the exit code is 1 when all of them fail. */
export const pollCommand = (terminal: Terminal): Command =>
  new Command("poll")
    .description("poll the sources once and exit")
    .argument("[source...]", "ids from the sources file; all when none is named")
    .option("--json", "one JSON object a source, then the counts")
    .action((ids: string[], options: { json?: boolean; database?: string }) =>
      withDesk(terminal, options, async (desk) => {
        const sources = chooseSources(ids, desk);
        await makeDue(
          sources.map(({ id }) => id),
          desk,
        );
        const counts = await gatherNews({ ...desk, sources });
        const states = (await desk.store.sourceStates()).filter(({ sourceId }) =>
          sources.some(({ id }) => id === sourceId),
        );
        for (const { sourceId, problem } of states)
          terminal.print(
            options.json ? JSON.stringify({ source: sourceId, problem }) : `${sourceId}: ${problem ?? "polled"}`,
          );
        const { imported, updated, duplicates } = counts;
        terminal.print(
          options.json ? JSON.stringify(counts) : `new ${imported}, updated ${updated}, unchanged ${duplicates}`,
        );
        if (states.length > 0 && states.every(({ problem }) => problem !== null)) throw new PartlyFailed();
      }),
    );

function chooseSources(ids: readonly string[], { sources }: Desk) {
  const unknown = ids.filter((id) => !sources.some((source) => source.id === id));
  if (unknown.length > 0)
    throw new SettingsError([
      `no source is called ${unknown.join(", ")}: use ${sources.map(({ id }) => id).join(", ")}`,
    ]);
  return ids.length === 0 ? sources : sources.filter(({ id }) => ids.includes(id));
}

async function makeDue(ids: readonly string[], { store, clock }: Desk): Promise<void> {
  for (const state of await store.sourceStates())
    if (ids.includes(state.sourceId)) await store.finishPoll({ ...state, dueAt: clock.now() });
}
