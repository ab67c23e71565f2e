import { __exportAll } from "./rolldown-runtime.js";
import { UsageError, checkEntries, decide, findNearest, isContainment, quoteValue, readBasePolicy, readFirstFileVersions } from "./scan.js";
import { containRecorded, describeLeft, describeNearest, mayBeRedactedAs, parseRedacted, writeEnd } from "./findings.js";
import { RULES, buildProjectFilter, createAuditReport, describeUnfinishedFix, listNeededSources, mayHideKeys, resolveRule } from "./audit-rules.js";
import { isExcepted, isMended } from "./report.js";
import { describeFixOfRuleOff, describeUnknownProject, describeUnknownProtection } from "./messages.js";
// src/audit-run/fix-cases.ts
const A_DAY = 864e5;
function listFixCases(findings, known) {
	const isOwn = buildOwnFinder(known.facts.keys, known.adminKey);
	const byKey = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const asked = known.fixes.get(finding.rule);
		if (finding.key === null || asked === void 0) continue;
		const made = createCase(finding, finding.key, asked, known, isOwn(finding.key));
		const other = byKey.get(finding.key.id);
		byKey.set(finding.key.id, other ? chooseCase(other, made) : made);
	}
	return [...byKey.values()];
}
function createCase(finding, record, asked, { facts }, mayBeOwn) {
	return {
		finding,
		record,
		asked,
		mayBeOwn,
		isExcepted: isExcepted(finding),
		isFullyKnown: isFullyKnown(finding.rule, record, facts),
		mustBeUnused: finding.rule === "unused",
		lastUse: findLastUse(record, facts)
	};
}
function chooseCase(one, other) {
	if (isHeldBack(one) !== isHeldBack(other)) return isHeldBack(one) ? other : one;
	return rankAct(other.asked) < rankAct(one.asked) ? other : one;
}
function isHeldBack({ isExcepted: excepted, isFullyKnown: known }) {
	return excepted || !known;
}
function rankAct(act) {
	return act.kind === "revoke" ? 0 : act.grace;
}
function isFullyKnown(name, { home }, facts) {
	const rule = RULES.find((one) => one.name === name);
	if (!rule) return false;
	return facts.gaps.every((gap) => !mayHideKeys(gap) || gap.covers.every((kind) => !rule.over.includes(kind))) && rule.needs.every((source) => isTold(source, home.id, facts));
}
function isTold(source, projectId, facts) {
	const project = facts.projects.find(({ id }) => id === projectId);
	switch (source) {
		case "usage":
		case "costs":
		case "users": return facts[source].kind === "told";
		case "audit-log": return facts.scopes.kind === "told";
		case "service-accounts": return project?.accounts.every(({ role }) => role.kind === "told") ?? false;
		case "spend-limits": return project?.hasHardLimit.kind === "told";
		default: return source;
	}
}
function findLastUse({ id, lastUsedAt, absent }, { usage, now }) {
	if (usage.kind === "told" && (usage.value.today.get(id) ?? 0) > 0) return now;
	const times = (usage.kind === "told" ? (usage.value.byKey.get(id) ?? []).filter(({ requests }) => requests > 0) : []).map(({ day }) => Date.parse(`${day}T00:00:00Z`) + A_DAY);
	if (lastUsedAt !== null) times.push(lastUsedAt.getTime());
	if (times.length > 0) return new Date(Math.max(...times));
	return absent?.includes("lastUsedAt") ? "unknown" : null;
}
function buildOwnFinder(keys, adminKey) {
	const isFitting = ({ redacted }) => redacted !== null && mayBeRedactedAs(adminKey, redacted);
	const isAdminKey = ({ home }) => home.kind === "organization";
	const isListed = keys.some((key) => isAdminKey(key) && isFitting(key));
	return (record) => isFitting(record) || isAdminKey(record) && (!isListed || parseRedacted(record.redacted ?? "") === null);
}
// src/audit-run/fix.ts
async function fixFindings(findings, known, { policy, unmatched }, world) {
	const decided = decide(listFixCases(findings, known), policy, known.facts.now, unmatched);
	const planned = new Map(decided.flatMap((one) => listPlanned(one).map((act) => [one, act])));
	const isAllowed = planned.size === 0 || await announce([...planned.values()], world);
	const fixed = /* @__PURE__ */ new Map();
	const begun = /* @__PURE__ */ new Set();
	const gaps = [];
	for (const one of decided) {
		const { decision, record } = one;
		const act = planned.get(one);
		const isToBeDone = act !== void 0 && isAllowed;
		const result = isToBeDone ? await carryOut(one, act, world) : {
			outcome: leaveCase(decision),
			gaps: []
		};
		if (isToBeDone && result.outcome.kind !== "refused") begun.add(record.id);
		fixed.set(record.id, {
			decision,
			outcome: result.outcome
		});
		gaps.push(...result.gaps);
	}
	const addFix = (finding) => ({
		...finding,
		fix: findFix(finding, known, fixed)
	});
	return {
		findings: findings.map(addFix),
		begun,
		gaps
	};
}
function listPlanned({ decision, finding }) {
	if (!isContainment(decision)) return [];
	return [{
		mask: null,
		act: decision,
		why: `${finding.rule}, ${finding.publicDetail ?? finding.detail}`
	}];
}
async function announce(acts, world) {
	if (world.confirm && !await world.confirm(acts)) return false;
	if (!world.confirm) world.onPlanned(acts);
	world.onContainment();
	return true;
}
async function carryOut({ finding, decision }, act, world) {
	if (!isContainment(decision)) throw new Error("nothing is to be done");
	const { rule } = finding;
	const record = {
		fingerprint: null,
		rule,
		containment: decision,
		at: world.clock.now()
	};
	const result = await containRecorded(record, null, world);
	world.onFixed(act, result.outcome);
	return result;
}
function leaveCase(decision) {
	return isContainment(decision) ? {
		kind: "left",
		because: "declined"
	} : describeLeft(decision);
}
function findFix(finding, { fixes }, fixed) {
	if (finding.key === null || !fixes.has(finding.rule)) return null;
	const { exception } = finding;
	if (exception === null || exception.isExpired) return fixed.get(finding.key.id) ?? null;
	return {
		decision: {
			kind: "leave",
			because: "excepted"
		},
		outcome: {
			kind: "left",
			because: "excepted"
		}
	};
}
// src/audit-run/unfinished.ts
const SPREADING = 9e5;
const SLACK = 6e4;
async function settleFixes(acts, facts, begun, world) {
	const notes = [];
	const gaps = [];
	for (const act of acts.filter(({ id }) => !begun.has(id))) {
		const { end, outcome } = inferEnd(act, facts);
		notes.push(describeUnfinishedFix(act, act.at.toISOString().slice(0, 10), end));
		if (outcome) gaps.push(...await writeEnd(null, act.id, outcome, world));
	}
	return {
		notes,
		gaps
	};
}
function inferEnd(act, facts) {
	const record = facts.keys.find(({ id }) => id === act.id);
	if (!record) return !facts.gaps.some(mayHideKeys) ? {
		end: "gone",
		outcome: { kind: "already-gone" }
	} : {
		end: "unknown",
		outcome: null
	};
	if (act.act === "expire" && endsAsAsked(act, record)) return {
		end: "expires",
		outcome: {
			kind: "contained",
			by: "expire",
			verified: true,
			stopped: false,
			scopesBefore: null,
			at: act.at,
			endsAt: record.expiresAt
		}
	};
	if (facts.now.getTime() - act.at.getTime() < SPREADING) return {
		end: "unknown",
		outcome: null
	};
	return {
		end: "not-done",
		outcome: {
			kind: "failed",
			because: act.act === "revoke" ? "still-listed" : "not-taken"
		}
	};
}
function endsAsAsked({ at, grace }, { expiresAt }) {
	if (grace === null || expiresAt === null) return false;
	return expiresAt.getTime() <= at.getTime() + grace * 1e3 + SLACK;
}
// src/audit-run/audit-run.ts
var audit_run_exports = /* @__PURE__ */ __exportAll({ runAudit: () => runAudit });
async function runAudit(request, world, names) {
	const { policy, fixes, projects, failOn } = request;
	refuseIdleFixes(policy, fixes, names.fix);
	const open = await world.journal.unfinishedFixes();
	const facts = await world.registry.collectFacts(listNeededSources(policy));
	refuseUnknownProjects(projects, facts, names.project);
	const report = createAuditReport(facts, policy, {
		failOn,
		projects
	});
	const checked = fixes.size === 0 ? {
		entries: [],
		gaps: []
	} : checkRails(request, facts);
	const rails = {
		policy: request.rails,
		unmatched: checked.entries
	};
	const fixed = await fixFindings(report.findings, {
		facts,
		fixes,
		adminKey: request.adminKey
	}, rails, world);
	const settled = await settleFixes(open, facts, fixed.begun, world);
	const gaps = [
		...checked.gaps,
		...fixed.gaps,
		...settled.gaps
	];
	return conclude({
		...report,
		findings: fixed.findings,
		notes: [...settled.notes, ...report.notes]
	}, gaps, failOn);
}
function refuseIdleFixes(policy, fixes, name) {
	const idle = RULES.find((rule) => fixes.has(rule.name) && resolveRule(rule, policy).level === "off");
	if (idle) throw new UsageError(describeFixOfRuleOff(name, idle.name));
}
function refuseUnknownProjects(words, { projects, gaps }, name) {
	const unknown = words.find((word) => !projects.some(buildProjectFilter([word])));
	const mayHide = gaps.some((gap) => mayHideKeys(gap) && gap.covers.includes("project"));
	if (unknown === void 0 || mayHide) return;
	const known = projects.flatMap((project) => [project.name, project.id]).filter((word) => word !== null);
	const nearest = findNearest(unknown, known);
	const hint = nearest === null ? "" : describeNearest(quoteValue(nearest));
	throw new UsageError(describeUnknownProject(name, quoteValue(unknown), hint));
}
function checkRails({ rails }, { keys, projects, gaps, organization }) {
	const homes = projects.map(({ id, name }) => ({
		kind: "project",
		id,
		name
	}));
	const policy = {
		...rails,
		onLeak: "revoke",
		approved: null
	};
	return checkEntries(policy, {
		records: keys,
		projects: homes,
		gaps,
		organization
	}, []);
}
function conclude(report, gaps, failOn) {
	const counting = report.findings.filter((finding) => !isExcepted(finding));
	const reaches = ({ level }) => failOn === "warning" || level === failOn;
	const fails = counting.some((finding) => reaches(finding) && !isMended(finding) || isUnmet(finding));
	return {
		...report,
		conclusion: gaps.length > 0 ? "incomplete" : report.conclusion,
		fails: failOn !== "never" && fails,
		gaps: [...report.gaps, ...gaps.map((gap) => ({
			...gap,
			covers: []
		}))]
	};
}
function isUnmet({ fix }) {
	if (fix === null) return false;
	const { outcome } = fix;
	switch (outcome.kind) {
		case "failed":
		case "refused": return true;
		case "contained": return !outcome.verified;
		case "left": return outcome.because === "too-many" || outcome.because === "not-fully-known";
		case "already-gone":
		case "rehearsed": return false;
		default: return outcome;
	}
}
// src/audit-run/protection.ts
var protection_exports = /* @__PURE__ */ __exportAll({ readProtection: () => readProtection });
async function readProtection(location, ignoreFile) {
	const { protect, mayContain, gaps } = await readBasePolicy({ ignoreFile }, await readFirstFileVersions(location, ["HEAD"], ignoreFile));
	if (!mayContain) throw new UsageError(describeUnknownProtection(gaps.map(({ detail }) => detail).join(" ")));
	return protect;
}
export { audit_run_exports, protection_exports, runAudit };
