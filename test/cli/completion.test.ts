import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { suggestWords } from "../../src/cli/suggest-words.ts";
import { cli } from "../support/e2e-environment.ts";
import { gitRepo } from "../support/git-repo.ts";
import { hasShell, installCommand, Terminal } from "./terminal.ts";

const NAME = "openai-key-guard";

/** What is typed, with a tab for the arrow, and the line that comes of it. */
const LINES: readonly (readonly [typed: string, line: string])[] = [
  ["sc→", "scan "],
  ["completion zs→", "completion zsh "],
  ["scan --on-leak revoke --dry→", "scan --on-leak revoke --dry-run "],
  ["scan --fail-on n→", "scan --fail-on never "],
  ["--repo dir scan --hist→", "--repo dir scan --history "],
  ["scan main..feat→", "scan main..feature "],
  ["ignore --on-l→", "ignore --on-l"],
  ["scan --output rep→", "scan --output report.json "],
  ["scan --repo fol→", "scan --repo folder/"],
  ["contain rep→", "contain report.json "],
]; // biome-ignore format: a table to be skimmed

/** Branches whose names a shell could run. */
const TRICKS = ["evil-$(touch${IFS}ran)", "evil-`touch${IFS}ran`", "evil-;touch${IFS}ran"];

async function createRepo() {
  const repo = await gitRepo({ "report.json": "{}\n", "folder/a.txt": "1\n" });
  await repo.git("branch", "feature");
  return repo;
}

async function scriptOf(shell: string): Promise<string> {
  return (await cli(["completion", shell])).stdout;
}

/** Trailing blanks and slashes differ between shells. */
function trimLine(line: string): string {
  return line.replace(`${NAME} `, "").replace(/[\s/]+$/, "");
}

describe("the next word", () => {
  const program = createProgram();

  test.each([
    ["", "scan contain ignore audit rotate sweep hook doctor completion demo sandbox"],
    ["comp", "completion"],
    ["--", "--version --help"],
    ["hook ", "install uninstall"],
    ["hook un", "uninstall"],
    ["--repo dir completion z", "zsh"],
    ["--repo scan ", "scan contain ignore audit rotate sweep hook doctor completion demo sandbox"],
    ["ignore --", "--reason --until --ignore-file --repo --help"],
    ["ignore ", ""],
    ["demo ", ""],
    ["scan --on-leak ", "report quarantine expire revoke rotate"],
    ["scan --on-leak=re", "--on-leak=report --on-leak=revoke"],
    ["scan --on-leak =", "report quarantine expire revoke rotate"],
    ["scan --on-leak = re", "report revoke"],
    ["scan --quiet --fo", "--format-in --format"],
    ["scan --grace ", ""],
    ["scan --grace=", ""],
    ["scan --audit-file ", ":file"],
    ["scan --output=r", ":file"],
    ["scan --repo ", ":folder"],
    ["scan --stdin-name x", ":file"],
    ["scan --paths ", ":file"],
    ["scan --files dist", ":file"],
    ["contain ", ":file"],
    ["audit --fail-on ", "error warning never"],
    ["audit --fail-on=w", "--fail-on=warning"],
    ["scan --fail-on ", "leak active never"],
    ["audit --policy ", ":file"],
    ["audit ", ""],
    ["rotate --format ", "text json markdown"],
    ["rotate --keys-file ", ":file"],
    ["rotate --audit-file ", ":file"],
    ["rotate checkout-bot --d", "--due --dry-run --detail"],
  ])("after %j is one of: %s", async (line, words) => {
    expect((await suggestWords(program, line.split(" "))).map(([word]) => word).join(" ")).toBe(words);
  });

  test("has the first part of what help says beside it", async () => {
    const flags = new Map(await suggestWords(program, ["scan", "--"]));
    expect(flags.get("--unreachable")).toBe(
      "With --history: also scan commits that no branch and no tag leads to any more",
    );
    expect(flags.get("--color")).toBe("When to print colours");
    expect(new Map(await suggestWords(program, [""])).get("hook")).toBe("Scan before each commit and each push.");
  });

  test("is a branch or a tag with a plain name", async () => {
    await using repo = await createRepo();
    for (const name of TRICKS) await repo.git("branch", name);
    await repo.git("tag", "v1.0");
    const ask = async (word: string) => (await cli(["complete", "--", "scan", word], { cwd: repo.dir })).stdout;
    expect(await ask("")).toBe("HEAD\nfeature\nmain\nv1.0\n");
    expect(await ask("main...f")).toBe("main...feature\n");
    expect((await cli(["complete", "--", "scan", ""], { cwd: "/" })).stdout).toBe("");
  });

  test("of every command includes every flag of it", async () => {
    for (const command of program.commands) {
      const words = (await suggestWords(program, [command.name(), "--"])).map(([word]) => word);
      expect(words).toEqual(expect.arrayContaining(command.options.map(({ long }) => long)));
    }
  });
});

