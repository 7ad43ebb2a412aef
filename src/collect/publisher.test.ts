import { expect, it } from "vitest";
import { publisherOf } from "./publisher.ts";

it("a post is filed under its category when that is a plain word", () => {
  const post = { author: null, categories: ["rthk"], url: "https://news.example/1" };
  expect(publisherOf(post)).toEqual({ id: "rthk", name: "rthk" });
});

it("a post whose category is a name is filed under its address, and keeps the name for readers", () => {
  const post = { author: "港都報", categories: ["港都報"], url: "https://www.harbour-daily.com.tw/news/1.aspx" };
  expect(publisherOf(post)).toEqual({ id: "harbour-daily", name: "港都報" });
});

it("a post that tells nothing of its publisher is still filed", () => {
  expect(publisherOf({ author: "某人", categories: [], url: null })).toEqual({
    id: "imported",
    name: "Imported posts",
  });
});
