import { once } from "node:events";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { SYSTEM_CLOCK } from "../src/domain/clock.ts";
import { Secret } from "../src/domain/secret.ts";
import { createOpenAIRegistry } from "../src/openai/registry.ts";
import { startOpenAI } from "../src/sandbox/openai/openai-sandbox.ts";

// What listing an organisation's keys costs: requests and wall time for 10, 100 and 1,000 projects with five keys each, in
// front of answers that take 50 ms, against the ideal: all requests, 16 at a time, each taking the latency that is measured
// in the same run; but no less than the chain of requests that have to wait for each other.
//   node bench/inventory.ts [--latency 50] [--projects 10,100,1000] [--runs 3]

const { values } = parseArgs({
  options: {
    latency: { type: "string", default: "50" },
    projects: { type: "string", default: "10,100,1000" },
    runs: { type: "string", default: "3" },
  },
});
const AT_ONCE = 16;
const KEYS = 5;
type Served = { baseURL: string; adminKey: string };

/** The server has a thread of its own, so that its work is not counted as ours. */
async function serve({ projects, latency }: { projects: number; latency: number }): Promise<void> {
  const openai = await startOpenAI({ latency });
  const organization = openai.organization("bench");
  const person = organization.user("Ada");
  for (let index = 0; index < projects; index += 1) {
    const project = organization.project(`Project ${index}`);
    for (let key = 0; key < KEYS; key += 1) organization.accountKey(project, `bot ${key}`);
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage({ baseURL: openai.baseURL, adminKey: organization.adminKey(person).text } satisfies Served);
}

/** The median time of a request for one record, in milliseconds: the latency with all that loopback and HTTP add. */
async function latencyOf({ baseURL, adminKey }: Served): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 11; index += 1) {
    const before = performance.now();
    await (await fetch(`${baseURL}/me`, { headers: { authorization: `Bearer ${adminKey}` } })).text();
    times.push(performance.now() - before);
  }
  return times.toSorted((one, other) => one - other)[5] ?? Number.NaN;
}

async function list(projects: number, latency: number): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { projects, latency } });
  const [served] = (await once(worker, "message")) as [Served];
  const measured = await latencyOf(served);
  const times: number[] = [];
  for (let run = 0; run < Number(values.runs); run += 1) {
    const registry = createOpenAIRegistry(served, new Secret(served.adminKey), { clock: SYSTEM_CLOCK });
    const before = performance.now();
    const { records, gaps } = await registry.inventory();
    times.push(performance.now() - before);
    if (records.length !== projects * KEYS + 1 || gaps.length > 0) throw new Error("the listing is not complete");
  }
  await worker.terminate();
  const projectPages = Math.max(1, Math.ceil(projects / 100));
  const requests = projectPages + 1 + projects;
  const ideal = Math.max((requests * measured) / AT_ONCE, (projectPages + 1) * measured);
  const time = Math.min(...times);
  const cells = [projects, projects * KEYS, requests, measured.toFixed(1), ideal.toFixed(0), time.toFixed(0)];
  console.log([...cells, (time / ideal).toFixed(2)].map((cell) => String(cell).padStart(9)).join(""));
}

if (isMainThread) {
  const heads = ["projects", "keys", "requests", "latency", "ideal ms", "best ms", "ratio"];
  console.log(heads.map((head) => head.padStart(9)).join(""));
  for (const projects of values.projects.split(",")) await list(Number(projects), Number(values.latency));
} else {
  await serve(workerData as { projects: number; latency: number });
}
