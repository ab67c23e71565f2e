import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { sourcesId } from "../scripts/sources-id.ts";
import { createFakeKey } from "../src/sandbox/fake-keys.ts";
import { runAction } from "../src/sandbox/runner/runner.ts";
import { buildPullRequestEvent } from "../src/sandbox/runner/runner-events.ts";
import { DEFAULTS } from "../src/settings/settings.ts";
import { createE2eEnvironment, DIST, NODE } from "./support/e2e-environment.ts";

/** The files that a door loads before it does anything. */
function eager(door: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    listImports(file).forEach(visit);
  };
  visit(door);
  return seen;
}

/** The files that a file of the bundle loads by itself. */
function listImports(file: string): readonly string[] {
  const text = readFileSync(path.join(DIST, file), "utf8");
  return Array.from(text.matchAll(/^(?:import|export)\s[^;]*?["']\.\/([^"']+)["']/gm), ([, next = ""]) => next);
}

/** A module that writes down which programs a Node process starts, and which modules of Node it has loaded at its end. */
function writeSpy(folder: string): string {
  const file = path.join(folder, "spy.cjs");
  writeFileSync(
    file,
    `const { appendFileSync, writeFileSync } = require("node:fs");
    const { ChildProcess } = require("node:child_process");
    const { spawn } = ChildProcess.prototype;
    ChildProcess.prototype.spawn = function (options) {
      appendFileSync(process.env.COUNT, options.args.join(" ") + "\\n");
      return spawn.call(this, options);
    };
    setInterval(() => {}, 60_000); // What is left open does not delay the end.
    process.on("exit", () => writeFileSync(process.env.LOADED, process.moduleLoadList.join("\\n")));`,
  );
  return file;
}

describe("the bundle", () => {
  test("was built from these sources: run npm run bundle where this fails", () => {
    // .ci/run builds it again and compares every file.
    expect(readFileSync(path.join(DIST, "sources.txt"), "utf8")).toBe(`${sourcesId()}\n`);
  });

  test.each([
    ["action.js", 298_000],
    ["cli.js", 275_000],
  ])("%s starts without openai, octokit, or anything that opens a connection", (door, most) => {
    const text = [...eager(door)].map((file) => readFileSync(path.join(DIST, file), "utf8")).join("\n");
    for (const heavy of ["class OpenAI ", "class Octokit", "undici", "micromatch = (list", "function findKeyAround("])
      expect(text).not.toContain(heavy);
    // In characters: 100,000 more of them cost some three milliseconds of parsing.
    expect(text.length).toBeLessThan(most);
  });

  test("a clean change is told clean where the heavy parts are not even there", async () => {
    await using all = await createE2eEnvironment();
    const dist = mkdtempSync(path.join(tmpdir(), "dist-"));
    for (const file of eager("action.js")) cpSync(path.join(DIST, file), path.join(dist, file));
    cpSync(path.join(DIST, "../package.json"), path.join(dist, "package.json"));
    // What is left open does not delay the end.
    writeFileSync(path.join(dist, "held.js"), 'setInterval(() => {}, 60_000); import "./action.js";');
    const head = await all.repo.commit({ "a.ts": "clean\n" }, "add");
    const pull = all.github.pull({ repo: "acme/shop", number: 7, head, base: all.base });
    const ran = await runAction({
      script: path.join(dist, "held.js"),
      node: NODE,
      event: buildPullRequestEvent({ repository: all.hosted, pull, action: "opened" }),
      defaults: DEFAULTS,
      inputs: { "openai-admin-key": all.adminKey, "github-token": all.createToken(), "on-leak": "revoke" },
      workspace: all.repo.dir,
      folder: all.folder,
      path: process.env["PATH"] ?? "",
    });
    rmSync(dist, { recursive: true });
    expect(ran).toMatchObject({ exitCode: 0, stderr: "", outputs: { conclusion: "clean" } });
  });

  test("keys are told where nothing is there that asks OpenAI or draws on terminals, if there is neither", async () => {
    await using all = await createE2eEnvironment();
    const dist = path.join(all.folder, "dist");
    cpSync(DIST, dist, { recursive: true, filter: (file) => !/^(?:openai|terminal)/.test(path.basename(file)) });
    cpSync(path.join(DIST, "../package.json"), path.join(all.folder, "package.json"));
    await all.repo.commit({ "a.env": `OPENAI_API_KEY=${createFakeKey("project", "told without OpenAI")}\n` }, "add");
    const ran = spawnSync(NODE, [path.join(dist, "cli.js"), "scan", "HEAD~1..HEAD"], {
      cwd: all.repo.dir,
      env: { PATH: process.env["PATH"], HOME: all.folder },
      timeout: 30_000,
      encoding: "utf8",
    });
    expect(ran).toMatchObject({ status: 1, stdout: expect.stringContaining("a.env:1:16") });
    expect(ran.stdout).toContain("Set OPENAI_ADMIN_KEY");
  });

  test.each([
    ["a clean commit", ["scan", "--staged", "--quiet"], 3],
    ["a clean range, whose ends git has to look up", ["scan", "HEAD~1..HEAD"], 4],
  ])("scans %s with few git processes, and loads no more of Node than it needs", async (_, words, most) => {
    await using all = await createE2eEnvironment();
    await all.repo.commit({ "a.ts": "clean\n" }, "add");
    await all.repo.write({ "a.ts": "changed\n" });
    await all.repo.git("add", "-A");
    const [count, loaded] = [path.join(all.folder, "count"), path.join(all.folder, "loaded")];
    const ran = spawnSync(NODE, ["--require", writeSpy(all.folder), path.join(DIST, "cli.js"), ...words], {
      cwd: all.repo.dir,
      env: { PATH: process.env["PATH"], HOME: all.folder, COUNT: count, LOADED: loaded },
      timeout: 30_000,
      encoding: "utf8",
    });
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(count, "utf8").trim().split("\n").length).toBeLessThanOrEqual(most);
    const modules = readFileSync(loaded, "utf8").split("\n");
    for (const heavy of [
      "http",
      "https",
      "tls",
      "zlib",
      "readline",
      "fs/promises",
      "timers/promises",
      "worker_threads",
    ]) {
      expect(modules).not.toContain(`NativeModule ${heavy}`);
    }
  });

  test("parses a scan with flags without what other commands need", () => {
    const text = [...eager("commands.js")].map((file) => readFileSync(path.join(DIST, file), "utf8")).join("\n");
    expect(text.length).toBeLessThan(500_000);
  });

  test("loads the command line for its commands alone: to load it is to run it", () => {
    const loading = readdirSync(DIST).filter((file) => file.endsWith(".js") && eager(file).has("cli.js"));
    expect(loading).toEqual(["audit-command.js", "cli.js", "commands.js", "rotate-command.js", "sweep-command.js"]);
  });

  test("has no circle of files: one that runs before what it needs ends every command before it begins", () => {
    // The commands and the program name each other, and call one another later.
    const late = /^(?:(?:audit-|rotate-|sweep-)?commands?|doctor)\.js$/;
    const files = readdirSync(DIST).filter((file) => file.endsWith(".js") && !late.test(file));
    const inCircles = files.filter((file) => listImports(file).some((next) => eager(next).has(file)));
    expect(inCircles).toEqual([]);
  });

  test("carries the licences of what went into it", () => {
    const licences = readFileSync(path.join(DIST, "licenses.txt"), "utf8");
    for (const name of ["openai", "@actions/core", "@actions/github", "fast-glob", "micromatch"]) {
      expect(licences).toMatch(new RegExp(`^${name} \\d`, "m"));
    }
  });
});
