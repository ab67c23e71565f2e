import { defineConfig } from "vitest/config";
import config from "./vitest.config.ts";

const { projects: _, ...shared } = config.test ?? {};

/** The exhaustive tests: every request × every failure, thousands of random sequences. `npm test` runs a part of them. */
export default defineConfig({
  test: {
    ...shared,
    include: ["test/soak/**/*.soak.test.ts"],
    // Read by test/report/arbitrary.ts.
    env: { PROPERTY_RUNS: "100" },
  },
});
