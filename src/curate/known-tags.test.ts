import { afterEach, beforeEach, expect, it } from "vitest";
import { anEntry, noon } from "../../test/conformance/store-fixtures.ts";
import { openStore } from "../adapters/stores/open-store.ts";
import { lessonOf, termHash } from "../language/tag/lesson.ts";
import { tagRules } from "../language/tag/rules.ts";
import type { Store } from "../ports/store.ts";
import { createKnownTags } from "./known-tags.ts";
import { createKnownTerms } from "./known-terms.ts";

const rules = tagRules({ merge: { 台積電: ["TSMC"] }, block: ["即時"] });
const taught = (name: string, tags: readonly string[]) => ({
  ...anEntry(name),
  lesson: lessonOf([{ term: "臺積電", inHeadline: true }], tags, rules),
});

let store: Store;
let now: number;
const clock = { now: () => now };
const usesOf = async (known: ReturnType<typeof createKnownTags>, tag: string) =>
  (await known()).usesOf(termHash(tag)).asTag;

beforeEach(async () => {
  [store, now] = [await openStore("sqlite::memory:"), noon];
});

afterEach(() => store.close());

it("a desk knows what its archive taught, in every spelling, and learns what another process archives a second later", async () => {
  await store.archive([taught("一", ["台積電"])]);
  const [known, others] = [createKnownTags({ store, clock }), createKnownTags({ store, clock })];
  expect([await usesOf(known, "台積電"), await usesOf(others, "台积电")]).toEqual([1, 1]);
  await store.archive([taught("二", ["台積電"])]);
  now += 1000;
  expect([await usesOf(known, "臺積電"), await usesOf(others, "台積電")]).toEqual([2, 2]);
});

it("a desk forgets what an article taught that is gone, and what its earlier version taught", async () => {
  await store.archive([taught("一", ["台積電"]), taught("二", ["台積電"])]);
  const known = createKnownTags({ store, clock });
  expect(await usesOf(known, "台積電")).toBe(2);
  await store.archive([{ ...taught("二", ["股市"]), contentHash: "new" }]);
  now += 1000;
  expect([await usesOf(known, "台積電"), await usesOf(known, "股市")]).toEqual([1, 1]);
  now += 30 * 86_400_000;
  await store.removeExpired({ sourceId: "cna", limit: { by: "articles", articles: 1 }, now }, 10);
  const left = (await store.tagLessonsAfter(0)).lessons.length;
  expect([left, (await known()).size, (await createKnownTags({ store, clock })()).size]).toEqual([1, 1, 1]);
});

it("a candidate under a merged name counts as the tag that it becomes", () => {
  const lesson = lessonOf([{ term: "TSMC", inHeadline: false }], ["台積電"], rules);
  const [tsmc] = new Uint32Array(lesson.buffer);
  expect(tsmc).toBe(termHash("TSMC") + 2);
});

it("others have their turn while all that an archive has taught is read, its terms as well", async () => {
  const bytes = lessonOf([{ term: "臺積電", inHeadline: true }], ["台積電"], rules);
  const lessons = Array.from({ length: 500 }, (_, number) => ({ number, articleId: `${number}`, bytes }));
  const known = createKnownTags({
    store: { tagLessonsAfter: async () => ({ lessons, kept: 500, isAll: true }) },
    clock,
  });
  expect(await turnsDuring(known)).toBeGreaterThan(5);
  const report = { headline: "台積電擴廠", text: "台積電今天宣布擴廠。", language: "zh-Hant" };
  expect(await turnsDuring(createKnownTerms({ recentReports: async () => Array(500).fill(report) }))).toBeGreaterThan(
    5,
  );
});

/** How often the event loop comes round meanwhile. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let [turns, isDone] = [0, false];
  const count = () => {
    if (isDone) return;
    turns += 1;
    setImmediate(count);
  };
  count();
  await work();
  isDone = true;
  return turns;
}
