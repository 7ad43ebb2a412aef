// `lede source add | list | pause | resume | remove | import | export`: where the news comes from, changed while the desk runs or stands still.
import { Command } from "commander";
import { writeOpml } from "../adapters/sources/opml.ts";
import type { Desk } from "../desk.ts";
import { pauseText } from "../language/pause-text.ts";
import { sourceInFile } from "../language/source-errors.ts";
import { findSource } from "../language/source-name.ts";
import type { Pause, Source, SourceState } from "../records/source.ts";
import { keepOption } from "./keep-option.ts";
import { withDesk } from "./open.ts";
import { instant } from "./parse-output.ts";
import { addSources } from "./source-add.ts";
import { importOpml } from "./source-import.ts";
import { pauseNamed, resumeNamed } from "./source-pause.ts";
import type { Terminal } from "./terminal.ts";

type Work<Options> = (
  desk: Desk,
  words: readonly string[],
  options: Options & { readonly json?: boolean },
  terminal: Terminal,
) => Promise<void>;

/** The command and its subcommands. */
export function sourceCommand(terminal: Terminal): Command {
  const group = new Command("source").description("add, list, pause or remove sources, or exchange them as OPML");
  const describe = (name: string, description: string) =>
    group.command(name).description(description).option("--json", "JSON instead of text");
  const add = describe("add", "add a feed, a site's feed or news sitemap, or a page that lists news")
    .argument("<url>", "a feed, a sitemap, a site or a page")
    .option("--yes", "add without asking what was found first")
    .option("--all", "add all that was found")
    .option("--keep <much>", "how much of it the archive keeps, such as 90d or 5000 articles", keepOption);
  const remove = describe("remove", "remove an added source; its articles stay").argument("<source>", "its id or name");
  run(add, addSources, terminal);
  run(describe("list", "list the sources and how their last polls went"), listSources, terminal);
  run(remove, removeSource, terminal);
  const pause = describe("pause", "poll a source no more until it is resumed").argument("<source>", "its id or name");
  run(pause, pauseNamed, terminal);
  run(
    describe("resume", "poll a paused source again, at once").argument("<source>", "its id or name"),
    resumeNamed,
    terminal,
  );
  const keep = describe("keep", "set how much of an added source the archive keeps")
    .argument("<source>", "its id or name")
    .argument("<much>", 'such as 90d, "5000 articles", "200 MB" or all', keepOption);
  run(keep, keepSource, terminal);
  run(describe("import", "add the feeds of an OPML file").argument("<file>", "OPML"), importOpml, terminal);
  run(describe("export", "print the sources as OPML"), exportSources, terminal);
  return group;
}

/** `--database` stands on the group, as on every command. */
function run<Options>(command: Command, work: Work<Options>, terminal: Terminal): void {
  command.action(() => {
    const options = command.optsWithGlobals<Options & { readonly json?: boolean; readonly database?: string }>();
    return withDesk(terminal, options, (desk) => work(desk, command.args, options, terminal));
  });
}

const listSources: Work<object> = async (desk, _, { json }, { print }) => {
  const states = new Map((await desk.store.sourceStates()).map((state) => [state.sourceId, state]));
  const added = new Set((await desk.store.addedSources()).map(({ id }) => id));
  const paused = await desk.store.pausedSources();
  for (const source of await desk.listSources()) {
    const state = states.get(source.id);
    const pause = paused.get(source.id);
    print(json ? JSON.stringify(rowOf(source, state, pause, added.has(source.id))) : lineOf(source, state, pause));
  }
};

function rowOf(source: Source, state: SourceState | undefined, pause: Pause | undefined, isAdded: boolean) {
  const { polledAt = null, problem = null } = state ?? {};
  const paused = pause === undefined ? null : { at: instant(pause.at), by: pause.by };
  return { ...source, isAdded, polledAt: polledAt === null ? null : instant(polledAt), problem, paused };
}

function lineOf(source: Source, state: SourceState | undefined, pause: Pause | undefined): string {
  const place = source.kind === "posts" ? source.path : source.url;
  const polled = state?.polledAt ? `polled ${instant(state.polledAt)}` : "not polled yet";
  const standing = pause ? pauseText(pause, new Date(pause.at).toISOString(), "en") : (state?.problem ?? polled);
  return `${source.id}\t${source.name}\t${source.kind}\t${place}\t${standing}`;
}

const removeSource: Work<object> = async (desk, [name = ""], { json }, { print }) => {
  const source = findSource(await desk.listSources(), name);
  if (!(await desk.store.dropSource(source.id))) throw sourceInFile(source.name);
  print(json ? JSON.stringify({ removed: source.id }) : `removed ${source.id} (${source.name}); its articles stay`);
};

const keepSource: Work<object> = async (desk, [name = "", much = ""], { json }, { print }) => {
  const source = findSource(await desk.listSources(), name);
  if (!(await desk.store.addedSources()).some(({ id }) => id === source.id)) throw sourceInFile(source.name);
  const kept: Source = { ...source, keep: keepOption(much) };
  await desk.store.keepSource(kept, desk.clock.now());
  print(json ? JSON.stringify(kept) : `${source.id} (${source.name}) keeps ${much}; it is polled in the next round`);
};

const exportSources: Work<object> = async (desk, _, { json }, { print }) => {
  const sources = await desk.listSources();
  const opml = writeOpml(sources, "Lede");
  print(json ? JSON.stringify({ opml }) : opml.trimEnd());
};
