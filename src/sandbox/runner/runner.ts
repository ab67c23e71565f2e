import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { parseAnnotations, type ShownAnnotation, selectShownSummary } from "./run-page.ts";
import { createRunnerEnvironment, type RunnerEnvironment, type Step } from "./runner-environment.ts";

/** How an action ended, and what it wrote for its runner. */
export type ActionResult = {
  /** Null when it was ended by a signal. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
  outputs: Readonly<Record<string, string>>;
  /** The step's summary, as Markdown: empty where it is larger than the run's page takes. */
  summary: string;
  /** The annotations that the run's page shows. */
  annotations: readonly ShownAnnotation[];
  /** The folder with the files of the step. */
  folder: string;
};

/**
 * Runs an action's script as a runner does: in Node, in the workspace, with only the runner's environment. `node` is
 * the Node to use, this one by default; `started` receives a function that sends signals, as a runner does to cancel.
 */
export async function runAction({
  script,
  node = execPath,
  started = () => {},
  ...step
}: Step & {
  script: string | URL;
  node?: string | undefined;
  started?: ((send: (signal: NodeJS.Signals) => void) => void) | undefined;
}): Promise<ActionResult> {
  const { env, folder, workspace } = await createRunnerEnvironment(step);
  const file = typeof script === "string" ? script : fileURLToPath(script);
  const child = spawn(node, [file], { env, cwd: workspace, stdio: ["ignore", "pipe", "pipe"] });
  started((signal) => child.kill(signal));
  const [stdout, stderr, exitCode] = await Promise.all([
    readStream(child.stdout),
    readStream(child.stderr),
    new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    }),
  ]);
  return await collectActionResult({ env, folder }, { exitCode, stdout, stderr });
}

/** Collects what an action that ended has left for its runner, as the run's page shows it. */
export async function collectActionResult(
  { env, folder }: Pick<RunnerEnvironment, "env" | "folder">,
  ended: Pick<ActionResult, "exitCode" | "stdout" | "stderr">,
): Promise<ActionResult> {
  const [outputs = "", summary = ""] = await Promise.all(
    [env["GITHUB_OUTPUT"], env["GITHUB_STEP_SUMMARY"]].map((name) => readFile(name ?? "", "utf8")),
  );
  const shown = { summary: selectShownSummary(summary), annotations: parseAnnotations(ended.stdout) };
  return { ...ended, outputs: parseOutputs(outputs), ...shown, folder };
}

/**
 * Reads the file of outputs: lines `name=value`, and values of several lines between `name<<delimiter` and the
 * delimiter. A later value of a name replaces an earlier one.
 *
 * @throws Error for what a runner refuses: a line of neither form, and a value without its closing delimiter.
 */
export function parseOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: [string, string][] = [];
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const [, name = "", sign, rest = ""] = /^(.*?)(=|<<)(.*)$/.exec(lines[at] ?? "") ?? [];
    if (sign === undefined && lines[at] === "") continue;
    if (name === "") throw new Error(`line ${at + 1} of the outputs is no output`);
    const end = sign === "=" ? at : lines.indexOf(rest, at + 1);
    if (end < 0) throw new Error(`the output ${name} does not end`);
    outputs.push([name, sign === "=" ? rest : lines.slice(at + 1, end).join("\n")]);
    at = end;
  }
  return Object.fromEntries(outputs);
}

async function readStream(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
