import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Command, compareInTurn, isOnPath } from "../measure.ts";
import { createClean, createStaged, type Scene } from "../peers/scenes.ts";
import { type Benchmark, compareFigures, type Settings } from "./line.ts";

/** A clean change and a clean index, against an empty Node process and the git commands that the work needs. */
export const measureStart: Benchmark = async (settings) => {
  const { node, dist, folder } = settings;
  const [clean, staged] = [await createClean(), createStaged(folder, "start", false)];
  const words = (...args: string[]) => [node, path.join(dist, "cli.js"), "scan", ...args];
  const range = clean.task.kind === "range" ? `${clean.task.base}..${clean.task.head}` : "";
  const commands = {
    empty: { words: [node, "-e", "0"] },
    git: clean.git,
    gitStaged: staged.git,
    action: actionOn(clean, settings),
    cli: { words: words(range), cwd: clean.repo },
    staged: { words: words("--staged"), cwd: staged.repo },
  };
  const peer: Command = { words: ["gitleaks", "git", "--pre-commit", "--staged", "."], cwd: staged.repo };
  const costs = await compareInTurn<keyof typeof commands | "peer">(
    { ...commands, peer: isOnPath("gitleaks") ? peer : commands.empty },
    settings.runs,
  );
  const { empty, git, gitStaged } = costs;
  const of = "empty Node + git";
  const lines = [
    compareFigures("clean pull request, Action", "wall", [costs.action, empty, git], { of, most: 2 }),
    compareFigures("clean range, command line", "wall", [costs.cli, empty, git], { of, most: 2 }),
    compareFigures("clean scan --staged", "wall", [costs.staged, empty, gitStaged], { of, most: 2 }),
  ];
  const beside = compareFigures("clean scan --staged", "wall", [costs.staged, costs.peer], { of: "gitleaks" });
  return isOnPath("gitleaks") ? [...lines, beside] : lines;
};

/** The Action on a pull request, as a runner starts it. */
function actionOn({ repo, task }: Scene, { node, dist, folder }: Settings): Command {
  if (task.kind !== "range") throw new Error("the Action is measured on a range");
  const home = path.join(folder, "runner");
  mkdirSync(home);
  const [event, output, summary] = ["event.json", "output", "summary"].map((name) => path.join(home, name));
  const name = { full_name: "acme/shop" };
  const [head, base] = [task.head, task.base].map((sha) => ({ sha, repo: name }));
  const pullRequest = { title: "Change", body: null, number: 7, comments: 0, head, base };
  const payload = { action: "opened", repository: { ...name, private: true }, pull_request: pullRequest };
  for (const file of [output, summary]) writeFileSync(file ?? "", "");
  writeFileSync(event ?? "", JSON.stringify(payload));
  const env = {
    PATH: process.env["PATH"],
    HOME: home,
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: event,
    GITHUB_WORKSPACE: repo,
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: home,
  };
  return { words: [node, path.join(dist, "action.js")], cwd: repo, env };
}
