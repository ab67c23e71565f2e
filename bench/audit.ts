import { once } from "node:events";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { AuditSource } from "../src/domain/audit-facts.ts";
import { SYSTEM_CLOCK } from "../src/domain/clock.ts";
import type { Registry } from "../src/domain/registry.ts";
import { Secret } from "../src/domain/secret.ts";
import { createOpenAIRegistry } from "../src/openai/registry.ts";
import { startOpenAI } from "../src/sandbox/openai/openai-sandbox.ts";
import { createUsedOrganization } from "../src/sandbox/openai/used-organization.ts";
import { hostOf } from "../test/support/in-process.ts";
import { TestClock } from "../test/support/test-clock.ts";
import { describeMachine } from "./measure.ts";

// What the facts of an audit cost beside the list of keys: requests and time for 10, 100 and 1,000 projects with five keys
// each, all used on 28 days, in front of answers that take 50 ms. First on a clock of tests, which counts the waits alone and
// says the same on every machine; the ideal there is all requests, 16 at a time. Then in real time, in turn with the listing
// alone, against a server in a thread of its own; the ratio is that of the shortest times.
//   node bench/audit.ts [--latency 50] [--projects 10,100,1000] [--runs 3]

const { values } = parseArgs({
  options: {
    latency: { type: "string", default: "50" },
    projects: { type: "string", default: "10,100,1000" },
    runs: { type: "string", default: "3" },
  },
});
const AT_ONCE = 16;
const KEYS = 5;
const DAYS = 28;

/** What is collected: the list of keys alone, what the rules that are on by default need, and everything. */
const USUAL: readonly AuditSource[] = ["usage", "costs", "audit-log", "users", "service-accounts"];
const COLLECTIONS: Readonly<Record<string, readonly AuditSource[]>> = {
  "keys alone": [],
  "as usual": USUAL,
  everything: [...USUAL, "spend-limits"],
};

type Size = { projects: number; latency: number };
type Served = { baseURL: string; adminKey: string };

/** The server has a thread of its own, so that its work is not counted as ours. */
async function serve({ projects, latency }: Size): Promise<void> {
  const openai = await startOpenAI({ latency });
  const { organization, person } = createUsedOrganization(openai, "bench", { projects, keys: KEYS, days: DAYS });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage({ baseURL: openai.baseURL, adminKey: organization.adminKey(person).text } satisfies Served);
}

async function collect(registry: Registry, projects: number, sources: readonly AuditSource[]): Promise<number> {
  const { keys, gaps, requests, usage, scopes } = await registry.collectFacts(new Set(sources));
  if (keys.length !== projects * KEYS + 1 || gaps.length > 0) throw new Error("the listing is not complete");
  const isAsked = sources.length > 0;
  if (isAsked && (usage.kind === "untold" || usage.value.byKey.size !== projects * KEYS)) throw new Error("no usage");
  if (isAsked && scopes.kind === "untold") throw new Error("no scopes");
  return requests;
}

/** Waits alone: in one process, on a clock that nobody waits for. */
async function simulate(size: Size, sources: readonly AuditSource[]): Promise<{ time: number; requests: number }> {
  const clock = new TestClock();
  const openai = await startOpenAI({ latency: size.latency, clock });
  const { organization, person } = createUsedOrganization(openai, "bench", { ...size, keys: KEYS, days: DAYS });
  const registry = createOpenAIRegistry(hostOf(openai), new Secret(organization.adminKey(person).text), { clock });
  const requests = await collect(registry, size.projects, sources);
  await openai.close();
  return { time: clock.elapsed(), requests };
}

/** The shortest real time of each collection, measured in turn. */
async function time(size: Size): Promise<Record<string, number>> {
  const worker = new Worker(new URL(import.meta.url), { workerData: size });
  const [served] = (await once(worker, "message")) as [Served];
  const best = Object.fromEntries(Object.keys(COLLECTIONS).map((name) => [name, Number.POSITIVE_INFINITY]));
  for (let run = 0; run < Number(values.runs); run += 1) {
    for (const [name, sources] of Object.entries(COLLECTIONS)) {
      const registry = createOpenAIRegistry(served, new Secret(served.adminKey), { clock: SYSTEM_CLOCK });
      const before = performance.now();
      await collect(registry, size.projects, sources);
      best[name] = Math.min(best[name] ?? 0, performance.now() - before);
    }
  }
  await worker.terminate();
  return best;
}

function print(cells: readonly (string | number)[]): void {
  console.log(cells.map((cell, index) => String(cell).padStart(index === 1 ? 12 : 9)).join(""));
}

async function compare(size: Size): Promise<void> {
  const best = await time(size);
  const listing = best["keys alone"] ?? Number.NaN;
  for (const [name, sources] of Object.entries(COLLECTIONS)) {
    const { time: waits, requests } = await simulate(size, sources);
    const ideal = (requests * size.latency) / AT_ONCE;
    const real = best[name] ?? Number.NaN;
    const ratios = [(waits / ideal).toFixed(2), real.toFixed(0), (real / listing).toFixed(2)];
    print([size.projects, name, requests, ideal.toFixed(0), waits.toFixed(0), ...ratios]);
  }
}

if (isMainThread) {
  console.log(describeMachine());
  print(["projects", "collected", "requests", "ideal ms", "waits ms", "ratio", "best ms", "to keys"]);
  const latency = Number(values.latency);
  for (const projects of values.projects.split(",")) await compare({ projects: Number(projects), latency });
} else {
  await serve(workerData as Size);
}
