// `lede line setup`: the menu below the chats with the LINE account, installed or brought up to date.
import { Command, Option } from "commander";
import { installMenu, type MenuOutcome } from "../adapters/platforms/line/install-menu.ts";
import { createLineMenuApi } from "../adapters/platforms/line/menu-api.ts";
import { localeOfZone } from "../adapters/platforms/line/people.ts";
import type { Desk } from "../desk.ts";
import { type Locale, locales } from "../records/channel.ts";
import { SettingsError } from "../records/errors.ts";
import { withDesk } from "./open.ts";
import { PartlyFailed } from "./partly-failed.ts";
import type { Terminal } from "./terminal.ts";

interface SetupOptions {
  readonly language?: Locale;
  readonly replace?: boolean;
  readonly database?: string;
}

/** The command and its one subcommand. */
export function lineCommand(terminal: Terminal): Command {
  const group = new Command("line").description("set up the LINE account");
  group
    .command("setup")
    .description("install the menu below its chats: today's digest, search, subscribe, trending, saved, settings")
    .addOption(
      new Option("--language <tag>", "the menu's language; that of the desk's time zone if left out").choices(locales),
    )
    .option("--replace", "in place of a menu that somebody else made")
    .action((options: SetupOptions) => withDesk(terminal, options, (desk) => setUp(desk, options, terminal)));
  return group;
}

const timeoutMs = 30_000;

async function setUp(desk: Desk, { language, replace = false }: SetupOptions, terminal: Terminal): Promise<void> {
  const { LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken, LINE_API_URL: apiUrl } = desk.settings;
  if (channelAccessToken === undefined)
    throw new SettingsError([
      "LINE_CHANNEL_ACCESS_TOKEN is not set: the menu is installed with it. Issue one at https://developers.line.biz/console/ (your channel, tab Messaging API)",
    ]);
  const locale = language ?? localeOfZone(desk.timeZone);
  const api = createLineMenuApi({ channelAccessToken, apiUrl, timeoutMs });
  const outcome = await installMenu(locale, { api, pictures: desk.pictures }, { replacesForeign: replace });
  terminal.print(told[outcome](locale));
  if (outcome === "foreign") throw new PartlyFailed();
}

const told: Readonly<Record<MenuOutcome, (locale: Locale) => string>> = {
  installed: (locale) => `The menu is installed, in ${locale}. \`lede serve\` keeps it in step from now on.`,
  kept: (locale) => `The menu is there as it should be, in ${locale}.`,
  foreign: () =>
    "The account has a menu that the desk did not make, so nothing was changed. `lede line setup --replace` shows the desk's in its place.",
};
