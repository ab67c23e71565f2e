import { __exportAll } from "./rolldown-runtime.js";
import { NO_KEPT_SECRETS } from "./findings.js";
// src/action/default-branch.ts
var default_branch_exports = /* @__PURE__ */ __exportAll({
	describeRepositories: () => describeRepositories,
	findOwnDefaultBranch: () => findOwnDefaultBranch
});
const { env } = process;
async function findOwnDefaultBranch({ defaultBranch }, { apiUrl, repository, clock, token }) {
	if (defaultBranch !== null) return defaultBranch;
	const ref = env["GITHUB_REF"] ?? "";
	if (env["GITHUB_EVENT_NAME"] === "schedule" && ref.startsWith("refs/heads/")) return ref.slice(11);
	if (token === null || repository.repo === "") return null;
	const { readDefaultBranchName } = await import("./github.js").then((n) => n.repository_exports);
	return await readDefaultBranchName({
		apiUrl,
		token
	}, repository, { clock });
}
async function describeRepositories(secrets, { event, serverUrl, run }) {
	if (secrets.length === 0) return NO_KEPT_SECRETS;
	const { findDefaultBranches } = await import("./github.js").then((n) => n.default_branches_exports);
	const { apiUrl, repository, clock, token } = run;
	return {
		secrets,
		serverUrl,
		branches: await findDefaultBranches(secrets, {
			repository: `${repository.owner}/${repository.repo}`,
			defaultBranch: await findOwnDefaultBranch(event, run)
		}, token === null ? null : {
			apiUrl,
			token
		}, clock)
	};
}
export { default_branch_exports, describeRepositories };
