import { SYSTEM_CLOCK } from "../../../src/domain/clock.ts";
import type { Policy } from "../../../src/domain/decision.ts";
import { concludeRun } from "../../../src/domain/report.ts";
import { EXIT_CODES } from "../../../src/exit.ts";
import { renderJson } from "../../../src/report/json.ts";
import { type Order, scanOnce } from "./scan-once.ts";

// A process of its own that does what an entry point does: one run, and the report on standard output.
const order = JSON.parse(await readText(process.stdin)) as Order & { policy: Omit<Policy, "approved"> };
const state = { isCommitted: false, isCancelled: false };

process.on("SIGTERM", () => {
  state.isCancelled = true;
  if (!state.isCommitted) process.exit(EXIT_CODES.incomplete);
});

const report = await scanOnce(order, {
  clock: SYSTEM_CLOCK,
  fetch,
  wrapJournal: (journal) => journal,
  die: async () => {
    process.kill(process.pid, "SIGKILL");
    return await new Promise<never>(() => {});
  },
  onContainment: () => {
    state.isCommitted = true;
  },
  isCancelled: () => state.isCancelled,
});
process.stdout.write(renderJson(report, "0.0.0"));
process.exitCode = EXIT_CODES[concludeRun(report)];

async function readText(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
