import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { cli } from "../support/e2e-environment.ts";
import { type GitRepo, gitRepo } from "../support/git-repo.ts";

// What people type wrongly, and the whole answer to each: this product's manners in one table. What a clean run says is here
// too, where it is easily mistaken for a result.

/** What is typed, the exit code, and everything that is printed. */
type Row = readonly [typed: string, exitCode: number, answer: string];

const KEY = createFakeKey("admin", "wrong-use");

let repo: GitRepo;
let clone: GitRepo;
let empty: GitRepo;
let nowhere: string;

beforeAll(async () => {
  repo = await gitRepo({ "src/app.ts": "1\n", "docs/a.md": "1\n", "services/a/x.ts": "1\n" });
  await repo.branch("feature");
  await repo.commit({ "docs/a.md": "2\n", "docs/b.md": "2\n" });
  clone = await repo.clone("--branch=feature");
  empty = await gitRepo();
  nowhere = await mkdtemp(path.join(tmpdir(), "nowhere-"));
  return async () => {
    for (const one of [repo, clone, empty]) await one[Symbol.asyncDispose]();
  };
});

/** Types a line, whose words have no blanks in them unless they are in quotes. */
async function type(line: string, cwd: string, env: Record<string, string> = {}) {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  const { exitCode, stdout, stderr } = await cli(words, { cwd, env });
  const said = `${stdout}${stderr}`
    .trim()
    .replaceAll(cwd, ".")
    .replaceAll(/ in [\d.]+ m?s\b/g, " in … ms");
  return { exitCode, said };
}

const WORDS: readonly Row[] = [
  ["scna", 2, 'There is no command "scna". You probably mean: openai-key-guard scan'],
  ["foo", 2, 'There is no command "foo". Run openai-key-guard --help for all commands.'],
  ["detect", 2, 'There is no command "detect". You probably mean: openai-key-guard scan --history'],
  ["detect --no-git --source src", 2, 'There is no command "detect". You probably mean: openai-key-guard scan --files --repo src'],
  ["detect --log-opts main..HEAD -v", 2, 'There is no command "detect". You probably mean: openai-key-guard scan main..HEAD --verbose'],
  ["dir src", 2, 'There is no command "dir". You probably mean: openai-key-guard scan --files src'],
  ["filesystem .", 2, 'There is no command "filesystem". You probably mean: openai-key-guard scan --files .'],
  ["git https://github.com/acme/shop", 2, 'There is no command "git". You probably mean: openai-key-guard scan --history'],
  ["protect --staged", 2, 'There is no command "protect". You probably mean: openai-key-guard scan --staged'],
  ["docker", 2, 'There is no command "docker". A container image can be piped in with docker save IMAGE. You probably mean: openai-key-guard scan --stdin'],
  ["revoke", 2, 'There is no command "revoke". You probably mean: openai-key-guard contain report.json --on-leak revoke'],
  ["install", 2, 'There is no command "install". You probably mean: openai-key-guard hook install'],
  [".", 2, 'There is no command ".". You probably mean: openai-key-guard scan --files'],
  ["src/app.ts", 2, 'There is no command "src/app.ts". You probably mean: openai-key-guard scan --files src/app.ts'],
  ["main..HEAD", 2, 'There is no command "main..HEAD". You probably mean: openai-key-guard scan main..HEAD'],
  ["main..HEAD scan", 2, 'There is no command "main..HEAD". You probably mean: openai-key-guard scan main..HEAD'],
  ["--staged", 2, "There is no command among these words. You probably mean: openai-key-guard scan --staged"],
  ["contain", 2, "contain needs a report. You probably mean: openai-key-guard contain report.json --on-leak revoke"],
  ["contain report.json", 2, "contain needs to know what to do with the keys. Add --on-leak quarantine, --on-leak expire or --on-leak revoke."],
  ["hook", 2, "hook needs install or uninstall. You probably mean: openai-key-guard hook install"],
  ["hook instal", 2, 'hook is "instal". It must be one of install, uninstall. Did you mean install?'],
  ["completion bas", 2, 'completion is "bas". It must be one of bash, zsh, fish. Did you mean bash?'],
  ["demo x", 2, "demo takes no words after it. Run openai-key-guard demo --help for its flags."],
]; // biome-ignore format: a table to be skimmed

