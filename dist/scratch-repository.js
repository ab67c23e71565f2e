import "./rolldown-runtime.js";
import { At as createGitError, jt as extractComplaint, kt as Git, on as UsageError, sn as quoteForMessage } from "./core.js";
import { platform } from "node:os";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { kill } from "node:process";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
// src/sources/fetched/access.ts
const PASSED_ON = /^(?:(?:https?|all|no)_proxy|ssl_cert_(?:file|dir)|git_ssl_ca(?:info|path))$/i;
function accessTo({ url, protocol }, token, environment, home) {
	const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
	const settings = [
		["remote.origin.url", url],
		["remote.origin.followRemoteHEAD", "never"],
		["protocol.version", "2"],
		["fetch.negotiationAlgorithm", "noop"],
		["credential.helper", ""],
		["http.followRedirects", "false"],
		["http.lowSpeedLimit", "100"],
		["http.lowSpeedTime", "60"],
		["fetch.fsckObjects", "false"],
		["gc.auto", "0"],
		["maintenance.auto", "false"],
		...platform() === "win32" ? [["http.sslBackend", "schannel"]] : [],
		...token === null ? [] : [[`http.${url}.extraheader`, `AUTHORIZATION: basic ${basic}`]]
	];
	const passed = Object.entries(environment).filter((entry) => {
		return PASSED_ON.test(entry[0]) && entry[1] !== void 0;
	});
	return {
		...Object.fromEntries(passed),
		...Object.fromEntries(settings.flatMap(([name, value], at) => [[`GIT_CONFIG_KEY_${at}`, name], [`GIT_CONFIG_VALUE_${at}`, value]])),
		GIT_CONFIG_COUNT: String(settings.length),
		GIT_ALLOW_PROTOCOL: protocol,
		HOME: home,
		USERPROFILE: home
	};
}
// src/sources/fetched/address.ts
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
function addressOf(url) {
	if (!URL.canParse(url)) throw new UsageError(`${quoteForMessage(url)} is no address; write it as https://host/owner/name.`);
	const { protocol, hostname, username, password, search, hash } = new URL(url);
	if (username !== "" || password !== "") throw new UsageError("The repository's address holds a name or a password; give the token apart from it.");
	if (search !== "" || hash !== "") throw new UsageError(`${quoteForMessage(url)} is no address of a repository; leave out what follows its path.`);
	if (protocol === "https:") return {
		url,
		protocol: "https"
	};
	if (protocol === "http:" && LOOPBACK.test(hostname)) return {
		url,
		protocol: "http"
	};
	throw new UsageError(`${quoteForMessage(url)} would be fetched without encryption; give its https:// address.`);
}
// src/sources/fetched/bare.ts
async function makeBare(temp, format) {
	let folder = null;
	const remove = async () => {
		if (folder !== null) await rm(folder, {
			recursive: true,
			force: true,
			maxRetries: 5,
			retryDelay: 100
		});
	};
	try {
		folder = await mkdtemp(join(temp, "key-guard-"));
		const [dir, home] = [join(folder, "fetched.git"), join(folder, "home")];
		for (const part of [
			home,
			join(dir, "objects"),
			join(dir, "refs")
		]) await mkdir(part, { recursive: true });
		await writeFile(join(dir, "HEAD"), "ref: refs/heads/none\n");
		await writeFile(join(dir, "config"), format === "sha1" ? CONFIG : `${CONFIG}${SHA256}`);
		return {
			dir,
			home,
			remove
		};
	} catch (error) {
		await remove();
		const { code = "it did not say why" } = error;
		throw new UsageError(`The folder for temporary files, ${quoteForMessage(temp)}, cannot be written (${code}); give one that can, with some room.`);
	}
}
const CONFIG = "[core]\n	repositoryformatversion = 1\n	bare = true\n";
const SHA256 = "[extensions]\n	objectFormat = sha256\n";
// src/sources/fetched/fetched.ts
const UNKNOWN = /not our ref ([0-9a-f]{40,64})|unadvertised object ([0-9a-f]{40,64})|couldn't find remote ref (\S+)|did not contain ([0-9a-f]{40,64})/;
const FULL = /No space left on device|Disk quota exceeded|File too large|couldn't write|unable to write|write error/i;
const UNFILTERED = /filter '?[^'\n]*'? not supported|filter.{0,40}(?:is not allowed|disallowed)/i;
const UNAUTHENTICATED = /could not read (?:Username|Password)|Authentication failed/;
const STATUS = /The requested URL returned error: (\d{3})/;
function fetchedOf({ code, stderr }) {
	if (code === 0) return { kind: "fetched" };
	if (FULL.test(stderr)) return { kind: "full" };
	const unknown = UNKNOWN.exec(stderr)?.slice(1).find((name) => name !== void 0);
	if (unknown !== void 0) return {
		kind: "unknown",
		name: unknown
	};
	if (UNAUTHENTICATED.test(stderr)) return {
		kind: "refused",
		status: 401
	};
	if (/^fatal: repository '.*' not found/m.test(stderr)) return {
		kind: "refused",
		status: 404
	};
	if (STATUS.exec(stderr)?.[1] === "403") return {
		kind: "refused",
		status: 403
	};
	if (UNFILTERED.test(stderr)) return { kind: "unfiltered" };
	if (/mismatched algorithms/.test(stderr)) return { kind: "mismatched" };
	if (code === 129) return {
		kind: "failed",
		why: "git is too old to fetch single commits; install 2.29 or newer"
	};
	if (code === null) return {
		kind: "failed",
		why: "git was stopped from outside"
	};
	return {
		kind: "failed",
		why: /RPC failed; (.+)/.exec(stderr)?.[1] ?? extractComplaint(stderr)
	};
}
// src/sources/fetched/remote.ts
const PATIENT = {
	pauses: [1e3, 5e3],
	timeout: 9e5
};
const ALWAYS = [
	"--quiet",
	"--no-tags",
	"--no-write-fetch-head",
	"--recurse-submodules=no",
	"--stdin",
	"origin"
];
var Remote = class {
	#git;
	#signal;
	#patience;
	#filters = true;
	#latest = Promise.resolve();
	constructor(git, signal, patience) {
		this.#git = git;
		this.#signal = signal;
		this.#patience = patience;
	}
	async fetch(names, options) {
		const pauses = [...this.#patience.pauses];
		for (;;) {
			const fetched = await this.#attempt(names, options);
			if (fetched.kind === "unfiltered" && this.#filters) {
				this.#filters = false;
				continue;
			}
			const wait = pauses.shift();
			if (fetched.kind !== "failed" || wait === void 0) return fetched;
			await setTimeout$1(wait, void 0, { signal: this.#signal });
		}
	}
	async settled() {
		await this.#latest;
	}
	async #attempt(names, options) {
		this.#signal.throwIfAborted();
		const asked = options.map((option) => option.startsWith("--filter=") && !this.#filters ? "--no-filter" : option);
		const running = this.#git.start([
			"fetch",
			...asked,
			...ALWAYS
		]);
		let late = false;
		const deadline = setTimeout(() => {
			late = true;
			running.stop();
		}, this.#patience.timeout);
		this.#signal.addEventListener("abort", running.stop, { once: true });
		try {
			running.input.end(names.map((name) => `${name}\n`).join(""));
			const ended = endOf(running);
			this.#latest = ended;
			const ending = await ended;
			this.#signal.throwIfAborted();
			if (ending.failed) throw createGitError(ending, "fetch");
			if (late) return {
				kind: "failed",
				why: `it took longer than ${this.#patience.timeout / 6e4} minutes`
			};
			return fetchedOf(ending);
		} finally {
			clearTimeout(deadline);
			this.#signal.removeEventListener("abort", running.stop);
		}
	}
};
async function endOf({ output, ended }) {
	for await (const _ of output);
	return await ended;
}
// src/sources/fetched/scratch-repository.ts
async function createScratchRepository(options, format, fill) {
	const { url, token, temp, environment, patience = PATIENT } = options;
	const address = addressOf(url);
	const { dir, home, remove } = await makeBare(temp, format);
	const stopping = new AbortController();
	const signal = AbortSignal.any([stopping.signal, ...options.signal ? [options.signal] : []]);
	const stopGroup = platform() === "win32" ? null : (pid) => void kill(-pid);
	const remote = new Remote(new Git(dir, environment, accessTo(address, token, environment, home), stopGroup), signal, patience);
	const close = async () => {
		stopping.abort(/* @__PURE__ */ new Error("what was fetched was closed"));
		await remote.settled();
		await remove();
	};
	try {
		return {
			...await fill({
				dir,
				git: new Git(dir, environment),
				remote
			}),
			close
		};
	} catch (error) {
		await close();
		throw error;
	}
}
export { createScratchRepository as t };
