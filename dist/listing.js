import { c as UsageError, o as complaint, s as failureOf, t as linesIn } from "./tokens.js";
import { t as quoted } from "./quoted.js";
// src/sources/missing-commit.ts
var MissingCommit = class extends UsageError {
	commit;
	constructor(commit, message) {
		super(message);
		this.commit = commit;
	}
};
function notHere(name) {
	return new MissingCommit(name, `${isHex(name) ? name : quoted(name)} is not a commit of this repository; name a branch, a tag or a commit that is, or fetch it first (git fetch; with actions/checkout: fetch-depth: 0).`);
}
function tooShallow(commit) {
	return new MissingCommit(commit, `The repository is a shallow clone and the range runs past its end, at commit ${commit}; fetch the history it lacks (git fetch --unshallow; with actions/checkout: fetch-depth: 0).`);
}
function isHex(name) {
	return /^[0-9a-f]{40,64}$/.test(name);
}
// src/sources/listing.ts
var Listing = class {
	expected = 0;
	#git;
	#ends;
	#repository;
	#missing = /* @__PURE__ */ new Set();
	#gaps;
	#running = null;
	#stopped = false;
	constructor(git, ends, repository, gaps) {
		this.#git = git;
		this.#ends = ends;
		this.#repository = repository;
		this.#gaps = gaps;
	}
	async *names() {
		if (this.#repository.isPartial) this.#missing = await missingFrom(this.#git, revisions(this.#ends));
		const running = this.#git.start([
			"rev-list",
			...FILTER,
			"--end-of-options",
			...revisions(this.#ends),
			"--"
		]);
		this.#running = running;
		const batches = linesIn(running.output);
		const { shallow } = this.#repository;
		for await (const lines of shallow.size > 0 ? commitsAtOnce(batches) : batches) {
			const names = lines.flatMap((line) => this.#nameIn(line));
			this.expected += names.length;
			if (names.length > 0) yield names;
		}
		const ending = await running.ended;
		if (ending.code !== 0 && !this.#stopped) this.#brokeOff(ending);
	}
	stop() {
		this.#stopped = true;
		this.#running?.stop();
	}
	#nameIn(line) {
		if (line.startsWith("~")) return this.#known(line.slice(1));
		if (line.startsWith("?")) {
			this.#gaps.add("missing-object", `the object ${line.slice(1)} is not in this repository, so the files below it could not be listed`);
			return [];
		}
		const blank = line.indexOf(" ");
		if (blank !== -1) return [line.slice(0, blank)];
		if (this.#repository.shallow.has(line)) throw tooShallow(line);
		return [line];
	}
	#known(blob) {
		if (!this.#missing.has(blob)) return [blob];
		this.#gaps.missing(blob);
		return [];
	}
	#brokeOff(ending) {
		const unknown = /(?:bad object|bad revision|ambiguous argument) '?\^?([0-9a-f]{40,64})/.exec(ending.stderr)?.[1];
		const { base, head } = this.#ends;
		if (unknown !== void 0 && (unknown === base || unknown === head)) throw notHere(unknown);
		const failure = failureOf(ending, "list new objects");
		if (ending.failed || failure instanceof UsageError) throw failure;
		this.#gaps.add("unreadable", `the list of new objects broke off: ${complaint(ending.stderr)}`);
	}
};
async function* commitsAtOnce(batches) {
	let commits = [];
	for await (const lines of batches) {
		if (commits) commits.push(...lines);
		const isPast = lines.some((line) => /[ ~?]/.test(line));
		if (!commits) yield lines;
		else if (isPast) {
			yield commits;
			commits = null;
		}
	}
	if (commits) yield commits;
}
const FILTER = [
	"--objects",
	"--missing=print",
	"--filter=blob:none",
	"--filter-print-omitted"
];
async function missingFrom(git, revisions) {
	const missing = /* @__PURE__ */ new Set();
	const running = git.start([
		"rev-list",
		"--objects",
		"--missing=print",
		...revisions,
		"--"
	]);
	for await (const lines of linesIn(running.output)) for (const line of lines) if (line.startsWith("?")) missing.add(line.slice(1));
	return missing;
}
function revisions({ base, head }) {
	return base === null ? [head] : [head, `^${base}`];
}
export { notHere as a, MissingCommit as i, missingFrom as n, revisions as r, Listing as t };
