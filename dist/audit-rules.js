import { __exportAll, __toESM } from "./rolldown-runtime.js";
import { STYLES, capitalize, clipText, escapeHref, escapeMarkdown, escapePlain, formatCount, formatDay, formatDecision, formatIsoTime, formatNumber, formatOutcome, formatSafeJsonList, formatTime, formatWhen, isCalendarTime, isPast, normalizeName, paintTitle, parseDay, parseReason, quoteForMessage, renderVerdictLine, suggestNearest, toShownSigns } from "./scan.js";
import { NO_KEPT_SECRETS } from "./findings.js";
import { require_micromatch } from "./globs.js";
import { ACTIONS, NOTHING, NOTICE_LINKS, PAGE_LABELS, REPOSITORY, REST, STYLE, buildFederations, describeFederations, describeFolded, describeMoreFindings, describeNoticePlace, describeRehearsed, explainFailed, explainLeft, explainRefused, formatFederation, formatMarkdown, formatMarkdownProse, formatPlain, formatProse, isExcepted, isMended, joinLines, line, linkRest, markName, markup, measureColumns, nameHome, nameOwner, renderDocument, renderFederation, renderFederations as renderFederations$1, renderLeftOut, renderLine, renderLink, renderListed, renderName, renderSentence, showName, splitProse, stressLine, truncateList, words, wrap } from "./report.js";
import { EXCEPTION_FAULTS, POLICY_HOLDS_A_KEY, PROJECT_FAULTS, describeEmptyItem, describeEmptyRule, describeExceptionFault, describeNoProjects, describeNoSetting, describeUnknownWord, describeWrongAmount, describeWrongLevel, describeWrongNumber } from "./messages.js";
import { YamlEntry, YamlFile, quoteWord, require_dist } from "./ignore-file.js";
// src/messages/audit/notes.ts
const UNLISTED = "OpenAI's list of them could not be read to its end";
const NOTHING_ON = "The policy file turns every rule off: nothing was judged, and nothing found says nothing.";
function describeExpired(count, isOne) {
	return `${count} ${isOne ? "has" : "have"} expired and can never be used again: no rule was applied to ${isOne ? "it" : "them"}.`;
}
function describeSkipped(rule, count, because) {
	return `${rule} says nothing about ${count}: ${because}.`;
}
function describeUnmatchedException(line) {
	return `The exception in line ${line} of the policy file fits no key, project or service account. Correct or remove it.`;
}
function describeUnmatchedProject(rule, item) {
	return `Item ${item} of projects under ${rule} fits no project. Correct or remove it.`;
}
function describeUnreadKeys(name) {
	return `The keys file could not be read, so this audit does not know which keys are in secrets of GitHub. Name it with \`${name}\` to see why.`;
}
// src/audit/rules/days.ts
const A_DAY = 864e5;
function countDays(from, to) {
	return Math.floor((to.getTime() - from.getTime()) / A_DAY);
}
function isAhead(at, now) {
	return at !== null && at.getTime() - now.getTime() > 864e5;
}
const AHEAD = {
	kind: "not-judged",
	because: "a date of it lies ahead of this machine's clock"
};
function describeAge(at, now) {
	return `${formatCount(countDays(at, now), "day")} ago, on ${formatDay(at)}`;
}
function getDate(day) {
	return /* @__PURE__ */ new Date(`${day}T00:00:00Z`);
}
// src/audit/rules/subjects.ts
function listProjectKeys(facts) {
	return listKeys(facts, "project").map((key) => ({
		kind: "key",
		key
	}));
}
function listAdminKeys(facts) {
	return listKeys(facts, "organization").map((key) => ({
		kind: "admin-key",
		key
	}));
}
function listProjects({ projects }) {
	return projects.filter(({ isArchived }) => isArchived !== true).map((project) => ({
		kind: "project",
		project
	}));
}
function listKeyHolders(facts) {
	const projects = facts.projects.filter(({ isArchived }) => isArchived !== true);
	const ids = new Set(projects.map(({ id }) => id));
	const accounts = projects.flatMap((project) => project.accounts.map((account) => ({
		kind: "service-account",
		account,
		project
	})));
	const unnamed = listProjectKeys(facts).filter((subject) => subject.kind === "key" && mayBeOfAccount(subject.key) && ids.has(subject.key.home.id));
	return [...accounts, ...unnamed];
}
function mayBeOfAccount({ owner }) {
	return owner === null || owner.kind === "service-account" && owner.id === null;
}
function isExpired({ expiresAt }, { now }) {
	return expiresAt !== null && expiresAt <= now;
}
function findProject({ home }, { projects }) {
	return projects.find(({ id }) => id === home.id) ?? null;
}
function listKeys(facts, kind) {
	return facts.keys.filter((key) => key.home.kind === kind && !isExpired(key, facts));
}
// src/audit/rules/keys/admin-key.ts
const ADMIN_KEY = {
	name: "admin-key",
	title: "Admin API keys that are too many, unused or endless",
	finds: "an Admin API key that was not used for more than ${days} days or has no expiry, or more than ${count} of them",
	level: "error",
	limits: {
		days: 30,
		count: 3
	},
	needs: [],
	over: ["organization"],
	listSubjects: (facts) => [...listAdminKeys(facts), { kind: "organization" }],
	judge: (subject, facts, { days, count }) => {
		if (subject.kind === "admin-key") return judgeKey$2(subject.key, facts, days);
		const { length } = listAdminKeys(facts);
		if (length <= count) return { kind: "passed" };
		return {
			kind: "found",
			detail: `has ${formatCount(length, "Admin API key")}, ${length - count} more than ${count}`
		};
	},
	advise: (subject) => subject.kind === "organization" ? "Keep one for each program that needs one, and delete the others in the dashboard under Admin keys." : "Delete it in the dashboard under Admin keys, if no program needs it. Else create another with an expiry, move the program to it, and then delete this one."
};
function judgeKey$2(key, facts, days) {
	const parts = [judgeUse(key, facts, days), judgeExpiry(key)];
	const details = parts.flatMap((part) => part.kind === "found" ? part.detail : []);
	if (details.length > 0) return {
		kind: "found",
		detail: details.join("; ")
	};
	return parts.find(({ kind }) => kind === "not-judged") ?? { kind: "passed" };
}
function judgeExpiry({ expiresAt, absent }) {
	if (expiresAt !== null) return { kind: "passed" };
	if (absent?.includes("expiresAt")) return {
		kind: "not-judged",
		because: "OpenAI did not say when it expires"
	};
	return {
		kind: "found",
		detail: "never expires"
	};
}
function judgeUse({ createdAt, lastUsedAt, absent }, { now }, days) {
	if (isAhead(createdAt, now) || isAhead(lastUsedAt, now)) return AHEAD;
	if (createdAt !== null && countDays(createdAt, now) <= days) return { kind: "passed" };
	if (lastUsedAt !== null) {
		if (countDays(lastUsedAt, now) <= days) return { kind: "passed" };
		return {
			kind: "found",
			detail: `last used ${describeAge(lastUsedAt, now)}`
		};
	}
	if (absent?.includes("lastUsedAt")) return {
		kind: "not-judged",
		because: "OpenAI did not say when it was used"
	};
	if (createdAt === null) return {
		kind: "not-judged",
		because: "OpenAI did not say when it was created"
	};
	return {
		kind: "found",
		detail: `never used, and created ${describeAge(createdAt, now)}`
	};
}
// src/audit/rules/untold.ts
const NAMES = {
	usage: "usage",
	costs: "costs",
	"audit-log": "the audit log",
	users: "the list of users",
	"service-accounts": "the service accounts",
	"spend-limits": "spend limits"
};
function refuseJudgement(source, { because }) {
	return {
		kind: "not-judged",
		because: explainSilence(NAMES[source], because)
	};
}
function explainSilence(name, because) {
	switch (because) {
		case "off": return `${name} is off, or empty`;
		case "not-permitted": return `the Admin API key may not read ${name}`;
		case "no-answer": return `OpenAI did not answer when it was asked for ${name}`;
		case "unreadable": return `OpenAI's answer about ${name} cannot be read`;
		case "not-asked": return `OpenAI was not asked for ${name}`;
		default: return because;
	}
}
// src/audit/rules/keys/broad-scopes.ts
const EVERYTHING = "api.all";
const BROAD_SCOPES = {
	name: "broad-scopes",
	title: "Keys that may do everything",
	finds: "a key that may do everything, as far as the audit log says",
	level: "warning",
	limits: {},
	needs: ["audit-log"],
	over: ["project"],
	listSubjects: listProjectKeys,
	judge: (subject, { scopes }) => {
		if (subject.kind !== "key") return { kind: "passed" };
		if (scopes.kind === "untold") return refuseJudgement("audit-log", scopes);
		const allowed = scopes.value.get(subject.key.id);
		if (allowed === void 0) return {
			kind: "not-judged",
			because: "the audit log does not say what it may do"
		};
		if (allowed.length > 0 && !allowed.includes(EVERYTHING)) return { kind: "passed" };
		return {
			kind: "found",
			detail: "may do everything that its owner may do in the project"
		};
	},
	advise: () => "Restrict it under API keys in the dashboard to what the program does, such as model requests."
};
// src/audit/rules/keys/no-expiry.ts
const NO_EXPIRY = {
	name: "no-expiry",
	title: "Keys that never expire",
	finds: "a key without expiry",
	level: "warning",
	limits: {},
	needs: [],
	over: ["project"],
	listSubjects: listProjectKeys,
	judge: (subject) => {
		if (subject.kind !== "key" || subject.key.expiresAt !== null) return { kind: "passed" };
		if (subject.key.absent?.includes("expiresAt")) return {
			kind: "not-judged",
			because: "OpenAI did not say when it expires"
		};
		return {
			kind: "found",
			detail: "never expires"
		};
	},
	advise: () => "Create another key with an expiry, of a service account under the same account. Move the program to it, and delete this one."
};
// src/audit/rules/keys/old.ts
const OLD = {
	name: "old",
	title: "Old keys",
	finds: "a key that was created more than ${days} days ago",
	level: "warning",
	limits: { days: 180 },
	needs: [],
	over: ["project"],
	listSubjects: listProjectKeys,
	judge: (subject, { now }, { days }) => {
		if (subject.kind !== "key") return { kind: "passed" };
		const { createdAt } = subject.key;
		if (createdAt === null) return {
			kind: "not-judged",
			because: "OpenAI did not say when it was created"
		};
		if (isAhead(createdAt, now)) return AHEAD;
		if (countDays(createdAt, now) <= days) return { kind: "passed" };
		return {
			kind: "found",
			detail: `created ${describeAge(createdAt, now)}`
		};
	},
	advise: () => "Create another key, move the program to it, and delete this one when it is no longer used."
};
// src/audit/rules/keys/owner-inactive.ts
const OWNER_INACTIVE = {
	name: "owner-inactive",
	title: "Keys whose owner left",
	finds: "a key whose owner lost access to its project, or left the organisation",
	level: "error",
	limits: {},
	needs: ["users"],
	over: ["project", "organization"],
	listSubjects: (facts) => [...listProjectKeys(facts), ...listAdminKeys(facts)],
	judge: (subject, facts) => {
		if (subject.kind !== "key" && subject.kind !== "admin-key") return { kind: "passed" };
		const { key } = subject;
		if (key.ownerHasAccess === false) return {
			kind: "found",
			detail: "its owner no longer has access to the project"
		};
		if (key.owner === null) return {
			kind: "not-judged",
			because: "OpenAI did not say who owns it"
		};
		const verdict = key.owner.kind === "user" ? judgeUser(key, facts) : { kind: "passed" };
		return verdict.kind === "passed" && subject.kind === "key" && key.ownerHasAccess === null ? {
			kind: "not-judged",
			because: "OpenAI did not say whether its owner has access to the project"
		} : verdict;
	},
	advise: (subject) => subject.kind === "admin-key" ? "Ask the owners of the organisation whether a program uses it, and create another for that program. Then delete this one in the dashboard." : "Ask the owners of its project whether a program uses it, and give that program a key of a service account. Then revoke this one: `openai-key-guard audit --fix owner-inactive=revoke`."
};
function judgeUser({ owner }, { users }) {
	if (users.kind === "untold") return refuseJudgement("users", users);
	if (!owner?.id) return {
		kind: "not-judged",
		because: "OpenAI did not say who owns it"
	};
	if (users.value.has(owner.id)) return { kind: "passed" };
	return {
		kind: "found",
		detail: "its owner is no longer in the organisation"
	};
}
// src/audit/rules/keys/person-owned.ts
const PERSON_OWNED = {
	name: "person-owned",
	title: "Keys that belong to a person",
	finds: "a key that belongs to a person, not to a service account",
	level: "warning",
	limits: {},
	needs: [],
	over: ["project"],
	listSubjects: listProjectKeys,
	judge: (subject) => {
		if (subject.kind !== "key" || subject.key.owner?.kind === "service-account") return { kind: "passed" };
		if (subject.key.owner === null) return {
			kind: "not-judged",
			because: "OpenAI did not say who owns it"
		};
		return {
			kind: "found",
			detail: "belongs to a person"
		};
	},
	advise: (subject, facts) => {
		return subject.kind === "key" && (findProject(subject.key, facts)?.isDefault ?? "no") !== "no" ? "Create a service account in another project: the default project can have none. Move the program to its key, and delete this one." : "Create a service account in the same project, and a key under it. Move the program to the new key, and delete this one.";
	}
};
// src/audit/rules/keys/unused.ts
const UNUSED = {
	name: "unused",
	title: "Keys that nobody uses",
	finds: "a key that was last used more than ${days} days ago, or never and is older than that",
	level: "error",
	limits: { days: 90 },
	needs: ["usage"],
	over: ["project"],
	listSubjects: listProjectKeys,
	judge: (subject, facts, { days }) => {
		if (subject.kind !== "key") return { kind: "passed" };
		const { key } = subject;
		if (isAhead(key.createdAt, facts.now) || isAhead(key.lastUsedAt, facts.now)) return AHEAD;
		if (isYoung(key, facts, days)) return { kind: "passed" };
		const usedAt = findLastUse(key, facts);
		if (usedAt !== null) return judgeLastUse(usedAt, facts, days);
		if (key.absent?.includes("lastUsedAt")) return {
			kind: "not-judged",
			because: "OpenAI did not say when it was used"
		};
		if (key.createdAt === null) return {
			kind: "not-judged",
			because: "OpenAI did not say when it was created"
		};
		if (facts.usage.kind === "untold") return refuseJudgement("usage", facts.usage);
		return {
			kind: "found",
			detail: `never used, and created ${describeAge(key.createdAt, facts.now)}`
		};
	},
	advise: () => "Ask its owner whether anything still needs it. If not, revoke it: `openai-key-guard audit --fix unused=revoke`."
};
function isYoung({ createdAt }, { now }, days) {
	if (createdAt === null) return false;
	return countDays(createdAt, now) <= days || now.getTime() - createdAt.getTime() < 864e5;
}
function judgeLastUse(usedAt, { usage, now }, days) {
	if (countDays(usedAt, now) <= days) return { kind: "passed" };
	if (usage.kind === "untold") return refuseJudgement("usage", usage);
	return {
		kind: "found",
		detail: `last used ${describeAge(usedAt, now)}`
	};
}
function findLastUse({ id, lastUsedAt }, { usage, now }) {
	if (usage.kind === "untold") return lastUsedAt;
	if ((usage.value.today.get(id) ?? 0) > 0) return now;
	const last = (usage.value.byKey.get(id) ?? []).filter(({ requests }) => requests > 0).reduce((latest, { day }) => day > latest ? day : latest, "");
	if (last === "") return lastUsedAt;
	const seenAt = getDate(last);
	return lastUsedAt !== null && lastUsedAt > seenAt ? lastUsedAt : seenAt;
}
// src/audit/rules/projects/archived-project.ts
const ARCHIVED_PROJECT = {
	name: "archived-project",
	title: "Keys in archived projects",
	finds: "a key that is still listed in an archived project",
	level: "warning",
	limits: {},
	needs: [],
	over: ["project"],
	listSubjects: listProjectKeys,
	judge: (subject, facts) => {
		if (subject.kind !== "key") return { kind: "passed" };
		const isArchived = findProject(subject.key, facts)?.isArchived ?? null;
		if (isArchived === null) return {
			kind: "not-judged",
			because: "OpenAI did not say whether its project is archived"
		};
		return isArchived ? {
			kind: "found",
			detail: "lives in an archived project"
		} : { kind: "passed" };
	},
	advise: () => "Revoke it: `openai-key-guard audit --fix archived-project=revoke`. Nothing should need a key there."
};
// src/audit/rules/projects/default-project.ts
const DEFAULT_PROJECT = {
	name: "default-project",
	title: "Keys in the default project",
	finds: "a key in the default project",
	level: "warning",
	limits: {},
	needs: ["audit-log"],
	over: ["project"],
	listSubjects: listProjectKeys,
	judge: (subject, facts) => subject.kind === "key" ? judgeKey$1(subject.key, facts) : { kind: "passed" },
	advise: () => "Create a project for the program, with a service account and a key under it. Move the program to the new key, and delete this one."
};
function judgeKey$1(key, facts) {
	const project = findProject(key, facts);
	switch (project?.isDefault) {
		case "yes": return {
			kind: "found",
			detail: "lives in the default project"
		};
		case "probably": return {
			kind: "found",
			detail: "lives in what is probably the default project"
		};
	}
	const isKnown = facts.projects.some(({ isDefault }) => isDefault !== "no");
	const hasAccounts = project !== null && project.accounts.length > 0;
	if (key.owner?.kind === "service-account" || hasAccounts || project !== null && isKnown) return { kind: "passed" };
	return {
		kind: "not-judged",
		because: "no project can be recognized as the default one"
	};
}
// src/audit/rules/projects/no-spend-limit.ts
const NO_SPEND_LIMIT = {
	name: "no-spend-limit",
	title: "Projects without a spend limit",
	finds: "a project without a spend limit that stops requests (one request more for each project)",
	level: "off",
	limits: {},
	needs: ["spend-limits"],
	over: ["project"],
	listSubjects: listProjects,
	judge: (subject) => {
		if (subject.kind !== "project") return { kind: "passed" };
		const { hasHardLimit } = subject.project;
		if (hasHardLimit.kind === "untold") return refuseJudgement("spend-limits", hasHardLimit);
		return hasHardLimit.value ? { kind: "passed" } : {
			kind: "found",
			detail: "has no spend limit that stops requests"
		};
	},
	advise: () => "Set a monthly spend limit that stops requests, in the project's settings under Limits."
};
// src/audit/rules/projects/owner-role.ts
const OWNER_ROLE = {
	name: "owner-role",
	title: "Service accounts with the role owner",
	finds: "a service account with the role owner that has a key",
	level: "warning",
	limits: {},
	needs: ["service-accounts"],
	over: ["project"],
	listSubjects: listKeyHolders,
	judge: (subject) => {
		if (subject.kind === "key") return {
			kind: "not-judged",
			because: "OpenAI did not say who owns it"
		};
		if (subject.kind !== "service-account") return { kind: "passed" };
		const { role } = subject.account;
		if (role.kind === "untold") return refuseJudgement("service-accounts", role);
		if (role.value === null) return {
			kind: "not-judged",
			because: "OpenAI did not say which role it has"
		};
		return role.value === "owner" ? {
			kind: "found",
			detail: "has the role owner"
		} : { kind: "passed" };
	},
	advise: () => "Give it the role member in the project's settings, which is enough to use models."
};
// src/audit/rules/use/daily-use.ts
const FEWEST_DAYS = 14;
const USAGE_IS_LATE = "OpenAI counts use with a delay. Whole days in UTC are compared, and the last of them may still grow.";
const TOO_FEW_DAYS = {
	kind: "not-judged",
	because: "OpenAI told of too few days to compare with"
};
function splitDays(days, recent) {
	const before = days.slice(0, Math.max(0, days.length - recent)).slice(-28);
	return before.length < FEWEST_DAYS ? null : {
		recent: days.slice(-recent),
		before
	};
}
function listUses({ id }, { usage }, days) {
	const [first, last] = [days[0], days.at(-1)];
	if (usage.kind === "untold" || first === void 0 || last === void 0) return [];
	return (usage.value.byKey.get(id) ?? []).filter(({ day, requests }) => requests > 0 && day >= first && day <= last);
}
function hasExistedAt({ createdAt }, day) {
	return createdAt === null || day !== void 0 && createdAt <= getDate(day);
}
function computeMedian(numbers) {
	const sorted = numbers.toSorted((a, b) => a - b);
	const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
	return low === void 0 || high === void 0 ? null : (low + high) / 2;
}
// src/audit/rules/use/new-model.ts
const NAMED$1 = 3;
const NEW_MODEL = {
	name: "new-model",
	title: "Keys that use a model for the first time",
	finds: "a key that used a model in the last ${days} days, and not in the 28 days before",
	level: "warning",
	limits: { days: 2 },
	most: { days: 7 },
	needs: ["usage"],
	over: ["project"],
	note: USAGE_IS_LATE,
	listSubjects: listProjectKeys,
	judge: (subject, facts, { days }) => {
		if (subject.kind !== "key") return { kind: "passed" };
		if (facts.usage.kind === "untold") return refuseJudgement("usage", facts.usage);
		const compared = splitDays(facts.usage.value.days, days);
		return compared === null ? TOO_FEW_DAYS : judgeModels(subject.key, facts, compared);
	},
	advise: () => "Ask its owner whether a program was changed. If nobody knows of it, treat the key as leaked: replace it and revoke it."
};
function judgeModels(key, facts, { recent, before }) {
	const uses = listUses(key, facts, recent);
	if (uses.length === 0) return { kind: "passed" };
	if (!hasExistedAt(key, recent[0])) return {
		kind: "skipped",
		because: "too young to be compared with the days before"
	};
	const known = new Set(listUses(key, facts, before).map(({ model }) => model));
	const isNew = ({ model }) => model !== null && !known.has(model);
	const added = uses.filter(isNew);
	if (added.length > 0 && !known.has(null)) return describeModels(key, {
		recent,
		before
	}, added, known.size === 0);
	return added.length > 0 || uses.some(({ model }) => model === null) ? {
		kind: "not-judged",
		because: "OpenAI did not say which models it used"
	} : { kind: "passed" };
}
function describeModels(key, { recent, before }, added, isFirstUse) {
	const models = [...new Set(added.flatMap(({ model }) => model ?? []))].toSorted();
	const days = new Set(added.map(({ day }) => day)).size;
	const existed = before.filter((day) => hasExistedAt(key, day)).length;
	const when = recent.length === 1 ? "on the last day" : `on ${days} of the last ${recent.length} days`;
	const span = `${formatCount(existed, "day")} ${existed < before.length ? "that it had existed" : "before"}`;
	const never = isFirstUse ? `; the key was not used at all in the ${span}` : `, never in the ${span}`;
	const rest = models.length > NAMED$1 ? ` and ${models.length - NAMED$1} more` : "";
	return {
		kind: "found",
		detail: `${models.slice(0, NAMED$1).map(nameModel).join(", ")}${rest} ${when}${never}`,
		publicDetail: `${formatCount(models.length, "new model")} ${when}${never}`
	};
}
function nameModel(model) {
	return /^[\w.:-]{1,60}$/.test(model) ? model : quoteForMessage(model.slice(0, 60));
}
// src/audit/rules/use/environments.ts
const WORDS = [
	["production", /^(?:prod|production|prd|live)$/],
	["staging", /^(?:staging|stage|stg|preprod|uat)$/],
	["development", /^(?:dev|devel|development|local|localhost)$/],
	["test", /^(?:test|tests|testing|qa)$/]
];
function listEnvironments(name) {
	const words = (name ?? "").replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, " ").toLowerCase().split(/[^\p{L}]+/u);
	return WORDS.filter(([, pattern]) => words.some((word) => pattern.test(word))).map(([environment]) => environment);
}
// src/audit/rules/use/shared-key.ts
const SHARED_KEY = {
	name: "shared-key",
	title: "Keys that many programs share",
	finds: "a key of a service account that was used for more than ${models} models, or a service account with keys of several environments, by their names",
	level: "off",
	limits: { models: 5 },
	needs: ["usage"],
	over: ["project"],
	listSubjects: (facts) => [...listKeysOfAccounts(facts), ...listAccounts(facts)],
	judge: (subject, facts, { models }) => {
		if (subject.kind === "key") return judgeKey(subject.key, facts, models);
		return subject.kind === "service-account" ? judgeAccount(subject, facts) : { kind: "passed" };
	},
	advise: (subject) => subject.kind === "service-account" ? "Give each environment a service account of its own, with a key of its own." : "Give each program a key of its own. Then one can be revoked while the others go on."
};
const NOT_ASKED = {
	kind: "untold",
	because: "not-asked"
};
function listKeysOfAccounts(facts) {
	return listProjectKeys(facts).filter((subject) => subject.kind === "key" && subject.key.owner?.kind !== "user");
}
function listAccounts(facts) {
	const accounts = /* @__PURE__ */ new Map();
	for (const subject of listKeysOfAccounts(facts)) {
		if (subject.kind !== "key" || !subject.key.owner?.id) continue;
		const { owner, home } = subject.key;
		const { id, name } = owner;
		const account = {
			id: subject.key.owner.id,
			name,
			role: NOT_ASKED
		};
		const project = findProject(subject.key, facts) ?? createUnknownProject(home);
		accounts.set(`${home.id} ${id}`, {
			kind: "service-account",
			account,
			project
		});
	}
	return [...accounts.values()];
}
function createUnknownProject({ id, name }) {
	return {
		id: id ?? "",
		name,
		isArchived: null,
		isDefault: "no",
		accounts: [],
		hasHardLimit: NOT_ASKED
	};
}
function judgeKey(key, facts, most) {
	if (facts.usage.kind === "untold") return refuseJudgement("usage", facts.usage);
	const { days } = facts.usage.value;
	const used = new Set(listUses(key, facts, days).map(({ model }) => model));
	const known = [...used].filter((model) => model !== null).length;
	if (!key.owner?.id) return {
		kind: "not-judged",
		because: "OpenAI did not say which service account owns it"
	};
	if (known > most) return {
		kind: "found",
		detail: `used for ${formatCount(known, "model")} in ${formatCount(days.length, "day")}, more than ${most}`
	};
	return used.has(null) ? {
		kind: "not-judged",
		because: "OpenAI did not say which models it used"
	} : { kind: "passed" };
}
function judgeAccount({ account, project }, facts) {
	const names = facts.keys.filter(({ owner, home }) => owner?.id === account.id && home.id === project.id).filter((key) => !isExpired(key, facts)).map(({ name }) => name);
	const environments = [...new Set(names.flatMap(listEnvironments))];
	if (names.length < 2 || environments.length < 2) return { kind: "passed" };
	return {
		kind: "found",
		detail: `has keys for ${environments.join(" and ")}, by their names`
	};
}
// src/audit/rules/use/spike.ts
const SPIKE = {
	name: "spike",
	title: "Keys whose use rose sharply",
	finds: "a key that on the last day had more than ${times} times the requests or the cost of its median day in the 28 before, and cost more than ${min-usd} USD",
	level: "error",
	limits: {
		times: 10,
		"min-usd": 5
	},
	needs: ["usage", "costs"],
	over: ["project"],
	note: USAGE_IS_LATE,
	listSubjects: listProjectKeys,
	judge: (subject, facts, limits) => {
		if (subject.kind !== "key") return { kind: "passed" };
		const { usage, costs } = facts;
		if (costs.kind === "untold") return refuseJudgement("costs", costs);
		const compared = splitDays(usage.kind === "told" ? usage.value.days : costs.value.days, 1);
		return compared === null ? TOO_FEW_DAYS : judgeLastDay(subject.key, facts, limits, compared);
	},
	advise: () => "Ask its owner what caused it. If nobody knows, treat the key as leaked: revoke it now, then replace it."
};
function judgeLastDay(key, facts, limits, compared) {
	const requests = facts.usage.kind === "told" ? measureRise(sumRequests(key, facts, compared), compared) : null;
	const costs = measureRise(sumCosts(key, facts), compared);
	const isQuiet = requests === null || !isAbove(requests, limits.times);
	if (costs.last <= limits["min-usd"] && (isQuiet || costs.last > 0)) return { kind: "passed" };
	if (!hasExistedAt(key, compared.before[0])) return {
		kind: "skipped",
		because: "too young to be compared with 28 days"
	};
	if (costs.last === 0) return {
		kind: "not-judged",
		because: "OpenAI has not counted its costs of the last day yet"
	};
	if (!isQuiet || isAbove(costs, limits.times)) return describeRise(requests, costs, limits, compared);
	return facts.usage.kind === "untold" ? refuseJudgement("usage", facts.usage) : { kind: "passed" };
}
function isAbove({ last, median }, times) {
	return median !== null && last > times * median;
}
function measureRise(byDay, { recent, before }) {
	const used = before.map((day) => byDay.get(day) ?? 0).filter((amount) => amount > 0);
	return {
		last: byDay.get(recent[0] ?? "") ?? 0,
		median: computeMedian(used),
		daysOfUse: used.length
	};
}
function sumRequests(key, facts, { recent, before }) {
	const sums = /* @__PURE__ */ new Map();
	for (const { day, requests } of listUses(key, facts, [...before, ...recent])) sums.set(day, (sums.get(day) ?? 0) + requests);
	return sums;
}
function sumCosts({ id }, { costs }) {
	const sums = /* @__PURE__ */ new Map();
	for (const { day, usd } of costs.kind === "told" && costs.value.byKey.get(id) || []) sums.set(day, (sums.get(day) ?? 0) + usd);
	return sums;
}
function describeRise(requests, costs, { times }, compared) {
	const day = formatDay(getDate(compared.recent[0] ?? ""));
	const isByRequests = requests !== null && isAbove(requests, times);
	const [first, second] = isByRequests ? [requests, costs] : [costs, requests];
	const format = isByRequests ? formatRequests : formatUsd;
	const days = compared.before.length;
	const which = first.daysOfUse < days ? `${formatCount(first.daysOfUse, "day")} of use among the ` : "";
	const ratio = formatRatio(first.last / (first.median ?? 1));
	const rest = second === null ? "" : `; ${isByRequests ? formatUsd(second.last) : formatRequests(second.last)}`;
	const median = isByRequests ? formatRatio(first.median ?? 0) : formatUsd(first.median ?? 0);
	return {
		kind: "found",
		detail: `${format(first.last)} on ${day}, ${ratio} times the median of ${median} on the ${which}${days} days before${rest}`
	};
}
function formatRequests(count) {
	return formatCount(count, "request");
}
function formatUsd(usd) {
	return `${formatNumber(Math.floor(Number(usd.toFixed(2))))}${usd.toFixed(2).slice(-3)} USD`;
}
function formatRatio(ratio) {
	const tenths = Math.floor(ratio * 10);
	return tenths % 10 === 0 ? formatNumber(tenths / 10) : `${formatNumber(Math.floor(tenths / 10))}.${tenths % 10}`;
}
// src/audit/rules/rules.ts
const RULES = [
	SPIKE,
	OWNER_INACTIVE,
	UNUSED,
	ADMIN_KEY,
	NEW_MODEL,
	OLD,
	NO_EXPIRY,
	PERSON_OWNED,
	DEFAULT_PROJECT,
	BROAD_SCOPES,
	ARCHIVED_PROJECT,
	OWNER_ROLE,
	NO_SPEND_LIMIT,
	SHARED_KEY
];
// src/audit/policy/policy.ts
var policy_exports = /* @__PURE__ */ __exportAll({ DEFAULT_AUDIT_POLICY: () => DEFAULT_AUDIT_POLICY });
const TARGETS = [
	"key",
	"project",
	"service-account"
];
const DEFAULT_AUDIT_POLICY = {
	rules: /* @__PURE__ */ new Map(),
	exceptions: []
};
function resolveRule({ name, level, limits }, { rules }) {
	const setting = rules.get(name);
	return {
		level: setting?.level ?? (setting && level === "off" ? "warning" : level),
		limits: {
			...limits,
			...setting?.limits
		},
		projects: setting?.projects ?? null
	};
}
function listNeededSources(policy) {
	return new Set(RULES.filter((rule) => resolveRule(rule, policy).level !== "off").flatMap(({ needs }) => needs));
}
// src/audit/subject.ts
function getRecord(subject) {
	return subject.kind === "key" || subject.kind === "admin-key" ? subject.key : null;
}
function getProject(subject) {
	const record = getRecord(subject);
	if (record) return record.home.kind === "project" ? record.home : null;
	if (subject.kind !== "project" && subject.kind !== "service-account") return null;
	return {
		kind: "project",
		id: subject.project.id,
		name: subject.project.name
	};
}
function getServiceAccount(subject) {
	if (subject.kind === "service-account") return subject.account;
	const owner = getRecord(subject)?.owner;
	return owner?.kind === "service-account" ? owner : null;
}
function nameSubject(subject, organization) {
	const record = getRecord(subject);
	const { id, name } = record ?? getPlainName(subject, organization);
	return {
		kind: subject.kind,
		id,
		name,
		project: getProject(subject),
		owner: record?.owner ?? null
	};
}
function getPlainName(subject, organization) {
	if (subject.kind === "service-account") return subject.account;
	if (subject.kind === "project") return subject.project;
	return {
		id: null,
		name: organization
	};
}
// src/audit/exceptions.ts
function buildExceptionFinder(exceptions, now) {
	const byName = groupByName(exceptions);
	return (subject, rule) => {
		const fitting = TARGETS.flatMap((target) => listNames(target, subject).flatMap((name) => (byName.get(name) ?? []).filter((one) => one.target === target && (one.rule ?? rule) === rule)));
		const exception = fitting.find(({ until }) => !isPast({ until }, now)) ?? fitting[0];
		if (!exception) return null;
		const { reason, until } = exception;
		return {
			reason,
			until,
			isExpired: isPast({ until }, now)
		};
	};
}
function findUnmatchedExceptions(exceptions, { keys, projects }) {
	const subjects = [
		...keys.map((key) => ({
			kind: "key",
			key
		})),
		...projects.map((project) => ({
			kind: "project",
			project
		})),
		...projects.flatMap((project) => project.accounts.map((account) => ({
			kind: "service-account",
			account,
			project
		})))
	];
	const names = new Set(subjects.flatMap((subject) => TARGETS.flatMap((target) => listNames(target, subject).map((name) => `${target} ${name}`))));
	return exceptions.filter(({ target, name }) => !names.has(`${target} ${normalizeName(name)}`));
}
function listNames(target, subject) {
	return listNamed(target, subject).flatMap((named) => [named?.id, named?.name]).flatMap((text) => text ? [normalizeName(text)] : []);
}
function listNamed(target, subject) {
	switch (target) {
		case "key": return [
			getRecord(subject),
			getProject(subject),
			getServiceAccount(subject)
		];
		case "project": return [getProject(subject)];
		case "service-account": return [getServiceAccount(subject)];
		default: return target;
	}
}
function groupByName(exceptions) {
	const byName = /* @__PURE__ */ new Map();
	for (const exception of exceptions) {
		const name = normalizeName(exception.name);
		const known = byName.get(name);
		if (known) known.push(exception);
		else byName.set(name, [exception]);
	}
	return byName;
}
// src/audit/projects.ts
var import_micromatch = /* @__PURE__ */ __toESM(require_micromatch(), 1);
const GLOB_OPTIONS = {
	bash: true,
	dot: true,
	nonegate: true,
	windows: false
};
function buildProjectFilter(words) {
	if (words === null) return () => true;
	const filters = words.map(buildFilter);
	const known = /* @__PURE__ */ new Map();
	return (project) => {
		if (project === null) return false;
		const name = `${project.id} ${project.name}`;
		const fits = known.get(name) ?? filters.some((matches) => matches(project));
		known.set(name, fits);
		return fits;
	};
}
function buildFilter(word) {
	const wanted = normalizeName(word);
	const matches = import_micromatch.default.matcher(wanted, GLOB_OPTIONS);
	return ({ id, name }) => [id, name].some((given) => {
		const text = normalizeName(given ?? "");
		return text !== "" && (text === wanted || matches(text));
	});
}
// src/audit/judge.ts
const NAMED = 5;
function judgeFacts(facts, policy, isWanted = () => true) {
	const findException = buildExceptionFinder(policy.exceptions, facts.now);
	const judgements = RULES.map((rule) => judgeByRule(rule, {
		facts,
		policy,
		isWanted,
		findException
	}));
	return {
		rules: judgements.flatMap(({ rules }) => rules),
		findings: judgements.flatMap(({ findings }) => findings),
		notJudged: judgements.flatMap(({ notJudged }) => notJudged),
		notes: [...new Set(judgements.flatMap(({ notes }) => notes))]
	};
}
function mayHideKeys({ cause }) {
	return cause !== "unknown-form";
}
function judgeByRule(rule, setting) {
	const { facts, policy, isWanted } = setting;
	const { level, limits, projects } = resolveRule(rule, policy);
	const { name, title } = rule;
	if (level === "off") return {
		rules: [{
			rule: name,
			title,
			level,
			judged: 0,
			found: 0,
			excepted: 0,
			notJudged: 0
		}],
		findings: [],
		notJudged: [],
		notes: []
	};
	const isOfRule = buildProjectFilter(projects);
	const judged = rule.listSubjects(facts).filter((subject) => isWanted(getProject(subject)) && isOfRule(getProject(subject))).map((subject) => ({
		subject,
		verdict: rule.judge(subject, facts, limits)
	}));
	const findings = judged.flatMap((one) => createFinding(one, rule, level, setting));
	const excepted = findings.filter(isExcepted).length;
	const count = (kind) => judged.filter(({ verdict }) => verdict.kind === kind).length;
	const result = {
		rule: name,
		title,
		level,
		judged: count("passed") + findings.length,
		found: findings.length - excepted,
		excepted,
		notJudged: count("not-judged")
	};
	const isOverOrganization = projects === null && isWanted(null);
	return {
		rules: [result],
		findings,
		notJudged: [...groupNotJudged$1(name, judged), ...listUnseen(rule, facts, isOverOrganization)],
		notes: [...rule.note === void 0 || result.judged === 0 ? [] : [rule.note], ...groupSkipped(name, judged)]
	};
}
function createFinding({ subject, verdict }, rule, level, { facts, findException }) {
	if (verdict.kind !== "found") return [];
	const { kind: _, ...details } = verdict;
	return [{
		rule: rule.name,
		level,
		subject: nameSubject(subject, facts.organization),
		key: getRecord(subject),
		...details,
		advice: rule.advise(subject, facts),
		exception: findException(subject, rule.name),
		fix: null
	}];
}
function groupNotJudged$1(rule, judged) {
	const ids = /* @__PURE__ */ new Map();
	for (const { subject, verdict } of judged) {
		if (verdict.kind !== "not-judged") continue;
		const known = ids.get(verdict.because) ?? [];
		known.push(nameSubject(subject, null).id);
		ids.set(verdict.because, known);
	}
	return [...ids].map(([because, all]) => {
		const named = all.filter((id) => id !== null).slice(0, NAMED);
		return {
			rule,
			count: all.length,
			because,
			ids: named
		};
	});
}
function listUnseen({ name: rule, over }, { gaps }, isOverOrganization) {
	return gaps.filter(mayHideKeys).some(({ covers }) => covers.some((kind) => over.includes(kind) && (kind === "project" || isOverOrganization))) ? [{
		rule,
		count: null,
		because: UNLISTED,
		ids: []
	}] : [];
}
function groupSkipped(rule, judged) {
	const counts = /* @__PURE__ */ new Map();
	for (const { verdict } of judged) if (verdict.kind === "skipped") counts.set(verdict.because, (counts.get(verdict.because) ?? 0) + 1);
	return [...counts].map(([because, count]) => describeSkipped(rule, formatCount(count, "key"), because));
}
// src/audit/audit-report.ts
function createAuditReport(facts, policy, options) {
	const isWanted = buildProjectFilter(options.projects.length > 0 ? options.projects : null);
	const judgement = judgeFacts(facts, policy, isWanted);
	const gaps = facts.gaps.filter(({ covers }) => isWanted(null) || covers.includes("project"));
	const counting = judgement.findings.filter((finding) => !isExcepted(finding));
	return {
		conclusion: judgement.notJudged.length > 0 || gaps.some(mayHideKeys) ? "incomplete" : counting.length > 0 ? "findings" : "clean",
		at: facts.now,
		organization: facts.organization,
		fails: counting.some(({ level }) => options.failOn === "warning" || level === options.failOn),
		keys: listWanted(facts, isWanted).filter((key) => !isExpired(key, facts)),
		projects: facts.projects.filter(isWanted).length,
		rules: judgement.rules,
		findings: rankFindings(judgement.findings),
		notJudged: judgement.notJudged,
		gaps,
		notes: listNotes(facts, policy, isWanted, judgement),
		requests: facts.requests,
		kept: NO_KEPT_SECRETS
	};
}
function listWanted({ keys }, isWanted) {
	return keys.filter(({ home }) => isWanted(home.kind === "project" ? home : null));
}
function rankFindings(findings) {
	const rules = RULES.map(({ name }) => name);
	const rank = (finding) => [
		isExcepted(finding) ? 1 : 0,
		finding.level === "error" ? 0 : 1,
		rules.indexOf(finding.rule),
		finding.subject.project?.name ?? finding.subject.project?.id ?? "",
		finding.subject.name ?? "",
		finding.subject.id ?? ""
	];
	return findings.map((finding) => ({
		finding,
		rank: rank(finding)
	})).toSorted((a, b) => compareRanks(a.rank, b.rank)).map(({ finding }) => finding);
}
function compareRanks(a, b) {
	const at = a.findIndex((part, index) => part !== b[index]);
	return at === -1 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}
