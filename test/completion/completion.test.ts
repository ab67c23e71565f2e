import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { completion, SHELLS } from "../../src/completion/completion.ts";
import { COMMANDS, flagsOf, isCommand } from "../../src/report/help-commands.ts";
import { gitRepo } from "../support/git-repo.ts";
import { hasShell, Terminal } from "./terminal.ts";

const NAME = "openai-key-guard";

/** What is typed, with a tab for each arrow, and the line that comes of it. */
const LINES: readonly (readonly [typed: string, line: string])[] = [
  ["sc→", "scan "],
  ["comple→", "completion "],
  ["completion zs→", "completion zsh "],
  ["hook un→", "hook uninstall "],
  ["scan --on-leak qua→", "scan --on-leak quarantine "],
  ["scan --on-leak revoke --dry→", "scan --on-leak revoke --dry-run "],
  ["scan --format ht→", "scan --format html "],
  ["scan --fail-on n→", "scan --fail-on never "],
  ["--repo dir scan --hist→", "--repo dir scan --history "],
  ["scan feat→", "scan feature "],
  ["scan main..feat→", "scan main..feature "],
  ["contain rep→", "contain report.json "],
  ["ignore 0123456789abcdef --reas→", "ignore 0123456789abcdef --reason "],
  ["ignore --on-l→", "ignore --on-l"],
  ["scan --output rep→", "scan --output report.json "],
  ["scan --repo fol→", "scan --repo folder/"],
  ["scan --files rep→", "scan --files report.json "],
]; // biome-ignore format: a table to be skimmed

async function place() {
  const repo = await gitRepo({ "report.json": "{}\n", "folder/a.txt": "1\n" });
  await repo.git("branch", "feature");
  return repo;
}

/** A few blanks, equals signs and slashes differ between shells. */
function plainly(line: string): string {
  return line.replace(`${NAME} `, "").replaceAll("=", " ").replace(/\s+$/, "").replace(/\/$/, "");
}

describe.each(["bash", "zsh"] as const)("%s", (shell) => {
  test.skipIf(!hasShell(shell))(
    "completes commands, flags, their words, branches and files on a terminal",
    async () => {
      await using repo = await place();
      await using terminal = await Terminal.open(shell, completion(shell), repo.dir);
      const lines: [string, string][] = [];
      // Where flags stand before the command, zsh would have to know which command is to come.
      const tried = LINES.filter(([typed]) => shell === "bash" || !typed.startsWith("--"));
      for (const [typed] of tried) lines.push([typed, plainly(await terminal.line(`${NAME} ${typed}`))]);
      expect(lines).toEqual(tried.map(([typed, line]) => [typed, plainly(line)]));
    },
  );

  test.skipIf(!hasShell(shell))("runs nothing that stands in the name of a branch", async () => {
    await using repo = await gitRepo({ "a.txt": "1\n" });
    for (const trick of ["evil-$(touch${IFS}ran)", "evil-`touch${IFS}ran`", "evil-;touch${IFS}ran"]) {
      await repo.git("branch", trick);
    }
    await repo.git("branch", "evil-harmless");
    await using terminal = await Terminal.open(shell, completion(shell), repo.dir);
    for (const typed of ["scan →→", "scan evil→→", "scan main..→→"]) await terminal.line(`${NAME} ${typed}`);
    expect(await terminal.line(`${NAME} scan evil-h→`)).toContain("evil-harmless");
    expect(await repo.git("status", "--porcelain")).toBe("");
  });
});

test.skipIf(!hasShell("bash"))("bash completes what stands after an equals sign", async () => {
  await using repo = await place();
  await using terminal = await Terminal.open("bash", completion("bash"), repo.dir);
  expect(await terminal.line(`${NAME} scan --on-leak=rev→`)).toBe(`${NAME} scan --on-leak=revoke `);
});

test.skipIf(!hasShell("fish"))("fish completes commands, flags, their words, branches and files", async () => {
  await using repo = await place();
  const folder = await mkdtemp(path.join(tmpdir(), "fish-"));
  const file = path.join(folder, "completion.fish");
  await writeFile(file, completion("fish"));
  await repo.git("branch", "evil-$(touch${IFS}ran)");
  const typed = LINES.map(([line]) => line.replaceAll("→", ""));
  const asked = typed.map((line) => `complete -C '${NAME} ${line}'; echo ---`).join("; ");
  const env = { PATH: process.env["PATH"], HOME: folder };
  const { stdout } = await promisify(execFile)("fish", ["--no-config", "-c", `source ${file}; ${asked}`], {
    cwd: repo.dir,
    env,
  });
  const firsts = stdout.split("---\n").map((part) => (part.split("\n")[0] ?? "").split("\t")[0]);
  const last = (line: string) => plainly(line).split(" ").at(-1) ?? "";
  const wanted = LINES.map(([line, after]) => (line.replace("→", "").trim() === after.trim() ? "" : last(after)));
  expect(firsts.slice(0, -1).map((one) => (one ?? "").replace(/\/$/, ""))).toEqual(wanted);
  expect(await repo.git("status", "--porcelain")).toBe("");
});

describe.each(SHELLS)("the script for %s", (shell) => {
  test.skipIf(!hasShell(shell))("is one this shell can read", async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "script-")), "completion");
    await writeFile(file, completion(shell));
    expect(spawnSync(shell, ["-n", file], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });

  test("has every command with every flag of it", () => {
    const script = completion(shell);
    for (const command of Object.keys(COMMANDS).filter(isCommand)) {
      expect(script).toContain(command);
      for (const flag of flagsOf(command)) expect(script).toMatch(new RegExp(`(?:--|-l )${flag}\\b`));
    }
  });
});
