import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Clock, SYSTEM_CLOCK } from "../../../src/domain/clock.ts";
import type { Policy } from "../../../src/domain/decision.ts";
import { concludeRun } from "../../../src/domain/report.ts";
import { computeFingerprint } from "../../../src/domain/secret.ts";
import { EXIT_CODES } from "../../../src/exit.ts";
import { renderJson } from "../../../src/report/json.ts";
import { type OpenAISandbox, startOpenAI } from "../../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization } from "../../../src/sandbox/openai/organization.ts";
import { policy as policyOf } from "../../support/facts.ts";
import { TestClock } from "../../support/test-clock.ts";
import { type Death, type Order, scanOnce } from "./scan-once.ts";
import { type At, SimulatedProcess } from "./simulated-process.ts";

/** What happens to a run. */
export type Fate = {
  /** Kills it at a request. */
  at: At | null;
  /** Kills it at a line of the audit file. */
  dies: Death | null;
  /** Told of each request, as `GET /v1/me`; true asks the run to stop, as SIGTERM does. */
  stop: (request: string) => boolean;
  isDiskFull: boolean;
};

/** How a run ended; `report` is null where it left none. */
export type Ended = { exitCode: number | null; signal: string | null; report: ReadReport | null; stderr: string };

/** What a report says, as far as these tests look. */
export type ReadReport = {
  findings: {
    fingerprint: string;
    validity: { kind: string };
    outcome: { kind: string; because?: string; by?: string; verified?: boolean; scopesBefore?: string[] | null };
  }[];
  unfinished: { fingerprint: string; act: string }[];
  gaps: { kind: string }[];
};

/** A line of the audit file. */
export type AuditLine = {
  event: "begin" | "end" | "torn";
  fingerprint: string;
  act: string;
  record: { id: string };
  outcome: { kind: string; by?: string; scopesBefore?: string[] | null };
};

/** An OpenAI with leaked keys of ours, an audit file, and runs that may be killed. */
export class Scenario implements AsyncDisposable {
  readonly openai: OpenAISandbox;
  readonly folder: string;
  readonly acme: Organization;
  readonly keys: readonly Key[];
  readonly #clock: Clock;
  readonly #adminKey: string;
  readonly #policy: Policy;
  /** All that was changed, and whether the audit file's last line said before that it was begun. */
  readonly writes: { id: string; begun: boolean }[] = [];

  constructor(openai: OpenAISandbox, folder: string, choices: Required<Omit<Choices, "propagation">>) {
    const { keys, policy, owner, clock } = choices;
    this.openai = openai;
    this.folder = folder;
    this.acme = openai.organization("acme");
    const ada = this.acme.user("Ada");
    const web = this.acme.project("Web");
    const createdAt = Math.floor(clock.now().getTime() / 1000) - 600;
    this.#clock = clock;
    this.#adminKey = this.acme.adminKey(ada, { name: "guard" }).text;
    this.keys = Array.from({ length: keys }, (_, index) =>
      owner === "user"
        ? this.acme.userKey(web, ada, { createdAt })
        : this.acme.accountKey(web, `bot-${index}`, { createdAt }),
    );
    this.#policy = policyOf({ maxContained: 10, ...policy });
  }

  get key(): Key {
    const [key] = this.keys;
    if (!key) throw new Error("a scenario has a key");
    return key;
  }

  get auditFile(): string {
    return path.join(this.folder, "audit.jsonl");
  }

