// Asks a store what the benches of search ask, and measures each answer.
import { parseQuery } from "../src/language/query.ts";
import type { Store } from "../src/ports/store.ts";
import { type KnownItem, knownItems } from "./known-items.ts";
import { idOf } from "./search-archive.ts";
import { type Asked, beginnings, otherQueries } from "./search-questions.ts";
import { type Answered, placeOf, printAnswers } from "./search-report.ts";
import type { BenchText } from "./search-texts.ts";

const pageSize = 10;
const context = { now: Date.UTC(2023, 9, 15), timeZone: "Asia/Taipei" };

/** Processor time taken so far by all that answers, in milliseconds. */
export type ProcessorMs = () => number;

const ofThisProcess: ProcessorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Asks for known items, anything else and suggestions, and prints how each was answered; returns the known items. */
export async function questionArchive(
  store: Store,
  count: number,
  textOf: (place: number) => BenchText,
  processorMs: ProcessorMs = ofThisProcess,
): Promise<readonly KnownItem[]> {
  const items = knownItems(count, textOf);
  const search = async (query: string) => (await store.search(parseQuery(query, context), pageSize, 0)).hits;
  printAnswers("known items", await ask(search, items, processorMs));
  printAnswers("other queries", await ask(search, otherQueries(count, textOf), processorMs));
  const suggest = async (beginning: string) =>
    (await store.suggest(beginning, pageSize)).tags.map(({ tag }) => ({ id: tag }));
  printAnswers("suggestions", await ask(suggest, beginnings(count, textOf), processorMs));
  return items;
}

async function ask(
  search: (query: string) => Promise<readonly { readonly id: string }[]>,
  queries: readonly Asked[],
  processorMs: ProcessorMs,
): Promise<readonly Answered[]> {
  for (const { query } of queries) await search(query);
  const answers: Answered[] = [];
  for (const { kind, query, wanted, meanings } of queries) {
    const [startedAt, before] = [performance.now(), processorMs()];
    const hits = await search(query);
    const clockMs = performance.now() - startedAt;
    const taken = processorMs() - before;
    const place = wanted === null ? null : placeOf(idOf(wanted), hits);
    answers.push({ kind, query, clockMs, processorMs: taken, place, meanings });
  }
  return answers;
}
