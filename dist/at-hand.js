import "./rolldown-runtime.js";
import { E as listMissing, Et as isFullObjectId, Ot as findRepository, j as formatRevisions, kt as Git } from "./core.js";
import { t as measureCompleteness } from "./completeness.js";
// src/sources/fetched/at-hand.ts
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
export { isAtHand };
