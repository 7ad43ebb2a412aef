// /sources add and /sources remove: a manager changes where the news comes from.

import { reply } from "../../src/language/reply.ts";
import { sourceInFile } from "../../src/language/source-errors.ts";
import { findSource } from "../../src/language/source-name.ts";
import { shortAddress, typedOrder } from "../../src/language/source-orders.ts";
import { isYes } from "../../src/language/source-text.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { FoundSource, Proposal } from "../../src/ports/source-finder.ts";
import type { Locale } from "../../src/records/channel.ts";
import type { Choice, Reply } from "../../src/records/reply.ts";
import { type ChangeWords, changeWords } from "./words.ts";

const mostChoices = 10;

/**
 * Adds what stands at the address. A single feed or news sitemap is added at once; of several, one is chosen; a list that was inferred
 * is shown first and added when confirmed. Throws UserError.
 */
export async function addFrom(address: string, { args, channel }: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { locale } = channel;
  const words = changeWords[locale];
  const proposals = await desk.findSources(address);
  const [only, another] = proposals;
  if (only === undefined || another !== undefined) return offerFeeds(proposals, locale);
  if (!only.isCertain && !isYes(args.confirm)) return showList(only, address, locale);
  const source = await desk.addSource(only.found);
  return reply({
    title: words.added(source.name),
    text: [words.newest, ...bulleted(only.headlines)].join("\n"),
    footer: words.readSoon,
    choices: [{ label: words.undo, text: typedOrder("remove", source.id, locale) }],
  });
}

function offerFeeds(proposals: readonly Proposal[], locale: Locale): Reply {
  const words = changeWords[locale];
  const shown = proposals.slice(0, mostChoices);
  return reply({
    title: words.several(proposals.length),
    text: words.choose,
    fields: shown.map(({ found, headlines }) => ({
      name: labelOf(found, words),
      value: [...headlines.slice(0, 1), found.url].join("\n"),
    })),
    choices: shown.map(
      ({ found }): Choice => ({
        label: labelOf(found, words),
        text: typedOrder("add", shortAddress(found.url), locale),
      }),
    ),
    isPrivate: true,
  });
}

/** A site's feed and its sitemap often have one name. */
export const labelOf = ({ kind, name }: FoundSource, { newsSitemap }: ChangeWords): string =>
  kind === "sitemap" ? `${name} · ${newsSitemap}` : name;

function showList({ found, headlines }: Proposal, address: string, locale: Locale): Reply {
  const words = changeWords[locale];
  const confirmed = typedOrder("add", `${shortAddress(address)} confirm:yes`, locale);
  return reply({
    title: words.isThisIt(found.name),
    text: [found.kind === "sitemap" ? words.plainSitemap : words.noFeed, ...bulleted(headlines)].join("\n"),
    footer: words.toConfirm(confirmed),
    choices: [{ label: words.confirm, text: confirmed }],
    isPrivate: true,
  });
}

/** One a line. */
export const bulleted = (headlines: readonly string[]): readonly string[] =>
  headlines.map((headline) => `・${headline}`);

/** Removes an added source, by its id or name; its articles stay. Throws UserError for an unknown one, and for one of the operator's file. */
export async function removeNamed(name: string, locale: Locale, desk: CommandDesk): Promise<Reply> {
  const source = findSource(desk.sources, name);
  if (!(await desk.store.dropSource(source.id))) throw sourceInFile(source.name);
  const words = changeWords[locale];
  return reply({ title: words.removed(source.name), text: words.articlesStay });
}
