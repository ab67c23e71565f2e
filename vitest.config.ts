import { defineConfig } from "vitest/config";

/** In milliseconds. Long, since a busy machine is no failure: a test that hangs is one, however late it is told. */
const TIMEOUT = 120_000;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/soak/**"],
    setupFiles: ["test/support/loopback-only.ts"],
    testTimeout: TIMEOUT,
    hookTimeout: TIMEOUT,
    expect: { poll: { timeout: TIMEOUT } },
    // Files share the modules of their worker, which halves the time of importing. No test may change a global and
    // leave it so.
    isolate: false,
    // Some tests wait for processes more than they work: more of them than there are cores keep a machine busy.
    maxWorkers: "150%",
  },
});