describe.each(["bash", "zsh"] as const)("%s", (shell) => {
  test.skipIf(!hasShell(shell))("completes commands, flags, their words, branches and files", async () => {
    await using repo = await createRepo();
    await using terminal = await Terminal.open(shell, await scriptOf(shell), repo.dir);
    const lines: [string, string][] = [];
    for (const [typed] of LINES) lines.push([typed, trimLine(await terminal.line(`${NAME} ${typed}`))]);
    expect(lines).toEqual(LINES.map(([typed, line]) => [typed, trimLine(line)]));
  });

  test.skipIf(!hasShell(shell))("completes what stands after an equals sign", async () => {
    await using repo = await createRepo();
    await using terminal = await Terminal.open(shell, await scriptOf(shell), repo.dir);
    expect(await terminal.line(`${NAME} scan --on-leak=rev→`)).toBe(`${NAME} scan --on-leak=revoke `);
    expect(await terminal.line(`${NAME} scan --output=rep→`)).toBe(`${NAME} scan --output=report.json `);
  });

  test.skipIf(!hasShell(shell))("runs nothing that stands in a word or in the name of a branch", async () => {
    await using repo = await gitRepo({ "a.txt": "1\n" });
    for (const trick of [...TRICKS, "evil-harmless"]) await repo.git("branch", trick);
    await using terminal = await Terminal.open(shell, await scriptOf(shell), repo.dir);
    for (const typed of ["scan →→", "scan evil→→", "scan '$(touch ran)→→", "scan main..→→"])
      await terminal.line(`${NAME} ${typed}`);
    expect(await terminal.line(`${NAME} scan evil-h→`)).toContain("evil-harmless");
    expect(await repo.git("status", "--porcelain")).toBe("");
  });
});

test.skipIf(!hasShell("fish"))("fish completes commands, flags, their words, branches and files", async () => {
  await using repo = await createRepo();
  const folder = await mkdtemp(path.join(tmpdir(), "fish-"));
  const file = path.join(folder, "completion.fish");
  await writeFile(file, await scriptOf("fish"));
  await repo.git("branch", TRICKS[0] ?? "");
  const typed = LINES.map(([line]) => line.replaceAll("→", ""));
  const completions = typed.map((line) => `complete -C '${NAME} ${line}'; echo ---`).join("; ");
  const env = { PATH: `${await installCommand(folder)}:${process.env["PATH"]}`, HOME: folder };
  const { stdout } = await promisify(execFile)("fish", ["--no-config", "-c", `source ${file}; ${completions}`], {
    cwd: repo.dir,
    env,
  });
  const firsts = stdout.split("---\n").map((part) => (part.split("\n")[0] ?? "").split("\t")[0] ?? "");
  const last = (line: string) => trimLine(line).split(" ").at(-1) ?? "";
  const wanted = LINES.map(([line, after]) => (line.replace("→", "").trim() === after.trim() ? "" : last(after)));
  expect(firsts.slice(0, -1).map(trimLine)).toEqual(wanted);
  expect(await repo.git("status", "--porcelain")).toBe("");
});

test.each(["bash", "zsh", "fish"])("the script for %s is one this shell can read", async (shell) => {
  const script = await scriptOf(shell);
  expect(script).toContain(`completion for ${NAME}`);
  if (!hasShell(shell)) return;
  const file = path.join(await mkdtemp(path.join(tmpdir(), "script-")), "completion");
  await writeFile(file, script);
  expect(spawnSync(shell, ["-n", file], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});
