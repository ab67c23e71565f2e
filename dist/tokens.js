import { t as quoted } from "./quoted.js";
import { readFile, readdir, stat } from "node:fs/promises";
import { devNull, platform } from "node:os";
import { dirname, join, parse, resolve } from "node:path";
import { spawn } from "node:child_process";
import { kill } from "node:process";
// src/errors.ts
var UsageError = class extends Error {
	name = "UsageError";
};
// src/sources/git.ts
const PASSED_ON = /^(?:path|pathext|home|userprofile|systemroot|windir|temp|tmp|tmpdir)$/i;
const STDERR_LIMIT = 65536;
const HARDENING = {
	options: [
		"--no-pager",
		"-c",
		`core.hooksPath=${devNull}`,
		"-c",
		"core.fsmonitor=false",
		"-c",
		"submodule.recurse=false"
	],
	variables: {
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: devNull,
		GIT_TERMINAL_PROMPT: "0",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_GRAFT_FILE: devNull,
		GIT_ATTR_NOSYSTEM: "1",
		GIT_NO_LAZY_FETCH: "1",
		GIT_ALLOW_PROTOCOL: "none",
		LC_ALL: "C"
	}
};
var Git = class {
	#environment;
	#home;
	#hasHelpers;
	constructor(gitDir, environment, network = {}) {
		const passed = Object.entries(environment).filter((entry) => {
			return PASSED_ON.test(entry[0]) && entry[1] !== void 0;
		});
		this.#environment = {
			...Object.fromEntries(passed),
			...HARDENING.variables,
			...network,
			GIT_DIR: gitDir
		};
		this.#home = parse(gitDir).root;
		this.#hasHelpers = Object.keys(network).length > 0 && platform() !== "win32";
	}
	start(args) {
		const child = spawn("git", [...HARDENING.options, ...args], {
			cwd: this.#home,
			env: this.#environment,
			stdio: [
				"pipe",
				"pipe",
				"pipe"
			],
			windowsHide: true,
			detached: this.#hasHelpers
		});
		child.stdin.on("error", () => {});
		return {
			input: child.stdin,
			output: chunksOf(child.stdout),
			ended: endOf(child),
			stop: () => this.#stop(child)
		};
	}
	#stop(child) {
		if (!this.#hasHelpers || child.pid === void 0) return void child.kill();
		try {
			kill(-child.pid);
		} catch {
			child.kill();
		}
	}
	async ask(args, input = "") {
		const running = this.start(args);
		running.input.end(input);
		const parts = [];
		for await (const part of running.output) parts.push(part);
		return {
			...await running.ended,
			stdout: Buffer.concat(parts).toString()
		};
	}
};
async function* chunksOf(stream) {
	try {
		for await (const chunk of stream) yield chunk;
	} catch (error) {
		if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
	}
}
function endOf(child) {
	return new Promise((resolve) => {
		let stderr = "";
		child.stderr?.setEncoding("utf8").on("data", (text) => {
			if (stderr.length < STDERR_LIMIT) stderr += text;
		});
		child.on("error", (failed) => resolve({
			code: null,
			stderr,
			failed
		}));
		child.on("close", (code) => resolve({
			code,
			stderr,
			failed: null
		}));
	});
}
function failureOf({ code, stderr, failed }, what) {
	if (failed && "code" in failed && failed.code === "ENOENT") return new UsageError("Git was not found; install git 2.24 or newer and put it on the PATH.");
	if (failed) return new Error(`git could not be started to ${what}`, { cause: failed });
	if (/dubious ownership|unsafe repository/.test(stderr)) return new UsageError("The repository belongs to another user, and this git refuses it; run as its owner, or install a newer git.");
	if (/not a git repository/i.test(stderr)) return new UsageError("Git does not take the folder for a repository; see that its .git is complete.");
	if (code === 129 || /unknown repository extension|Expected git repo version/.test(stderr)) return new UsageError(`Git is too old to ${what} here (${complaint(stderr)}); install a newer one.`);
	return /* @__PURE__ */ new Error(`git ended with ${code ?? "a signal"} when asked to ${what}: ${complaint(stderr)}`);
}
function complaint(stderr) {
	const lines = stderr.split("\n").filter((line) => line.trim() !== "");
	return (lines.findLast((line) => line.startsWith("fatal: ")) ?? lines.at(-1))?.replace(/^(?:fatal|error): /, "").slice(0, 300) ?? "it did not say why";
}
// src/sources/repository.ts
async function findRepository(folder) {
	const start = resolve(folder);
	if (!await isFolder(start)) throw new UsageError(`There is no folder ${quoted(folder)}; name one inside a git repository.`);
	for (let here = start;; here = dirname(here)) {
		const gitDir = await gitDirIn(here);
		if (gitDir !== null) return await opened(gitDir);
		if (dirname(here) === here) break;
	}
	throw new UsageError(`${quoted(folder)} is not in a git repository; name a folder that is (in a workflow, run actions/checkout first).`);
}
async function gitDirIn(folder) {
	const inside = join(folder, ".git");
	if (await isGitDir(inside)) return inside;
	const pointer = /^gitdir: (.+?)\r?\n?$/.exec(await textOf(inside) ?? "")?.[1];
	if (pointer !== void 0) return resolve(folder, pointer);
	return await isGitDir(folder) ? folder : null;
}
async function isGitDir(folder) {
	return await textOf(join(folder, "HEAD")) !== null && await isFolder(join(folder, "objects")) && await isFolder(join(folder, "refs"));
}
async function opened(gitDir) {
	const common = (await textOf(join(gitDir, "commondir")))?.trim();
	const commonDir = common === void 0 ? gitDir : resolve(gitDir, common);
	const shallow = (await textOf(join(commonDir, "shallow")))?.split("\n").filter((line) => line !== "");
	const isPartial = (await readdir(join(commonDir, "objects/pack")).catch(() => [])).some((name) => name.endsWith(".promisor"));
	return {
		gitDir,
		commonDir,
		shallow: new Set(shallow),
		isPartial
	};
}
async function isFolder(path) {
	return await stat(path).then((found) => found.isDirectory(), () => false);
}
async function textOf(path) {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") return null;
		throw error;
	}
}
// src/sources/tokens.ts
const EMPTY = Buffer.alloc(0);
const NUL = 0;
const LF = 10;
async function* tokensOf(output) {
	for await (const { bytes, end } of wholeUpTo(NUL, output)) {
		let from = 0;
		for (let at = bytes.indexOf(NUL); at < end && at !== -1; at = bytes.indexOf(NUL, from)) {
			yield bytes.toString("utf8", from, at);
			from = at + 1;
		}
	}
}
async function* linesIn(output) {
	for await (const { bytes, end } of wholeUpTo(LF, output)) yield bytes.toString("latin1", 0, end - 1).split("\n");
}
async function* wholeUpTo(mark, output) {
	let cut = EMPTY;
	for await (const chunk of output) {
		const bytes = cut.length > 0 ? Buffer.concat([cut, chunk]) : chunk;
		const end = bytes.lastIndexOf(mark) + 1;
		if (end > 0) yield {
			bytes,
			end
		};
		cut = bytes.subarray(end);
	}
}
export { Git as a, UsageError as c, findRepository as i, tokensOf as n, complaint as o, wholeUpTo as r, failureOf as s, linesIn as t };
