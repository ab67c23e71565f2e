import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

// What `scan --staged` adds to a commit: its wall time on a change of two files, in a small repository and in one of 20,000
// files, against an empty Node process and against `git diff --cached`, in turn in the same run.
//   node bench/staged.ts [--runs 21] [--node /path/to/another/node] [--dist DIR [--dist ANOTHER]]

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "21" },
    node: { type: "string" },
    dist: { type: "string", multiple: true },
  },
});
const runs = Number(values.runs);
const node = values.node ?? process.execPath;
const dists = values.dist ?? [path.resolve(import.meta.dirname, "../dist")];
const folder = mkdtempSync(path.join(tmpdir(), "key-guard-staged-"));
const environment = { PATH: process.env["PATH"], HOME: folder };
console.log(
  `${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}, ${runs} runs each, medians; the second figure is against an empty node`,
);
for (const files of [40, 20_000]) measure(repository(files), files);
rmSync(folder, { recursive: true });

/** A repository with so many files, two of which are staged with changes. */
function repository(files: number): string {
  const repo = path.join(folder, String(files));
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", repo, "-c", "user.name=b", "-c", "user.email=b@example.org", ...args]);
  const write = (file: number, line: string) =>
    writeFileSync(path.join(repo, `src/${file % 100}/module-${file}.ts`), `${line}\n`.repeat(60));
  mkdirSync(repo);
  git("init", "-q", "-b", "main");
  for (let one = 0; one < 100; one += 1) mkdirSync(path.join(repo, `src/${one}`), { recursive: true });
  for (let file = 0; file < files; file += 1) write(file, `export const value = ${file};`);
  git("add", "-A");
  git("commit", "-qm", "All of it");
  for (const file of [7, 33]) write(file, `export const changed = ${file};`);
  git("add", "-A");
  return repo;
}

function measure(repo: string, files: number): void {
  const subjects: Record<string, () => ReturnType<typeof spawnSync>> = {
    "empty node": () => spawnSync(node, ["-e", "0"], { env: environment }),
    "git diff --cached": () => spawnSync("git", ["diff", "--cached", "--raw"], { cwd: repo, env: environment }),
    "git diff-index, cat-file": () =>
      spawnSync(
        "sh",
        ["-c", "git diff-index --cached --raw HEAD | cut -d ' ' -f 4 | git cat-file --batch > /dev/null"],
        { cwd: repo, env: environment },
      ),
  };
  for (const dist of dists)
    subjects[dists.length > 1 ? `scan --staged (${path.basename(path.dirname(dist))})` : "scan --staged"] = () =>
      spawnSync(node, [path.join(dist, "cli.js"), "scan", "--staged"], { cwd: repo, env: environment });
  const times = new Map<string, number[]>(Object.keys(subjects).map((subject) => [subject, []]));
  for (let run = -1; run < runs; run += 1) {
    for (const [subject, start] of Object.entries(subjects)) {
      const before = performance.now();
      const { status, stderr } = start();
      const spent = performance.now() - before;
      if (status !== 0) throw new Error(`${subject} ended with ${status}: ${String(stderr)}`);
      if (run >= 0) times.get(subject)?.push(spent); // The first round warms the caches.
    }
  }
  const medians = [...times].map(([subject, all]) => {
    return [subject, all.toSorted((one, other) => one - other)[Math.floor(runs / 2)] ?? Number.NaN] as const;
  });
  const empty = medians[0]?.[1] ?? Number.NaN;
  console.log(`\n${files.toLocaleString("en")} files, two of them changed`);
  for (const [subject, median] of medians) {
    const ratio = (median / empty).toFixed(2);
    const over = (median - empty).toFixed(0);
    console.log(
      `  ${subject.padEnd(28)} ${median.toFixed(0).padStart(4)} ms   × ${ratio}   ${over.padStart(4)} ms over it`,
    );
  }
}
