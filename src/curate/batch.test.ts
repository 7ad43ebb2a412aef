import { expect, it } from "vitest";
import { articleEntry } from "../../test/fakes/articles.ts";
import { createBatch } from "./batch.ts";

const entry = (name: string, storyId: string) => {
  const { article, ...rest } = articleEntry({ headline: name, sourceId: "harbour", at: 0 });
  return { ...rest, article: { ...article, id: name, identity: name, storyId } };
};

it("reports of a batch that turn out to be of one event go into the archive as one story", () => {
  const batch = createBatch();
  batch.add(entry("一", "story-1"), []);
  batch.add(entry("二", "story-2"), []);
  batch.add(entry("三", "story-1"), [{ storyId: "story-2", degree: 0.9 }]);
  expect(batch.entries().map(({ article }) => article.storyId)).toEqual(["story-1", "story-1", "story-1"]);
  expect(batch.reports().map(({ storyId }) => storyId)).toEqual(["story-1", "story-1", "story-1"]);
  expect(batch.entries()[1]?.joined).toEqual({ how: "merged", degree: 0.9, articleId: "三" });
  expect(batch.merges()).toEqual([{ from: "story-2", into: "story-1", degree: 0.9, articleId: "三" }]);
});

it("a story that took another in and is taken in itself leaves both to its heir", () => {
  const batch = createBatch();
  batch.add(entry("一", "story-1"), [{ storyId: "archived-1", degree: 0.9 }]);
  batch.add(entry("二", "archived-2"), [{ storyId: "story-1", degree: 0.88 }]);
  expect(batch.merges().map(({ from, into }) => `${from} → ${into}`)).toEqual([
    "archived-1 → archived-2",
    "story-1 → archived-2",
  ]);
});

it("of two versions in a batch the last is archived, in the story of the first and by its reason", () => {
  const batch = createBatch();
  batch.add({ ...entry("一", "story-1"), joined: { how: "headline" } }, []);
  batch.add({ ...entry("一", "story-1"), contentHash: "later", joined: null }, []);
  expect(batch.entries()).toMatchObject([{ contentHash: "later", joined: { how: "headline" } }]);
});
