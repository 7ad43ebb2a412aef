// `lede source add URL`: shows what was found at the address, and adds it once somebody agrees.
import type { Desk } from "../desk.ts";
import type { Proposal } from "../ports/source-finder.ts";
import type { Keep } from "../records/keep.ts";
import type { Source } from "../records/source.ts";
import { PartlyFailed } from "./partly-failed.ts";
import type { Terminal } from "./terminal.ts";

interface Options {
  readonly yes?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly keep?: Keep;
}

/**
 * Adds the one feed or news sitemap at the address. Of several the first is added with `--yes`, all with `--all`, else the one that is
 * chosen on the terminal; what was inferred must be agreed to likewise. Where nobody can be asked, what was found is printed and the exit code is 1.
 */
export async function addSources(
  desk: Desk,
  [address = ""]: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const proposals = await desk.findSources(address);
  const chosen = await choose(proposals, options, terminal);
  const added: Source[] = [];
  for (const { found } of chosen)
    added.push(await desk.addSource(options.keep ? { ...found, keep: options.keep } : found));
  if (options.json) terminal.print(JSON.stringify({ found: proposals.map(rowOf), added }));
  else for (const { id, name } of added) terminal.print(`added ${id} (${name}); it is polled in the next round`);
  if (added.length === 0) throw new PartlyFailed();
}

const rowOf = ({ found, headlines }: Proposal) => ({ ...found, headlines });

/** What a proposal is, for people. */
function kindOf({ found, isCertain }: Proposal): string {
  if (found.kind === "sitemap") return isCertain ? "news sitemap" : "a plain sitemap; its pages that changed lately";
  return found.kind === "feed" ? "feed" : "no feed; this list of links";
}

async function choose(
  proposals: readonly Proposal[],
  { yes, all, json }: Options,
  { ask, print, complain }: Terminal,
): Promise<readonly Proposal[]> {
  const isCertain = proposals.length === 1 && proposals[0]?.isCertain === true;
  if (!json) for (const [index, proposal] of proposals.entries()) print(overview(proposal, index + 1));
  if (all) return proposals;
  if (yes || isCertain) return proposals.slice(0, 1);
  if (ask === null || json) {
    const advice =
      proposals.length === 1 ? "--yes to add it" : "--yes to add the first, --all to add all, or the address of one";
    complain(`Nothing was added yet: give ${advice}.\n`);
    return [];
  }
  const answer = (await ask(proposals.length === 1 ? "Add it? [y/N] " : "Which one? [number, or nothing] ")).trim();
  const number = proposals.length === 1 && /^y(es)?$/i.test(answer) ? 1 : Number(answer);
  const chosen = Number.isInteger(number) && number > 0 ? proposals.slice(number - 1, number) : [];
  if (chosen.length === 0) complain("Nothing was added.\n");
  return chosen;
}

function overview(proposal: Proposal, number: number): string {
  const { found, headlines } = proposal;
  return [
    `${number}. ${found.name} · ${kindOf(proposal)} · ${found.url}`,
    ...headlines.map((headline) => `   - ${headline}`),
  ].join("\n");
}