const FLAGS: readonly Row[] = [
  ["scan --fail-om never", 2, "scan has no flag --fail-om. You probably mean: openai-key-guard scan --fail-on never"],
  ["scan --fail-on maybe", 2, '--fail-on is "maybe". It must be one of leak, active, never.'],
  ["scan --fail-on", 2, "--fail-on needs a value: one of leak, active, never. Run openai-key-guard scan --help for its flags."],
  ["scan --dry-run=yes", 2, "--dry-run takes no value. You probably mean: openai-key-guard scan --dry-run"],
  ["scan --format xml", 2, '--format is "xml". It must be one of text, json, sarif, markdown, html.'],
  ["scan --no-git", 2, "scan has no flag --no-git. You probably mean: openai-key-guard scan --files"],
  ["scan --redact", 2, "scan has no flag --redact. Keys are never shown in full, so nothing needs to be redacted. You probably mean: openai-key-guard scan"],
  ["scan --report-format json -r out.json", 2, "scan has no flag --report-format. You probably mean: openai-key-guard scan --format json --output out.json"],
  ["scan --source src", 2, "scan has no flag --source. You probably mean: openai-key-guard scan --repo src"],
  ["scan -s src", 2, "scan has no flag -s. You probably mean: openai-key-guard scan --repo src"],
  ["scan -v", 2, "scan has no flag -v. You probably mean: openai-key-guard scan --verbose"],
  ["scan --since-commit main --only-verified", 2, "scan has no flag --since-commit. You probably mean: openai-key-guard scan main..HEAD --fail-on active"],
  ["scan --admin-key x", 2, "scan has no flag --admin-key. The Admin API key comes from the variable OPENAI_ADMIN_KEY. You probably mean: openai-key-guard scan"],
  ["scan --openai-admin-key x", 2, "The Admin API key is never a flag: everyone on the machine could read it. Set the variable OPENAI_ADMIN_KEY instead."],
  ["scan --reason x", 2, "scan has no flag --reason. Run openai-key-guard scan --help for its flags."],
  ["ignore x --on-leak revoke", 2, "ignore has no flag --on-leak. Run openai-key-guard ignore --help for its flags."],
  ["scan --staged --history", 2, "--staged and --history cannot be combined. Choose one."],
  ["scan main --stdin", 2, '--stdin takes no range, but "main" was given. Leave out one of the two.'],
  ["scan --staged main", 2, '--staged takes no range, but "main" was given. Leave out one of the two.'],
  ["scan --unreachable", 2, "--unreachable does nothing without --history. Add --history, or leave --unreachable out."],
  ["scan --write-baseline", 2, "--write-baseline does nothing without --history. Add --history, or leave --write-baseline out."],
  ["scan --skip-ignored", 2, "--skip-ignored does nothing without --files. Add --files, or leave --skip-ignored out."],
  ["scan --stdin-name x", 2, "--stdin-name does nothing without --stdin. Add --stdin, or leave --stdin-name out."],
  ["scan --files --paths src", 2, "--paths does nothing with --files. Write the globs after --files."],
  ["scan --stdin --exclude src", 2, "--exclude does nothing with --stdin. Standard input is one text without a path."],
  ["scan --grace 2h", 2, "--grace does nothing without --on-leak expire. Add --on-leak expire, or leave --grace out."],
  ["scan --dry-run", 2, "--dry-run does nothing while keys are only reported. Add --on-leak quarantine, --on-leak expire or --on-leak revoke."],
  ["scan --yes", 2, "--yes does nothing while keys are only reported. Add --on-leak quarantine, --on-leak expire or --on-leak revoke."],
  ["scan --on-leak revoke", 2, "--on-leak is revoke, which needs an Admin API key of your organisation. Set OPENAI_ADMIN_KEY."],
  ["scan --on-leak expire --grace soon", 2, '--grace is "soon". It must be a number and a unit, such as 90s, 30m, 1h or 2d.'],
  ["scan --max-contained many", 2, '--max-contained is "many". It must be a whole number, 0 or more.'],
  ["scan --openai-base-url http://example.org", 2, '--openai-base-url is "http://example.org". Keys are sent there, so it must begin with https://. Only this machine may use http://.'],
  ["scan --output src", 2, '--output is "src". This is a folder. Name a file in it.'],
  ["scan --output none/report.json", 2, '--output is "none/report.json". Its folder does not exist. Create the folder first, or name a file in one that exists.'],
  ["scan --audit-file none/a.jsonl", 2, '--audit-file is "./none/a.jsonl". Its folder does not exist. Create the folder first, or name a file in one that exists.'],
]; // biome-ignore format: a table to be skimmed

