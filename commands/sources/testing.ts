// /sources test: what a source holds now, or what could be added from an address. Nothing is changed by it.
import { foldText } from "../../src/language/fold.ts";
import { pauseText } from "../../src/language/pause-text.ts";
import { shortTime } from "../../src/language/phrases.ts";
import { reply } from "../../src/language/reply.ts";
import { findSource } from "../../src/language/source-name.ts";
import { shortAddress, typedOrder } from "../../src/language/source-orders.ts";
import { readWebAddress } from "../../src/language/web-address.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { Proposal } from "../../src/ports/source-finder.ts";
import type { SourceTest } from "../../src/ports/source-test.ts";
import type { Locale } from "../../src/records/channel.ts";
import type { Choice, Reply } from "../../src/records/reply.ts";
import type { Source } from "../../src/records/source.ts";
import { bulleted, labelOf } from "./change.ts";
import { testWords } from "./testing-words.ts";
import { changeWords } from "./words.ts";

/** Reads a source of the desk, by its id or name. Throws UserError for an unknown one. */
export const testNamed = (typed: string, request: CommandRequest, desk: CommandDesk): Promise<Reply> =>
  testKnown(findSource(desk.sources, typed), request, desk);

async function testKnown(source: Source, { channel: { locale } }: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const words = testWords[locale];
  const test = await desk.testSource(source);
  const time = (at: number) => shortTime(at, desk.timeZone, locale);
  const pause = (await desk.store.pausedSources()).get(source.id);
  const paused = pause === undefined ? "" : `⏸ ${pauseText(pause, time(pause.at), locale)}`;
  const title = test.state === "read" ? words.canBeRead(source.name) : words.cannotBeRead(source.name);
  return reply({
    title,
    text: [...describeTest(test, time, locale), paused].filter(Boolean).join("\n"),
    footer: words.readAt(time(test.readAt)),
    isPrivate: true,
  });
}

function describeTest(test: SourceTest, time: (at: number) => string, locale: Locale): readonly string[] {
  const words = testWords[locale];
  if (test.state === "failed") return [words.problems[test.problem]];
  const lines = test.newest.map(({ headline, publishedAt }) =>
    publishedAt === null ? headline : `${time(publishedAt)} ${headline}`,
  );
  const fullText = test.count === 0 ? "" : words.fullText[test.fullText ?? "none"];
  return [words.items(test.count), ...bulleted(lines), fullText];
}

/** Shows what could be added from an address; a source of the desk is read instead. Throws UserError. */
export async function testAddress(address: string, request: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const known = desk.sources.find((source) => isMeant(source, address));
  if (known !== undefined) return testKnown(known, request, desk);
  const proposals = (await desk.findSources(address)).slice(0, mostShown);
  const { locale } = request.channel;
  const isSingle = proposals.length === 1;
  const choices = proposals.flatMap((proposal) => addChoice(proposal, address, isSingle, desk, locale));
  const typed = isSingle && choices[0] ? [testWords[locale].toAdd(choices[0].text)] : [];
  return reply({
    title: testWords[locale].found(proposals.length),
    fields: proposals.map((proposal) => describeProposal(proposal, desk, locale)),
    choices,
    footer: [testWords[locale].notAdded, ...typed].join("\n"),
    isPrivate: true,
  });
}

const mostShown = 10;

/** By its address, or by a name that looks like one. */
function isMeant(source: Source, address: string): boolean {
  if (foldText(source.name) === foldText(address.trim())) return true;
  const url = readWebAddress(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);
  return source.kind !== "posts" && url !== null && url.href === readWebAddress(source.url)?.href;
}

function describeProposal({ found, headlines }: Proposal, { sources }: CommandDesk, locale: Locale) {
  const known = sources.find((source) => isMeant(source, found.url));
  const note = known === undefined ? found.url : `${found.url} ${testWords[locale].known(known.name)}`;
  return { name: labelOf(found, changeWords[locale]), value: [...bulleted(headlines), note].join("\n") };
}

function addChoice(
  { found, isCertain }: Proposal,
  address: string,
  isSingle: boolean,
  { sources }: CommandDesk,
  locale: Locale,
): readonly Choice[] {
  if (sources.some((source) => isMeant(source, found.url))) return [];
  const { add } = testWords[locale];
  const label = isSingle ? add : `${add}: ${labelOf(found, changeWords[locale])}`;
  // What was inferred has just been looked at.
  const rest = isCertain ? shortAddress(found.url) : `${shortAddress(address)} confirm:yes`;
  return [{ label, text: typedOrder("add", rest, locale) }];
}
