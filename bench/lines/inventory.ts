import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { SYSTEM_CLOCK } from "../../src/domain/clock.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import { type Benchmark, limitTo } from "./line.ts";

/** How many requests the listing may have open, and how many records a page has. */
const AT_ONCE = 16;
const PAGE = 100;
/** How long an answer takes, in milliseconds. */
const LATENCY = 50;

type Served = { baseURL: string; adminKey: string };
type Listed = { milliseconds: number; ideal: number };

/**
 * What listing an organisation's keys costs, 40 keys a project, against its pages: all requests, 16 at a time, each taking
 * what one takes that is asked alone in the same run.
 */
export const measureInventory: Benchmark = async ({ isFull }) => {
  const sizes = isFull ? [1000, 4000, 16_000, 32_000] : [1000, 32_000];
  const listed = [];
  for (const records of sizes) listed.push({ records, ...(await list(records)) });
  const [first] = listed;
  return listed.flatMap(({ records, milliseconds, ideal }) => {
    const name = `inventory of ${records.toLocaleString("en")} keys`;
    const ratio = milliseconds / ideal;
    const each = milliseconds / records;
    const firstEach = (first?.milliseconds ?? Number.NaN) / (first?.records ?? Number.NaN);
    const time = {
      name,
      measured: `${milliseconds.toFixed(0)} ms`,
      reference: `pages × latency: ${ideal.toFixed(0)} ms`,
    };
    const growth = {
      name,
      measured: `${each.toFixed(3)} ms a key`,
      reference: `of ${first?.records}: ${firstEach.toFixed(3)} ms`,
    };
    return [
      { ...time, ratio, wanted: null },
      ...(records === first?.records
        ? []
        : [{ ...growth, ratio: each / firstEach, wanted: limitTo(each / firstEach, 1.2, "× a key") }]),
    ];
  });
};

async function list(records: number): Promise<Listed> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { records } });
  try {
    const [served] = (await once(worker, "message")) as [Served];
    const latency = await timeAnswer(served);
    const registry = createOpenAIRegistry(served, new Secret(served.adminKey), { clock: SYSTEM_CLOCK });
    const before = performance.now();
    const inventory = await registry.inventory();
    const milliseconds = performance.now() - before;
    if (inventory.records.length !== records + 1 || inventory.gaps.length > 0) {
      throw new Error(`the listing is not complete: ${inventory.records.length} of ${records + 1}`);
    }
    const projects = records / KEYS;
    const requests = Math.ceil(projects / PAGE) + 1 + projects;
    return { milliseconds, ideal: Math.max(2, requests / AT_ONCE) * latency };
  } finally {
    await worker.terminate();
  }
}

/** Keys of one project: fewer than fill a page. */
const KEYS = 40;

/** The median time of a request for one record, in milliseconds: the latency with all that loopback and HTTP add. */
async function timeAnswer({ baseURL, adminKey }: Served): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 11; index += 1) {
    const before = performance.now();
    await (await fetch(`${baseURL}/me`, { headers: { authorization: `Bearer ${adminKey}` } })).text();
    times.push(performance.now() - before);
  }
  return times.toSorted((one, other) => one - other)[5] ?? Number.NaN;
}

/** The server has a thread of its own, so that it answers while we work. */
async function serve(records: number): Promise<void> {
  const openai = await startOpenAI({ latency: LATENCY });
  const organization = openai.organization("bench");
  const person = organization.user("Ada");
  for (let index = 0; index < records / KEYS; index += 1) {
    const project = organization.project(`Project ${index}`);
    for (let key = 0; key < KEYS; key += 1) organization.accountKey(project, `bot ${key}`);
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage({ baseURL: openai.baseURL, adminKey: organization.adminKey(person).text } satisfies Served);
}

if (!isMainThread) await serve((workerData as { records: number }).records);
