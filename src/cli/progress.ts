// A progress bar on a terminal; nothing at all where no person watches.
import { Presets, SingleBar } from "cli-progress";
import type { Terminal } from "./terminal.ts";

export interface Progress {
  /** One more is done. */
  readonly step: () => void;
  readonly end: () => void;
}

/** Shows `what done/total`, or counts up when the total is not known (0). */
export function showProgress(what: string, total: number, { isPeople }: Pick<Terminal, "isPeople">): Progress {
  if (!isPeople) return { step: () => {}, end: () => {} };
  const layout = total > 0 ? `${what} {bar} {value}/{total} · {eta_formatted}` : `${what} {value}`;
  const bar = new SingleBar({ format: layout, clearOnComplete: true, hideCursor: true }, Presets.shades_classic);
  bar.start(total, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}

/** Progress over rows, whose number is known once the work begins. */
export function rowProgress(
  terminal: Pick<Terminal, "isPeople">,
): Progress & { readonly begin: (rows: number) => void } {
  let shown: Progress | null = null;
  return {
    begin: (rows) => {
      shown = showProgress("rows", rows, terminal);
    },
    step: () => shown?.step(),
    end: () => shown?.end(),
  };
}
