import path from "node:path";
import { type Command, compareInTurn, isOnPath, type Measured } from "../measure.ts";
import { createHistory } from "../peers/created-history.ts";
import { createHistoryScene } from "../peers/scenes.ts";
import { type Benchmark, compareFigures, type Line, limitTo, type Settings } from "./line.ts";

/** In megabytes. */
const MOST_MEMORY = 250;
/** From how many megabytes of blobs on a history is a large one. */
const LARGE = 1000;

type Costs = Record<"git" | "ours" | "peer", Measured>;
type Read = { name: string; megabytes: number; costs: Costs };

/** Whole histories, against one `git cat-file` over the same blobs and Kingfisher; and a made-up one of twice the length. */
export const measureHistory: Benchmark = async (settings) => {
  const commits = settings.isFull ? 8000 : 1000;
  const lines: Line[] = [];
  for (const repo of settings.histories) {
    const name = path.basename(repo) === "repo" ? path.basename(path.dirname(repo)) : path.basename(repo);
    lines.push(...describe(await readHistory(repo, name, settings)));
  }
  const [half, whole] = [
    await readHistory(await createHistory(settings.folder, commits / 2), `${commits / 2} made-up commits`, settings),
    await readHistory(await createHistory(settings.folder, commits), `${commits} made-up commits`, settings),
  ];
  const of = "half as many";
  return [
    ...lines,
    ...describe(whole),
    compareFigures(`history, ${whole.name}`, "cpu", [whole.costs.ours, half.costs.ours], { of, most: 2.2 }),
    compareFigures(`history, ${whole.name}`, "own", [whole.costs.ours, half.costs.ours], { of, most: 2.2 }),
  ];
};

async function readHistory(repo: string, name: string, { node, dist, folder, runs }: Settings): Promise<Read> {
  const { git } = createHistoryScene(folder, `blobs-${name.replaceAll(" ", "-")}`, name, path.resolve(repo));
  const words = [node, path.join(dist, "cli.js"), "scan", "--history", "--format", "json"];
  const ours: Command = { words, cwd: repo, allowed: [0, 1, 2] };
  const quiet = ["--no-validate", "--no-update-check", "--quiet", "--format", "json"];
  const peer: Command = {
    words: ["kingfisher", "scan", repo, "--git-history", "full", "--rule", "betterleaks.openai-api-key", ...quiet],
    allowed: [0, 200],
    mute: true,
  };
  const costs = await compareInTurn({ git, ours, peer: isOnPath("kingfisher") ? peer : git }, runs);
  const { coverage } = JSON.parse(costs.ours.stdout) as { coverage: { bytes: number } };
  return { name, megabytes: coverage.bytes / 1e6, costs };
}

function describe({ name, megabytes, costs: { ours, git, peer } }: Read): readonly Line[] {
  const title = `history, ${name}, ${megabytes.toFixed(0)} MB`;
  const isLarge = megabytes >= LARGE;
  const memory = compareFigures(title, "own", [ours, git], { of: "git cat-file" });
  return [
    compareFigures(title, "wall", [ours, git], { of: "git cat-file", most: isLarge ? 1.2 : null }),
    compareFigures(title, "cpu", [ours, git], { of: "git cat-file" }),
    ...(isOnPath("kingfisher")
      ? [compareFigures(title, "wall", [ours, peer], { of: "kingfisher", most: isLarge ? 0.6 : 1 })]
      : []),
    { ...memory, wanted: limitTo(ours.minimum.own, MOST_MEMORY, "MB") },
  ];
}
