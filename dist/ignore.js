import "./rolldown-runtime.js";
import { Jt as DEFAULTS, on as UsageError } from "./core.js";
import { t as ignoreKey } from "./commands.js";
import { a as valueOf } from "./flags.js";
// src/cli/ignore.ts
async function ignore(flags, words) {
	if (words.length > 1) throw new UsageError(`ignore takes one fingerprint, and ${words.length} were given.`);
	const [fingerprint] = words;
	const typed = {
		fingerprint,
		reason: valueOf(flags, "reason"),
		until: valueOf(flags, "until")
	};
	const lines = await ignoreKey(ignoreFileIn(flags), typed);
	process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
function ignoreFileIn(flags) {
	return {
		folder: valueOf(flags, "repo") ?? process.cwd(),
		ignoreFile: valueOf(flags, "ignore-file") ?? DEFAULTS["ignore-file"],
		now: /* @__PURE__ */ new Date()
	};
}
export { ignore, ignoreFileIn };
