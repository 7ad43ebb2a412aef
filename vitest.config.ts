// Unit tests beside their files, conformance suites and journeys in test/.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,commands,config,test,bench}/**/*.test.ts"],
    // Journeys start real servers and databases; machines are shared, so no test is timed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
