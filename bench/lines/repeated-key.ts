import path from "node:path";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { type ImportedCommit, importCommits } from "../../test/support/fast-import.ts";
import { gitRepo } from "../../test/support/git-repo.ts";
import { addCommit, addDoublingTree, addObject, type HandMade, writeObjects } from "../../test/support/trees.ts";
import { compareInTurn } from "../measure.ts";
import { type Benchmark, compareFigures, type Line, limitTo, type Settings } from "./line.ts";

const KEY = `key = "${createFakeKey("project", "repeated")}"\n`;
const CLEAN = 'key = "of nobody"\n';
const MOST_MEMORY = 250;
/** 2 ** levels paths. */
const LEVELS = 20;

/** One key in very many files, commits and paths, against the same change with another text in its place. */
export const measureRepeatedKey: Benchmark = async (settings) => {
  const count = settings.isFull ? 130_000 : 20_000;
  const places = count.toLocaleString("en");
  const files = (text: string): readonly ImportedCommit[] => [
    {
      ...at(0),
      files: Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n % 300}/${n}`, `${n} ${text}`])),
    },
  ];
  const messages = (text: string): readonly ImportedCommit[] =>
    Array.from({ length: count }, (_, n) => ({
      ...at(n),
      ...(n > 0 ? { parents: [n - 1] } : {}),
      files: n === 0 ? { a: "1" } : {},
      message: text,
    }));
  return [
    ...(await compareTexts(`one key in ${places} files`, settings, async (text) => await importAll(files(text)))),
    ...(await compareTexts(`one key in ${places} messages`, settings, async (text) => await importAll(messages(text)))),
    ...(await compareTexts(`one key at 2^${LEVELS} paths`, settings, doubleTrees)),
  ];
};

function at(n: number): { ref: string; time: number } {
  return { ref: "refs/heads/many", time: 1_700_000_000 + n };
}

async function importAll(commits: readonly ImportedCommit[]): Promise<string> {
  const repo = await gitRepo({ start: "1" });
  importCommits(repo, commits);
  return repo.dir;
}

async function doubleTrees(text: string): Promise<string> {
  const repo = await gitRepo({ start: "1" });
  const made: HandMade = new Map();
  const commit = addCommit(made, addDoublingTree(made, LEVELS, addObject(made, "blob", text)), []);
  await writeObjects(made, repo.dir);
  await repo.git("branch", "many", commit);
  return repo.dir;
}

async function compareTexts(
  name: string,
  { node, dist }: Settings,
  create: (text: string) => Promise<string>,
): Promise<readonly Line[]> {
  const words = [node, path.join(dist, "cli.js"), "scan", "main..many", "--format", "json"];
  const allowed = [0, 1, 2];
  const [cwd, cleanCwd] = [await create(KEY), await create(CLEAN)];
  const costs = await compareInTurn({ ours: { words, cwd, allowed }, clean: { words, cwd: cleanCwd, allowed } }, 1, {
    warm: false,
  });
  const { findings } = JSON.parse(costs.ours.stdout) as { findings: readonly unknown[] };
  if (findings.length !== 1) throw new Error(`${name}: ${findings.length} findings`);
  const of = "the same without it";
  const memory = compareFigures(name, "own", [costs.ours, costs.clean], { of });
  return [
    compareFigures(name, "cpu", [costs.ours, costs.clean], { of }),
    { ...memory, wanted: limitTo(costs.ours.minimum.own, MOST_MEMORY, "MB") },
  ];
}
