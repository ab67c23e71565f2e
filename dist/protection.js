import "./rolldown-runtime.js";
import { UsageError, readBasePolicy, readFirstFileVersions } from "./scan.js";
import { describeUnknownProtection } from "./messages.js";
// src/audit-run/protection.ts
async function readProtection(location, ignoreFile) {
	const { protect, mayContain, gaps } = await readBasePolicy({ ignoreFile }, await readFirstFileVersions(location, ["HEAD"], ignoreFile));
	if (!mayContain) throw new UsageError(describeUnknownProtection(gaps.map(({ detail }) => detail).join(" ")));
	return protect;
}
export { readProtection };
