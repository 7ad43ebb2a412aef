// A few of the kills that endurance/kills.endurance.ts has two hundred of.
import { expect, it } from "vitest";
import { killOften } from "./kills.ts";

// Twenty processes, one after the other: on a busy machine that takes longer than any other test.
const bounds = { timeout: 900_000 };

it(
  "a desk that is killed in the midst of anything goes on where it was: nothing is lost, nothing comes twice",
  bounds,
  async () => {
    const { kills } = await killOften(10, 7);
    expect(Object.values(kills).reduce((sum, one) => sum + one)).toBe(10);
  },
);
