import { expect, it } from "vitest";
import { parsedSourceJson, parsedSourceLine } from "./parse-output.ts";

it("a parsed feed is printed with its instants as ISO 8601 text, and null where there are none", () => {
  const feed = { title: "T", link: null, description: null, language: null, id: null, updatedAt: 0, author: null };
  const item = {
    ...{
      id: null,
      url: null,
      title: null,
      publishedAt: 1_695_793_620_000,
      updatedAt: null,
      summary: null,
      content: null,
    },
    ...{ author: null, tags: [], enclosures: [] },
  };
  const json = parsedSourceJson({ feed, items: [item], problems: [] });
  expect(Object.keys(json)).toEqual(["feed", "items"]);
  expect(json.feed).toEqual({ ...feed, updatedAt: "1970-01-01T00:00:00.000Z" });
  expect(json.items).toEqual([{ ...item, publishedAt: "2023-09-27T05:47:00.000Z" }]);
  for (const problems of [[], ["The feed is cut."]]) {
    const parsed = { feed, items: [item, item], problems };
    const line = [...parsedSourceLine("a.xml", parsed)].join("");
    expect(JSON.parse(line)).toEqual({ file: "a.xml", ...parsedSourceJson(parsed) });
  }
});
