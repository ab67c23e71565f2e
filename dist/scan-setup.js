import { describeScanSetup } from "./sources.js";
const createHash = (...args) => process.getBuiltinModule("node:crypto").createHash(...args);
// src/settings/settings-digest.ts
function computeSettingsDigest({ scan, paths, exclude, baseURL, detail, ignoreFile, keysFile, ...rest }) {
	const { ownKey: _, approved, ...policy } = rest.policy;
	const told = {
		...policy,
		scan,
		paths,
		exclude,
		baseURL,
		detail,
		ignoreFile,
		keysFile,
		hasAdminKey: rest.adminKey !== null,
		approved: approved && [...approved].toSorted()
	};
	const sorted = Object.entries(told).toSorted(([one], [other]) => one < other ? -1 : 1);
	return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}
export { computeSettingsDigest, describeScanSetup };
