import { a as Git, c as UsageError, i as findRepository, o as complaint, s as failureOf } from "./tokens.js";
import { a as notHere } from "./listing.js";
import { t as quoted } from "./quoted.js";
// src/sources/revisions.ts
function isFullName(name) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
}
async function commitsNamed(git, names) {
	for (const name of names) if (name === "" || /\p{Cc}/u.test(name)) throw new UsageError(`${quoted(name)} cannot be a revision; name a commit.`);
	const ending = await git.ask(["cat-file", "--batch-check"], names.map((name) => `${name}^{commit}\n`).join(""));
	const lines = ending.stdout.split("\n").slice(0, -1);
	if (lines.length === names.length) return lines.map((line) => /^([0-9a-f]+) commit \d+$/.exec(line)?.[1] ?? null);
	const [culprit] = names.slice(lines.length);
	if (culprit === void 0 || !/^fatal: .*(?:upstream|branch|log for)/m.test(ending.stderr)) throw failureOf(ending, "look up commits");
	throw new UsageError(`${quoted(culprit)} names no commit (${complaint(ending.stderr)}); name a branch or a commit.`);
}
async function endsNamed(git, base, head) {
	if (isFullName(head) && (base === null || isFullName(base))) return {
		base,
		head
	};
	const names = base === null ? [head] : [head, base];
	const [headCommit, baseCommit] = (await commitsNamed(git, names)).map((commit, at) => {
		if (commit === null) throw notHere(names[at] ?? "");
		return commit;
	});
	return {
		base: baseCommit ?? null,
		head: headCommit ?? head
	};
}
function rangeWordsIn(range) {
	const parts = /^(.*?)(\.{2,})(.*)$/s.exec(range.trim());
	if (range.trim() === "" || parts && (parts[2] ?? "").length > 3 || parts?.[3]?.includes("..")) throw new UsageError(`${quoted(range)} is not a range; write A..B, A...B, or A for A..HEAD.`);
	if (!parts) return {
		base: range.trim(),
		head: "HEAD",
		fromParting: false
	};
	const [, base, dots, head] = parts;
	return {
		base: base || "HEAD",
		head: head || "HEAD",
		fromParting: dots === "..."
	};
}
async function endsOf(range, { repo, environment }) {
	const { base, head, fromParting } = rangeWordsIn(range);
	const git = new Git((await findRepository(repo)).gitDir, environment);
	const ends = await endsNamed(git, base, head);
	if (!fromParting || ends.base === null) return ends;
	const ending = await git.ask([
		"merge-base",
		"--end-of-options",
		ends.base,
		ends.head
	]);
	const parting = ending.stdout.trim();
	if (isFullName(parting)) return {
		base: parting,
		head: ends.head
	};
	if (ending.code !== 1 && !/Not a valid commit name/.test(ending.stderr)) throw failureOf(ending, "find where two commits parted");
	throw new UsageError(`${quoted(range)}: the two share no commit here; write A..B, or fetch their history (git fetch --unshallow).`);
}
export { isFullName as i, endsNamed as n, endsOf as r, commitsNamed as t };
