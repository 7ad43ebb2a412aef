import { expect, it } from "vitest";
import { UserError } from "../records/errors.ts";
import type { Source } from "../records/source.ts";
import { findSource, findSources, refuseUnknownSources } from "./source-name.ts";

const feed = (id: string, name: string): Source => ({
  ...{ id, name, kind: "feed", url: `https://${id}.example/feed`, intervalMinutes: 15, fullText: "page" },
});
const sources = [feed("harbour-city", "港都報"), feed("harbour-sport", "港都報"), feed("strait", "海峽時報")];

it("a publisher's name means all of its feeds, in either script", () => {
  expect(findSources(sources, "港都报").map(({ id }) => id)).toEqual(["harbour-city", "harbour-sport"]);
});

it("the first part of ids means all feeds that share it", () => {
  expect(findSources(sources, "harbour").map(({ id }) => id)).toEqual(["harbour-city", "harbour-sport"]);
  expect(() => findSources(sources, "har")).toThrow(UserError);
});

it("a change is made to one source: by its id, or by a name that only it has", () => {
  expect(findSource(sources, "harbour-sport").id).toBe("harbour-sport");
  expect(findSource(sources, "海峽").id).toBe("strait");
});

it("of a publisher's several feeds none is changed by guess: the answer names their ids", () => {
  expect(() => findSource(sources, "港都報")).toThrow(UserError);
  expect(() => findSource(sources, "港都報")).toThrow(/harbour-city, harbour-sport/);
});

it("a search for a source that nobody is called like is refused with the names that there are, or that there are none", () => {
  const asking = (text: string) => ({ clauses: [[{ kind: "source", text } as const]] });
  expect(() => refuseUnknownSources(asking("海峽"), sources)).not.toThrow();
  expect(() => refuseUnknownSources(asking("雲林報"), sources)).toThrow(/港都報, 海峽時報/);
  expect(() => refuseUnknownSources(asking("雲林報"), [])).toThrow(/none has been added yet/);
});
