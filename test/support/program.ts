import * as core from "@actions/core";

/** How a program ended, and what it printed. */
export type ProgramResult = { exitCode: number; stdout: string; stderr: string };

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** The program that runs now: there is one environment, one folder and one standard output. */
let running: Promise<unknown> = Promise.resolve();

/**
 * Runs a program's entry point in this process as if it had one of its own: with this environment and no more, in this
 * folder, with its output and exit code caught. One at a time. What is loaded stays loaded, which is most of the cost of a process.
 */
export async function runInProcess(
  program: () => Promise<void>,
  { env, cwd }: { env: Readonly<Record<string, string>>; cwd: string },
): Promise<ProgramResult> {
  const run = running.then(async () => await runAlone(program, { env, cwd }));
  running = run.catch(() => {});
  return await run;
}

async function runAlone(
  program: () => Promise<void>,
  { env, cwd }: { env: Readonly<Record<string, string>>; cwd: string },
): Promise<ProgramResult> {
  const before = { env: { ...process.env }, cwd: process.cwd(), exitCode: process.exitCode };
  const stdout = new CaughtStream(process.stdout);
  const stderr = new CaughtStream(process.stderr);
  replaceEnv(env);
  process.chdir(cwd);
  process.exitCode = undefined;
  // The summary remembers the file of the first run of a process.
  Object.assign(core.summary, { _filePath: undefined });
  const listeners = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));
  try {
    await program();
    return { exitCode: Number(process.exitCode ?? 0), stdout: stdout.text, stderr: stderr.text };
  } finally {
    stdout.release();
    stderr.release();
    // A process of its own would end with what it listens for.
    for (const [signal, kept] of listeners) {
      for (const one of process.listeners(signal)) if (!kept.includes(one)) process.off(signal, one);
    }
    process.exitCode = before.exitCode;
    process.chdir(before.cwd);
    replaceEnv(before.env);
  }
}

/** The modules of the product hold on to the object of the environment: it is changed, not replaced. */
function replaceEnv(env: Readonly<Record<string, string | undefined>>): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  for (const [name, value] of Object.entries(env)) process.env[name] = value;
}

/** A standard stream whose text is kept, and which is no terminal. */
class CaughtStream {
  readonly #stream: NodeJS.WriteStream;
  readonly #own: Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">;
  text = "";

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
    this.#own = { write: stream.write, isTTY: stream.isTTY, columns: stream.columns };
    const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
      this.text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
      const done = rest.find((one) => typeof one === "function") as (() => void) | undefined;
      if (done) setImmediate(done);
      return true;
    };
    Object.assign(stream, { write, isTTY: false, columns: undefined });
  }

  release(): void {
    Object.assign(this.#stream, this.#own);
  }
}
