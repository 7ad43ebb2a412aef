import { expect, it } from "vitest";
import { clip } from "./clip.ts";

it("a text is cut between two characters as readers see them", () => {
  expect(clip("港都新聞", 4)).toBe("港都新聞");
  expect(clip("港都新聞社", 4)).toBe("港都新…");
  expect(clip("ab👩‍🚀cd", 6)).toBe("ab…");
});
