// Tries the built bundle on whichever Node and system this is, from 20.19 on: the two doors, every exit code, no key in
// any output. The whole suite needs Node 22 and Linux; this needs git alone. node scripts/smoke.mjs [folder of dist]
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const top = path.resolve(import.meta.dirname, "..");
const dist = path.resolve(process.argv[2] ?? path.join(top, "dist"));
const { version } = JSON.parse(readFileSync(path.join(top, "package.json"), "utf8"));
const folder = mkdtempSync(path.join(tmpdir(), "smoke-"));
// Joined here, so that no text in this repository has the shape of a key.
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const random = (length) => Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)]).join("");
const key = ["sk", "proj", `${random(74)}${["T3Blbk", "FJ"].join("")}${random(72)}AA`].join("-");
let failed = 0;

function expect(what, { status, stdout, stderr }, code, ...words) {
  const said = `${stdout}${stderr}`;
  const lacking = words.filter((word) => !said.includes(word));
  const shown = said.replaceAll(/^::add-mask::.*$/gm, "");
  const leaks = shown.includes(key) || shown.includes(key.slice(20, 60));
  const holds = status === code && lacking.length === 0 && !leaks;
  if (!holds) failed += 1;
  console.log(`${holds ? "ok" : "FAILED"}  ${what}`);
  if (!holds)
    console.log(
      `  exit code ${status}, not ${code}; lacking: ${lacking.join(", ")}; leaks: ${leaks}\n${leaks ? "" : said}`,
    );
}

function run(script, args, { input = "", env = {}, cwd = folder } = {}) {
  const { PATH, Path, HOME, USERPROFILE, SystemRoot, TEMP, TMP } = process.env;
  const kept = { PATH: PATH ?? Path, HOME: HOME ?? USERPROFILE, SystemRoot, TEMP, TMP };
  const own = Object.entries({ ...kept, ...env }).filter(([, value]) => value !== undefined);
  return spawnSync(process.execPath, [path.join(dist, script), ...args], {
    input,
    cwd,
    env: Object.fromEntries(own),
    encoding: "utf8",
  });
}

const git = (...args) =>
  execFileSync(
    "git",
    ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false", ...args],
    {
      cwd: path.join(folder, "repo"),
      encoding: "utf8",
    },
  ).trim();

function commit(file, text) {
  writeFileSync(path.join(folder, "repo", file), text);
  git("add", "--all");
  git("commit", "--quiet", "--message", `Change ${file}`);
  return git("rev-parse", "HEAD");
}

/** Runs the Action on a push, as a runner would. */
function push(before, after, inputs = {}) {
  const event = path.join(folder, "event.json");
  const [output, summary] = ["output", "summary"].map((name) => path.join(folder, name));
  const repository = { full_name: "acme/shop", private: true, default_branch: "main" };
  writeFileSync(event, JSON.stringify({ before, after, ref: "refs/heads/main", repository }));
  for (const file of [output, summary]) writeFileSync(file, "");
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const env = {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "push",
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_WORKSPACE: path.join(folder, "repo"),
    RUNNER_TEMP: folder,
    ...Object.fromEntries(given),
  };
  const ran = run("action.js", [], { env });
  return { ...ran, stderr: `${ran.stderr}${readFileSync(output, "utf8")}${readFileSync(summary, "utf8")}` };
}

try {
  console.log(`Node ${process.version} on ${process.platform}, ${dist}`);
  expect("the version is package.json's", run("cli.js", ["--version"]), 0, version);
  expect("help is given", run("cli.js", ["--help"]), 0, "scan");
  expect("a flag that is wrong is named", run("cli.js", ["scan", "--on-leek", "x"]), 2, "on-leak");
  expect("a clean stream is clean", run("cli.js", ["scan", "--stdin"], { input: "import os\n" }), 0);
  expect("a key in a stream is found", run("cli.js", ["scan", "--stdin"], { input: `k = "${key}"\n` }), 1);
  const hidden = Buffer.from(`{"k":"${key}"}`).toString("base64");
  expect("a key in base64 is found", run("cli.js", ["scan", "--stdin"], { input: `k: ${hidden}\n` }), 1, "base64");

  mkdirSync(path.join(folder, "repo"));
  git("init", "--quiet", "--initial-branch=main");
  const base = commit("a.py", "import os\n");
  const leaked = commit("a.py", `import os\nkey = "${key}"\n`);
  const head = commit("a.py", "import os\n# gone\n");
  const repo = { cwd: path.join(folder, "repo") };
  expect("a key that a later commit removed is found", run("cli.js", ["scan", `${base}..HEAD`], repo), 1, "a.py");
  expect("a whole history is read", run("cli.js", ["scan", "--history"], repo), 1, "a.py");
  expect("files on disk are read", run("cli.js", ["scan", "--files", "**"], repo), 0);
  expect("the Action finds a key in a push", push(base, leaked), 1, "::error", "a.py", "conclusion", "leaked");
  expect("the Action tells a clean push clean", push(leaked, head), 0, "conclusion", "clean");
  expect("the Action names an input that is wrong", push(base, head, { "fail-one": "x" }), 2, "fail-on");
  if (process.platform !== "win32") {
    // The sandbox serves git over HTTP by git http-backend, which was not tried on Windows.
    expect("the demo plays to its end", run("cli.js", ["demo"]), 0, "it cannot be merged");
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exitCode = failed > 0 ? 1 : 0;
console.log(failed > 0 ? `${failed} failed` : "all hold");
