import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { loadCommands } from "./commands.ts";
import type { Command, CommandOption } from "./ports/command.ts";
import { locales } from "./records/channel.ts";
import { LedeError } from "./records/errors.ts";

const commands = await loadCommands(new URL("../commands/", import.meta.url));

// Discord API documentation, Application Commands: naming; PLATFORM limits of names and descriptions.
const discordName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

it("the commands are found by their file names, in the order of their names", () => {
  expect(commands.map(({ name }) => name)).toEqual([
    "digest",
    "forget-me",
    "help",
    "latest",
    "less",
    "more",
    "privacy",
    "save",
    "saved",
    "search",
    "settings",
    "sources",
    "story",
    "subscribe",
    "subscriptions",
    "summarize",
    "trending",
    "unsubscribe",
    "why",
  ]);
});

const optionsOf = ({ options }: Pick<Command, "options">): readonly CommandOption[] => options;

describe.each(commands)("/$name", (command) => {
  it.each(locales)("has names and texts in %s that Discord takes", (locale) => {
    const orders = command.subcommands?.list ?? [];
    for (const { names, description } of [command, ...command.options, ...orders, ...orders.flatMap(optionsOf)]) {
      expect(names[locale]).toMatch(discordName);
      expect(names[locale]).toBe(names[locale].toLowerCase());
      expect(description[locale].length).toBeGreaterThan(0);
      expect(description[locale].length).toBeLessThanOrEqual(100);
    }
  });

  it.each(locales)("no two of its orders, and no two options of one, share a name in %s", (locale) => {
    const orders = command.subcommands?.list ?? [];
    for (const list of [orders, command.options, ...orders.map(optionsOf)]) {
      const names = list.map((one) => one.names[locale]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it.each(locales)("its example in %s begins with its name there and is read by it", (locale) => {
    const example = command.example[locale];
    const start = `/${command.names[locale]}`;
    expect(example.startsWith(start)).toBe(true);
    const args = command.readText(example.slice(start.length).trim());
    const known = command.options.map(({ name }) => name);
    expect(Object.keys(args).every((name) => known.includes(name))).toBe(true);
    expect(Object.keys(args).length > 0).toBe(example !== start);
  });

  it("its options have different names in each language, and so have its subcommands and theirs", () => {
    const orders = command.subcommands?.list ?? [];
    for (const locale of locales)
      for (const named of [command.options, orders, ...orders.map(optionsOf)]) {
        const names = named.map((option) => option.names[locale]);
        expect(new Set(names).size).toBe(names.length);
      }
  });

  it("what its subcommands take, and which is chosen, can be given where there are no subcommands", () => {
    const { argument, list = [] } = command.subcommands ?? {};
    const taken = [...list.flatMap(optionsOf).map(({ name }) => name), ...(argument === undefined ? [] : [argument])];
    expect(command.options.map(({ name }) => name)).toEqual(expect.arrayContaining(taken));
  });
});

async function loadFiles(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "lede-commands-"));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await loadCommands(pathToFileURL(`${folder}/`));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const commandFile = (name: string, word: string): string => {
  const names = JSON.stringify(Object.fromEntries(locales.map((locale) => [locale, word])));
  return `export const made = { name: "${name}", names: ${names}, aliases: [], options: [], readText: () => ({}), run: async () => ({}) };`;
};

it("a file that exports no command of its name is refused with its name", async () => {
  await expect(loadFiles({ "weather.ts": commandFile("rain", "rain") })).rejects.toThrow(/weather\.ts must export/);
  await expect(loadFiles({ "weather.ts": "export const weather = 1;" })).rejects.toThrow(LedeError);
});

it("a word that would call two commands is refused, naming both", async () => {
  const files = { "a.ts": commandFile("a", "same"), "b.ts": commandFile("b", "same") };
  await expect(loadFiles(files)).rejects.toThrow('"same" calls both a and b');
});
