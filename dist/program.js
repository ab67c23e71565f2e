import { runProgram } from "./commands.js";
import { UsageError, describeEmptyKeyName, describeKeyAsName, describeKeyBesideDue, describeNothingToRotate, describeResumeWithoutFile, describeSettingBesideDue, describeUselessWiden, describeWrongOverlap, hasMarker, parseDuration, parseGrace, parseLines, quoteValue, suggestNearest } from "./scan.js";
import { describeFixWithoutAct, describeTwoFixes, describeWrongFixAct, describeWrongFixRule } from "./messages.js";
import { parseScopes, parseTargets, splitScopes } from "./scopes.js";
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
// src/settings/rotation/choices.ts
const ROTATION_DEFAULTS = {
	overlap: "24h",
	wait: "30m"
};
function parseRotationChoices(given, name) {
	refuseContradictions(given, name);
	const { keys, to = "", scopes, expiresIn, widen, create, resume } = given;
	return {
		keys: keys.map((key) => parseKeyName(name("key"), key)),
		targets: parseTargets(name("to"), parseLines(to)),
		scopes: isGiven(scopes) ? parseScopes(name("scopes"), splitScopes(scopes)) : null,
		expiresIn: isGiven(expiresIn) ? parseGrace(name("expires-in"), expiresIn.trim()) : null,
		overlap: parseOverlap(name("overlap"), given.overlap?.trim() || ROTATION_DEFAULTS.overlap),
		wait: parseTime(name("wait"), given.wait?.trim() || ROTATION_DEFAULTS.wait),
		widen,
		create,
		resume
	};
}
function isGiven(text) {
	return text !== void 0 && text.trim() !== "";
}
function refuseContradictions(given, name) {
	const { keys, due, resume, auditFile, widen } = given;
	if (keys.length === 0 && !due) throw new UsageError(describeNothingToRotate(name("due")));
	if (keys.length > 0 && due) throw new UsageError(describeKeyBesideDue(name("due")));
	if (due) {
		const [useless] = [
			"to",
			"scopes",
			"expires-in"
		].filter((one) => isGiven(one === "expires-in" ? given.expiresIn : given[one]));
		if (useless) throw new UsageError(describeSettingBesideDue(name(useless), name("due")));
	}
	if (resume && auditFile === null) throw new UsageError(describeResumeWithoutFile(name("resume"), name("audit-file")));
	if (widen && !isGiven(given.scopes)) throw new UsageError(describeUselessWiden(name("widen"), name("scopes")));
}
function parseKeyName(name, text) {
	const key = text.trim();
	if (key === "") throw new UsageError(describeEmptyKeyName(name));
	if (key.startsWith("sk-") || hasMarker(key)) throw new UsageError(describeKeyAsName(name));
	return key;
}
function parseTime(name, text) {
	return text === "0" ? 0 : parseDuration(name, text);
}
function parseOverlap(name, text) {
	const seconds = parseTime(name, text);
	if (seconds <= 31536e3) return seconds;
	throw new UsageError(describeWrongOverlap(name, quoteValue(text)));
}
export { parseFixes, parseRotationChoices, runProgram };
