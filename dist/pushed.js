import "./rolldown-runtime.js";
import { At as createGitError, Dt as resolveCommits, Et as isFullObjectId, O as splitLines, Ot as findRepository, c as isLong, kt as Git, on as UsageError, sn as quoteForMessage, t as openRange, wt as createMissingCommitError } from "./core.js";
import { n as concatSources, t as openTexts } from "./event-texts.js";
import { delimiter, resolve } from "node:path";
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
export { openPushed };
