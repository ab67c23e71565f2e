import { At as createGitError, O as splitLines, j as formatRevisions } from "./core.js";
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
export { measureCompleteness as t };
