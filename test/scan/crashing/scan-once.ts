import { truncateSync } from "node:fs";
import { stat } from "node:fs/promises";
import { detect } from "../../../src/detect/detect.ts";
import { checkSample } from "../../../src/detect/screen/self-test.ts";
import type { Clock } from "../../../src/domain/clock.ts";
import type { Policy } from "../../../src/domain/decision.ts";
import type { Journal } from "../../../src/domain/journal.ts";
import { createLazyRegistry } from "../../../src/domain/registry.ts";
import type { Report } from "../../../src/domain/report.ts";
import { Secret } from "../../../src/domain/secret.ts";
import { openJournal } from "../../../src/journal/journal.ts";
import { createOpenAIRegistry } from "../../../src/openai/registry.ts";
import { scanChange } from "../../../src/scan/scan.ts";
import { openStdin } from "../../../src/sources/stdin.ts";
import { createTestWorld } from "../../support/world.ts";

/** What a run works on. A child process gets it on its standard input, where no other process sees the keys. */
export type Order = {
  baseURL: string;
  adminKey: string;
  /** The text that is searched. */
  text: string;
  auditFile: string;
  policy: Policy;
  /** At which point of the journal the run kills itself, if at one. */
  dies: Death | null;
};

/** A moment around the journal's lines. A torn line is one of which the disk has only a part. */
export type Death = "before-begin" | "in-begin" | "after-begin" | "before-end" | "in-end" | "after-end";

/** What a run meets outside: the time, the network, its end, and whether it was told to stop. */
export type Surroundings = {
  clock: Clock;
  fetch: typeof fetch;
  /** What keeps the audit file: the real journal, or one that fails. */
  wrapJournal: (journal: Journal) => Journal;
  /** Kills the run; never resolves. */
  die: () => Promise<never>;
  onContainment: () => void;
  confirm?: () => Promise<boolean>;
  isCancelled: () => boolean;
};

/** One run over a text with the real adapters, as the command line does it. */
export async function scanOnce(order: Order, surroundings: Surroundings): Promise<Report> {
  const { clock, fetch, wrapJournal, die, onContainment, isCancelled, confirm = async () => true } = surroundings;
  const { baseURL, adminKey, auditFile, dies, policy } = order;
  const journal = wrapJournal(await openJournal({ file: auditFile, run: { id: "1" }, clock }));
  const { change, source } = openStdin({ stream: streamText(order.text), name: "leak.txt" });
  const world = createTestWorld(
    {
      source,
      detect,
      registry: createLazyRegistry(async () =>
        createOpenAIRegistry({ baseURL, fetch }, new Secret(adminKey), { clock, isCancelled }),
      ),
      journal: dies === null ? journal : dieInJournal(journal, auditFile, dies, die),
      selfTest: async () => await checkSample(detect),
      confirm,
      onContainment,
      isCancelled,
    },
    clock,
  );
  return await scanChange(change, world, policy);
}

/** A journal in which its run dies. */
function dieInJournal(real: Journal, file: string, dies: Death, die: () => Promise<never>): Journal {
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

async function* streamText(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