function listNotes(facts, policy, isWanted, { rules, notes }) {
	const expired = listWanted(facts, isWanted).filter((key) => isExpired(key, facts)).length;
	return [
		...rules.every(({ level }) => level === "off") ? [NOTHING_ON] : [],
		...notes,
		...expired > 0 ? [describeExpired(formatCount(expired, "key"), expired === 1)] : [],
		...facts.gaps.some(mayHideKeys) ? [] : listUnmatched(facts, policy)
	];
}
function listUnmatched(facts, policy) {
	const areOwnersKnown = !facts.keys.some(mayBeOfAccount);
	const projects = [...policy.rules].flatMap(([rule, setting]) => (setting.projects ?? []).flatMap((word, index) => facts.projects.some(buildProjectFilter([word])) ? [] : describeUnmatchedProject(rule, index + 1)));
	return [...findUnmatchedExceptions(policy.exceptions, facts).filter(({ target }) => target === "project" || areOwnersKnown).map(({ line }) => describeUnmatchedException(line)), ...projects];
}
// src/messages/audit/fixes.ts
const ACTS = {
	quarantine: "to take all permissions from",
	expire: "to set an expiry on",
	revoke: "to revoke"
};
function describeUnfinishedFix({ id, act }, day, end) {
	return `An earlier audit began ${ACTS[act]} ${quoteForMessage(id)} on ${day} and broke off. ${describeEnd(end)}`;
}
function describeEnd(end) {
	switch (end) {
		case "gone": return "OpenAI no longer lists the key.";
		case "expires": return "The key expires as that audit asked.";
		case "not-done": return "Nothing came of it: the key is as it was.";
		case "unknown": return "It is not known yet what came of it. Run the audit again in a quarter of an hour, with the same audit file.";
		default: return end;
	}
}
// src/messages/audit/policy-parts.ts
const POLICY_PARTS = {
	file: "The file",
	rules: "rules",
	exception: "An exception"
};
const PROJECT_ITEM = "An item of projects";
// src/audit/policy/parse-exceptions.ts
const FIELDS = [
	...TARGETS,
	"rule",
	"reason",
	"until"
];
function parseExceptions(yaml, field, rules) {
	const seen = /* @__PURE__ */ new Set();
	if (!field) return [];
	return yaml.readItems(field, "exceptions").map((item) => {
		const exception = parseException(yaml, item, rules);
		const what = `${exception.target} ${exception.rule ?? ""} ${normalizeName(exception.name)}`;
		if (seen.has(what)) throw yaml.createError(item, EXCEPTION_FAULTS.duplicate);
		seen.add(what);
		return exception;
	});
}
function parseException(yaml, item, rules) {
	const fields = {
		known: FIELDS,
		what: POLICY_PARTS.exception
	};
	const entry = new YamlEntry(yaml, item, fields, describeExceptionFault);
	const target = entry.requireOne(TARGETS, EXCEPTION_FAULTS);
	return {
		target,
		name: entry.readName(target) ?? "",
		rule: readRule(entry, rules),
		reason: readReason(entry),
		until: readUntil(entry),
		line: yaml.findLine(item)
	};
}
function readRule(entry, rules) {
	const rule = entry.readText("rule");
	if (rule === null || rules.includes(rule)) return rule;
	const what = describeUnknownWord(quoteWord(rule), rules, suggestNearest(rule, rules));
	throw entry.yaml.createError(entry.getPlace("rule"), what);
}
function readReason(entry) {
	const parsed = parseReason(entry.readText("reason"));
	if (parsed.kind === "invalid") throw entry.createError("reason", parsed.fault);
	return parsed.reason;
}
function readUntil(entry) {
	const text = entry.readText("until");
	const day = text === null ? null : parseDay(text);
	if (text !== null && day === null) throw entry.createError("until", "bad-day");
	return day;
}
// src/audit/policy/parse-rule.ts
var import_dist = require_dist();
const LEVELS$1 = [
	"error",
	"warning",
	"off"
];
const MOST = 1e5;
const LONGEST_GLOB = 200;
function parseRuleSetting(yaml, rule, { at, value }) {
	if (value === null || (0, import_dist.isScalar)(value) && yaml.readText(value, rule.name) === null) throw yaml.createError(at, describeEmptyRule(rule.name));
	if ((0, import_dist.isScalar)(value)) return { level: parseLevel(yaml, rule, value) };
	if (!(0, import_dist.isMap)(value)) throw yaml.createError(value, describeNoSetting(rule.name));
	const numbers = Object.keys(rule.limits);
	const known = [
		"level",
		...rule.over.includes("project") ? ["projects"] : [],
		...numbers
	];
	const fields = yaml.readFields(value, known, rule.name);
	if (fields.size === 0) throw yaml.createError(at, describeEmptyRule(rule.name));
	const [level, projects] = [fields.get("level"), fields.get("projects")];
	return {
		...level && { level: parseLevel(yaml, rule, level.value ?? level.at) },
		limits: parseLimits(yaml, rule, fields),
		...projects && { projects: parseProjects(yaml, rule, projects) }
	};
}
function parseLevel(yaml, { name }, node) {
	const text = typeof node === "number" ? "" : yaml.readText(node, "level") ?? "";
	const level = LEVELS$1.find((word) => word === text);
	if (level === void 0) throw yaml.createError(node, describeWrongLevel(name, quoteWord(text), suggestNearest(text, LEVELS$1)));
	return level;
}
function parseLimits(yaml, rule, fields) {
	const limits = Object.keys(rule.limits).flatMap((name) => {
		const field = fields.get(name);
		return field ? [[name, parseLimit(yaml, rule, name, field)]] : [];
	});
	return Object.fromEntries(limits);
}
function parseLimit(yaml, rule, name, { at, value }) {
	const text = yaml.readText(value, name) ?? "";
	if (name.endsWith("-usd")) {
		if (/^\d{1,6}(?:\.\d{1,2})?$/.test(text)) return Number(text);
		throw yaml.createError(value ?? at, describeWrongAmount(rule.name, name));
	}
	const most = rule.most?.[name] ?? MOST;
	if (/^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
	throw yaml.createError(value ?? at, describeWrongNumber(rule.name, name, most));
}
function parseProjects(yaml, rule, field) {
	const projects = yaml.readItems(field, "projects").map((item) => {
		const text = yaml.readText(item, PROJECT_ITEM);
		if (!text) throw yaml.createError(item, describeEmptyItem("projects"));
		const fault = findFault(text);
		if (fault !== null) throw yaml.createError(item, fault);
		return text;
	});
	if (projects.length === 0) throw yaml.createError(field.at, describeNoProjects(rule.name));
	return projects;
}
function findFault(glob) {
	if (glob.length > LONGEST_GLOB) return PROJECT_FAULTS.long;
	if (glob.startsWith("!")) return PROJECT_FAULTS.negative;
	try {
		import_micromatch.default.makeRe(glob, {
			strictBrackets: true,
			fastpaths: false
		});
		return null;
	} catch {
		return PROJECT_FAULTS.glob;
	}
}
// src/audit/policy/parse.ts
var parse_exports = /* @__PURE__ */ __exportAll({ parseAuditPolicy: () => parseAuditPolicy });
const FILE_FIELDS = ["rules", "exceptions"];
function parseAuditPolicy(text, name) {
	const yaml = new YamlFile(text, name, POLICY_HOLDS_A_KEY);
	const fields = yaml.readFields(yaml.top, FILE_FIELDS, POLICY_PARTS.file);
	const names = RULES.map((rule) => rule.name);
	const settings = yaml.readFields(fields.get("rules")?.value ?? null, names, POLICY_PARTS.rules);
	const rules = RULES.flatMap((rule) => {
		const field = settings.get(rule.name);
		return field ? [[rule.name, parseRuleSetting(yaml, rule, field)]] : [];
	});
	return {
		rules: new Map(rules),
		exceptions: parseExceptions(yaml, fields.get("exceptions"), names)
	};
}
// src/report/wording/audit/finding.ts
function describeAuditException({ reason, until, isExpired }) {
	const end = isCalendarTime(until) ? formatDay(until) : null;
	const named = reason.trim() === "" ? "" : `: ${reason}`;
	if (isExpired) return `its exception expired${end === null ? "" : ` on ${end}`}${named}`;
	return `exception ${end === null ? "without end" : `until ${end}`}${named}`;
}
function describeFix({ outcome }, now) {
	switch (outcome.kind) {
		case "contained": {
			const end = outcome.endsAt !== null && outcome.by === "expire" ? outcome.endsAt : outcome.at;
			const seen = outcome.by === "revoke" ? ", and OpenAI no longer lists it" : ", as its record shows";
			const doubt = outcome.verified ? seen : ", not confirmed yet";
			return `${ACTIONS[outcome.by].done} ${formatWhen(end, now)}${doubt}`;
		}
		case "already-gone": return "nothing to do: OpenAI no longer lists it";
		case "rehearsed": return `dry run: it would have been ${describeRehearsed(outcome.because)}`;
		case "refused": return `not changed: ${explainRefused(outcome.because)}`;
		case "failed": return `changing it failed: ${explainFailed(outcome.because)}`;
		case "left": return `not changed: ${explainLeft(outcome.because)}`;
		default: return outcome;
	}
}
function describeNotJudgedRule({ rule, count }) {
	return `${rule} (${count === null ? "some" : formatNumber(count)})`;
}
function describeSuchAs(ids) {
	return ids.length === 0 ? "" : `, such as ${ids.join(", ")}`;
}
function describeFound(found, level) {
	return formatCount(found, level);
}
// src/report/wording/audit/title.ts
var title_exports = /* @__PURE__ */ __exportAll({
	countLevels: () => countLevels,
	countLevelsLeft: () => countLevelsLeft,
	describeAuditScope: () => describeAuditScope,
	describeAuditTitle: () => describeAuditTitle,
	describeFixSum: () => describeFixSum,
	describeIssueTitle: () => describeIssueTitle,
	describeLevels: () => describeLevels
});
function countLevels(findings) {
	const counting = findings.filter((one) => !isExcepted(one));
	const errors = counting.filter(({ level }) => level === "error").length;
	return {
		errors,
		warnings: counting.length - errors
	};
}
function describeLevels({ errors, warnings }) {
	const parts = [...errors > 0 ? [formatCount(errors, "error")] : [], ...warnings > 0 ? [formatCount(warnings, "warning")] : []];
	return parts.length > 0 ? parts.join(" and ") : "no findings";
}
function countLevelsLeft(findings) {
	return countLevels(findings.filter((one) => !isMended(one)));
}
function describeAuditTitle(report) {
	const levels = countLevelsLeft(report.findings);
	const mended = report.findings.filter((one) => !isExcepted(one) && isMended(one)).length;
	const [left, done] = mended === 0 ? ["", ""] : [" left", `, ${formatCount(mended, "finding")} mended`];
	const scope = `${describeAuditScope(report)}${done}`;
	const isFound = levels.errors + levels.warnings > 0;
	if (report.conclusion !== "incomplete") return `${capitalize(describeLevels(levels))}${left} over ${scope}`;
	return isFound ? `${capitalize(describeLevels(levels))}${left} over ${scope}, and not everything could be judged` : `Not a clean result over ${scope}: not everything could be judged`;
}
function describeAuditScope({ keys, projects }) {
	return `${formatCount(keys.length, "key")} in ${formatCount(projects, "project")}`;
}
function describeIssueTitle(findings) {
	return `OpenAI key audit: ${describeLevels(countLevels(findings))}`;
}
function describeFixSum(findings) {
	const acted = findings.toSorted((a, b) => Number(isExcepted(b)) - Number(isExcepted(a)));
	const outcomes = new Map(acted.flatMap((one) => one.fix ? [[one.key?.id ?? one.subject.id, one.fix]] : []));
	const parts = /* @__PURE__ */ new Map();
	for (const { outcome } of outcomes.values()) {
		const what = outcome.kind === "contained" ? ACTIONS[outcome.by].done : outcome.kind === "rehearsed" ? `would be ${ACTIONS[outcome.because.replace("would-", "")].done} (dry run)` : outcome.kind === "already-gone" ? "gone already" : "not changed";
		parts.set(what, (parts.get(what) ?? 0) + 1);
	}
	if (parts.size === 0) return null;
	return `${[...parts].map(([what, count]) => `${formatCount(count, "key")} ${what}`).join(", ")}.`;
}
// src/report/wording/audit/labels.ts
const AUDIT_SECTIONS = {
	findings: "Findings",
	keys: "All keys",
	plot: "Keys by age and last use",
	rules: "By rule",
	projects: "By project",
	notJudged: "Not judged",
	gaps: "Not listed",
	exceptions: "Exceptions",
	notes: "Notes",
	first: "Start here",
	page: "OpenAI key audit"
};
const AUDIT_COLUMNS = {
	level: "Level",
	subject: "Key",
	found: "Found",
	rule: "Rule",
	advice: "What to do",
	project: "Project",
	owner: "Owner",
	keys: "Keys",
	errors: "Errors",
	warnings: "Warnings",
	excepted: "Excepted",
	notJudged: "Not judged",
	created: "Created",
	lastUsed: "Last used",
	expires: "Expires"
};
const NOT_JUDGED_MEANS = "These may have findings that this audit could not see.";
const DATES = {
	unknown: "not known",
	never: "never"
};
function describeExceptionCount(count) {
	return `${formatCount(count, "finding")} ${count === 1 ? "has" : "have"} an exception`;
}
function describeQuietRules(count) {
	return `${formatCount(count, "other rule")} found nothing.`;
}
function describeMoreRows(count) {
	return `and ${formatNumber(count)} more: --verbose shows all, and so does --format csv`;
}
function describeMoreElsewhere(count, rest) {
	return `And ${formatNumber(count)} more: ${rest}.`;
}
function describeRequests(count) {
	return `${formatCount(count, "request")} to OpenAI`;
}
function describeCheckedAgainst(organization) {
	return `checked against ${organization}`;
}
const CSV_NOT_JUDGED = "not judged";
// src/report/audit/text.ts
var text_exports = /* @__PURE__ */ __exportAll({ renderAuditText: () => renderAuditText });
const MOST_IN_FULL = 15;
const MOST_LINES = 100;
const MOST_PROJECTS$1 = 15;
const LEVEL = 8;
const LONGEST_LISTED = 28;
const INDENT = " ".repeat(11);
function renderAuditText(view, look, medium) {
	const blocks = [
		...view.fixed === null ? [] : [wrapAll(view.fixed, look)],
		...renderFirst$2(view, look),
		...renderSubjects$1(view, look),
		...renderRules$2(view, look),
		...renderProjects$2(view, look),
		...renderNotJudged$2(view, look),
		...renderExceptions$2(view, look),
		...renderFederations$1(view.federations, look, {
			medium,
			after: "audit"
		}),
		...renderNotes$2(view, look)
	];
	const verdict = wrap(`${view.sign} ${escapePlain(view.title)}`, look.width, "  ").map((text) => paintTitle(text, view.tone, look)).join("\n");
	if (blocks.length === 0) return renderVerdictLine(view.title, describeFooter(view), look);
	const text = [
		verdict,
		...blocks,
		renderFooter$1(view, look)
	].join("\n\n");
	const isLong = text.split("\n").length > (look.height ?? Number.POSITIVE_INFINITY);
	return toShownSigns(isLong ? `${text}\n${verdict}` : text, look);
}
function renderFooter$1(view, { paint, width }) {
	return wrap([view.scope, describeFooter(view)].join(" · "), width).map((text) => paint("dim", text)).join("\n");
}
function describeFooter({ requests, checkedAgainst }) {
	return [requests, ...checkedAgainst === null ? [] : [escapePlain(clipText(checkedAgainst, 60))]].join(" · ");
}
function renderFirst$2({ first }, look) {
	if (first === null) return [];
	const { name, detail, advice } = first;
	const text = `${AUDIT_SECTIONS.first}: ${formatPlain(name, "\xA0")}: ${formatProse(detail)}. ${formatProse(advice)}`;
	const [start = "", ...rest] = wrap(text, look.width);
	return [[start.replace(AUDIT_SECTIONS.first, (words) => look.paint("bold", words)), ...rest].join("\n")];
}
function renderSubjects$1({ subjects }, look) {
	const { verbose, paint } = look;
	if (subjects.length === 0) return [];
	const full = verbose ? subjects : subjects.slice(0, MOST_IN_FULL);
	const listed = subjects.slice(full.length, full.length + MOST_LINES);
	const more = subjects.length - full.length - listed.length;
	return [[
		...full.flatMap((one) => renderSubject$1(one, look)),
		...listed.map((one) => renderSubjectLine(one, look)),
		...more > 0 ? [paint("dim", `  ${describeMoreRows(more)}`)] : []
	].join("\n")];
}
function renderSubject$1(subject, look) {
	const { level, tone, name, place, findings } = subject;
	const { paint, width } = look;
	const shown = formatPlain(name, "\xA0");
	const where = formatPlain(place, "\xA0");
	const [head = "", ...rest] = wrap(`${shown}${where === "" ? "" : `, ${where}`}`, width - INDENT.length);
	return [
		`  ${paint(STYLES[tone], level.padEnd(LEVEL))} ${paint("bold", head)}`,
		...rest.map((text) => `${INDENT}${text}`),
		...findings.flatMap((one) => renderFound$1(one, level, look))
	];
}
function renderFound$1(finding, level, look) {
	const { rule, detail, exception, fix } = finding;
	const other = finding.level === level ? "" : ` (${finding.level})`;
	const remark = exception === null ? "" : `; ${formatProse(exception)}`;
	const found = wrap(`${rule}${other}: ${formatProse(detail)}${remark}`, look.width - INDENT.length, "  ");
	const done = fix === null ? [] : wrap(fix.text, look.width - INDENT.length - 2, "");
	return [...found.map((text) => `${INDENT}${text}`), ...done.map((text) => `${INDENT}  ${look.paint(STYLES[fix?.tone ?? "quiet"], text)}`)];
}
function renderSubjectLine({ level, tone, name, findings }, { paint, width }) {
	const called = clipText(formatPlain(name), LONGEST_LISTED);
	const room = Math.max(12, width - INDENT.length - measureColumns(called) - 2);
	const rules = clipText(findings.map(({ rule }) => rule).join(", "), room);
	return `  ${paint(STYLES[tone], level.padEnd(LEVEL))} ${called}  ${paint("dim", rules)}`;
}
function renderRules$2({ rules, quietRules }, look) {
	const found = rules.filter((one) => one.found > 0);
	if (found.length === 0) return [];
	const lines = found.flatMap(({ rule, title, level, found: count, advice }) => {
		const sum = `${rule}: ${describeFound(count, level)}`;
		const tone = level === "error" ? STYLES.bad : STYLES.warn;
		const [head = "", ...rest] = indentAll(`${sum.replaceAll(" ", "\xA0")}  ${title}`, 2, look);
		return [
			head.replace(sum, (words) => look.paint(tone, words)),
			...rest.map((text) => `  ${text}`),
			...advice.flatMap((one) => indentAll(formatProse(one), 4, look))
		];
	});
	const quiet = quietRules > 0 ? [look.paint("dim", `  ${describeQuietRules(quietRules)}`)] : [];
	return [[
		look.paint("bold", AUDIT_SECTIONS.rules),
		...lines,
		...quiet
	].join("\n")];
}
function renderProjects$2({ projects }, look) {
	if (projects.length < 2) return [];
	const shown = look.verbose ? projects : projects.slice(0, MOST_PROJECTS$1);
	const lines = shown.map(({ name, ...levels }) => {
		return `  ${clipText(formatPlain(name), Math.max(12, Math.min(44, look.width - 28)))}: ${describeLevels(levels)}`;
	});
	const more = projects.length - shown.length;
	const rest = more > 0 ? [look.paint("dim", `  ${describeMoreRows(more)}`)] : [];
	return [[
		look.paint("bold", AUDIT_SECTIONS.projects),
		...lines,
		...rest
	].join("\n")];
}
function renderNotJudged$2({ notJudged, gaps }, look) {
	const reasons = notJudged.flatMap(({ rules, because, suchAs }) => [...indentAll(rules.join(", "), 2, look).map((text) => look.paint("yellow", text)), ...indentAll(`${formatProse(because)}${formatProse(suchAs)}`, 4, look)]);
	const listed = gaps.flatMap((detail) => indentAll(formatProse(detail), 2, look));
	const heading = (text) => look.paint("bold", text);
	return [...reasons.length > 0 ? [[
		heading(AUDIT_SECTIONS.notJudged),
		...reasons,
		...indentAll(NOT_JUDGED_MEANS, 2, look)
	].join("\n")] : [], ...listed.length > 0 ? [[heading(AUDIT_SECTIONS.gaps), ...listed].join("\n")] : []];
}
function renderExceptions$2({ excepted, exceptedCount }, look) {
	if (exceptedCount === 0) return [];
	const heading = look.paint("dim", describeExceptionCount(exceptedCount));
	const shown = look.verbose ? excepted : excepted.slice(0, MOST_IN_FULL);
	const lines = shown.flatMap(({ name, findings }) => findings.flatMap(({ rule, exception }) => indentAll(`${formatPlain(name, "\xA0")}, ${rule}: ${formatProse(exception ?? "")}`, 2, look).map((text) => look.paint("dim", text))));
	const more = excepted.length - shown.length;
	const rest = more > 0 ? [look.paint("dim", `  ${describeMoreRows(more)}`)] : [];
	return [[
		heading,
		...lines,
		...rest
	].join("\n")];
}
function renderNotes$2({ notes }, look) {
	if (notes.length === 0) return [];
	const lines = notes.flatMap((note) => wrap(`- ${formatProse(note)}`, look.width - 2, "  ").map((text) => `  ${text}`));
	return [[look.paint("bold", AUDIT_SECTIONS.notes), ...lines].join("\n")];
}
function indentAll(text, columns, { width }) {
	return wrap(text, width - columns).map((one) => `${" ".repeat(columns)}${one}`);
}
function wrapAll(text, { width }) {
	return wrap(text, width).join("\n");
}
// src/report/wording/audit/subject.ts
const SUBJECT_KINDS = {
	key: "key",
	"admin-key": "Admin API key",
	"service-account": "service account",
	project: "project",
	organization: "organisation"
};
const ORGANIZATION = "the organisation";
function nameAuditSubject({ kind, id, name }) {
	if (kind === "organization") return words(ORGANIZATION);
	const shown = name === null ? line`${id ?? "(unnamed)"}` : markName(name);
	return kind === "key" ? shown : line`${words(SUBJECT_KINDS[kind])} ${shown}`;
}
function locateAuditSubject(subject) {
	const { kind, project } = subject;
	const home = project?.kind === "project" && kind !== "project" ? nameHome(project) : null;
	return home === null ? nameAuditSubject(subject) : line`${nameAuditSubject(subject)} in ${home}`;
}
function describeSubjectPlace({ kind, project, owner }, key) {
	const home = project === null || project.kind === "organization" || kind === "project" ? null : nameHome(project);
	const whose = kind === "service-account" ? null : nameOwner(owner);
	const since = key !== null && isCalendarTime(key.createdAt) ? line`created ${showName(formatDay(key.createdAt))}` : null;
	return joinLines([
		home,
		whose,
		since
	].filter((one) => one !== null), ", ");
}
// src/report/audit/subjects.ts
var subjects_exports = /* @__PURE__ */ __exportAll({
	groupSubjects: () => groupSubjects,
	identifySubject: () => identifySubject,
	listFindingIds: () => listFindingIds
});
function identifySubject({ subject, key }) {
	return `${subject.kind}:${key?.id ?? subject.id ?? subject.name ?? ""}`;
}
function listFindingIds({ findings }) {
	return findings.filter((one) => !isExcepted(one)).map((one) => `${one.rule}:${identifySubject(one)}`);
}
function groupSubjects(findings, now) {
	const groups = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const id = identifySubject(finding);
		const group = groups.get(id);
		if (group) group.push(finding);
		else groups.set(id, [finding]);
	}
	return [...groups.values()].flatMap((group) => describeSubject(group, now));
}
function describeSubject(group, now) {
	const [first] = group;
	if (!first) return [];
	const { subject, key } = first;
	const level = group.some((one) => one.level === "error") ? "error" : "warning";
	return [{
		level,
		tone: group.every(isMended) ? "good" : level === "error" ? "bad" : "warn",
		subject,
		key,
		name: nameAuditSubject(subject),
		place: describeSubjectPlace(subject, key),
		findings: group.map((one) => describeAuditFinding(one, now))
	}];
}
function describeAuditFinding(finding, now) {
	const { rule, level, detail, advice, exception, fix } = finding;
	const isOpen = fix?.outcome.kind === "refused" || fix?.outcome.kind === "failed";
	return {
		rule,
		level,
		detail,
		advice,
		exception: exception && describeAuditException(exception),
		fix: fix && {
			text: describeFix(fix, now),
			tone: isMended(finding) ? "good" : isOpen ? "bad" : "quiet"
		}
	};
}
// src/report/audit/view.ts
var view_exports = /* @__PURE__ */ __exportAll({ describeAudit: () => describeAudit });
function describeAudit(report) {
	const { findings, rules, gaps, notes, organization, at } = report;
	const counting = findings.filter((one) => !isExcepted(one));
	const shown = rules.filter((one) => one.level !== "off").map((one) => describeRule(one, findings));
	const active = shown.filter(({ found, notJudged, excepted }) => found + notJudged + excepted > 0).toSorted((a, b) => Number(b.level === "error") - Number(a.level === "error"));
	const excepted = findings.filter(isExcepted);
	return {
		...chooseMarks(report),
		title: describeAuditTitle(report),
		fixed: describeFixSum(findings),
		first: findFirstStep(counting),
		subjects: groupSubjects(counting, at),
		excepted: groupSubjects(excepted, at),
		exceptedCount: excepted.length,
		rules: active,
		quietRules: shown.length - active.length,
		projects: sumProjects(report, counting),
		notJudged: groupNotJudged(report),
		gaps: gaps.map(({ detail }) => detail),
		notes,
		federations: describeFederations(report.kept),
		scope: describeAuditScope(report),
		requests: describeRequests(report.requests),
		checkedAgainst: organization === null ? null : describeCheckedAgainst(organization),
		at: formatTime(at)
	};
}
function chooseMarks(report) {
	const { errors, warnings } = countLevelsLeft(report.findings);
	if (errors > 0) return {
		tone: "bad",
		mark: "🔴",
		sign: "✗"
	};
	if (warnings > 0) return {
		tone: "warn",
		mark: "🟡",
		sign: "!"
	};
	if (report.conclusion === "incomplete") return {
		tone: "warn",
		mark: "⚠️",
		sign: "?"
	};
	return {
		tone: "good",
		mark: "✅",
		sign: "✓"
	};
}
function findFirstStep(counting) {
	const first = counting.find((one) => !isMended(one));
	return first ? {
		name: locateAuditSubject(first.subject),
		detail: first.detail,
		advice: first.advice
	} : null;
}
const MOST_ADVICE = 2;
function describeRule(result, findings) {
	const own = findings.filter((one) => one.rule === result.rule && !isExcepted(one) && !isMended(one));
	return {
		...result,
		advice: [...new Set(own.map(({ advice }) => advice))].slice(0, MOST_ADVICE)
	};
}
function sumProjects({ keys }, counting) {
	const sums = /* @__PURE__ */ new Map();
	const counts = /* @__PURE__ */ new Map();
	for (const { home } of keys) counts.set(identifyHome(home), (counts.get(identifyHome(home)) ?? 0) + 1);
	for (const finding of counting) {
		const home = finding.subject.project;
		const id = identifyHome(home);
		const name = home?.kind === "project" ? nameHome(home) : words(ORGANIZATION);
		if (name === null) continue;
		const { errors, warnings } = sums.get(id) ?? {
			errors: 0,
			warnings: 0
		};
		const sum = finding.level === "error" ? {
			errors: errors + 1,
			warnings
		} : {
			errors,
			warnings: warnings + 1
		};
		sums.set(id, {
			name,
			keys: counts.get(id) ?? 0,
			...sum
		});
	}
	if (counting.some(({ subject }) => subject.project?.kind === "project" && nameHome(subject.project) === null)) return [];
	return [...sums.values()].toSorted((a, b) => b.errors - a.errors || b.warnings - a.warnings);
}
function identifyHome(home) {
	return home?.kind === "project" ? `project:${home.id ?? home.name}` : "organization";
}
const MOST_NAMED$1 = 3;
function groupNotJudged({ notJudged }) {
	return [...new Set(notJudged.map(({ because }) => because))].map((because) => {
		const group = notJudged.filter((one) => one.because === because);
		const ids = [...new Set(group.flatMap((one) => one.ids))].slice(0, MOST_NAMED$1);
		return {
			rules: group.map(describeNotJudgedRule),
			because,
			suchAs: describeSuchAs(ids)
		};
	});
}
function groupRulesByKey({ findings }) {
	const byKey = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		if (isExcepted(finding) || finding.key === null) continue;
		const group = byKey.get(finding.key.id);
		if (group) group.push(finding);
		else byKey.set(finding.key.id, [finding]);
	}
	return byKey;
}
// src/messages/audit/issue.ts
const NOTHING_LEFT = "The last audit found nothing any more. Closing this issue; a later finding opens it again.";
function describeNewFindings(count) {
	return count === 1 ? "The last audit found something new. The description above has it." : `The last audit found ${count} new things. The description above has them.`;
}
// src/messages/audit/sub-action.ts
var sub_action_exports = /* @__PURE__ */ __exportAll({
	AUDIT_WITHOUT_KEY: () => AUDIT_WITHOUT_KEY,
	NEEDS_ISSUES: () => NEEDS_ISSUES,
	NO_ISSUES: () => NO_ISSUES,
	NO_TOKEN: () => NO_TOKEN,
	describeGitHubFailure: () => describeGitHubFailure,
	describeIssueTrouble: () => describeIssueTrouble
});
const AUDIT_WITHOUT_KEY = "openai-admin-key is missing: an audit reads the organisation's keys with it. Create an Admin API key that may read, store it as a secret, and set `openai-admin-key: ${{ secrets.OPENAI_ADMIN_KEY }}`.";
function describeMissingPolicy(file) {
	return `policy-file names ${quoteForMessage(file)}, and the default branch has no such file. Commit it there, or leave the input out to audit with the default rules.`;
}
function describeUnreadPolicy(file, why) {
	return `The policy file ${quoteForMessage(file)} could not be read from the default branch: ${why}. No audit was made without it: it may turn rules off and name exceptions.`;
}
const NEEDS_CONTENTS = "github-token may not read the repository. Give the job the permission `contents: read`";
const NO_TOKEN = "github-token is empty";
function describeGitHubFailure(kind, status) {
	return status === null ? `GitHub did not answer (${kind})` : `GitHub answered ${status} (${kind})`;
}
function describeIssueTrouble(why) {
	return `The issue was not written: ${why}. Everything it would say stands in the job summary.`;
}
const NEEDS_ISSUES = "github-token may not write issues. Give the job the permission `issues: write`";
const NO_ISSUES = "this repository has issues switched off, or github-token may not see them";
// src/report/audit/key-table.ts
function renderAllKeys(report) {
	const { keys } = report;
	if (keys.length === 0) return NOTHING;
	const found = groupRulesByKey(report);
	const rank = (key) => {
		const own = found.get(key.id) ?? [];
		return own.some(({ level }) => level === "error") ? 0 : own.length > 0 ? 1 : 2;
	};
	const shown = keys.map((key) => ({
		key,
		rank: rank(key),
		age: isCalendarTime(key.createdAt) ? key.createdAt.getTime() : 0
	})).toSorted((a, b) => a.rank - b.rank || a.age - b.age).slice(0, 500);
	const { subject, project, owner, created, lastUsed, expires, found: rules } = AUDIT_COLUMNS;
	return markup`<details class="ignored"><summary id="keys">${AUDIT_SECTIONS.keys}</summary>
<div class="scroll wide" role="group" tabindex="0" aria-labelledby="keys"><table>
<thead><tr>${[
		subject,
		project,
		owner,
		created,
		lastUsed,
		expires,
		rules
	].map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${shown.map(({ key }) => renderRow$1(key, found.get(key.id) ?? []))}</tbody>
</table></div>
${renderLeftOut(keys.length - shown.length, "key", "keys")}</details>
`;
}
function renderRow$1(key, findings) {
	const { id, name, home, owner } = key;
	const cells = [home.name ?? home.id ?? "–", owner?.name ?? owner?.id ?? "–"];
	const dates = [
		"createdAt",
		"lastUsedAt",
		"expiresAt"
	].map((field) => formatDate(key, field));
	return markup`<tr><th scope="row">${renderClipped(name ?? id)}</th>${cells.map((cell) => markup`<td>${renderClipped(cell)}</td>`)}${dates.map((date) => markup`<td class="date">${date}</td>`)}<td>${findings.map(({ rule }) => rule).join(", ")}</td></tr>
`;
}
function renderClipped(text) {
	return renderName(clipText(text, 120));
}
function formatDate(key, field) {
	const date = key[field];
	if (isCalendarTime(date)) return formatDay(date);
	return date === null && field !== "createdAt" && !key.absent?.includes(field) ? DATES.never : DATES.unknown;
}
// src/report/wording/audit/plot.ts
const SHAPES = {
	account: "service account",
	person: "person",
	admin: "Admin API key",
	unknown: "owner not known"
};
const PLOT_LEVELS = {
	error: "error",
	warning: "warning",
	none: "nothing found"
};
const AXES = {
	age: "Age of the key",
	today: "Last used today",
	never: "Never used",
	unknown: "Last use not known"
};
const UNITS = [
	[365, "year"],
	[30, "month"],
	[7, "week"],
	[1, "day"]
];
function describeTick(days) {
	const [length, unit] = UNITS.find(([each]) => days >= each) ?? [1, "day"];
	return formatCount(Math.floor(days / length), unit);
}
function describeTickAgo(days) {
	return `${describeTick(days)} ago`;
}
function describePlot(drawn, { error, warning }, neverUsed) {
	return `${formatCount(drawn, "key")} by age, from left to right, and by last use, from top to bottom. ${formatCount(error, "key")} with an error, ${formatNumber(warning)} with a warning alone, ${formatNumber(neverUsed)} never used. The table of all keys below has the same.`;
}
function describeGrouping(isGrouped) {
	return isGrouped ? "Keys of one kind that are close to each other share a mark: small for one key, larger for 2 to 9, largest for 10 or more." : null;
}
function describeUndated(count) {
	if (count === 0) return null;
	return `${formatCount(count, "key")} ${count === 1 ? "is" : "are"} not in the picture: OpenAI did not say when ${count === 1 ? "it was" : "they were"} created.`;
}
// src/report/audit/plot.ts
const TOP = 22;
const SCALE = 300;
const BAND = 46;
const LABELS = 40;
const MIDDLE = 31;
const START = 2;
const WIDTH = 95;
const BESIDE = 13;
const MOST_NAMED = 300;
const OUTLINES = {
	person: (r) => `M${-r},0a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0z`,
	account: (r) => `M${-r * .9},${-r * .9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}z`,
	admin: (r) => `M0,${-r * 1.25}L${r * 1.2},${r * .9}H${-r * 1.2}z`,
	unknown: (r) => `M0,${-r * 1.3}L${r * 1.3},0L0,${r * 1.3}L${-r * 1.3},0z`
};
const RADII = {
	error: [
		5.5,
		8,
		11
	],
	warning: [
		4.5,
		7,
		10
	],
	none: [
		2.8,
		4.5,
		7
	]
};
function renderPlot(plot) {
	const { marks, drawn, levels, neverUsed, hasUnknownUse, undated, isGrouped } = plot;
	if (drawn === 0) return NOTHING;
	const bands = hasUnknownUse ? 2 : 1;
	const height = 322 + bands * BAND + LABELS;
	const notes = [describeGrouping(isGrouped), describeUndated(undated)].filter((note) => note !== null);
	return markup`<section class="card" aria-labelledby="plot">
<h2 id="plot">${AUDIT_SECTIONS.plot}</h2>
<figure class="plot">
<svg role="img" aria-labelledby="plot-t plot-d" width="100%" height="${height}">
<title id="plot-t">${AUDIT_SECTIONS.plot}</title>
<desc id="plot-d">${describePlot(drawn, levels, neverUsed)}</desc>
<defs>${listSymbols(marks)}</defs>
${renderGrid(plot, bands)}${marks.map((mark) => renderMark(mark, marks.length <= MOST_NAMED))}</svg>
${renderLegend(plot)}
${notes.map((note) => markup`<figcaption>${note}</figcaption>`)}</figure>
</section>
`;
}
function renderGrid({ ticks, hasUnknownUse }, bands) {
	const ground = 322;
	const end = ground + bands * BAND;
	return markup`<line class="rail" x1="0" x2="100%" y1="${TOP}" y2="${TOP}"/><text x="0" y="${15}">${AXES.today}</text>
${ticks.map(({ at, days }) => {
		const [x, y] = [formatX(at), Math.round(TOP + at * SCALE)];
		return markup`<line class="rail" x1="0" x2="100%" y1="${y}" y2="${y}"/><text x="0" y="${y - 4}">${describeTickAgo(days)}</text>
<line class="rail" x1="${x}" x2="${x}" y1="${TOP}" y2="${end}"/><text x="${x}" y="${end + 16}" text-anchor="middle">${describeTick(days)}</text>
`;
	})}${renderBand(AXES.never, ground)}${hasUnknownUse ? renderBand(AXES.unknown, 368) : NOTHING}<text x="0" y="${end + 34}">${AXES.age}</text>
`;
}
function renderBand(label, top) {
	return markup`<rect class="band" x="0" y="${top + 4}" width="100%" height="${42}"/><text x="6" y="${top + 17}">${label}</text>
`;
}
function listSymbols(marks) {
	return [...new Set(marks.map(nameSymbol))].map((name) => {
		const [shape, level, size] = name.split("-");
		const radius = RADII[level][Number(size)] ?? 0;
		return markup`<path id="${name}" d="${{ markup: OUTLINES[shape](radius) }}"/>`;
	});
}
function nameSymbol({ shape, level, count }) {
	return `${shape}-${level}-${count === 1 ? 0 : count < 10 ? 1 : 2}`;
}
function renderMark(mark, isNamed) {
	const { x, y, band, shift, level, count, key, rules } = mark;
	const above = band === "used" ? TOP + y * SCALE : 322 + (band === "never" ? 0 : 1) * BAND + MIDDLE;
	const name = isNamed && count === 1 ? nameMark(key.name ?? key.id, rules) : null;
	const title = name === null ? NOTHING : markup`<title>${name}</title>`;
	const beside = shift === 0 ? NOTHING : markup` transform="translate(${x > .8 ? -13 * shift : BESIDE * shift} 0)"`;
	return markup`<use class="${level}" href="#${nameSymbol(mark)}" x="${formatX(x)}" y="${round(above)}"${beside}>${title}</use>
`;
}
function nameMark(name, rules) {
	return [clipText(name, 60), ...rules.length > 0 ? [rules.join(", ")] : []].join(": ");
}
function renderLegend({ shapes, levels }) {
	const ofShape = (shape) => markup`<li>${renderSample(shape, "shape")} ${SHAPES[shape]}</li>`;
	const ofLevel = (level) => levels[level] > 0 ? markup`<li>${renderSample(shapes[0] ?? "account", level)} ${PLOT_LEVELS[level]}</li>` : NOTHING;
	return markup`<ul class="legend">${shapes.map(ofShape)}${[
		"error",
		"warning",
		"none"
	].map(ofLevel)}</ul>`;
}
function renderSample(shape, level) {
	const radius = RADII[level === "shape" ? "warning" : level][0];
	return markup`<svg class="sample" width="16" height="16" aria-hidden="true"><path class="${level}" transform="translate(8 8)" d="${{ markup: OUTLINES[shape](radius) }}"/></svg>`;
}
function formatX(part) {
	return `${(START + part * WIDTH).toFixed(2)}%`;
}
function round(value) {
	return value.toFixed(1).replace(/\.0$/, "");
}
// src/report/audit/plot-marks.ts
const DAY = 864e5;
const SHORTEST = 60;
const MOST_MARKS = 500;
const GRIDS = [
	64,
	48,
	32,
	24,
	16,
	12,
	8
];
const LEVELS = [
	"none",
	"warning",
	"error"
];
function buildPlot(report) {
	const { keys, at } = report;
	const found = groupRulesByKey(report);
	const dated = keys.filter(({ createdAt }) => isCalendarTime(createdAt));
	const oldest = dated.reduce((most, { createdAt }) => Math.max(most, daysSince(createdAt, at)), SHORTEST);
	const single = dated.map((key) => placeKey(key, found.get(key.id) ?? [], at, oldest));
	const grouped = single.length <= MOST_MARKS ? single : groupMarks(single);
	const count = (isOf) => single.filter(isOf).length;
	return {
		marks: spreadMarks(grouped).toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)),
		ticks: chooseTicks(oldest),
		drawn: single.length,
		undated: keys.length - dated.length,
		levels: {
			error: count(({ level }) => level === "error"),
			warning: count(({ level }) => level === "warning"),
			none: count(({ level }) => level === "none")
		},
		neverUsed: count(({ band }) => band === "never"),
		hasUnknownUse: single.some(({ band }) => band === "unknown"),
		shapes: [
			"account",
			"person",
			"admin",
			"unknown"
		].filter((shape) => single.some((mark) => mark.shape === shape)),
		isGrouped: grouped.length < single.length
	};
}
const MOST_BESIDE = 6;
function spreadMarks(marks) {
	const counts = /* @__PURE__ */ new Map();
	return marks.map((mark) => {
		const place = [
			mark.band,
			Math.round(mark.x * 80),
			Math.round(mark.y * 40)
		].join(" ");
		const before = counts.get(place) ?? 0;
		counts.set(place, before + 1);
		return {
			...mark,
			shift: before % MOST_BESIDE
		};
	});
}
function daysSince(time, now) {
	return time === null ? 0 : Math.max(0, (now.getTime() - time.getTime()) / DAY);
}
function placeKey(key, findings, now, oldest) {
	const { createdAt, lastUsedAt, absent } = key;
	const band = isCalendarTime(lastUsedAt) ? "used" : lastUsedAt === null && !absent?.includes("lastUsedAt") ? "never" : "unknown";
	return {
		x: scaleDays(daysSince(createdAt, now), oldest),
		y: band === "used" ? scaleDays(daysSince(lastUsedAt, now), oldest) : 0,
		band,
		shape: chooseShape(key),
		level: findings.some(({ level }) => level === "error") ? "error" : findings.length > 0 ? "warning" : "none",
		shift: 0,
		count: 1,
		key,
		rules: findings.map(({ rule }) => rule)
	};
}
function chooseShape({ home, owner }) {
	if (home.kind === "organization") return "admin";
	return owner === null ? "unknown" : owner.kind === "user" ? "person" : "account";
}
function scaleDays(days, oldest) {
	return Math.min(1, Math.sqrt(days / oldest));
}
function groupMarks(single) {
	let grouped = single;
	for (const grid of GRIDS) {
		grouped = groupByCell(single, grid);
		if (grouped.length <= MOST_MARKS) break;
	}
	return grouped;
}
function groupByCell(single, grid) {
	const cells = /* @__PURE__ */ new Map();
	for (const mark of single) {
		const place = `${Math.round(mark.x * grid)}:${Math.round(mark.y * grid / 2)}`;
		const id = `${mark.band}:${place}:${mark.shape}:${mark.level}`;
		const cell = cells.get(id);
		if (cell) cell.push(mark);
		else cells.set(id, [mark]);
	}
	return [...cells.values()].flatMap((cell) => {
		const [first] = cell;
		if (!first) return [];
		const mean = (of) => cell.reduce((sum, mark) => sum + of(mark), 0) / cell.length;
		return [{
			...first,
			x: mean(({ x }) => x),
			y: mean(({ y }) => y),
			count: cell.length
		}];
	});
}
const TICKS = [
	1,
	7,
	30,
	91,
	183,
	365,
	730,
	1096,
	1826,
	3652
];
const CLOSEST = .15;
function chooseTicks(oldest) {
	const ticks = [];
	for (const days of TICKS.toReversed()) {
		const at = Math.sqrt(days / oldest);
		const next = ticks.at(-1)?.at ?? 1.15;
		if (at <= 1 && next - at >= CLOSEST && at >= CLOSEST / 2) ticks.push({
			at,
			days
		});
	}
	return ticks.toReversed();
}
// src/report/audit/style.ts
const AUDIT_STYLE_HASH = "sha256-uOsHMR80EkT/PvR4VuGB3nyR0jBhxaAwG9cr7aKYQJw=";
const AUDIT_STYLE = `${STYLE}
.plot{margin-top:.5rem}
.plot text{fill:var(--muted);font-size:12px}
.plot .rail{stroke:var(--line);stroke-width:1}
.plot .band{fill:var(--code)}
.plot .error{fill:var(--bad);stroke:var(--card);stroke-width:1}
.plot .warning{fill:var(--card);stroke:var(--warn);stroke-width:2.2}
.plot .none{fill:var(--muted);stroke:var(--card);stroke-width:.6}
.plot .shape{fill:none;stroke:var(--ink);stroke-width:1.5}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:.7rem 0 0;padding:0;list-style:none;font-size:.9rem}
.legend li{display:flex;align-items:center;gap:.35rem}
.sample{flex:none}
.found{margin:0;padding-left:1.1rem}
.found li{margin:0 0 .2rem}
.advice{margin:.15rem 0 0;color:var(--muted)}
.card ul{padding-left:1.2rem}
.card .legend{padding:0}
.date,.rules th,.rules .chip{white-space:nowrap}
.scroll.wide table{min-width:44rem}
@media print{
.plot svg{break-inside:avoid}
.scroll.wide table{min-width:0}
}
`;
// src/report/audit/html.ts
var html_exports = /* @__PURE__ */ __exportAll({ renderAuditHtml: () => renderAuditHtml });
const SIGNS = {
	"✗": "!",
	"!": "!",
	"?": "?",
	"✓": "✓"
};
function renderAuditHtml(report, context) {
	const view = describeAudit(report);
	const body = markup`${renderBanner(view, context)}<main>
${renderFirst$1(view)}${renderPlot(buildPlot(report))}${renderSubjects(view)}${renderNotJudged$1(view)}${renderRules$1(view)}${renderProjects$1(view)}${renderExceptions$1(view)}${view.federations.slice(0, MOST_FEDERATIONS).map(renderFederation)}${renderLeftOut(Math.max(0, view.federations.length - MOST_FEDERATIONS), "repository", "repositories")}${renderNotes$1(view)}${renderAllKeys(report)}</main>
`;
	const { version } = context;
	return renderDocument({
		title: view.title,
		style: AUDIT_STYLE,
		styleHash: AUDIT_STYLE_HASH,
		version,
		body
	});
}
function renderBanner({ tone, sign, title, at, checkedAgainst, scope, requests }, context) {
	const { runUrl, job = null } = context;
	const facts = [
		markup`${at}`,
		...checkedAgainst === null ? [] : [renderName(clipText(checkedAgainst, 120))],
		markup`${scope}`,
		markup`${requests}`,
		...job === null ? [] : [renderName(clipText(job, 120))],
		...runUrl === null ? [] : [renderLink(runUrl, markup`${PAGE_LABELS.run}`)]
	];
	return markup`<header class="${tone}">
<p class="brand">${AUDIT_SECTIONS.page}${facts.map((fact) => markup` <span>${fact}</span>`)}</p>
<h1><span class="mark" aria-hidden="true">${SIGNS[sign]}</span>${title}</h1>
</header>
`;
}
function renderProse(prose) {
	return markup`${splitProse(prose).map(({ text, isCode }) => isCode ? markup`<code>${renderName(text)}</code>` : renderName(text))}`;
}
function renderFirst$1({ first, tone, fixed }) {
	const done = fixed === null ? NOTHING : markup`<p class="alarm good">${fixed}</p>
`;
	if (first === null) return done;
	const { name, detail, advice } = first;
	return markup`${done}<p class="alarm ${tone}"><strong>${AUDIT_SECTIONS.first}:</strong> ${renderLine(name)}: ${renderProse(detail)}. ${renderProse(advice)}</p>
`;
}
const MOST_FEDERATIONS = 50;
const OPEN = 50;
function renderSubjects({ subjects }) {
	if (subjects.length === 0) return NOTHING;
	const folded = subjects.slice(OPEN, 500);
	const left = renderLeftOut(subjects.length - Math.min(subjects.length, 500), "key", "keys");
	return markup`<section aria-labelledby="findings">
<h2 id="findings">${AUDIT_SECTIONS.findings}</h2>
${renderSubjectTable(subjects.slice(0, OPEN))}${folded.length === 0 ? left : markup`<details><summary>${describeFolded(folded.length)}</summary>
${renderSubjectTable(folded)}${left}</details>
`}</section>
`;
}
function renderSubjectTable(subjects) {
	const { level, subject, found } = AUDIT_COLUMNS;
	return markup`<table class="keys" role="table">
<thead role="rowgroup"><tr role="row">${[
		level,
		subject,
		found
	].map((name) => markup`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">
${subjects.map(renderSubject)}</tbody>
</table>
`;
}
function renderSubject({ level, tone, name, place, findings }) {
	const where = place.length === 0 ? NOTHING : markup`<span class="done">${renderSentence(place)}</span>`;
	return markup`<tr role="row"><td role="cell"><span class="chip ${tone}">${capitalize(level)}</span></td><th scope="row" role="rowheader">${renderSentence(name)}${where}</th><td role="cell"><ul class="found">${findings.map((one) => renderFinding(one, level))}</ul></td></tr>
`;
}
function renderFinding(finding, level) {
	const { rule, detail, exception, fix } = finding;
	const other = finding.level === level ? "" : ` (${finding.level})`;
	const remark = exception === null ? NOTHING : markup`; ${renderProse(exception)}`;
	const done = fix === null ? NOTHING : markup` <span class="chip ${fix.tone}">${capitalize(fix.text)}</span>`;
	return markup`<li><strong>${rule}</strong>${other}: ${renderProse(detail)}${remark}${done}</li>`;
}
function renderNotJudged$1({ notJudged, gaps }) {
	if (notJudged.length + gaps.length === 0) return NOTHING;
	const reasons = notJudged.map(({ rules, because, suchAs }) => markup`<li><strong>${rules.join(", ")}</strong>: ${renderProse(because)}${renderProse(suchAs)}</li>`);
	const listed = gaps.slice(0, 500).map((detail) => markup`<li>${renderProse(detail)}</li>`);
	return markup`<section class="card warn" aria-labelledby="unjudged">
<h2 id="unjudged">${AUDIT_SECTIONS.notJudged}</h2>
<p>${NOT_JUDGED_MEANS}</p>
<ul>${reasons}${listed}</ul>
${renderLeftOut(gaps.length - listed.length, "thing", "things")}</section>
`;
}
function renderRules$1({ rules, quietRules }) {
	const found = rules.filter((one) => one.found > 0);
	if (found.length === 0) return NOTHING;
	const rows = found.map(({ rule, title, level, found: count, advice }) => markup`<tr role="row"><th scope="row" role="rowheader">${rule}</th><td role="cell"><span class="chip ${level === "error" ? "bad" : "warn"}">${describeFound(count, level)}</span></td><td role="cell">${title}.${advice.map((one) => markup`<p class="advice">${renderProse(one)}</p>`)}</td></tr>
`);
	const { rule, found: heading, advice } = AUDIT_COLUMNS;
	return markup`<section aria-labelledby="rules">
<h2 id="rules">${AUDIT_SECTIONS.rules}</h2>
<table class="keys rules" role="table">
<thead role="rowgroup"><tr role="row">${[
		rule,
		heading,
		advice
	].map((name) => markup`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody>
</table>
${quietRules > 0 ? markup`<p class="small">${describeQuietRules(quietRules)}</p>` : NOTHING}</section>
`;
}
function renderProjects$1({ projects }) {
	if (projects.length < 2) return NOTHING;
	const shown = projects.slice(0, 500);
	const { project, keys, errors, warnings } = AUDIT_COLUMNS;
	return markup`<section aria-labelledby="projects">
<h2 id="projects">${AUDIT_SECTIONS.projects}</h2>
<div class="scroll" role="group" tabindex="0" aria-labelledby="projects"><table>
<thead><tr><th scope="col">${project}</th>${[
		keys,
		errors,
		warnings
	].map((name) => markup`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>
${shown.map((one) => markup`<tr><th scope="row">${renderSentence(one.name)}</th>${[
		one.keys,
		one.errors,
		one.warnings
	].map((count) => markup`<td class="number">${count}</td>`)}</tr>
`)}</tbody>
</table></div>
${renderLeftOut(projects.length - shown.length, "project", "projects")}</section>
`;
}
function renderExceptions$1({ excepted, exceptedCount }) {
	if (exceptedCount === 0) return NOTHING;
	const shown = excepted.slice(0, 500);
	return markup`<details class="ignored"><summary>${describeExceptionCount(exceptedCount)}</summary>
<ul>
${shown.map(({ name, findings }) => findings.map(({ rule, exception }) => markup`<li>${renderSentence(name)}, ${rule}: ${renderProse(exception ?? "")}</li>
`))}</ul>
${renderLeftOut(excepted.length - shown.length, "key", "keys")}</details>
`;
}
function renderNotes$1({ notes }) {
	return markup`${notes.map((note) => markup`<p class="note">${renderProse(note)}</p>
`)}`;
}
// src/report/audit/json.ts
var json_exports = /* @__PURE__ */ __exportAll({ renderAuditJsonPieces: () => renderAuditJsonPieces });
const SCHEMA = "openai-key-guard/audit/v1";
function renderAuditJsonPieces(report, version) {
	const document = buildDocument(report, version);
	const formatAll = function* () {
		for (const one of report.findings) yield formatAuditFinding(one);
	};
	return { [Symbol.iterator]: () => formatSafeJsonList(document, "findings", formatAll()) };
}
function buildDocument(report, version) {
	const { conclusion, at, organization, fails, keys, projects, rules, notJudged, gaps, notes, requests } = report;
	const { errors, warnings } = countLevels(report.findings);
	return {
		schema: SCHEMA,
		tool: {
			name: "openai-key-guard",
			version
		},
		conclusion,
		fails,
		at: formatIsoTime(at),
		organization,
		counts: {
			errors,
			warnings,
			excepted: report.findings.filter(isExcepted).length
		},
		keys: keys.length,
		projects,
		requests,
		rules: rules.map(({ rule, title, level, judged, found, excepted, notJudged: missing }) => ({
			rule,
			title,
			level,
			judged,
			found,
			excepted,
			notJudged: missing
		})),
		notJudged: notJudged.map(({ rule, count, because, ids }) => ({
			rule,
			keys: count,
			because,
			ids
		})),
		gaps: gaps.map(({ kind, detail }) => ({
			kind,
			detail
		})),
		notes,
		federation: buildFederations(report.kept),
		allKeys: keys.map(formatKey),
		findings: []
	};
}
function formatAuditFinding({ rule, level, subject, key, detail, advice, exception, fix }) {
	return {
		rule,
		level,
		key: key && formatKey(key),
		subject: {
			kind: subject.kind,
			id: subject.id,
			name: subject.name,
			project: subject.project && {
				id: subject.project.id,
				name: subject.project.name
			},
			owner: formatOwner(subject.owner)
		},
		detail,
		advice,
		exception: exception && {
			reason: exception.reason,
			until: exception.until === null ? null : formatIsoTime(exception.until),
			isExpired: exception.isExpired
		},
		fix: fix && formatFix(fix)
	};
}
function formatKey({ id, name, home, owner, createdAt, lastUsedAt, expiresAt }) {
	return {
		id,
		name,
		project: home.kind === "project" ? {
			id: home.id,
			name: home.name
		} : null,
		owner: formatOwner(owner),
		createdAt: createdAt && formatIsoTime(createdAt),
		lastUsedAt: lastUsedAt && formatIsoTime(lastUsedAt),
		expiresAt: expiresAt && formatIsoTime(expiresAt)
	};
}
function formatOwner(owner) {
	return owner && {
		kind: owner.kind,
		id: owner.id,
		name: owner.name
	};
}
function formatFix({ decision, outcome }) {
	return {
		decision: formatDecision(decision),
		outcome: formatOutcome(outcome)
	};
}
// src/report/audit/markdown.ts
var markdown_exports = /* @__PURE__ */ __exportAll({
	renderAuditIssue: () => renderAuditIssue,
	renderAuditSummary: () => renderAuditSummary
});
const MARKS = {
	bad: "🔴",
	warn: "🟡",
	good: "✅",
	quiet: "⚪"
};
const RESERVE = 1e3;
function renderAuditSummary(view, context) {
	return renderPage(view, context, {
		room: 1e6,
		size: countBytes,
		rest: REST.report,
		level: "##",
		rows: 2e3
	});
}
function renderAuditIssue(view, context, room) {
	return renderPage(view, context, {
		room,
		size: countBytes,
		rest: context.runUrl === null ? REST.summary : formatMarkdown(linkRest(context.runUrl)),
		level: "",
		rows: 200
	});
}
const utf8 = new TextEncoder();
function countBytes(text) {
	return utf8.encode(text).length;
}
function renderPage(view, context, page) {
	const head = [
		`${page.level === "" ? "**" : "## "}${view.mark} ${escapeMarkdown(view.title)}${page.level === "" ? "**" : ""}`,
		renderFirst(view),
		view.fixed ?? ""
	];
	const rest = [
		renderRules(view, page),
		renderProjects(view, page),
		renderNotJudged(view, page),
		renderExceptions(view, page),
		renderFederations(view, page),
		renderNotes(view, page),
		renderFooter(view, context, page)
	];
	const free = page.room - page.size([...head, ...rest].join("\n\n")) - RESERVE;
	return [
		...head,
		renderTable(view, page, free),
		...rest
	].filter((part) => part !== "").join("\n\n");
}
function renderFirst({ first, tone }) {
	if (first === null) return "";
	const kind = tone === "bad" ? "CAUTION" : "WARNING";
	const { name, detail, advice } = first;
	return `> [!${kind}]\n> **${AUDIT_SECTIONS.first}:** ${formatMarkdown(name)}: ${formatMarkdownProse(detail)}. ${formatMarkdownProse(advice)}`;
}
function renderTable({ subjects }, { size, rest, rows }, free) {
	if (subjects.length === 0) return "";
	const { texts } = truncateList(subjects.slice(0, rows), renderRow, free, size);
	const { level, subject, found } = AUDIT_COLUMNS;
	const table = [
		`| ${level} | ${subject} | ${found} |`,
		"|---|---|---|",
		...texts
	].join("\n");
	const left = subjects.length - texts.length;
	const more = left > 0 ? describeMoreElsewhere(left, rest) : "";
	return [texts.length > 0 ? table : "", more].filter((part) => part !== "").join("\n\n");
}
function renderRow({ level, tone, name, place, findings }) {
	const where = place.length === 0 ? "" : `<br>${formatMarkdown(place, "cell")}`;
	const found = findings.map((one) => renderFound(one, level)).join("<br>");
	return `| ${MARKS[tone]}&nbsp;${level} | ${formatMarkdown(name, "cell")}${where} | ${found} |`;
}
function renderFound(finding, level) {
	const { rule, detail, exception, fix } = finding;
	const other = finding.level === level ? "" : ` (${finding.level})`;
	const remark = exception === null ? "" : `; ${formatMarkdownProse(exception, "cell")}`;
	const done = fix === null ? "" : `<br>${MARKS[fix.tone]} ${escapeMarkdown(fix.text)}`;
	return `**${escapeMarkdown(rule)}**${other}: ${formatMarkdownProse(detail, "cell")}${remark}${done}`;
}
function renderRules({ rules, quietRules }, page) {
	const lines = rules.filter(({ found }) => found > 0).map(({ rule, title, level, found, advice }) => {
		const what = advice.map((one) => formatMarkdownProse(one)).join(" ");
		return `- **${escapeMarkdown(rule)}** (${describeFound(found, level)}): ${escapeMarkdown(title)}. ${what}`;
	});
	const quiet = lines.length > 0 && quietRules > 0 ? `\n\n${describeQuietRules(quietRules)}` : "";
	return `${renderSection(AUDIT_SECTIONS.rules, lines, page)}${quiet}`;
}
function renderProjects({ projects }, { room, size, rest }) {
	if (projects.length < 2) return "";
	const format = ({ name, keys, errors, warnings }) => `| ${formatMarkdown(name, "cell")} | ${keys} | ${errors} | ${warnings} |`;
	const { texts, left } = truncateList(projects.slice(0, MOST_PROJECTS), format, room / 8, size);
	const more = left + Math.max(0, projects.length - MOST_PROJECTS);
	const { project, keys, errors, warnings } = AUDIT_COLUMNS;
	return [
		`<details><summary>${AUDIT_SECTIONS.projects}</summary>`,
		"",
		`| ${project} | ${keys} | ${errors} | ${warnings} |`,
		"|---|--:|--:|--:|",
		...texts,
		...more > 0 ? ["", describeMoreElsewhere(more, rest)] : [],
		"",
		"</details>"
	].join("\n");
}
const MOST_PROJECTS = 100;
function renderNotJudged({ notJudged, gaps }, page) {
	const lines = notJudged.map(({ rules, because, suchAs }) => `- ${escapeMarkdown(rules.join(", "))}: ${formatMarkdownProse(because)}${formatMarkdownProse(suchAs)}`);
	const section = renderSection(AUDIT_SECTIONS.notJudged, lines, page);
	const listed = renderSection(AUDIT_SECTIONS.gaps, gaps.map((detail) => `- ${formatMarkdownProse(detail)}`), page);
	return [section === "" ? "" : `${section}\n\n${NOT_JUDGED_MEANS}`, listed].filter((part) => part !== "").join("\n\n");
}
function renderExceptions({ excepted, exceptedCount }, { room, size, rest }) {
	if (exceptedCount === 0) return "";
	const lines = excepted.flatMap(({ name, findings }) => findings.map(({ rule, exception }) => `- ${formatMarkdown(name)}, ${escapeMarkdown(rule)}: ${formatMarkdownProse(exception ?? "")}`));
	const { texts, left } = truncateList(lines, (one) => one, room / 8, size);
	return [
		`<details><summary>${describeExceptionCount(exceptedCount)}</summary>`,
		"",
		...texts,
		...left > 0 ? ["", describeMoreElsewhere(left, rest)] : [],
		"",
		"</details>"
	].join("\n");
}
function renderFederations({ federations }, { room, size, rest }) {
	const { texts, left } = truncateList(federations, formatFederation, room / 4, size);
	return [...texts, ...left > 0 ? [describeMoreElsewhere(left, rest)] : []].join("\n\n");
}
function renderNotes({ notes }, page) {
	return renderSection(AUDIT_SECTIONS.notes, notes.map((note) => `- ${formatMarkdownProse(note)}`), page);
}
function renderSection(title, lines, { room, size, rest }) {
	if (lines.length === 0) return "";
	const { texts, left } = truncateList(lines, (text) => text, room / 8, size);
	const more = left > 0 ? [`- ${describeMoreElsewhere(left, rest)}`] : [];
	return [
		`**${title}**`,
		"",
		...texts,
		...more
	].join("\n");
}
function renderFooter(view, { version, runUrl, job = null }, { level }) {
	const { scope, requests, checkedAgainst, at } = view;
	const isSummary = level === "##";
	return `<sub>${[
		...isSummary ? [
			scope,
			requests,
			at
		] : [],
		...checkedAgainst === null ? [] : [escapeMarkdown(clipText(checkedAgainst, 120))],
		...runUrl === null || isSummary ? [] : [`[Run](${escapeHref(runUrl)})`],
		`[OpenAI Key Guard ${escapePlain(version)}](${REPOSITORY})`,
		...job === null ? [] : [escapeMarkdown(clipText(job, 120))]
	].join(" · ")}</sub>`;
}
// src/report/notice/audit-notice.ts
var audit_notice_exports = /* @__PURE__ */ __exportAll({ createAuditNoticeContent: () => createAuditNoticeContent });
function createAuditNoticeContent(report, view, source, context) {
	return {
		notice: () => buildAuditNotice(view, source, context),
		document: () => renderAuditDocument(report, source, context)
	};
}
function buildAuditNotice({ mark, title, subjects }, { repository, issueUrl }, { runUrl, version }) {
	const shown = subjects.slice(0, 10);
	return {
		mark,
		title,
		place: describeNoticePlace(repository, null),
		items: shown.map(({ level, name, findings }) => ({
			mark: level === "error" ? "🔴" : "🟡",
			head: stressLine(name),
			lines: findings.map(({ detail }) => showName(detail))
		})),
		describeMore: describeMoreFindings,
		more: subjects.length - shown.length,
		links: [...issueUrl === null ? [] : [{
			text: NOTICE_LINKS.issue,
			url: issueUrl
		}], ...runUrl === null ? [] : [{
			text: NOTICE_LINKS.run,
			url: runUrl
		}]],
		version
	};
}
function renderAuditDocument(report, { repository, issueUrl }, { runUrl, version }) {
	const counting = report.findings.filter((one) => !isExcepted(one) && !isMended(one));
	const base = {
		schema: "openai-key-guard/notice/v1",
		kind: "audit",
		tool: {
			name: "openai-key-guard",
			version
		},
		repository,
		issue: issueUrl,
		run: runUrl,
		conclusion: report.conclusion,
		...countLevelsLeft(report.findings),
		keys: report.keys.length
	};
	const findings = counting.map((one) => ({
		rule: one.rule,
		level: one.level,
		subject: identifySubject(one)
	}));
	return renderListed(base, "findings", findings);
}
export { CSV_NOT_JUDGED, DEFAULT_AUDIT_POLICY, NEEDS_CONTENTS, NOTHING_LEFT, NO_TOKEN, RULES, audit_notice_exports, buildProjectFilter, createAuditReport, describeAudit, describeAuditException, describeAuditTitle, describeFix, describeGitHubFailure, describeMissingPolicy, describeNewFindings, describeUnfinishedFix, describeUnreadKeys, describeUnreadPolicy, html_exports, json_exports, listNeededSources, markdown_exports, mayHideKeys, parse_exports, policy_exports, renderAuditText, resolveRule, sub_action_exports, subjects_exports, text_exports, title_exports, view_exports };
