import "./rolldown-runtime.js";
import { At as createGitError, E as listMissing, Et as isFullObjectId, G as readFetchedVersions, O as splitLines, Ot as findRepository, j as formatRevisions, on as UsageError, sn as quoteForMessage, t as openRange } from "./core.js";
import { t as measureCompleteness } from "./completeness.js";
import { t as createScratchRepository } from "./scratch-repository.js";
// src/sources/fetched/contents.ts
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
// src/sources/fetched/fetch-errors.ts
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
const DEPTH = {
	unknown: 16,
	least: 8,
	most: 250
};
async function openRemoteRange(options) {
	checkNames(options);
	const format = options.head.length === 64 ? "sha256" : "sha1";
	return await createScratchRepository(options, format, async (filling) => await opened(filling, options));
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
export { openRemoteRange };