const RANGES: readonly Row[] = [
  ["scan .", 2, '"." is a folder, but scan takes a range of commits. To scan it as it is on disk: openai-key-guard scan --files'],
  ["scan ..", 2, '".." is a folder, but scan takes a range of commits. To scan it as it is on disk: openai-key-guard scan --files --repo ..'],
  ["scan src/app.ts --quiet", 2, '"src/app.ts" is a file, but scan takes a range of commits. To scan it as it is on disk: openai-key-guard scan --files src/app.ts --quiet'],
  ["scan src docs", 2, "These are files, but scan takes a range of commits. To scan them as they are on disk: openai-key-guard scan --files src docs"],
  ["scan 'src/**'", 2, "\"src/**\" is not a range of commits. To scan the files that match it: openai-key-guard scan --files 'src/**'"],
  ["scan https://github.com/acme/shop", 2, '"https://github.com/acme/shop" is an address, but openai-key-guard scans what is on this machine. Clone the repository first, then run in it: openai-key-guard scan --history'],
  ["scan git@github.com:acme/shop.git", 2, '"git@github.com:acme/shop.git" is an address, but openai-key-guard scans what is on this machine. Clone the repository first, then run in it: openai-key-guard scan --history'],
  ["scan help", 2, '"help" is not a range of commits. You probably mean: openai-key-guard scan --help'],
  ["scan featur", 2, '"featur" is not a branch, a tag or a commit of this repository. You probably mean: openai-key-guard scan feature'],
  ["scan mian..HEAD", 2, '"mian" is not a branch, a tag or a commit of this repository. You probably mean: openai-key-guard scan main..HEAD'],
  ["scan origin/typo", 2, '"origin/typo" is not a branch, a tag or a commit of this repository. If it is new on the server, run git fetch first.'],
  ["scan HEAD~1000", 2, '"HEAD~1000" goes back too far: "HEAD" has 2 commits here. To scan all of them: openai-key-guard scan --history'],
  ["scan 2026-01-01", 2, "\"2026-01-01\" is a date, but a range is made of commits. To scan what was committed since then: openai-key-guard scan \"$(git rev-list -1 --before='2026-01-01' HEAD)..HEAD\""],
  ["scan main HEAD", 2, "A range is one word. You probably mean: openai-key-guard scan main..HEAD"],
  ["scan a..b c..d", 2, "scan takes one range, but 2 words were given. Write a range as one word, such as main..HEAD."],
  ["scan main....HEAD", 2, '".HEAD" is not a branch, a tag or a commit of this repository. You probably mean: openai-key-guard scan main...HEAD'],
  ["scan --paths 'typo/**'", 2, "No file matches --paths 'typo/**': neither a changed file nor any other. Correct the glob. It is matched from the top of the repository."],
  ["scan --paths docs --paths srcs", 2, "No file matches --paths 'srcs': neither a changed file nor any other. Correct the glob. It is matched from the top of the repository."],
  ["scan --staged --paths doc", 2, "No file matches --paths 'doc': neither a changed file nor any other. Correct the glob. It is matched from the top of the repository."],
  ["scan --history --paths '**/*.tsx'", 2, "No file matches --paths '**/*.tsx': neither a changed file nor any other. Correct the glob. It is matched from the top of the repository."],
  ["scan --files typo.txt", 2, 'There is no file "typo.txt" in ".". Write its path from there, or a glob such as **/*.env.'],
]; // biome-ignore format: a table to be skimmed

const NOTHING: readonly Row[] = [
  ["scan HEAD..HEAD", 0, "– Nothing to scan: HEAD..HEAD has no commits"],
  ["scan --staged", 0, "– Nothing to scan: no file is staged"],
  ["scan main", 0, "✓ No OpenAI keys found · 1 commit, 1 blob, 9 bytes, 1 text in … ms"],
  ["scan", 0, "✓ No OpenAI keys found · main..HEAD (this branch has no upstream): 1 commit, 1 blob, 9 bytes, 1 text in … ms"],
  ["scan --paths 'services/a/**'", 0, "✓ No OpenAI keys found · main..HEAD (this branch has no upstream): none of the 2 changed files is under services/a/**, 1 commit, 1 blob, 9 bytes, 1 text in … ms"],
  ["scan --on-leak report --dry-run HEAD..HEAD", 0, "– Nothing to scan: HEAD..HEAD has no commits"],
  ["scan HEAD..HEAD --protect billing --max-contained 1", 0, "– Nothing to scan: HEAD..HEAD has no commits"],
  ["scan HEAD..HEAD --output -", 0, "– Nothing to scan: HEAD..HEAD has no commits"],
  ["scan HEAD..HEAD --quiet", 0, ""],
]; // biome-ignore format: a table to be skimmed

