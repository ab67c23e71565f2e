import { defineConfig, mergeConfig } from "vitest/config";
import config from "./vitest.config.ts";

/** The exhaustive tests: every request × every failure, thousands of random sequences. `npm test` runs a part of them. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [], exclude: [] } },
  defineConfig({
    test: {
      include: ["test/soak/**/*.soak.test.ts"],
      // Read by test/report/arbitrary.ts.
      env: { PROPERTY_RUNS: "500" },
    },
  }),
);
