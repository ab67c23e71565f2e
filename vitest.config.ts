import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/loopback-only.ts"],
    testTimeout: 30_000,
    // Tests wait for processes and clocks more than they work: more of them than there are cores keep a machine busy.
    maxWorkers: "150%",
  },
});
