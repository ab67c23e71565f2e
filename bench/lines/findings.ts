import path from "node:path";
import { countingShim } from "../../test/support/counting-shim.ts";
import { type Command, compareInTurn, isOnPath, measure } from "../measure.ts";
import { createBypasses } from "../peers/bypasses.ts";
import { createClean, rangeScene } from "../peers/scenes.ts";
import { type Benchmark, compareFigures, limitTo } from "./line.ts";

/** In milliseconds. */
const MOST_TIME = 150;
const MOST_PROCESSES = 10;

/** A pull request with a key for each known bypass, without OpenAI: its time, and its git processes. */
export const measureFindings: Benchmark = async ({ node, dist, runs }) => {
  const { repo, base, head, all } = await createBypasses();
  const scene = rangeScene("keys", "keys", repo.dir, base, head);
  const scan = (range: string) => [node, path.join(dist, "cli.js"), "scan", range, "--format", "json"];
  const ours: Command = { words: scan(`${base}..${head}`), cwd: repo.dir, allowed: [1] };
  const peer: Command = {
    words: ["gitleaks", "git", "--exit-code", "0", "--log-opts", `${base}..${head}`, "."],
    cwd: repo.dir,
  };
  const empty = { words: [node, "-e", "0"] };
  const hasPeer = isOnPath("gitleaks");
  const costs = await compareInTurn({ empty, git: scene.git, ours, peer: hasPeer ? peer : empty }, runs);
  const name = `pull request with ${all.length} keys`;
  const time = compareFigures(name, "wall", [costs.ours, costs.empty, costs.git], { of: "empty Node + git" });
  const clean = await createClean();
  const cleanRange = clean.task.kind === "range" ? `${clean.task.base}..${clean.task.head}` : "";
  const few = await countProcesses({ words: scan(cleanRange), cwd: clean.repo });
  const many = await countProcesses(ours);
  return [
    { ...time, wanted: limitTo(costs.ours.minimum.wall, MOST_TIME, "ms") },
    ...(hasPeer ? [compareFigures(name, "wall", [costs.ours, costs.peer], { of: "gitleaks" })] : []),
    {
      name: `git processes for ${all.length} keys`,
      measured: String(many),
      reference: `no key: ${few}`,
      ratio: many / few,
      wanted: limitTo(many, MOST_PROCESSES, "processes"),
    },
  ];
};

async function countProcesses(command: Command): Promise<number> {
  await using shim = await countingShim();
  await measure({ ...command, env: shim.environment });
  return await shim.count();
}
