import { truncateSync } from "node:fs";
import { stat } from "node:fs/promises";
import { detect } from "../../../src/detect/detect.ts";
import { createSample } from "../../../src/detect/sample.ts";
import { SYSTEM_CLOCK } from "../../../src/domain/clock.ts";
import type { Policy } from "../../../src/domain/decision.ts";
import { type Journal, NO_JOURNAL } from "../../../src/domain/journal.ts";
import { createLazyRegistry } from "../../../src/domain/registry.ts";
import { concludeRun } from "../../../src/domain/report.ts";
import { Secret } from "../../../src/domain/secret.ts";
import { EXIT_CODES } from "../../../src/exit.ts";
import { openJournal } from "../../../src/journal/journal.ts";
import { createOpenAIRegistry } from "../../../src/openai/registry.ts";
import { renderJson } from "../../../src/report/json.ts";
import { scanChange } from "../../../src/scan/scan.ts";
import { openStdin } from "../../../src/sources/stdin.ts";
import { createTestWorld } from "../../support/world.ts";

/** What a child is told on its standard input, where no other process sees the keys. */
export type Order = {
  baseURL: string;
  adminKey: string;
  /** The text that is searched. */
  text: string;
  auditFile: string | null;
  policy: Policy;
  /** At which point of the journal it kills itself, if at one. */
  dies: Death | null;
};

/** A moment around the journal's lines. A torn line is one of which the disk has only a part. */
export type Death = "before-begin" | "in-begin" | "after-begin" | "before-end" | "in-end" | "after-end";

// A process of its own that does what a door does: one run, with the real adapters, and the report on standard output.
const order = JSON.parse(await textOf(process.stdin)) as Order & { policy: Omit<Policy, "approved"> };
const course = { isCommitted: false, isCancelled: false };

process.on("SIGTERM", () => {
  course.isCancelled = true;
  if (!course.isCommitted) process.exit(EXIT_CODES.incomplete);
});

const { baseURL, auditFile, dies } = order;
const journal =
  auditFile === null ? NO_JOURNAL : await openJournal({ file: auditFile, run: { id: String(process.pid) } });
const { change, source } = openStdin({ stream: textStream(order.text), name: "leak.txt" });
const schedule = { total: 4_000, first: 20, hold: 60 };
const report = await scanChange(
  change,
  createTestWorld({
    source,
    detect,
    registry: createLazyRegistry(async () =>
      createOpenAIRegistry({ baseURL }, new Secret(order.adminKey), { clock: SYSTEM_CLOCK, schedule }),
    ),
    journal: dies === null || auditFile === null ? journal : mortal(journal, auditFile, dies),
    sample: createSample,
    onContainment: () => {
      course.isCommitted = true;
    },
    isCancelled: () => course.isCancelled,
  }),
  order.policy,
);
process.stdout.write(renderJson(report, "0.0.0"));
process.exitCode = EXIT_CODES[concludeRun(report)];

/** A journal in which its process dies. */
function mortal(real: Journal, file: string, dies: Death): Journal {
  const around = async (line: "begin" | "end", write: () => Promise<void>) => {
    if (dies === `before-${line}`) await die();
    const before = dies === `in-${line}` ? (await stat(file)).size : 0;
    await write();
    if (dies === `in-${line}`) {
      truncateSync(file, before + Math.floor(((await stat(file)).size - before) / 2));
      await die();
    }
    if (dies === `after-${line}`) await die();
  };
  return {
    ...real,
    begin: async (act) => await around("begin", async () => await real.begin(act)),
    end: async (...ended) => await around("end", async () => await real.end(...ended)),
  };
}

async function die(): Promise<never> {
  process.kill(process.pid, "SIGKILL");
  return await new Promise(() => {});
}

async function* textStream(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
