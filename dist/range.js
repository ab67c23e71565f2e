import "./rolldown-runtime.js";
import { D as revisions, E as missingFrom, Qt as UsageError, a as openRange, at as findRepository, ct as complaint, j as linesIn, lt as failureOf, nt as isFullName, ot as quoted, st as Git } from "./core.js";
import { t as extentOf } from "./extent.js";
import { platform } from "node:os";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { kill } from "node:process";
// src/sources/remote/contents.ts
const UNKNOWN_LIMIT = 20;
async function fillRange(filling, ends) {
	const commits = await listed(filling.git, [
		"--boundary",
		...revisions(ends),
		"--"
	]);
	const trees = await filled(filling, await treesMissingFrom(filling.git, commits));
	const contents = await filled(filling, [...await missingFrom(filling.git, revisions(ends))]);
	const count = commits.filter((commit) => !commit.startsWith("-")).length;
	return {
		...trees.missing > 0 ? trees : contents,
		count
	};
}
async function fillTree(filling, commit) {
	const trees = await filled(filling, await treesMissingFrom(filling.git, [commit]));
	const contents = await filled(filling, [...await missingFrom(filling.git, [`${commit}^{tree}`])]);
	return trees.missing > 0 ? trees : contents;
}
async function filled({ remote }, wanted) {
	const left = new Set(wanted);
	let last = { kind: "fetched" };
	while (left.size > 0 && wanted.length - left.size < UNKNOWN_LIMIT) {
		last = await remote.fetch([...left], ["--filter=blob:none"]);
		if (last.kind === "fetched") return {
			missing: wanted.length - left.size,
			last
		};
		if (last.kind !== "unknown" || !left.delete(last.name)) break;
	}
	return {
		missing: wanted.length,
		last
	};
}
async function treesMissingFrom(git, commits) {
	return (await listed(git, [
		"--no-walk=unsorted",
		"--objects",
		"--missing=print",
		"--filter=tree:1",
		"--stdin"
	], commits.map((commit) => `${commit.replace(/^-/, "")}\n`).join(""))).flatMap((line) => line.startsWith("?") ? [line.slice(1)] : []);
}
async function listed(git, args, input = "") {
	const all = [];
	const running = git.start(["rev-list", ...args]);
	running.input.end(input);
	for await (const lines of linesIn(running.output)) for (const line of lines) all.push(line);
	const ending = await running.ended;
	if (ending.code !== 0) throw failureOf(ending, "list commits");
	return all;
}
// src/sources/remote/ends.ts
const [HEAD, BASE] = ["refs/scan/head", "refs/scan/base"];
const MOVED_ON = 1e3;
async function fetchEnds(filling, names, depth) {
	const heads = [names.head, ...names.refs];
	const bases = [...names.base === null ? [] : [names.base], ...names.baseRefs];
	for (;;) {
		const [head, base] = [heads[0], bases[0]];
		if (head === void 0) return {
			kind: "none",
			last: {
				kind: "unknown",
				name: names.head
			}
		};
		if (base === void 0 && names.base !== null) return {
			kind: "none",
			last: {
				kind: "unknown",
				name: names.base
			}
		};
		const options = base === void 0 ? ["--no-filter"] : [`--depth=${depth}`, "--filter=blob:none"];
		const asked = [head, ...base === void 0 ? [] : [base]];
		const wanted = asked.map((name, at) => `+${name}:${at === 0 ? HEAD : BASE}`);
		const fetched = await filling.remote.fetch(wanted, options);
		if (fetched.kind === "fetched") return await found(filling, names, asked);
		if (fetched.kind !== "unknown") return {
			kind: "none",
			last: fetched
		};
		if (fetched.name === head) heads.shift();
		if (fetched.name === base) bases.shift();
		if (fetched.name !== head && fetched.name !== base) return {
			kind: "none",
			last: fetched
		};
	}
}
async function found({ git, remote }, { base, head }, names) {
	const [headName, baseName] = names;
	if (headName === head && (baseName ?? null) === base) return {
		kind: "had",
		ends: {
			base,
			head
		},
		names,
		standsIn: false
	};
	const sought = [head, ...base === null ? [] : [base]];
	if ((await Promise.all(sought.map((name) => commitAt(git, name)))).includes(null)) await remote.fetch(names, [`--deepen=${MOVED_ON}`, "--filter=tree:0"]);
	if (await commitAt(git, head) === null) return {
		kind: "none",
		last: {
			kind: "unknown",
			name: head
		}
	};
	if (baseName === void 0) return {
		kind: "had",
		ends: {
			base: null,
			head
		},
		names,
		standsIn: false
	};
	const known = base === null ? null : await commitAt(git, base);
	if (known !== null) return {
		kind: "had",
		ends: {
			base: known,
			head
		},
		names,
		standsIn: false
	};
	const standIn = await commitAt(git, BASE);
	if (standIn === null) return {
		kind: "none",
		last: {
			kind: "unknown",
			name: baseName
		}
	};
	return {
		kind: "had",
		ends: {
			base: standIn,
			head
		},
		names,
		standsIn: base !== null
	};
}
async function commitAt(git, name) {
	const ending = await git.ask([
		"rev-list",
		"--no-walk",
		"--missing=allow-any",
		"--end-of-options",
		name,
		"--"
	]);
	const commit = ending.stdout.trim();
	return ending.code === 0 && isFullName(commit) ? commit : null;
}
function checkNames({ base, head, refs, baseRefs }) {
	for (const name of [head, ...base === null ? [] : [base]]) if (!isFullName(name)) throw new UsageError(`${quoted(name)} is not the full name of a commit.`);
	const odd = [...refs, ...baseRefs].find((name) => !/^refs\/[^\s:*?[\\^~\p{Cc}]+$/u.test(name));
	if (odd !== void 0) throw new UsageError(`${quoted(odd)} is not a reference, as refs/heads/main is.`);
}
// src/sources/remote/fetched-source.ts
var FetchedSource = class {
	#range;
	#fillBase;
	#gaps;
	#filled = null;
	constructor(range, fillBase, gaps) {
		this.#range = range;
		this.#fillBase = fillBase;
		this.#gaps = [...gaps];
	}
	blobs() {
		return this.#range.blobs();
	}
	async locate(blob, hit) {
		this.#filled ??= this.#fill();
		await this.#filled;
		return await this.#range.locate(blob, hit);
	}
	nameOf(blob) {
		return this.#range.nameOf(blob);
	}
	account() {
		const { coverage, gaps } = this.#range.account();
		return {
			coverage,
			gaps: [...gaps, ...this.#gaps]
		};
	}
	async #fill() {
		this.#gaps.push(...await this.#fillBase());
	}
};
// src/sources/remote/access.ts
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
// src/sources/remote/address.ts
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
function addressOf(url) {
	if (!URL.canParse(url)) throw new UsageError(`${quoted(url)} is no address; write it as https://host/owner/name.`);
	const { protocol, hostname, username, password, search, hash } = new URL(url);
	if (username !== "" || password !== "") throw new UsageError("The repository's address holds a name or a password; give the token apart from it.");
	if (search !== "" || hash !== "") throw new UsageError(`${quoted(url)} is no address of a repository; leave out what follows its path.`);
	if (protocol === "https:") return {
		url,
		protocol: "https"
	};
	if (protocol === "http:" && LOOPBACK.test(hostname)) return {
		url,
		protocol: "http"
	};
	throw new UsageError(`${quoted(url)} would be fetched without encryption; give its https:// address.`);
}
// src/sources/remote/bare.ts
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
		throw new UsageError(`The folder for temporary files, ${quoted(temp)}, cannot be written (${code}); give one that can, with some room.`);
	}
}
const CONFIG = "[core]\n	repositoryformatversion = 1\n	bare = true\n";
const SHA256 = "[extensions]\n	objectFormat = sha256\n";
// src/sources/remote/fetched.ts
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
		why: /RPC failed; (.+)/.exec(stderr)?.[1] ?? complaint(stderr)
	};
}
// src/sources/remote/remote.ts
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
			if (ending.failed) throw failureOf(ending, "fetch");
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
// src/sources/remote/filling.ts
async function filledBy(options, format, fill) {
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
// src/sources/remote/unread.ts
function unread(gap) {
	return {
		async *blobs() {},
		locate: async () => [],
		nameOf: async ({ provenance }) => provenance.kind,
		account: () => ({
			coverage: {
				commits: 0,
				blobs: 0,
				bytes: 0,
				texts: 0
			},
			gaps: [gap]
		})
	};
}
// src/sources/remote/widen.ts
const DAY = 86400;
const FURTHER = [
	"--deepen=100",
	"--deepen=2000",
	"--depth=2147483647"
];
async function widen({ git, remote, dir }, { ends, names }) {
	const further = [...FURTHER];
	let since = null;
	let last = { kind: "fetched" };
	for (let byDate = true;; byDate = !byDate) {
		const { shallow } = await findRepository(dir);
		const extent = await extentOf(git, ends, {
			shallow,
			since
		});
		if (extent.kind === "exact") return extent;
		const date = extent.oldest - DAY;
		const isDated = (byDate || extent.kind === "doubtful") && date > 0 && (since === null || date < since);
		if (isDated) since = date;
		const step = isDated ? `--shallow-since=@${date} +0000` : further.shift();
		if (step === void 0 || last.kind !== "fetched") return {
			kind: extent.kind,
			last
		};
		last = await remote.fetch(names, [step, "--filter=tree:0"]);
	}
}
// src/sources/remote/words.ts
function whyOf(fetched) {
	switch (fetched.kind) {
		case "fetched": return "the server does not have it";
		case "unknown": return `the server does not have ${fetched.name}, or does not give it out`;
		case "refused": return `the server refused it (HTTP ${fetched.status})`;
		case "unfiltered": return "the server gives out nothing but all of it";
		case "mismatched": return "the server names objects by another hash";
		case "full": return "there is no room left on the disk for temporary files";
		case "failed": return fetched.why;
		default: return fetched;
	}
}
function gapsOf(what, { missing, last }) {
	if (missing === 0) return [];
	return [unfetched(`${missing === 1 ? "1 object" : `${missing} objects`} of ${what} could not be fetched: ${whyOf(last)}`)];
}
function unfetched(detail) {
	return {
		kind: "unfetched",
		detail
	};
}
function refusal(status, { url, token }) {
	return new UsageError(`The server does not give out ${url} ${token === null ? "without a token" : "for this token"} (HTTP ${status}); give the job the permission contents: read, or check the repository out before this step (with actions/checkout: fetch-depth: 0).`);
}
// src/sources/remote/range.ts
const DEPTH = {
	unknown: 16,
	least: 8,
	most: 250
};
async function openRemoteRange(options) {
	checkNames(options);
	return await filledBy(options, options.head.length === 64 ? "sha256" : "sha1", async (filling) => await opened(filling, options));
}
async function opened(filling, options) {
	const { head, base, depth } = options;
	const had = await fetchEnds(filling, options, Math.min(Math.max(depth ?? DEPTH.unknown, DEPTH.least), DEPTH.most) + 1);
	if (had.kind === "none") {
		if (had.last.kind === "refused") throw refusal(had.last.status, options);
		return nothing(whyOf(had.last), {
			base,
			head
		});
	}
	const { ends, standsIn } = had;
	const gaps = [];
	if (ends.base !== null) {
		const widened = await widen(filling, had);
		if (widened.kind === "cut") return nothing(`its history could not be fetched: ${whyOf(widened.last)}`, ends);
		if (widened.kind === "doubtful") gaps.push(unfetched(`how much of the change the base has already could not be told: ${whyOf(widened.last)}`));
		const { count, ...filled } = await fillRange(filling, ends);
		gaps.push(...gapsOf("the change", filled));
		if (standsIn && count === 0) gaps.push(unfetched(`the server does not have ${base}, to compare the change with`));
	}
	const { environment, includes, names = [] } = options;
	const { change, source } = await openRange({
		repo: filling.dir,
		...ends,
		environment,
		includes,
		names
	});
	const fillBase = async () => ends.base === null ? [] : gapsOf("the base", await fillTree(filling, ends.base));
	return {
		change,
		source: new FetchedSource(source, fillBase, gaps)
	};
}
function nothing(why, ends) {
	return {
		change: {
			kind: "range",
			...ends
		},
		source: unread(unfetched(`the change was not read: ${why}`))
	};
}
export { openRemoteRange };
