import "./rolldown-runtime.js";
// src/action/default-branch.ts
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
export { findOwnDefaultBranch };