describe.each([
  ["a word that is no command", WORDS],
  ["a flag", FLAGS],
  ["a range", RANGES],
  ["what is right, and easily read as more than it is", NOTHING],
] as const)("%s", (_name, rows) => {
  test.each(rows)("%s", async (typed, exitCode, answer) => {
    expect(await type(typed, repo.dir)).toEqual({ exitCode, said: answer });
  });
});

describe("elsewhere", () => {
  test("without a commit the answer is to scan what is staged", async () => {
    const said = "This repository has no commits yet. Scan what is staged with: openai-key-guard scan --staged";
    expect(await type("scan", empty.dir)).toEqual({ exitCode: 2, said });
  });

  test("a branch that is pushed has nothing new, and everything can be scanned", async () => {
    const said =
      "– Nothing to scan: origin/feature..HEAD has no commits. To scan every commit, run openai-key-guard scan --history";
    const ran = await type("scan", clone.dir);
    expect(ran.said.startsWith(said), ran.said).toBe(true);
    expect(ran.exitCode).toBe(0);
  });

  test("a remote branch that is misspelt is told with the nearest", async () => {
    const said =
      '"origin/featur" is not a branch, a tag or a commit of this repository. You probably mean: openai-key-guard scan origin/feature';
    expect(await type("scan origin/featur", clone.dir)).toEqual({ exitCode: 2, said });
  });

  test("a shallow clone whose history ends before the range is told how to fetch the rest", async () => {
    await using shallow = await repo.clone("--branch=feature", "--depth=1");
    const { exitCode, said } = await type("scan HEAD~1", shallow.dir);
    expect(exitCode).toBe(2);
    expect(said).toContain('"HEAD~1" goes back too far: "HEAD" has 1 commit here. This clone is shallow: git fetch');
    const base = await repo.oid("HEAD~1");
    expect(await type(`scan ${base}..HEAD`, shallow.dir)).toEqual({
      exitCode: 2,
      said: `"${base}" is not in this clone, which is shallow. Fetch the whole history with git fetch --unshallow, or in a workflow with fetch-depth: 0.`,
    });
  });

  test("without a repository it is said that there is none", async () => {
    const { exitCode, said } = await type("scan", nowhere);
    expect(exitCode).toBe(2);
    expect(said).toMatch(/ is not in a git repository/);
    expect(said.split("\n")).toHaveLength(1);
  });

  test.each([
    ["help"],
    ["--help"],
    ["-h"],
    ["help scan"],
    ["scan -h"],
    [""],
  ])("%j is no mistake: it prints help", async (typed) => {
    const { exitCode, said } = await type(typed, nowhere);
    expect(exitCode).toBe(0);
    expect(said).toMatch(
      typed.includes("scan") ? /^Usage: openai-key-guard scan / : /^Usage: openai-key-guard COMMAND/,
    );
  });

  test.each([["version"], ["-V"], ["--version"]])("%j prints the version", async (typed) => {
    expect((await type(typed, nowhere)).said).toMatch(/^openai-key-guard \d+\.\d+\.\d+/);
  });

  test("an Admin API key that was cut off is told as that, by the variable's name", async () => {
    const { exitCode, said } = await type("scan", repo.dir, { OPENAI_ADMIN_KEY: KEY.slice(0, 40) });
    expect(exitCode).toBe(2);
    expect(said).toMatch(/^OPENAI_ADMIN_KEY looks cut off: it has 40 characters/);
    expect(said).not.toContain(KEY.slice(9, 40));
  });
});

test("no typed word brings a key into the answer, whole or in part", async () => {
  for (const line of [KEY, `scan ${KEY}`, `detect ${KEY.slice(0, 40)} ${KEY.slice(40)}`, `scan --log-opts ${KEY}`]) {
    const { said } = await type(line, repo.dir);
    expect(said).not.toContain(KEY.slice(12, 30));
    expect(said).not.toContain(KEY.slice(-12));
  }
});
