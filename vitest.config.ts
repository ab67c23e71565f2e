import { defineConfig } from "vitest/config";

/** In milliseconds. Long, since a busy machine is no failure: a test that hangs is one, however late it is told. */
const TIMEOUT = 120_000;

/** Tests that start no processes, or few. */
const IN_PROCESS = [
  "test/{detect,domain,openai,report,settings,support}/**/*.test.ts",
  "test/{architecture,docs}.test.ts",
];

export default defineConfig({
  test: {
    setupFiles: ["test/support/loopback-only.ts"],
    testTimeout: TIMEOUT,
    hookTimeout: TIMEOUT,
    expect: { poll: { timeout: TIMEOUT } },
    // Some tests wait for processes and servers more than they work: more of them than there are cores keep these busy.
    maxWorkers: 3,
    // Files share the modules of their worker, which halves the time of importing. No test may change a global and
    // leave it so.
    isolate: false,
    // Starting a process takes the longer the more memory a worker holds, up to thirty times: the tests that hold much
    // have workers of their own.
    projects: [
      { extends: true, test: { name: "in-process", include: IN_PROCESS } },
      {
        extends: true,
        test: { name: "processes", include: ["test/**/*.test.ts"], exclude: [...IN_PROCESS, "test/soak/**"] },
      },
    ],
  },
});
