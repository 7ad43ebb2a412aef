import { expect, it } from "vitest";
import { articleEntry } from "../test/fakes/articles.ts";
import { openSqliteStore } from "./adapters/stores/sqlite.ts";
import { parseQuery } from "./language/query.ts";
import { tagRules } from "./language/tag/rules.ts";
import { withMergedTags } from "./merged-tags.ts";

const at = Date.parse("2024-05-01T04:00:00Z");

it("articles from before tags were merged are found, and left out, by any of the merged tags", async () => {
  const rules = tagRules({ merge: { 台積電: ["TSMC"] }, block: [] });
  const store = withMergedTags(await openSqliteStore(":memory:"), rules);
  await store.archive([
    articleEntry({ headline: "新廠動土", sourceId: "port", at, tags: ["TSMC"] }),
    articleEntry({ headline: "股價創新高", sourceId: "port", at: at + 60_000, tags: ["台積電"] }),
    articleEntry({ headline: "市集開張", sourceId: "port", at: at + 120_000, tags: ["高雄"] }),
  ]);
  const found = async (text: string) => {
    const { hits } = await store.search(parseQuery(text, { now: at, timeZone: "Asia/Taipei" }), 10, 0);
    return hits.map(({ headline }) => headline).toSorted();
  };
  expect(await found("tag:台積電")).toEqual(["新廠動土", "股價創新高"].toSorted());
  expect(await found("tag:tsmc")).toEqual(["新廠動土", "股價創新高"].toSorted());
  expect(await found("-tag:TSMC")).toEqual(["市集開張"]);
  await store.close();
});

it("running subscriptions and feeds of a merged tag have what carries the other spelling", async () => {
  const rules = tagRules({ merge: { 台積電: ["TSMC"] }, block: [] });
  const store = withMergedTags(await openSqliteStore(":memory:"), rules);
  await store.archive([articleEntry({ headline: "新廠動土", sourceId: "port", at, tags: ["TSMC"] })]);
  const query = parseQuery("tag:台積電", { now: at, timeZone: "Asia/Taipei" });
  const found = await store.searchesWithNews([{ id: "running", query, from: at - 60_000 }], at + 60_000);
  expect([...found]).toEqual(["running"]);
  const listed = await store.newestArticles(query, 10, 0);
  expect(listed.map(({ headline }) => headline)).toEqual(["新廠動土"]);
  await store.close();
});
