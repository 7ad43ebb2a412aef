// Three suites: `npm test` (beside their files, conformance, small journeys), `npm run journeys` (days of news, a real browser), and
// `npm run endurance` (many minutes of the same, for a change to what must not break).
import { defineConfig } from "vitest/config";

// Machines are shared, so no test is timed; these bounds only end what hangs.
const bounds = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { name: "test", include: ["{src,commands,config,test,bench}/**/*.test.ts"], ...bounds } },
      {
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.journey.ts"],
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
          // Each has the machine to itself: they start servers, browsers and databases.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "endurance",
          include: ["test/endurance/**/*.endurance.ts"],
          testTimeout: 7_200_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