  /** Runs over a text with all the keys, in this process. It dies, stops, or cannot write, where the fate says so. */
  async run({ at = null, dies = null, stop = () => false, isDiskFull = false }: Partial<Fate> = {}): Promise<Ended> {
    this.openai.fault((request) => this.#noteWrite(request));
    const simulated = new SimulatedProcess();
    const state = { isCommitted: false, isCancelled: false };
    const onRequest = (request: string) => {
      if (!stop(request)) return;
      state.isCancelled = true;
      if (!state.isCommitted) simulated.end({ exitCode: EXIT_CODES.incomplete, signal: null });
    };
    const finished = scanOnce(this.#order(dies), {
      clock: simulated.clock(this.#clock),
      fetch: simulated.fetch(at, onRequest),
      wrapJournal: (journal) => {
        const full = async () => await Promise.reject(new Error("ENOSPC: no space left on device"));
        return simulated.journal(isDiskFull ? { ...journal, begin: full, end: full } : journal);
      },
      die: async () => await simulated.kill(),
      onContainment: () => {
        state.isCommitted = true;
      },
      isCancelled: () => state.isCancelled,
    });
    const ended = await Promise.race([simulated.death, finished]);
    this.openai.fault(null);
    if (!("findings" in ended)) return { ...ended, report: null, stderr: "" };
    const report = JSON.parse(renderJson(ended, "0.0.0")) as ReadReport;
    return { exitCode: EXIT_CODES[concludeRun(ended)], signal: null, report, stderr: "" };
  }

  /** The same in a process of its own, with real signals and a real disk. */
  async runProcess({
    at = null,
    dies = null,
    stop = () => false,
    isDiskFull = false,
  }: Partial<Fate> = {}): Promise<Ended> {
    const node = [process.execPath, path.join(import.meta.dirname, "child.ts")];
    // No file may grow any more: to the child that is a full disk, but for the code of the error.
    const [program = "", ...args] = isDiskFull ? ["bash", "-c", 'ulimit -f 0; exec "$@"', "bash", ...node] : node;
    const compiled = isDiskFull ? {} : { NODE_COMPILE_CACHE: path.join(tmpdir(), "crash-compiled") };
    const child = spawn(program, args, { stdio: "pipe", env: { ...process.env, ...compiled } });
    this.#watch(child, at, stop);
    child.stdin.end(JSON.stringify(this.#order(dies)));
    const [stdout, stderr, [exitCode, signal]] = await Promise.all([
      readText(child.stdout),
      readText(child.stderr),
      new Promise<[number | null, string | null]>((resolve) => {
        child.once("close", (code, how) => resolve([code, how]));
      }),
    ]);
    this.openai.fault(null);
    return { exitCode, signal, report: stdout === "" ? null : (JSON.parse(stdout) as ReadReport), stderr };
  }

  async audit(): Promise<readonly AuditLine[]> {
    const text = await readFile(this.auditFile, "utf8");
    return text.split("\n").flatMap((line) => {
      try {
        return [JSON.parse(line) as AuditLine];
      } catch {
        return [];
      }
    });
  }

  #order(dies: Death | null): Order {
    return {
      baseURL: this.openai.baseURL,
      adminKey: this.#adminKey,
      text: this.keys.map(({ text }) => `OPENAI_API_KEY=${text}\n`).join("\n"),
      auditFile: this.auditFile,
      policy: this.#policy,
      dies,
    };
  }

  /** Kills the child at the request, and tells `stop` of each request. */
  #watch(child: ChildProcess, at: At | null, stop: (request: string) => boolean): void {
    let left = at?.nth ?? 0;
    const kill = () => void child.kill("SIGKILL");
    this.openai.fault((request) => {
      const name = `${request.method} ${request.path}`;
      if (stop(name)) child.kill("SIGTERM");
      const moment = at?.request === name && left-- === 0 ? at.moment : null;
      if (moment !== "before") this.#noteWrite(request);
      if (moment === null) return null;
      if (moment === "after-answer") throw new Error("a real process is killed before an answer, not after it");
      if (moment === "before") {
        kill();
        return "hang";
      }
      return (real) => {
        kill();
        return real;
      };
    });
  }

  /** Notes what the audit file says before a key is changed. */
  #noteWrite({ method, path: where }: { method: string; path: string }): null {
    const id = /\/api_keys\/([^/]+)$/.exec(where)?.[1];
    const key = method === "GET" ? undefined : this.keys.find((one) => one.id === id);
    if (key) this.writes.push({ id: key.id, begun: this.#isBegun(key) });
    return null;
  }

  #isBegun({ id, text }: Key): boolean {
    const lines = readFileSync(this.auditFile, "utf8").trim().split("\n");
    const last = JSON.parse(lines.at(-1) || "{}") as Partial<AuditLine>;
    return last.event === "begin" && last.record?.id === id && last.fingerprint === computeFingerprint(text);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.openai.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** What differs between scenarios: how many keys leaked, whose they are, and how long a deleted one still works. */
type Choices = {
  keys?: number;
  owner?: "user" | "service-account";
  policy?: Partial<Policy>;
  /** In milliseconds. */
  propagation?: number;
  /** The time of the sandbox and of the runs in this process. Processes of their own have the system's. */
  clock?: Clock;
};

/** A scenario; unless it says otherwise, with the key of one service account, which is dead as soon as it is deleted. */
export async function createScenario({
  propagation = 0,
  clock = new TestClock(),
  ...choices
}: Choices = {}): Promise<Scenario> {
  const [openai, folder] = await Promise.all([
    startOpenAI({ propagation, clock }),
    mkdtemp(path.join(tmpdir(), "crash-")),
  ]);
  return new Scenario(openai, folder, { keys: 1, owner: "service-account", policy: {}, clock, ...choices });
}

/** A scenario for processes of their own. */
export async function createRealScenario(choices: Omit<Choices, "clock"> = {}): Promise<Scenario> {
  return await createScenario({ ...choices, clock: SYSTEM_CLOCK });
}

async function readText(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
