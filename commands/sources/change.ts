// /sources add and /sources remove: a manager changes where the news comes from.

import { reply } from "../../src/language/reply.ts";
import { sourceInFile } from "../../src/language/source-errors.ts";
import { findSource } from "../../src/language/source-name.ts";
import { isYes } from "../../src/language/source-text.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { FoundSource, Proposal } from "../../src/ports/source-finder.ts";
import type { Locale } from "../../src/records/channel.ts";
import type { Choice, Reply } from "../../src/records/reply.ts";
import { type ChangeWords, changeWords } from "./words.ts";

/** What the names of the command and its verbs are where the answer is read, so that its choices can be pressed. */
type Typed = (verb: keyof ChangeWords["verbs"], rest: string) => string;

// A Discord button holds so many characters; the scheme can be left out of an address.
const mostChoices = 10;

/**
 * Adds what stands at the address. A single feed or news sitemap is added at once; of several, one is chosen; a list that was inferred
 * is shown first and added when confirmed. Throws UserError.
 */
export async function addFrom(
  address: string,
  { args, channel }: CommandRequest,
  desk: CommandDesk,
  command: string,
): Promise<Reply> {
  const words = changeWords[channel.locale];
  const typed: Typed = (verb, rest) => `/${command} ${words.verbs[verb]} ${rest}`;
  const proposals = await desk.findSources(address);
  const [only, another] = proposals;
  if (only === undefined || another !== undefined) return offerFeeds(proposals, words, typed);
  if (!only.isCertain && !isYes(args.confirm)) return showList(only, address, words, typed);
  const source = await desk.addSource(only.found);
  return reply({
    title: words.added(source.name),
    text: [words.newest, ...bulleted(only.headlines)].join("\n"),
    footer: words.readSoon,
    choices: [{ label: words.undo, text: typed("remove", source.id) }],
  });
}

function offerFeeds(proposals: readonly Proposal[], words: ChangeWords, typed: Typed): Reply {
  const shown = proposals.slice(0, mostChoices);
  return reply({
    title: words.several(proposals.length),
    text: words.choose,
    fields: shown.map(({ found, headlines }) => ({
      name: labelOf(found, words),
      value: [...headlines.slice(0, 1), found.url].join("\n"),
    })),
    choices: shown.map(
      ({ found }): Choice => ({ label: labelOf(found, words), text: typed("add", shortAddress(found.url)) }),
    ),
    isPrivate: true,
  });
}

/** A site's feed and its sitemap often have one name. */
const labelOf = ({ kind, name }: FoundSource, { newsSitemap }: ChangeWords): string =>
  kind === "sitemap" ? `${name} · ${newsSitemap}` : name;

function showList({ found, headlines }: Proposal, address: string, words: ChangeWords, typed: Typed): Reply {
  const confirmed = typed("add", `${shortAddress(address)} confirm:yes`);
  return reply({
    title: words.isThisIt(found.name),
    text: [found.kind === "sitemap" ? words.plainSitemap : words.noFeed, ...bulleted(headlines)].join("\n"),
    footer: words.toConfirm(confirmed),
    choices: [{ label: words.confirm, text: confirmed }],
    isPrivate: true,
  });
}

const bulleted = (headlines: readonly string[]): readonly string[] => headlines.map((headline) => `・${headline}`);

// The finder takes https for granted; http stays written, since it may be all that there is.
const shortAddress = (url: string): string => url.replace(/^https:\/\//i, "");

/** Removes an added source, by its id or name; its articles stay. Throws UserError for an unknown one, and for one of the operator's file. */
export async function removeNamed(name: string, locale: Locale, desk: CommandDesk): Promise<Reply> {
  const source = findSource(desk.sources, name);
  if (!(await desk.store.dropSource(source.id))) throw sourceInFile(source.name);
  const words = changeWords[locale];
  return reply({ title: words.removed(source.name), text: words.articlesStay });
}
