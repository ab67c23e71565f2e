import { __exportAll, __toESM } from "./rolldown-runtime.js";
import { BaseContents, CoverageCounter, GapCollector, Git, LineIndex, PositionReader, Positions, UsageError, concatSources, contentAt, createGitError, createMissingCommitError, elsewhere, extractComplaint, findRepository, formatRevisions, isExclusionOnly, isFullObjectId, isLong, listEntries, listMissing, localFileOf, openRange, openTexts, opened as opened$1, parseGlobs, pointerIn, quoteForMessage, readContent, readFetchedVersions, readObjects, resolveCommits, splitLines, splitTokens } from "./scan.js";
import { platform } from "node:os";
import { access, lstat, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { basename, delimiter, dirname, join, relative, resolve, sep } from "node:path";
import fs, { createReadStream } from "node:fs";
import { kill } from "node:process";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
// src/sources/fetched/completeness.ts
const CLOCK_ERROR = 3600;
async function measureCompleteness(git, ends, { shallow, since }) {
	const { base } = ends;
	if (shallow.size === 0 || base === null) return { kind: "exact" };
	const walk = await walked(git, ends);
	const oldest = Math.min(walk.oldest, walk.oldestBelow, await timeOf(git, base));
	if (walk.commits.some((commit) => shallow.has(commit))) return {
		kind: "cut",
		oldest
	};
	if (walk.commits.length === 0 || await allDescend(git, ends, walk.commits.length)) return { kind: "exact" };
	const bound = walk.oldest - CLOCK_ERROR;
	if (since !== null && since <= bound || await youngestOf(git, shallow) < bound) return { kind: "exact" };
	return {
		kind: "doubtful",
		oldest
	};
}
async function walked(git, ends) {
	const commits = [];
	let [oldest, oldestBelow] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	for await (const [mark, commit = "", time] of rows(git, [
		"--boundary",
		"--format=%m %H %ct",
		...formatRevisions(ends)
	])) {
		if (mark === "-") {
			oldestBelow = Math.min(oldestBelow, Number(time));
			continue;
		}
		commits.push(commit);
		oldest = Math.min(oldest, Number(time));
	}
	return {
		commits,
		oldest,
		oldestBelow
	};
}
async function allDescend(git, ends, count) {
	const ending = await git.ask([
		"rev-list",
		"--count",
		"--ancestry-path",
		...formatRevisions(ends),
		"--"
	]);
	if (ending.code !== 0) throw createGitError(ending, "count commits");
	return Number(ending.stdout) === count;
}
async function timeOf(git, commit) {
	return await youngestOf(git, [commit]);
}
async function youngestOf(git, commits) {
	let youngest = Number.NEGATIVE_INFINITY;
	const input = [...commits].map((commit) => `${commit}\n`).join("");
	for await (const [, time] of rows(git, [
		"--no-walk=unsorted",
		"--format=_ %ct",
		"--stdin"
	], input)) youngest = Math.max(youngest, Number(time));
	return youngest;
}
async function* rows(git, args, input = "") {
	const running = git.start([
		"rev-list",
		...args,
		...input === "" ? ["--"] : []
	]);
	running.input.end(input);
	for await (const lines of splitLines(running.output)) for (const line of lines) if (!line.startsWith("commit ")) yield line.split(" ");
	const ending = await running.ended;
	if (ending.code !== 0) throw createGitError(ending, "walk a range");
}
// src/sources/fetched/at-hand.ts
var at_hand_exports = /* @__PURE__ */ __exportAll({ isAtHand: () => isAtHand });
async function isAtHand({ repo, environment }, ends) {
	const { base, head } = ends;
	if (!isFullObjectId(head) || base !== null && !isFullObjectId(base)) return false;
	const repository = await findRepository(repo).catch(() => null);
	if (!repository) return false;
	const git = new Git(repository.gitDir, environment);
	return await hasCommits(git, ends) && await reaches(git, ends, repository);
}
async function hasCommits(git, ends) {
	const { code } = await git.ask([
		"rev-list",
		"--max-count=1",
		...formatRevisions(ends),
		"--"
	]);
	return code === 0;
}
async function reaches(git, ends, { shallow, isPartial }) {
	if (shallow.size > 0 && (ends.base === null || (await measureCompleteness(git, ends, {
		shallow,
		since: null
	})).kind !== "exact")) return false;
	return !isPartial || (await listMissing(git, formatRevisions(ends))).size === 0;
}
// src/sources/fetched/deepen.ts
const DAY = 86400;
const FURTHER = [
	"--deepen=100",
	"--deepen=2000",
	"--depth=2147483647"
];
async function deepen({ git, remote, dir }, { ends, names }) {
	const further = [...FURTHER];
	let since = null;
	let last = { kind: "fetched" };
	for (let byDate = true;; byDate = !byDate) {
		const { shallow } = await findRepository(dir);
		const extent = await measureCompleteness(git, ends, {
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
// src/sources/fetched/endpoints.ts
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
	return ending.code === 0 && isFullObjectId(commit) ? commit : null;
}
function checkNames({ base, head, refs, baseRefs }) {
	for (const name of [head, ...base === null ? [] : [base]]) if (!isFullObjectId(name)) throw new UsageError(`${quoteForMessage(name)} is not the full name of a commit.`);
	const odd = [...refs, ...baseRefs].find((name) => !/^refs\/[^\s:*?[\\^~\p{Cc}]+$/u.test(name));
	if (odd !== void 0) throw new UsageError(`${quoteForMessage(odd)} is not a reference, as refs/heads/main is.`);
}
// src/sources/fetched/fetch-result.ts
function describeFetchFailure(fetched) {
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
function listFetchGaps(what, { missing, last }) {
	if (missing === 0) return [];
	return [unfetched(`${missing === 1 ? "1 object" : `${missing} objects`} of ${what} could not be fetched: ${describeFetchFailure(last)}`)];
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
// src/sources/fetched/fetched-source.ts
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
// src/sources/fetched/missing-objects.ts
const UNKNOWN_LIMIT = 20;
async function fillRange(filling, ends) {
	const commits = await listed(filling.git, [
		"--boundary",
		...formatRevisions(ends),
		"--"
	]);
	const trees = await filled(filling, await treesMissingFrom(filling.git, commits));
	const contents = await filled(filling, [...await listMissing(filling.git, formatRevisions(ends))]);
	const count = commits.filter((commit) => !commit.startsWith("-")).length;
	return {
		...trees.missing > 0 ? trees : contents,
		count
	};
}
async function fillTree(filling, commit) {
	const trees = await filled(filling, await treesMissingFrom(filling.git, [commit]));
	const contents = await filled(filling, [...await listMissing(filling.git, [`${commit}^{tree}`])]);
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
	for await (const lines of splitLines(running.output)) for (const line of lines) all.push(line);
	const ending = await running.ended;
	if (ending.code !== 0) throw createGitError(ending, "list commits");
	return all;
}
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
var scratch_repository_exports = /* @__PURE__ */ __exportAll({ createScratchRepository: () => createScratchRepository });
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
// src/sources/fetched/unread.ts
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
// src/sources/fetched/fetched-range.ts
var fetched_range_exports = /* @__PURE__ */ __exportAll({ openRemoteRange: () => openRemoteRange });
const DEPTH = {
	unknown: 16,
	least: 8,
	most: 250
};
async function openRemoteRange(options) {
	checkNames(options);
	return await createScratchRepository(options, options.head.length === 64 ? "sha256" : "sha1", async (filling) => await opened(filling, options));
}
async function opened(filling, options) {
	const { head, base, depth } = options;
	const had = await fetchEnds(filling, options, Math.min(Math.max(depth ?? DEPTH.unknown, DEPTH.least), DEPTH.most) + 1);
	if (had.kind === "none") {
		if (had.last.kind === "refused") throw refusal(had.last.status, options);
		return nothing(describeFetchFailure(had.last), {
			base,
			head
		});
	}
	const { ends, standsIn } = had;
	const gaps = [];
	if (ends.base !== null) {
		const widened = await deepen(filling, had);
		if (widened.kind === "cut") return nothing(`its history could not be fetched: ${describeFetchFailure(widened.last)}`, ends);
		if (widened.kind === "doubtful") gaps.push(unfetched(`how much of the change the base has already could not be told: ${describeFetchFailure(widened.last)}`));
		const { count, ...filled } = await fillRange(filling, ends);
		gaps.push(...listFetchGaps("the change", filled));
		if (standsIn && count === 0) gaps.push(unfetched(`the server does not have ${base}, to compare the change with`));
	}
	const { environment, includes, names = [], file } = options;
	const versions = file === void 0 ? NO_FILE : await readFetchedVersions(filling, ends, file);
	const { change, source } = await openRange({
		repo: filling.dir,
		...ends,
		environment,
		includes,
		names
	});
	const fillBase = async () => ends.base === null ? [] : listFetchGaps("the base", await fillTree(filling, ends.base));
	return {
		change,
		source: new FetchedSource(source, fillBase, gaps),
		versions
	};
}
const NO_FILE = {
	base: { kind: "absent" },
	head: null
};
function nothing(why, ends) {
	const versions = {
		base: { kind: "no-commit" },
		head: null
	};
	return {
		change: {
			kind: "range",
			...ends
		},
		versions,
		source: unread(unfetched(`the change was not read: ${why}`))
	};
}
// src/sources/staged/git-ignored.ts
async function ignoredIn(folder, environment) {
	const root = resolve(folder);
	const top = await workTreeOf(root);
	const files = /* @__PURE__ */ new Set();
	const folders = [];
	if (top === null) return {
		folders,
		files
	};
	const running = new Git((await findRepository(top)).gitDir, environment).start([
		"-C",
		top,
		`--work-tree=${top}`,
		"ls-files",
		...IGNORED
	]);
	running.input.end();
	const prefix = root === top ? "" : `${relative(top, root).replaceAll(sep, "/")}/`;
	for await (const path of splitTokens(running.output)) {
		if (path.endsWith("/") && prefix.startsWith(path)) folders.push("");
		if (!path.startsWith(prefix)) continue;
		const own = path.slice(prefix.length);
		if (path.endsWith("/")) folders.push(own.slice(0, -1));
		else files.add(own);
	}
	const ending = await running.ended;
	if (ending.code !== 0) throw createGitError(ending, "list what .gitignore hides");
	return {
		folders,
		files
	};
}
const IGNORED = [
	"-z",
	"--others",
	"--ignored",
	"--exclude-standard",
	"--directory",
	"--full-name"
];
async function workTreeOf(folder) {
	for (let here = folder;; here = dirname(here)) {
		if (await access(join(here, ".git")).then(() => true, () => false)) return here;
		if (dirname(here) === here) return null;
	}
}
// src/sources/files.ts
var files_exports = /* @__PURE__ */ __exportAll({ openFiles: () => openFiles });
const CHUNK = 262144;
async function openFiles(options) {
	const { root, globs, exclude, ignored, environment } = options;
	const { default: fastGlob } = await import("./globs.js").then((n) => /* @__PURE__ */ __toESM(n.require_out(), 1));
	const gaps = new GapCollector();
	const wanted = [];
	const rest = [];
	for (const glob of globs.length > 0 ? globs : ["**"]) {
		const name = nameIn$1(root, glob);
		const found = await lstat(join(root, name)).catch(() => null);
		if (!found || name.startsWith("../")) rest.push(glob);
		else if (found.isDirectory()) wanted.push(name === "" ? "**" : `${fastGlob.escapePath(name)}/**`);
		else if (found.isFile()) wanted.push(fastGlob.escapePath(name));
		else gaps.add("unreadable", `${quoteForMessage(name)} is no file but a link or a device, which is not read`);
	}
	const { wanted: matched, unwanted, names } = await parseGlobs(rest, exclude);
	const [absent] = names;
	if (absent !== void 0) throw new UsageError(`There is no file ${quoteForMessage(absent)}; write its path from ${quoteForMessage(root)}, or a glob.`);
	wanted.push(...matched);
	if (wanted.length === 0 && gaps.all().length === 0) throw isExclusionOnly(globs);
	const hidden = ignored === false ? await ignoredIn(root, environment ?? {}) : NOTHING;
	const folders = hidden.folders.map((folder) => folder === "" ? "**" : `${fastGlob.escapePath(folder)}/**`);
	const source = new FilesSource(root, {
		wanted,
		unwanted: [...unwanted, ...folders]
	}, hidden.files, gaps);
	return {
		change: {
			kind: "files",
			globs
		},
		source
	};
}
const NOTHING = {
	folders: [],
	files: /* @__PURE__ */ new Set()
};
function nameIn$1(root, glob) {
	return relative(root, resolve(root, glob)).replaceAll(sep, "/");
}
var FilesSource = class {
	#root;
	#globs;
	#hidden;
	#gaps;
	#coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	#rereadings = new PositionReader();
	#isRead = false;
	constructor(root, globs, hidden, gaps) {
		this.#root = resolve(root);
		this.#globs = globs;
		this.#hidden = hidden;
		this.#gaps = gaps;
	}
	async *blobs() {
		let listed = 0;
		for await (const path of this.#paths()) {
			listed += 1;
			yield {
				provenance: {
					kind: "file",
					path
				},
				chunks: this.#read(path)
			};
		}
		await this.#rereadings.close();
		if (listed === 0) {
			const globs = this.#globs.wanted.map(quoteForMessage).join(", ");
			this.#gaps.add("miscounted", `no file on disk matches ${globs}, so that nothing was looked at`);
		}
		this.#isRead = true;
	}
	async nameOf({ provenance }) {
		return provenance.kind === "file" ? quoteForMessage(provenance.path) : provenance.kind;
	}
	async locate({ provenance }, { encoding, member, offset, length }) {
		if (provenance.kind !== "file") throw new Error(`files have nothing from ${provenance.kind}`);
		const { path } = provenance;
		const again = member === null && this.#rereadings.place(path, () => this.#open(path), offset, length);
		const place = again ? await again.catch(() => null) : null;
		if (this.#isRead) await this.#rereadings.close();
		const [line, column] = [place?.line ?? null, place?.column ?? null];
		return [{
			where: "file",
			path,
			line,
			column,
			commit: null,
			author: null,
			at: null,
			encoding,
			member,
			inHead: true,
			preexisting: false
		}];
	}
	account() {
		const unread = this.#isRead ? [] : [{
			kind: "miscounted",
			detail: "not all files were read"
		}];
		return {
			coverage: { ...this.#coverage },
			gaps: [...this.#gaps.all(), ...unread]
		};
	}
	async *#paths() {
		const { default: fastGlob } = await import("./globs.js").then((n) => /* @__PURE__ */ __toESM(n.require_out(), 1));
		const { wanted, unwanted } = this.#globs;
		const own = wanted.some((glob) => glob.includes(".git/")) ? [] : ["**/.git/**"];
		const stream = fastGlob.stream([...wanted], {
			cwd: this.#root,
			ignore: [...unwanted, ...own],
			dot: true,
			followSymbolicLinks: false,
			onlyFiles: true,
			suppressErrors: true,
			fs: { readdir: this.#readdir() }
		});
		for await (const path of stream) if (!this.#hidden.has(String(path))) yield String(path);
	}
	#readdir() {
		return (folder, options, done) => {
			fs.readdir(folder, options, (error, entries) => {
				if (error) this.#unreadable(relative(this.#root, folder).replaceAll(sep, "/") || ".", error);
				done(error, entries);
			});
		};
	}
	async *#read(path) {
		try {
			for await (const chunk of this.#open(path)) {
				this.#coverage.bytes += chunk.length;
				yield chunk;
			}
			this.#coverage.blobs += 1;
		} catch (error) {
			this.#unreadable(path, error);
		}
	}
	#open(path) {
		return createReadStream(join(this.#root, path), { highWaterMark: CHUNK });
	}
	#unreadable(path, { code }) {
		this.#gaps.add("unreadable", `${quoteForMessage(path)} cannot be read (${code ?? "for a reason not given"})`);
	}
};
// src/git/commits/new-commits.ts
async function listNewAmong(git, commits, known, refs) {
	const asked = new Set(commits);
	const found = /* @__PURE__ */ new Set();
	await walk(git, [], commits, known, refs, (line) => {
		if (asked.has(line)) found.add(line);
	});
	return found;
}
async function listNewCommits(git, commit, known, refs) {
	const edge = [];
	let isAny = false;
	await walk(git, ["--boundary"], [commit], known, refs, (line) => {
		if (line.startsWith("-")) edge.push(line.slice(1));
		else isAny = true;
	});
	return {
		isAny,
		edge: await foremost(git, edge)
	};
}
const AT_ONCE = 400;
async function foremost(git, commits) {
	if (commits.length < 2) return commits;
	const left = [];
	for (let at = 0; at < commits.length; at += AT_ONCE) {
		const ending = await git.ask([
			"merge-base",
			"--independent",
			...commits.slice(at, at + AT_ONCE)
		]);
		if (ending.code !== 0) throw createGitError(ending, "tell what a push brings");
		left.push(...ending.stdout.split("\n").slice(0, -1));
	}
	return commits.length > AT_ONCE && left.length < commits.length ? await foremost(git, left) : left;
}
async function walk(git, options, commits, known, refs, see) {
	const running = git.start([
		"rev-list",
		...options,
		"--stdin",
		"--not",
		...refs
	]);
	running.input.end([
		...commits,
		...known.map((one) => `^${one}`),
		""
	].join("\n"));
	for await (const lines of splitLines(running.output)) for (const line of lines) see(line);
	const ending = await running.ended;
	if (ending.code !== 0) throw createGitError(ending, "tell what a push brings");
}
// src/git/commits/ref-updates.ts
const SENT = /^(.*) ([0-9a-f]{40,64}) ([^ ]+) ([0-9a-f]{40,64})$/s;
const RECEIVED = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([^ ]+)$/;
function parseRefUpdates(input) {
	const lines = input.split(/\r?\n/).filter((line) => line !== "");
	const sent = lines.flatMap((line) => updateIn(SENT.exec(line), {
		ref: 3,
		before: 4,
		after: 2
	}));
	const received = lines.flatMap((line) => updateIn(RECEIVED.exec(line), {
		ref: 3,
		before: 1,
		after: 2
	}));
	if (sent.length === lines.length) return {
		here: "sender",
		updates: sent
	};
	if (received.length === lines.length) return {
		here: "receiver",
		updates: received
	};
	const odd = lines.find((line) => !SENT.test(line) && !RECEIVED.test(line)) ?? lines[0] ?? "";
	throw new UsageError(`${quoteForMessage(odd.slice(0, 200))} is not what git tells a hook about a push; hand on the standard input of a pre-push or a pre-receive hook as it came.`);
}
function updateIn(found, { ref, before, after }) {
	return found ? [{
		ref: found[ref] ?? "",
		before: nameIn(found[before]),
		after: nameIn(found[after])
	}] : [];
}
function nameIn(name = "") {
	return /^0+$/.test(name) ? null : name;
}
function parseFrameworkPush(environment) {
	const told = (name) => environment[`PRE_COMMIT_${name}`] || null;
	const after = told("TO_REF") ?? told("LOCAL_BRANCH");
	if (after === null) return null;
	return {
		update: {
			ref: told("REMOTE_BRANCH") ?? "",
			before: told("FROM_REF"),
			after
		},
		remote: told("REMOTE_NAME")
	};
}
// src/sources/lazy-source.ts
function createLazySource(open) {
	let source = null;
	const opened = () => {
		if (!source) throw new Error("nothing was read from this source yet");
		return source;
	};
	return {
		async *blobs() {
			source = await open();
			yield* source.blobs();
		},
		locate: async (blob, hit) => await opened().locate(blob, hit),
		nameOf: async (blob) => await opened().nameOf(blob),
		account: () => source?.account() ?? UNREAD
	};
}
const UNREAD = {
	coverage: {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	},
	gaps: [{
		kind: "miscounted",
		detail: "a part of what was pushed was not read"
	}]
};
// src/sources/range/pushed.ts
var pushed_exports = /* @__PURE__ */ __exportAll({ openPushed: () => openPushed });
async function openPushed(options) {
	const { environment, includes } = options;
	const { pushed, remote } = toldBy(options);
	const repo = await folderOf(options.repo, environment);
	const variables = pushed.here === "receiver" ? quarantineVariables(environment, options.repo) : {};
	const { gitDir } = await findRepository(repo);
	const git = new Git(gitDir, environment, variables);
	const refs = pushed.here === "receiver" ? ["--all"] : [remote === null ? "--remotes" : `--remotes=${remote}`];
	const parts = await partsOf(git, pushed.updates, refs);
	const [first] = parts;
	if (!first) return {
		change: {
			kind: "texts",
			of: "a push that brings no commit"
		},
		source: openTexts({ texts: [] })
	};
	const sources = parts.map((part) => {
		const range = {
			repo,
			environment,
			includes,
			variables,
			...part
		};
		return createLazySource(async () => (await openRange(range)).source);
	});
	return {
		change: {
			kind: "range",
			base: first.base,
			head: first.head
		},
		source: concatSources(sources)
	};
}
function toldBy({ lines, environment, remote }) {
	const pushed = parseRefUpdates(lines);
	const byFramework = pushed.updates.length === 0 ? parseFrameworkPush(environment) : null;
	if (!byFramework) return {
		pushed,
		remote: remote || null
	};
	return {
		pushed: {
			here: "sender",
			updates: [byFramework.update]
		},
		remote: byFramework.remote
	};
}
async function folderOf(repo, environment) {
	const told = environment["GIT_DIR"];
	return await findRepository(repo).then(() => repo, (error) => {
		if (told === void 0 || !(error instanceof UsageError)) throw error;
		return resolve(repo, told);
	});
}
async function partsOf(git, updates, refs) {
	const arriving = updates.filter((update) => update.after !== null);
	const heads = await resolveCommits(git, arriving.map(afterOf));
	const olds = updates.flatMap(({ before }) => before ?? []);
	const known = olds.length > 0 ? (await resolveCommits(git, olds)).filter((one) => one !== null) : [];
	const commits = heads.filter((one) => one !== null);
	const fresh = commits.length > 1 ? await listNewAmong(git, commits, known, refs) : new Set(commits);
	const parts = [];
	const seen = /* @__PURE__ */ new Set();
	for (const [at, update] of arriving.entries()) {
		const [head, commit = null] = [afterOf(update), heads[at]];
		if (commit === null && !isFullObjectId(head)) throw createMissingCommitError(head);
		const names = update.before === null ? [update.ref] : [];
		const part = commit !== null && (seen.has(commit) || !fresh.has(commit)) ? null : await edgeOf(git, commit, [...known, ...seen], refs);
		if (part !== null || isTag(head, commit) || names.some((name) => isLong(Buffer.byteLength(name)))) parts.push({
			...part ?? {
				base: commit,
				known: []
			},
			head: isFullObjectId(head) ? head : commit ?? head,
			names
		});
		if (commit !== null) seen.add(commit);
	}
	return parts;
}
async function edgeOf(git, commit, known, refs) {
	if (commit === null) return {
		base: null,
		known: []
	};
	const { isAny, edge } = await listNewCommits(git, commit, known, refs);
	if (!isAny) return null;
	const base = edge.find((one) => known.includes(one)) ?? edge[0] ?? null;
	return {
		base,
		known: edge.filter((one) => one !== base)
	};
}
function isTag(head, commit) {
	return isFullObjectId(head) && head !== commit;
}
function afterOf({ after }) {
	if (after === null) throw new Error("a ref that is taken away brings nothing");
	return after;
}
function quarantineVariables(environment, folder) {
	const objects = environment["GIT_OBJECT_DIRECTORY"];
	if (!environment["GIT_QUARANTINE_PATH"] || !objects) return {};
	const alternates = environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"];
	const absolute = (name) => name === "" || name.includes("\"") ? name : resolve(folder, name);
	return {
		GIT_OBJECT_DIRECTORY: resolve(folder, objects),
		...alternates ? { GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates.split(delimiter).map(absolute).join(delimiter) } : {}
	};
}
// src/sources/staged/index-changes.ts
var IndexChanges = class {
	hasHead = true;
	#git;
	#hasConflicts = false;
	constructor(git) {
		this.#git = git;
	}
	async *list() {
		this.hasHead = yield* this.#differencesFrom("HEAD");
		if (!this.hasHead) yield* this.#differencesFrom(await this.#emptyTree());
		if (this.#hasConflicts) yield* conflicts(this.#git);
	}
	async *#differencesFrom(tree) {
		const running = this.#git.start([
			"diff-index",
			"--cached",
			...RAW,
			tree,
			"--"
		]);
		running.input.end();
		let entry = null;
		for await (const token of splitTokens(running.output)) {
			if (!entry) {
				entry = ENTRY.exec(token);
				if (!entry) throw new Error("git diff-index gave an entry that is not in its manual");
				continue;
			}
			const [, mode = "", oid = "", status] = entry;
			if (status === "U") this.#hasConflicts = true;
			else if (isFile(mode)) yield {
				oid,
				path: token,
				isNew: status === "A"
			};
			entry = null;
		}
		const ending = await running.ended;
		if (ending.code !== 0 && !(tree === "HEAD" && NO_HEAD.test(ending.stderr))) throw createGitError(ending, "read the index");
		return ending.code === 0;
	}
	async #emptyTree() {
		const ending = await this.#git.ask([
			"hash-object",
			"-t",
			"tree",
			"--stdin"
		]);
		if (ending.code !== 0) throw createGitError(ending, "name an empty tree");
		return ending.stdout.trim();
	}
};
async function* conflicts(git) {
	const running = git.start([
		"ls-files",
		"--unmerged",
		"-z",
		"--full-name"
	]);
	running.input.end();
	for await (const token of splitTokens(running.output)) {
		const [, mode = "", oid = "", stage, path = ""] = /^(\d+) ([0-9a-f]+) (\d)\t(.+)$/s.exec(token) ?? [];
		if (stage !== "1" && isFile(mode)) yield {
			oid,
			path,
			isNew: false
		};
	}
	const ending = await running.ended;
	if (ending.code !== 0) throw createGitError(ending, "read the conflicts in the index");
}
const RAW = [
	"--raw",
	"-z",
	"--no-renames",
	"--no-abbrev",
	"--no-ext-diff",
	"--no-textconv"
];
const ENTRY = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/;
const NO_HEAD = /(?:ambiguous argument|bad revision|bad object|unknown revision) '?HEAD/;
function isFile(mode) {
	return mode !== "160000" && mode !== "000000";
}
// src/sources/staged/index-source.ts
const UNCOMMITTED = {
	commit: null,
	author: null,
	at: null,
	inHead: true
};
var IndexSource = class {
	#git;
	#repository;
	#includes;
	#gaps = new GapCollector();
	#tally = new CoverageCounter(this.#gaps);
	#changes;
	#staged = /* @__PURE__ */ new Map();
	#kept = /* @__PURE__ */ new Map();
	#places = null;
	#isReading = false;
	#isRead = false;
	constructor(git, repository, includes) {
		this.#git = git;
		this.#repository = repository;
		this.#includes = includes;
		this.#changes = new IndexChanges(git);
	}
	async *blobs() {
		this.#isReading = true;
		try {
			for await (const answer of readObjects(this.#git, this.#names())) if (answer.kind === "object") yield* this.#contents(answer);
			else this.#tally.miss(answer);
			for (const { path, isNew } of [...this.#staged.values()].flat()) {
				if (!isNew || !path.split("/").some((name) => isLong(Buffer.byteLength(name)))) continue;
				yield {
					provenance: {
						kind: "path",
						path,
						commit: null
					},
					chunks: [Buffer.from(path)]
				};
			}
			this.#isRead = true;
		} finally {
			this.#isReading = false;
			await this.#places?.forget();
		}
	}
	async locate({ provenance }, hit) {
		if (provenance.kind === "path") return await this.#inName(provenance.path, hit);
		if (provenance.kind !== "object") throw new Error(`the index has nothing from ${provenance.kind}`);
		const { oid: name } = provenance;
		const kept = this.#kept.get(name);
		const oid = kept?.pointer ?? name;
		const open = () => kept ? opened$1(kept.file) : readContent(this.#git, "blob", oid);
		const head = this.#changes.hasHead ? "HEAD" : null;
		this.#places ??= new Positions(new BaseContents(this.#git, head, this.#repository, this.#gaps), this.#gaps);
		const place = await this.#places.of({
			oid,
			name,
			open
		}, hit);
		if (!this.#isReading) await this.#places.forget();
		return this.#stagedAs(oid).map(({ path }) => ({
			...place,
			...UNCOMMITTED,
			where: "file",
			path
		}));
	}
	async nameOf({ provenance }) {
		if (provenance.kind === "path") return quoteForMessage(provenance.path);
		if (provenance.kind !== "object") throw new Error(`the index has nothing from ${provenance.kind}`);
		return quoteForMessage(this.#stagedAs(provenance.oid)[0]?.path ?? provenance.oid);
	}
	account() {
		const { coverage, settled } = this.#tally;
		const gaps = [...this.#gaps.all()];
		if (!this.#isRead) gaps.push({
			kind: "miscounted",
			detail: "reading stopped before the end of what is staged"
		});
		else if (settled !== this.#staged.size) gaps.push({
			kind: "miscounted",
			detail: `${this.#staged.size} staged files were expected and ${settled} were read`
		});
		return {
			coverage: { ...coverage },
			gaps
		};
	}
	async *#names() {
		for await (const staged of this.#changes.list()) {
			if (!this.#includes(staged.path)) continue;
			const known = this.#staged.get(staged.oid);
			known?.push(staged);
			if (known) continue;
			this.#staged.set(staged.oid, [staged]);
			yield [staged.oid];
		}
	}
	async *#contents({ oid, type, chunks }) {
		this.#tally.settle(type);
		yield {
			provenance: {
				kind: "object",
				oid
			},
			chunks: this.#tally.counted(chunks)
		};
		const pointer = Array.isArray(chunks) ? pointerIn(Buffer.concat(chunks)) : null;
		if (pointer) yield* this.#contentOf(pointer, oid);
	}
	async *#contentOf(pointer, oid) {
		const path = this.#stagedAs(oid)[0]?.path ?? oid;
		const file = await localFileOf(pointer, this.#repository.commonDir);
		if (file === null) {
			this.#gaps.add("lfs", elsewhere(path, pointer));
			return;
		}
		this.#kept.set(pointer.oid, {
			pointer: oid,
			file
		});
		this.#tally.coverage.blobs += 1;
		const chunks = this.#tally.counted(contentAt(file, pointer, path, this.#gaps));
		yield {
			provenance: {
				kind: "object",
				oid: pointer.oid
			},
			chunks
		};
	}
	async #inName(path, { encoding, offset, length }) {
		const key = Buffer.from(path).toString("utf8", offset, offset + length);
		let preexisting = false;
		if (this.#changes.hasHead) for await (const entry of listEntries(this.#git, "HEAD", this.#gaps)) preexisting ||= entry.path.includes(key);
		return [{
			...UNCOMMITTED,
			where: "path",
			path,
			line: null,
			column: null,
			encoding,
			member: null,
			preexisting
		}];
	}
	#stagedAs(oid) {
		return this.#staged.get(this.#kept.get(oid)?.pointer ?? oid) ?? [];
	}
};
// src/sources/staged/staged.ts
var staged_exports = /* @__PURE__ */ __exportAll({ openStaged: () => openStaged });
async function openStaged({ repo, environment, includes }) {
	const repository = await repositoryOf(repo, environment);
	const index = await indexIn(repo, repository, environment);
	return {
		change: { kind: "staged" },
		source: new IndexSource(new Git(repository.gitDir, environment, index === null ? {} : { GIT_INDEX_FILE: index }), repository, includes)
	};
}
async function repositoryOf(repo, environment) {
	const told = environment["GIT_DIR"];
	return await findRepository(repo).catch(async (error) => {
		if (told === void 0 || !(error instanceof UsageError)) throw error;
		return await findRepository(resolve(repo, told));
	});
}
async function indexIn(repo, { gitDir }, environment) {
	const told = environment["GIT_INDEX_FILE"];
	if (told === void 0 || told === "") return null;
	const tops = basename(gitDir) === ".git" ? [repo, dirname(gitDir)] : [repo];
	for (const top of tops) {
		const index = resolve(top, told);
		if (await access(index).then(() => true, () => false)) return index;
	}
	throw new UsageError(`GIT_INDEX_FILE names ${quoteForMessage(told)}, which is not there; unset it, or name an index of git.`);
}
// src/sources/stdin.ts
var stdin_exports = /* @__PURE__ */ __exportAll({ openStdin: () => openStdin });
function openStdin({ stream, name }) {
	const gaps = new GapCollector();
	const ruler = new LineIndex();
	const coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	let ended = false;
	async function* passing() {
		try {
			for await (const chunk of stream) {
				if (chunk.length === 0) continue;
				ruler.pass(chunk);
				coverage.bytes += chunk.length;
				yield chunk;
			}
		} catch (error) {
			gaps.add("unreadable", `the stream broke off: ${error.code ?? "it did not say why"}`);
		}
		ended = true;
	}
	return {
		change: {
			kind: "stdin",
			name
		},
		source: {
			async *blobs() {
				coverage.texts += 1;
				yield {
					provenance: {
						kind: "stdin",
						name
					},
					chunks: passing()
				};
			},
			async locate(_blob, { encoding, member, offset, length }) {
				const place = member === null ? ruler.place(offset, length) : null;
				const [line, column] = [place?.line ?? null, place?.column ?? null];
				return [{
					where: "stdin",
					path: name,
					line,
					column,
					commit: null,
					author: null,
					at: null,
					encoding,
					member,
					inHead: true,
					preexisting: false
				}];
			},
			nameOf: async () => quoteForMessage(name),
			account() {
				const unread = ended ? [] : [{
					kind: "miscounted",
					detail: "the stream was not read to its end"
				}];
				return {
					coverage: { ...coverage },
					gaps: [...gaps.all(), ...unread]
				};
			}
		}
	};
}
export { at_hand_exports, fetched_range_exports, files_exports, pushed_exports, scratch_repository_exports, staged_exports, stdin_exports };
