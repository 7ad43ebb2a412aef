// Two hundred kills: `npm run endurance -- kills`. `LEDE_KILL_SEED` picks other moments.
import { expect, it } from "vitest";
import { killOften } from "../journeys/kills.ts";

it("a desk that is killed two hundred times loses nothing and sends nothing twice", async () => {
  const report = await killOften(200, Number(process.env.LEDE_KILL_SEED ?? 1));
  process.stdout.write(`${JSON.stringify(report)}\n`);
  for (const count of Object.values(report.kills)) expect(count).toBeGreaterThan(20);
});
