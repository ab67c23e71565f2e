import { runProgram } from "./commands.js";
import { UsageError, parseGrace, parseLines, quoteValue, suggestNearest } from "./scan.js";
import { describeFixWithoutAct, describeTwoFixes, describeWrongFixAct, describeWrongFixRule } from "./messages.js";
// src/settings/audit-fixes.ts
const FIXABLE_RULES = [
	"unused",
	"owner-inactive",
	"archived-project",
	"no-expiry"
];
function parseFixes(name, value) {
	const fixes = /* @__PURE__ */ new Map();
	for (const line of parseLines(value)) {
		const [, rule, act] = /^([^=]*)=(.*)$/s.exec(line) ?? [];
		if (!rule || !act) throw new UsageError(describeFixWithoutAct(name, quoteValue(line)));
		const known = FIXABLE_RULES.find((one) => one === rule.trim());
		if (known === void 0) {
			const hint = suggestNearest(rule, FIXABLE_RULES);
			throw new UsageError(describeWrongFixRule(name, quoteValue(rule), FIXABLE_RULES, hint));
		}
		const parsed = parseAct(name, act.trim());
		const other = fixes.get(known);
		if (other && !isSameAct(other, parsed)) throw new UsageError(describeTwoFixes(name, known));
		fixes.set(known, parsed);
	}
	return fixes;
}
function parseAct(name, text) {
	if (text === "revoke") return { kind: "revoke" };
	const [, kind = text, time] = /^([^:]*):(.*)$/s.exec(text) ?? [];
	if (kind === "expire" && time) return {
		kind: "expire",
		grace: parseGrace(name, time)
	};
	throw new UsageError(describeWrongFixAct(name, quoteValue(text), suggestNearest(kind, ["revoke", "expire"])));
}
function isSameAct(one, other) {
	return one.kind === "revoke" ? other.kind === "revoke" : other.kind === "expire" && one.grace === other.grace;
}
export { parseFixes, runProgram };
