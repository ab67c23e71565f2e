import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Policy } from "../../../src/domain/decision.ts";
import { computeFingerprint } from "../../../src/domain/secret.ts";
import { type OpenAISandbox, startOpenAI } from "../../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization } from "../../../src/sandbox/openai/organization.ts";
import { policy as policyOf } from "../../support/facts.ts";
import type { Death, Order } from "./child.ts";

/** When a child dies at a request. "after-effect": OpenAI has done it and not yet answered. */
export type Moment = "before" | "after-effect" | "after-answer";

/** The request a child dies at: the `nth` of those with this method and path, counted from 0. */
export type At = { request: string; nth: number; moment: Moment };

/** What befalls a child. */
export type Fate = {
  at: At | null;
  dies: Death | null;
  /** Told of each request, as `GET /v1/me`; true sends the child a SIGTERM. */
  stop: (asked: string) => boolean;
  isDiskFull: boolean;
};

/** How a child ended; `report` is null where it left none. */
export type Ended = { exitCode: number | null; signal: string | null; report: Told | null; stderr: string };

/** What a report says, as far as these tests look. */
export type Told = {
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

/** An OpenAI with leaked keys of ours, an audit file, and runs in processes of their own that may be killed. */
export class Scene implements AsyncDisposable {
  readonly openai: OpenAISandbox;
  readonly folder: string;
  readonly acme: Organization;
  readonly keys: readonly Key[];
  readonly #adminKey: string;
  readonly #policy: Policy;
  /** All that was changed, and whether the audit file's last line said before that it was begun. */
  readonly writes: { id: string; begun: boolean }[] = [];

  constructor(openai: OpenAISandbox, folder: string, { keys, policy, owner }: Required<Omit<Choices, "propagation">>) {
    this.openai = openai;
    this.folder = folder;
    this.acme = openai.organization("acme");
    const ada = this.acme.user("Ada");
    const web = this.acme.project("Web");
    const createdAt = Math.floor(Date.now() / 1000) - 600;
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
    if (!key) throw new Error("a scene has a key");
    return key;
  }

  get auditFile(): string {
    return path.join(this.folder, "audit.jsonl");
  }

  /** Runs a child over a text with all the keys. It is killed, told to stop, or kept from writing files, where that is said. */
  async run({ at = null, dies = null, stop = () => false, isDiskFull = false }: Partial<Fate> = {}): Promise<Ended> {
    const node = [process.execPath, path.join(import.meta.dirname, "child.ts")];
    // No file may grow any more: to the child that is a full disk, but for the code of the error.
    const [program = "", ...args] = isDiskFull ? ["bash", "-c", 'ulimit -f 0; exec "$@"', "bash", ...node] : node;
    const compiled = isDiskFull ? {} : { NODE_COMPILE_CACHE: path.join(tmpdir(), "crash-compiled") };
    const child = spawn(program, args, { stdio: "pipe", env: { ...process.env, ...compiled } });
    this.#watch(child, at, stop);
    const order: Order = {
      baseURL: this.openai.baseURL,
      adminKey: this.#adminKey,
      text: this.keys.map(({ text }) => `OPENAI_API_KEY=${text}\n`).join("\n"),
      auditFile: this.auditFile,
      policy: this.#policy,
      dies,
    };
    child.stdin.end(JSON.stringify(order));
    const [stdout, stderr, [exitCode, signal]] = await Promise.all([
      textOf(child.stdout),
      textOf(child.stderr),
      new Promise<[number | null, string | null]>((resolve) => {
        child.once("close", (code, how) => resolve([code, how]));
      }),
    ]);
    this.openai.fault(null);
    return { exitCode, signal, report: stdout === "" ? null : (JSON.parse(stdout) as Told), stderr };
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

  /** Kills at the request, notes what the audit file says before anything is changed, and tells `stop` of each request. */
  #watch(child: ChildProcess, at: At | null, stop: (asked: string) => boolean): void {
    let left = at?.nth ?? 0;
    const kill = () => void child.kill("SIGKILL");
    this.openai.fault(({ method, path: where }) => {
      const id = /\/api_keys\/([^/]+)$/.exec(where)?.[1];
      const key = method === "GET" ? undefined : this.keys.find((one) => one.id === id);
      if (stop(`${method} ${where}`)) child.kill("SIGTERM");
      const dies = at?.request === `${method} ${where}` && left-- === 0 ? at.moment : null;
      if (key && dies !== "before") this.writes.push({ id: key.id, begun: this.#isBegun(key) });
      if (dies === null) return null;
      if (dies === "before") {
        kill();
        return "hang";
      }
      return (real) => {
        if (dies === "after-effect") kill();
        else setTimeout(kill, 2);
        return real;
      };
    });
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

/** What differs between scenes: how many keys leaked, whose they are, and how long a deleted one still works. */
type Choices = {
  keys?: number;
  owner?: "user" | "service-account";
  policy?: Partial<Policy>;
  /** In milliseconds. */
  propagation?: number;
};

/** A scene; unless something is said, with the key of one service account, which is dead as soon as it is deleted. */
export async function scene({ propagation = 0, ...choices }: Choices = {}): Promise<Scene> {
  const [openai, folder] = await Promise.all([startOpenAI({ propagation }), mkdtemp(path.join(tmpdir(), "crash-"))]);
  return new Scene(openai, folder, { keys: 1, owner: "service-account", policy: {}, ...choices });
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
