import { __exportAll } from "./rolldown-runtime.js";
import { EXIT_CODES, Git, Secret, UsageError, VERSION, checkSample, checkScreen, decodeText, describeAdminKeyFault, detect, escapeMarkdown, escapePlain, findAdminKeyFault, findDefaultRange, findRepository, findServer, formatSafeJson, formatTime, quoteForMessage, readFileVersionsAnywhere, readFirstFileVersions, readPrefix, readSourcesId, resolveCommits, toShownSigns } from "./scan.js";
import { wrap } from "./report.js";
import { locateIgnoreFile, readIgnoreFile, require_dist } from "./ignore-file.js";
import { detectManager, findHookFolder, readInstalledHooks } from "./hooks.js";
const join = process.getBuiltinModule("node:path").join;
const resolve = process.getBuiltinModule("node:path").resolve;
const open = (...args) => process.getBuiltinModule("node:fs/promises").open(...args);
const stat = (...args) => process.getBuiltinModule("node:fs/promises").stat(...args);
// src/messages/doctor/check-text.ts
function describeFact(detail) {
	return {
		detail,
		fix: null
	};
}
function joinNames(names) {
	return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
// src/messages/doctor/admin-key.ts
const OTHER_KINDS$1 = {
	project: "a project key (sk-proj-…)",
	"service-account": "a service account key (sk-svcacct-…)",
	user: "a user key (sk-…)"
};
const MAKE_ONE = "An organisation owner can make an Admin API key (sk-admin-…) at platform.openai.com/settings/organization/admin-keys.";
function nameKey(medium) {
	return medium === "workflow" ? "The input openai-admin-key" : "OPENAI_ADMIN_KEY";
}
function describeNoAdminKey(medium) {
	return {
		detail: `${nameKey(medium)} is not set. Keys are found, but not identified.`,
		fix: `${MAKE_ONE} It needs api.management.read, api.usage.read and api.audit_logs.read.`
	};
}
function describeWithheldKey() {
	return {
		detail: "GitHub gives this run no secrets, so there is no Admin API key.",
		fix: "docs/recipes.md says how to scan pull requests from forks and from Dependabot."
	};
}
function describeNoKey(fault, medium) {
	const fix = fault.kind === "no-key" || fault.kind === "other-vendor" ? MAKE_ONE : null;
	return {
		detail: describeAdminKeyFault(nameKey(medium), fault),
		fix
	};
}
function describeOtherKey(kind, medium) {
	return {
		detail: `${nameKey(medium)} holds ${OTHER_KINDS$1[kind]}, not an Admin API key.`,
		fix: MAKE_ONE
	};
}
const FAILURES$3 = {
	"unknown-key": {
		detail: "OpenAI does not know this Admin API key. It is mistyped, expired or revoked.",
		fix: `Copy it again, or make a new one. ${MAKE_ONE}`
	},
	"ip-not-authorized": {
		detail: "The organisation's list of IP addresses does not allow this machine.",
		fix: "Ask an organisation owner to add its address."
	},
	country: {
		detail: "OpenAI does not answer in the country of this machine.",
		fix: "Run this from a supported country."
	},
	refused: {
		detail: "OpenAI refuses this Admin API key.",
		fix: "Try a new Admin API key. If that is refused too, ask OpenAI's support."
	},
	"no-answer": {
		detail: "OpenAI did not answer, so the Admin API key was not checked.",
		fix: "Look at the network checks below, and run this again."
	},
	"not-openai": {
		detail: "What answered was not OpenAI, so the Admin API key was not checked.",
		fix: "Check the proxy and openai-base-url."
	}
};
function describeAdminKeyFailure(failure, reason) {
	const { detail, fix } = FAILURES$3[failure];
	return {
		detail: reason === null ? detail : `${detail.slice(0, -1)} (${reason}).`,
		fix
	};
}
function describeAdminKey(organization, expiry) {
	return describeFact(`OpenAI accepts the Admin API key${organization === null ? "" : ` for ${organization}`}. ${expiry === null ? "OpenAI tells no expiry." : `It expires on ${expiry}.`}`);
}
function describeExpiringKey(organization, expiry) {
	return {
		...describeAdminKey(organization, expiry),
		fix: `Replace it before that day. ${MAKE_ONE}`
	};
}
const READS = {
	projects: ["projects", "Keys cannot be identified."],
	"project-keys": ["keys of projects", "Keys cannot be identified."],
	"admin-keys": ["Admin API keys", "A leaked Admin API key cannot be identified."],
	usage: ["usage", "Reports do not say what a key was used for since it leaked."],
	costs: ["costs", "Reports do not say what was spent since a key leaked."],
	"audit-log": ["the audit log", "Reports do not say what a key changed since it leaked."]
};
function describeWorkingRead(read) {
	return describeFact(`Reading ${READS[read][0]} works.`);
}
function describeMissingScopes(read, scopes) {
	const [what, loss] = READS[read];
	return {
		detail: `Reading ${what} is refused: ${scopes.length > 0 ? `${scopes.join(", ")} is missing` : "a permission is missing"}. ${loss}`,
		fix: `Use an Admin API key that has ${scopes.length > 0 ? scopes.join(", ") : "this permission"}.`
	};
}
function describeFailedRead(read, reason) {
	const [what] = READS[read];
	return {
		detail: `Reading ${what} failed${reason === null ? ": OpenAI did not answer" : ` (${reason})`}.`,
		fix: "Run this again."
	};
}
function describeNoProject() {
	return {
		detail: "Reading keys of projects was not tried, because no project was listed.",
		fix: null
	};
}
function describeEmptyAuditLog() {
	return {
		detail: "The audit log is empty. It may be switched off.",
		fix: "An organisation owner can switch it on at platform.openai.com, under Data controls."
	};
}
function describeUntriedWriting(medium) {
	return describeFact(`Changing keys was not tried. With ${medium === "workflow" ? "on-leak" : "--on-leak"}, the Admin API key also needs api.management.write.`);
}
// src/doctor/check.ts
const CHECK_IDS = {
	machine: [
		"node",
		"git",
		"version",
		"search"
	],
	repository: [
		"repository",
		"clone",
		"default-range",
		"hooks",
		"ignore-file"
	],
	workflow: ["event", "event-types"],
	openai: [
		"admin-key",
		"read-projects",
		"read-project-keys",
		"read-admin-keys",
		"read-usage",
		"read-costs",
		"read-audit-log",
		"write-keys"
	],
	github: [
		"github-token",
		"read-commits",
		"write-comments",
		"code-scanning",
		"forks"
	],
	network: [
		"reach-openai",
		"reach-github",
		"proxy",
		"clock"
	]
};
function createCheck(id, state, text) {
	return {
		id,
		state,
		detail: text.detail,
		fix: text.fix
	};
}
function getGroup({ id }) {
	const group = Object.keys(CHECK_IDS).find((one) => CHECK_IDS[one].includes(id));
	if (group === void 0) throw new Error(`the check ${id} is in no group`);
	return group;
}
function concludeChecks(checks) {
	if (checks.some(({ state }) => state === "problem")) return "problem";
	return checks.filter((check) => getGroup(check) !== "machine" && check.id !== "proxy").every(({ state }) => state === "unknown") ? "unknown" : "ok";
}
// src/doctor/admin-key.ts
var admin_key_exports = /* @__PURE__ */ __exportAll({
	checkAdminKey: () => checkAdminKey,
	parseGivenKey: () => parseGivenKey
});
const SOON = 12096e5;
const OTHER_KINDS = {
	"sk-proj-": "project",
	"sk-svcacct-": "service-account",
	"sk-None-": "user",
	"sk-": "user"
};
function parseGivenKey(text, secretsWithheld = false) {
	const trimmed = text.trim();
	if (trimmed === "") return { kind: secretsWithheld ? "withheld" : "none" };
	const fault = findAdminKeyFault(trimmed);
	if (fault !== null && fault.kind !== "other-kind" && fault.kind !== "cut-off") return {
		kind: "no-key",
		fault
	};
	return {
		kind: "key",
		secret: new Secret(trimmed),
		fault
	};
}
async function checkAdminKey(context) {
	const { adminKey, medium } = context;
	switch (adminKey.kind) {
		case "none": return [createCheck("admin-key", "unknown", describeNoAdminKey(medium))];
		case "withheld": return [createCheck("admin-key", "unknown", describeWithheldKey())];
		case "no-key": return [createCheck("admin-key", "problem", describeNoKey(adminKey.fault, medium))];
		case "key": return await checkKey(adminKey, context);
		default: return adminKey;
	}
}
async function checkKey({ secret, fault }, context) {
	const { medium, baseURL, clock, timeout } = context;
	const other = OTHER_KINDS[readPrefix(secret.mask)];
	if (other) return [createCheck("admin-key", "problem", describeOtherKey(other, medium))];
	const { probeAdminReads } = await import("./openai.js").then((n) => n.admin_reads_exports);
	const access = await probeAdminReads({
		baseURL,
		timeout,
		...context.fetch && { fetch: context.fetch }
	}, secret, clock);
	const failed = findCommonFailure(access.reads, fault, context);
	if (failed) return [failed];
	return [
		describeKey(access, context),
		...listReads(access.reads).map(([read, result]) => checkRead(read, result)),
		createCheck("write-keys", "unknown", describeUntriedWriting(medium))
	];
}
function describeKey({ organization, ownRecord }, { detail, clock }) {
	const name = detail === "full" && organization !== null ? escapePlain(organization) : null;
	const expiresAt = ownRecord?.expiresAt ?? null;
	const expiry = expiresAt && formatTime(expiresAt);
	return expiresAt !== null && expiresAt.getTime() - clock.now().getTime() < SOON && expiry !== null ? createCheck("admin-key", "problem", describeExpiringKey(name, expiry)) : createCheck("admin-key", "ok", describeAdminKey(name, expiry));
}
function listReads(reads) {
	return Object.entries(reads);
}
function findCommonFailure(reads, fault, { medium }) {
	const tried = listReads(reads).flatMap(([, result]) => result.kind === "not-tried" ? [] : [result]);
	const [first] = tried;
	if (!first || first.kind === "works" || first.kind === "missing-scope") return null;
	if (tried.some(({ kind }) => kind !== first.kind)) return null;
	if (first.kind === "unknown-key" && fault !== null) return createCheck("admin-key", "problem", describeNoKey(fault, medium));
	return createCheck("admin-key", first.kind === "no-answer" ? "unknown" : "problem", describeAdminKeyFailure(classify(first), formatReason(first)));
}
function classify(result) {
	switch (result.kind) {
		case "unknown-key":
		case "no-answer":
		case "not-openai": return result.kind;
		case "refused":
			if (result.code === "ip_not_authorized") return "ip-not-authorized";
			return result.code === "unsupported_country_region_territory" ? "country" : "refused";
		default: return "refused";
	}
}
function checkRead(read, result) {
	const id = `read-${read}`;
	switch (result.kind) {
		case "works": return read === "audit-log" && result.records.length === 0 ? createCheck(id, "unknown", describeEmptyAuditLog()) : createCheck(id, "ok", describeWorkingRead(read));
		case "missing-scope": return createCheck(id, "problem", describeMissingScopes(read, result.scopes));
		case "not-tried": return createCheck(id, "unknown", describeNoProject());
		case "no-answer":
		case "not-openai":
		case "unknown-key":
		case "refused": return createCheck(id, result.kind === "refused" ? "problem" : "unknown", describeFailedRead(read, formatReason(result)));
		default: return result;
	}
}
function formatReason(result) {
	if (!("status" in result) || result.status === null) return null;
	const code = "code" in result && result.code !== null ? ` ${result.code}` : "";
	return `${result.status}${code}`;
}
// src/messages/doctor/github-token.ts
function describeNoToken(medium) {
	return medium === "workflow" ? {
		detail: "The input github-token is empty. There is no comment, and commits cannot be fetched.",
		fix: "Remove the input. Its default is the job's own token."
	} : describeFact("GITHUB_TOKEN is not set. Only the Action needs it.");
}
function describeNoGitHubRepository() {
	return {
		detail: "GITHUB_REPOSITORY is not set, so the GitHub token was not tried.",
		fix: "To try it, set GITHUB_REPOSITORY=owner/name."
	};
}
const FAILURES$2 = {
	"bad-token": {
		detail: "GitHub does not accept the token.",
		fix: "Give the job's own token, or a new one."
	},
	"not-found": {
		detail: "The token cannot see the repository.",
		fix: "Give the job contents: read, or use a token that may read this repository."
	},
	"kept-out": {
		detail: "A rule of the organisation does not allow this token: single sign-on, or a list of IP addresses.",
		fix: "Ask an owner of the organisation on GitHub."
	},
	refused: {
		detail: "GitHub refuses the token.",
		fix: "Use the job's own token."
	},
	"no-answer": {
		detail: "GitHub did not answer, so the token was not checked.",
		fix: "Look at the network checks below, and run this again."
	},
	"not-github": {
		detail: "What answered was not GitHub's API, so the token was not checked.",
		fix: "Check the proxy and GITHUB_API_URL."
	}
};
function describeTokenFailure(failure, status) {
	const { detail, fix } = FAILURES$2[failure];
	return {
		detail: status === null ? detail : `${detail.slice(0, -1)} (${status}).`,
		fix
	};
}
function describeToken(login) {
	return describeFact(`GitHub accepts the token${login === null ? "" : ` as ${login}`}.`);
}
function describeReadableContents() {
	return describeFact("Reading commits works.");
}
function describeUnreadableContents() {
	return {
		detail: "Reading commits is refused: contents: read is missing. Commits that are not checked out cannot be fetched.",
		fix: "Add contents: read to the permissions of the job."
	};
}
function describeFailedGitHubRead(what, status) {
	return {
		detail: `Reading ${what} failed${status === null ? ": GitHub did not answer" : ` (${status})`}.`,
		fix: "Run this again."
	};
}
function describeRefusedComments() {
	return {
		detail: "Reading pull requests is refused, so no comment can be written.",
		fix: "Add pull-requests: write to the permissions of the job."
	};
}
function describeAllowedComments() {
	return describeFact("The token's scopes allow comments.");
}
function describeUntriedComments() {
	return describeFact("Writing a comment was not tried. It needs pull-requests: write.");
}
function describeReadOnlyRun(because) {
	return {
		detail: `This pull request is ${because === "fork" ? "from a fork" : "from Dependabot"}, so GitHub's token only reads. The check still fails on a leak, but no comment is written.`,
		fix: "docs/recipes.md says how to comment on such pull requests."
	};
}
function describeReadableCodeScanning() {
	return describeFact("Reading code scanning works. Uploading SARIF was not tried. It needs security-events: write.");
}
function describeUnreadableCodeScanning() {
	return {
		detail: "GitHub does not show code scanning. The token lacks security-events, or code scanning is off.",
		fix: "To upload SARIF, add security-events: write to the permissions of the job."
	};
}
function describeForks(event) {
	return describeFact(event === "pull_request_target" ? "On pull_request_target, pull requests from forks get secrets and a token that writes." : "On pull_request, pull requests from forks get no secrets and a token that only reads. The check still fails on a leak, but no comment is written.");
}
// src/doctor/github-token.ts
async function checkGitHubToken(context) {
	const { github, medium, workflow } = context;
	const { apiUrl, token, repository } = github;
	if (token === null) return [createCheck("github-token", medium === "workflow" ? "problem" : "unknown", describeNoToken(medium))];
	if (repository === null) return [createCheck("github-token", "unknown", describeNoGitHubRepository())];
	const { probeToken } = await import("./github.js").then((n) => n.token_access_exports);
	const { timeout, clock } = context;
	const probe = await probeToken({
		apiUrl,
		token
	}, repository, {
		timeout,
		clock
	});
	if (probe.kind === "failed") return [createFailure$1(probe.failure)];
	const { access } = probe;
	return [
		createCheck("github-token", "ok", describeToken(chooseLogin(access, context))),
		checkContents(access.commits),
		...mayComment(context) ? [checkComments(access, context)] : [],
		checkCodeScanning(access.codeScanning),
		...workflow === null ? [] : [createCheck("forks", "ok", describeForks(workflow.eventName))]
	];
}
function chooseLogin({ login }, { detail }) {
	if (login === null) return null;
	return login.endsWith("[bot]") || detail === "full" ? escapePlain(login) : null;
}
function createFailure$1({ kind, status }) {
	const failure = FAILURES$1[kind] ?? "refused";
	return createCheck("github-token", failure === "no-answer" ? "unknown" : "problem", describeTokenFailure(failure, status));
}
const FAILURES$1 = {
	"no-answer": "no-answer",
	outage: "no-answer",
	limited: "no-answer",
	fault: "no-answer",
	"not-the-api": "not-github",
	"bad-token": "bad-token",
	"not-found": "not-found",
	"kept-out": "kept-out"
};
function checkContents(read) {
	if (read === null) return createCheck("read-commits", "ok", describeReadableContents());
	return isRefusal(read) ? createCheck("read-commits", "problem", describeUnreadableContents()) : createCheck("read-commits", "unknown", describeFailedGitHubRead("commits", read.status));
}
function mayComment({ workflow }) {
	if (workflow === null) return true;
	const { wantsComment, eventName, event } = workflow;
	return wantsComment && (event.pull !== null || /^(?:workflow_|pull_request)/.test(eventName));
}
function checkComments({ pulls, mayWrite }, { workflow }) {
	if (workflow?.eventName === "pull_request" && workflow.event.pull?.isFork) return createCheck("write-comments", "problem", describeReadOnlyRun("fork"));
	if (workflow?.isDependabot) return createCheck("write-comments", "problem", describeReadOnlyRun("dependabot"));
	if (pulls !== null) return isRefusal(pulls) ? createCheck("write-comments", "problem", describeRefusedComments()) : createCheck("write-comments", "unknown", describeFailedGitHubRead("pull requests", pulls.status));
	if (mayWrite === true) return createCheck("write-comments", "ok", describeAllowedComments());
	if (mayWrite === false) return createCheck("write-comments", "problem", describeRefusedComments());
	return createCheck("write-comments", "unknown", describeUntriedComments());
}
function checkCodeScanning(read) {
	if (read === null || read.status === 404) return createCheck("code-scanning", "ok", describeReadableCodeScanning());
	return isRefusal(read) ? createCheck("code-scanning", "unknown", describeUnreadableCodeScanning()) : createCheck("code-scanning", "unknown", describeFailedGitHubRead("code scanning", read.status));
}
function isRefusal({ kind }) {
	return kind === "forbidden" || kind === "not-found" || kind === "refused" || kind === "bad-token";
}
// src/messages/doctor/verdict.ts
var verdict_exports = /* @__PURE__ */ __exportAll({ SUMMARY_TITLE: () => SUMMARY_TITLE });
function describeVerdict({ all, problems, unknown }, isNothingKnown) {
	if (problems > 0) return `${problems} of ${all} checks found a problem`;
	if (isNothingKnown) return "Nothing could be checked beyond this machine";
	return unknown === 0 ? `All ${all} checks passed` : `No problem found. ${unknown} of ${all} checks were not made`;
}
const GROUP_TITLES = {
	machine: "This machine",
	repository: "Repository",
	workflow: "Workflow",
	openai: "OpenAI Admin API",
	github: "GitHub token",
	network: "Network"
};
const STATE_WORDS = {
	ok: "ok",
	problem: "problem",
	unknown: "not checked"
};
const COLUMN_TITLES = [
	"State",
	"Check",
	"What to do"
];
const SUMMARY_TITLE = "OpenAI Key Guard doctor";
const FOOTER = "Nothing was changed. This output holds no key, so you can paste it into a bug report.";
function describeFailedCheck(reason) {
	return {
		detail: `A check could not be made (${reason}).`,
		fix: "Report this as a bug."
	};
}
function describeSlowCheck(seconds) {
	return {
		detail: `A check took longer than ${seconds} s and was stopped.`,
		fix: "Run this again."
	};
}
// src/doctor/guard.ts
async function runGuarded(id, limit, run) {
	const signal = AbortSignal.timeout(limit);
	const late = new Promise((resolve) => {
		const stop = () => resolve([createCheck(id, "unknown", describeSlowCheck(Math.ceil(limit / 1e3)))]);
		signal.addEventListener("abort", stop, { once: true });
	});
	try {
		return await Promise.race([run(), late]);
	} catch (error) {
		return error instanceof UsageError ? [createCheck(id, "problem", {
			detail: error.message,
			fix: null
		})] : [createCheck(id, "unknown", describeFailedCheck(nameError(error)))];
	}
}
function nameError(error) {
	return error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : "no error";
}
// src/messages/doctor/machine.ts
function describeNode(version, platform) {
	return describeFact(`Node ${version} on ${platform}`);
}
function describeOldNode(version) {
	return {
		detail: `Node ${version} is too old.`,
		fix: "Install Node 20.19, 22.12 or newer."
	};
}
function describeGit(version) {
	return describeFact(`git ${version}`);
}
function describeNarrowGit(version, medium) {
	return medium === "workflow" ? {
		detail: `git ${version} cannot fetch single commits.`,
		fix: "Install git 2.29 or newer on the runner, or set fetch-depth: 0 for actions/checkout."
	} : describeFact(`git ${version}. It reads repositories. Fetching single commits in a workflow needs git 2.29.`);
}
function describeOldGit(version) {
	return {
		detail: `git ${version} is too old.`,
		fix: "Install git 2.24 or newer."
	};
}
function describeMissingGit() {
	return {
		detail: "git was not found.",
		fix: "Install git 2.24 or newer, and put it on the PATH."
	};
}
function describeUnreadableGit() {
	return {
		detail: "git did not say its version.",
		fix: "Run git version, and see what it answers."
	};
}
function describeOwnVersion(version, sourcesId) {
	return describeFact(`openai-key-guard ${version}${sourcesId === null ? "" : ` (src ${sourcesId.slice(0, 12)})`}`);
}
function describeWorkingSearch() {
	return describeFact("The search finds every built-in sample key.");
}
function describeBrokenSearch() {
	return {
		detail: "The search misses built-in sample keys, so it may miss real ones.",
		fix: "Install openai-key-guard again. If that does not help, report a bug."
	};
}
// src/doctor/machine.ts
const OLDEST_NODE = [20, 19];
const OLDEST_NODE_22 = [22, 12];
const OLDEST_GIT = [2, 24];
const FETCHING_GIT = [2, 29];
function checkNode({ node, platform }) {
	const version = parseVersion$1(node);
	return version !== null && (isOlder(version, OLDEST_NODE) || version[0] > 20 && isOlder(version, OLDEST_NODE_22)) ? createCheck("node", "problem", describeOldNode(node)) : createCheck("node", "ok", describeNode(node, platform));
}
async function checkGit({ environment, medium }) {
	const exit = await new Git(resolve("/"), environment).run(["version"]);
	if (exit.spawnError) return createCheck("git", "problem", describeMissingGit());
	const text = /^git version (\d+(?:\.\d+)+)/.exec(exit.stdout)?.[1];
	const version = text === void 0 ? null : parseVersion$1(text);
	if (text === void 0 || version === null) return createCheck("git", "unknown", describeUnreadableGit());
	if (isOlder(version, OLDEST_GIT)) return createCheck("git", "problem", describeOldGit(text));
	if (isOlder(version, FETCHING_GIT)) return createCheck("git", medium === "workflow" ? "problem" : "ok", describeNarrowGit(text, medium));
	return createCheck("git", "ok", describeGit(text));
}
async function checkVersion() {
	return createCheck("version", "ok", describeOwnVersion(VERSION, await readSourcesId()));
}
async function checkSearch() {
	return [checkScreen(), await checkSample(detect)].every(({ missed }) => missed === 0) ? createCheck("search", "ok", describeWorkingSearch()) : createCheck("search", "problem", describeBrokenSearch());
}
function parseVersion$1(text) {
	const [, major, minor] = /^(\d+)\.(\d+)/.exec(text) ?? [];
	return major === void 0 || minor === void 0 ? null : [Number(major), Number(minor)];
}
function isOlder([major, minor], [wantedMajor, wantedMinor]) {
	return major < wantedMajor || major === wantedMajor && minor < wantedMinor;
}
// src/messages/doctor/network.ts
function describeReachable(host, milliseconds) {
	return describeFact(`${host} answers after ${milliseconds} ms.`);
}
const CHECK_NETWORK = "Check the network.";
const FAILURES = {
	dns: [(host) => `${host} was not found by DNS.`, CHECK_NETWORK],
	tls: [(host) => `The TLS certificate of ${host} is not trusted here.`, "If a proxy inspects TLS, set NODE_EXTRA_CA_CERTS to the file with its certificate."],
	time: [(host) => `${host} did not answer in time.`, CHECK_NETWORK],
	connection: [(host) => `${host} could not be reached.`, CHECK_NETWORK],
	"web-page": [(host) => `A web page answers in place of ${host}, such as a proxy's login page.`, "Sign in at the proxy, or have it allow this address."],
	"proxy-login": [() => "The proxy asks for a login.", "Put its user name and password into HTTPS_PROXY."],
	outage: [(host) => `${host} answers with an error.`, "Try again later."]
};
function describeUnreachable(host, { failure, reason, proxy }) {
	const [describe, fix] = FAILURES[failure];
	const detail = describe(host);
	const advice = proxy === null ? "If there is a proxy here, set HTTPS_PROXY." : `Check the proxy in ${proxy}.`;
	return {
		detail: reason === null ? detail : `${detail.slice(0, -1)} (${reason}).`,
		fix: fix === CHECK_NETWORK ? `${fix} ${advice}` : fix
	};
}
function describeNoProxy() {
	return describeFact("No proxy is set.");
}
function describeProxy(variable, exceptions) {
	return describeFact(`${variable} is set. Requests go through that proxy${exceptions === null ? "" : `, except for the hosts in ${exceptions}`}.`);
}
function describeUnheededProxy(variable, version) {
	return {
		detail: `${variable} is set, but Node ${version} does not use it for requests to OpenAI.`,
		fix: "Run this with Node 24 or newer."
	};
}
function describeWrongProxy(variable) {
	return {
		detail: `${variable} is not a URL.`,
		fix: "Write it as http://host:port."
	};
}
function describeAllProxy(variable) {
	return {
		detail: `${variable} is set, but requests to OpenAI and GitHub do not use it.`,
		fix: "Set HTTPS_PROXY as well."
	};
}
function describeRightClock(seconds) {
	return describeFact(`The clock differs from the servers' by ${seconds} s.`);
}
function describeWrongClock(minutes, direction) {
	return {
		detail: `The clock is ${minutes} minutes ${direction}. Expiry and times in reports are wrong.`,
		fix: "Set the clock, for example by NTP."
	};
}
function describeUnknownClock() {
	return describeFact("The clock was not compared, because no server answered.");
}
// src/doctor/network.ts
const MOST_SKEW = 3e5;
const PROXY_NODE = 24;
async function checkNetwork(context) {
	const { baseURL, github } = context;
	await fetch("data:,");
	const answers = await Promise.all([reach("reach-openai", `${baseURL}/models`, context), reach("reach-github", github.apiUrl, context)]);
	const skews = answers.flatMap(({ skew }) => skew === null ? [] : [skew]);
	return [
		...answers.map(({ check }) => check),
		checkProxy(context),
		checkClock(skews)
	];
}
async function reach(id, address, context) {
	const { clock, timeout, fetch: send = fetch } = context;
	const host = escapePlain(new URL(address).host);
	const proxy = findVariable(context, PROXY_VARIABLES);
	const started = clock.elapsed();
	try {
		const { status, headers, body } = await send(address, {
			redirect: "manual",
			signal: AbortSignal.timeout(timeout),
			headers: {
				accept: "application/json",
				"user-agent": "openai-key-guard"
			}
		});
		const latency = Math.round(clock.elapsed() - started);
		await body?.cancel();
		const date = Date.parse(headers.get("date") ?? "");
		const skew = Number.isNaN(date) ? null : clock.now().getTime() - date;
		const failure = classifyAnswer(status, headers.get("content-type") ?? "");
		if (failure === null) return {
			check: createCheck(id, "ok", describeReachable(host, latency)),
			skew
		};
		return {
			check: createFailure(id, host, {
				failure,
				reason: String(status),
				proxy
			}),
			skew
		};
	} catch (error) {
		const code = readCode(error);
		return {
			check: createFailure(id, host, {
				failure: classifyCode(code),
				reason: code,
				proxy
			}),
			skew: null
		};
	}
}
function createFailure(id, host, failed) {
	return createCheck(id, failed.failure === "tls" || failed.failure === "web-page" || failed.failure === "proxy-login" ? "problem" : "unknown", describeUnreachable(host, failed));
}
function classifyAnswer(status, type) {
	if (status === 407) return "proxy-login";
	if (status >= 500) return "outage";
	return status >= 300 && status < 400 || /\bhtml\b/i.test(type) ? "web-page" : null;
}
const TLS = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/;
function classifyCode(code) {
	if (code === null) return "connection";
	if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "dns";
	if (/TIMEDOUT|TIMEOUT/.test(code)) return "time";
	return TLS.test(code) ? "tls" : "connection";
}
function readCode(error) {
	for (let one = error; one instanceof Error; one = one.cause) {
		if ("code" in one && typeof one.code === "string" && /^[A-Z][A-Z0-9_]{2,60}$/.test(one.code)) return one.code;
		if (one.name === "TimeoutError" || one.name === "AbortError") return "TIMEOUT";
	}
	return null;
}
const PROXY_VARIABLES = ["https_proxy", "HTTPS_PROXY"];
function findVariable({ environment }, names) {
	return names.find((name) => environment[name]) ?? null;
}
function checkProxy(context) {
	const { environment, node } = context;
	const variable = findVariable(context, PROXY_VARIABLES);
	const all = findVariable(context, ["all_proxy", "ALL_PROXY"]);
	if (variable === null) return all === null ? createCheck("proxy", "ok", describeNoProxy()) : createCheck("proxy", "problem", describeAllProxy(all));
	if (!URL.canParse(environment[variable] ?? "")) return createCheck("proxy", "problem", describeWrongProxy(variable));
	if (Number.parseInt(node, 10) < PROXY_NODE) return createCheck("proxy", "problem", describeUnheededProxy(variable, node));
	return createCheck("proxy", "ok", describeProxy(variable, findVariable(context, ["no_proxy", "NO_PROXY"])));
}
function checkClock(skews) {
	const [skew] = skews.toSorted((a, b) => Math.abs(a) - Math.abs(b));
	if (skew === void 0) return createCheck("clock", "unknown", describeUnknownClock());
	if (Math.abs(skew) <= MOST_SKEW) return createCheck("clock", "ok", describeRightClock(Math.round(Math.abs(skew) / 1e3)));
	return createCheck("clock", "problem", describeWrongClock(Math.round(Math.abs(skew) / 6e4), skew > 0 ? "ahead" : "behind"));
}
// src/messages/doctor/repository.ts
function describeRepository() {
	return describeFact("This folder is in a git repository.");
}
function describeNoRepository(medium) {
	return medium === "workflow" ? {
		detail: "No repository is checked out. The Action fetches the commits of an event itself.",
		fix: "For scan: files or scan: history, add actions/checkout before this step."
	} : {
		detail: "This folder is not in a git repository.",
		fix: "Run this in a repository, or name one with --repo."
	};
}
function describeNoFolder(quoted) {
	return {
		detail: `There is no folder ${quoted}.`,
		fix: "Name an existing folder with --repo."
	};
}
function describeWholeClone() {
	return describeFact("The clone is complete: neither shallow nor partial.");
}
function describeShallowClone(medium) {
	return medium === "workflow" ? describeFact("The clone is shallow. The Action fetches the commits of a change itself.") : {
		detail: "The clone is shallow. Its older commits are missing and cannot be scanned.",
		fix: "Run git fetch --unshallow."
	};
}
function describeShallowHistory() {
	return {
		detail: "The clone is shallow, and a scan of the history needs every commit.",
		fix: "Set fetch-depth: 0 for actions/checkout."
	};
}
function describePartialClone(medium) {
	return medium === "workflow" ? describeFact("The clone is partial. The Action fetches the contents of a change itself.") : {
		detail: "The clone is partial. Files that git has not fetched yet cannot be scanned.",
		fix: "Clone the repository again without --filter."
	};
}
const CHOICES = {
	upstream: "the upstream of this branch",
	"remote-default": "the default branch of the remote, because this branch has no upstream",
	"local-default": "the local default branch, because there is no upstream and no remote",
	"all-commits": ""
};
function describeDefaultRange({ text, chosenBy }) {
	return describeFact(chosenBy === null || chosenBy === "all-commits" ? "Without a range, scan reads every commit of this branch, because there is nothing to compare it with." : `Without a range, scan reads ${text}. It compares with ${CHOICES[chosenBy]}.`);
}
function describeNoCommit() {
	return {
		detail: "The repository has no commit yet.",
		fix: "Scan what is staged: openai-key-guard scan --staged."
	};
}
function describeIgnoreFile(name, at, counts) {
	const expired = counts.expired > 0 ? ` (${counts.expired} expired)` : "";
	return describeFact(`The ignore file ${name} is valid in ${at}. ${capitalize([
		`ignored keys: ${counts.ignored}${expired}`,
		`excluded paths: ${counts.excluded}`,
		`protected entries: ${counts.protected}`
	].join(", "))}.`);
}
function describeNoIgnoreFile(name, at) {
	return describeFact(`There is no ignore file ${name} in ${at}.`);
}
function describeBrokenIgnoreFile(at, why) {
	return {
		detail: `The ignore file in ${at} is broken. ${why}`,
		fix: "Repair it on the base branch. Until then nothing is ignored, and no key is contained."
	};
}
function describeBrokenDraft(why) {
	return {
		detail: `Your copy of the ignore file is broken. ${why}`,
		fix: "Repair it before you commit it."
	};
}
function describeUnfitIgnoreFile(name, why) {
	return `${name} ${why}.`;
}
function describeUnreadIgnoreFile(name, at) {
	return {
		detail: `The ignore file ${name} was not read, because ${at} is not here.`,
		fix: "Check github-token, or set fetch-depth: 0 for actions/checkout."
	};
}
function nameRevision(revision) {
	return revision === "HEAD" ? revision : `the ${revision}`;
}
function describeNoHooks() {
	return describeFact("No hook is installed. To scan before each commit and push, run openai-key-guard hook install.");
}
function describeHooks(names) {
	return describeFact(`The hooks ${joinNames(names)} are installed and current.`);
}
const HOOK_FAULTS = {
	missing: (names) => `Not installed: ${names}. The other hook is.`,
	stale: (names) => `From another version of openai-key-guard: ${names}.`,
	"no-program": (names) => `Starts a Node or an openai-key-guard that is gone: ${names}.`,
	"not-executable": (names) => `Not executable, so git does not run it: ${names}.`
};
function describeHookFaults(faults) {
	return {
		detail: `The hooks need repair. ${faults.map(([fault, names]) => HOOK_FAULTS[fault](joinNames(names))).join(" ")}`,
		fix: "Run openai-key-guard hook install again."
	};
}
function describeOtherHooks(manager, callsUs) {
	const who = manager === null ? "Other hooks are installed here" : `The hooks here are kept by ${manager}`;
	return callsUs ? describeFact(`${who}, and they name openai-key-guard.`) : {
		detail: `${who}. Whether they scan was not checked.`,
		fix: "docs/hooks.md has the lines to add to them."
	};
}
function capitalize(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
// src/doctor/repository/hooks.ts
async function checkHooks({ repo, environment }) {
	const folder = await findHookFolder(repo, environment).catch((error) => {
		if (error instanceof UsageError) return null;
		throw error;
	});
	if (folder === null) return [];
	const hooks = await readInstalledHooks(folder.path);
	if (hooks.some(({ kind }) => kind === "ours")) return [checkOwnHooks(hooks)];
	const others = hooks.flatMap((hook) => hook.kind === "other" ? [hook.text] : []);
	const manager = detectManager(folder.path, others.join("\n"));
	if (others.length === 0 && manager === null) return [createCheck("hooks", "ok", describeNoHooks())];
	const callsUs = others.some((text) => text.includes("openai-key-guard"));
	return [createCheck("hooks", callsUs ? "ok" : "unknown", describeOtherHooks(manager?.name ?? null, callsUs))];
}
function checkOwnHooks(hooks) {
	const faults = /* @__PURE__ */ new Map();
	for (const hook of hooks) for (const fault of listFaults(hook)) faults.set(fault, [...faults.get(fault) ?? [], hook.hook]);
	if (faults.size > 0) return createCheck("hooks", "problem", describeHookFaults([...faults]));
	return createCheck("hooks", "ok", describeHooks(hooks.map(({ hook }) => hook)));
}
function listFaults(hook) {
	if (hook.kind !== "ours") return ["missing"];
	return [
		...hook.isStale ? ["stale"] : [],
		...hook.hasPrograms ? [] : ["no-program"],
		...hook.isExecutable ? [] : ["not-executable"]
	];
}
// src/doctor/repository/ignore-file.ts
const A_DAY = 864e5;
async function checkIgnoreFile(context) {
	const { ignoreFile: name, medium, clock } = context;
	const { at, file } = await readCountingVersion(context);
	if (file.kind === "no-commit" || file.kind === "missing") return createCheck("ignore-file", "unknown", describeUnreadIgnoreFile(name, at));
	const parsed = await parseVersion(file, name);
	if (typeof parsed === "string") return createCheck("ignore-file", "problem", describeBrokenIgnoreFile(at, parsed));
	const fault = medium === "terminal" ? await findDraftFault(context) : null;
	if (fault !== null) return createCheck("ignore-file", "problem", describeBrokenDraft(fault));
	if (parsed === null) return createCheck("ignore-file", "ok", describeNoIgnoreFile(name, at));
	return createCheck("ignore-file", "ok", describeIgnoreFile(name, at, countEntries(parsed, clock.now())));
}
async function readCountingVersion(context) {
	const { repo, environment, ignoreFile, workflow } = context;
	const location = {
		repo,
		environment
	};
	const { target, defaultBranch } = workflow?.event ?? {
		target: null,
		defaultBranch: null
	};
	if (target?.kind === "range" && target.base !== null) {
		const revision = {
			local: target.base,
			remote: target.base
		};
		return {
			at: nameRevision("base"),
			file: await readAnywhere(context, revision)
		};
	}
	if (workflow !== null && defaultBranch !== null && target?.kind !== "history") {
		const revision = {
			local: `refs/remotes/origin/${defaultBranch}`,
			remote: `refs/heads/${defaultBranch}`
		};
		return {
			at: nameRevision("default branch"),
			file: await readAnywhere(context, revision)
		};
	}
	return {
		at: nameRevision("HEAD"),
		file: (await readFirstFileVersions(location, ["HEAD"], ignoreFile)).base
	};
}
async function readAnywhere({ repo, environment, ignoreFile, github, temp, timeout }, revision) {
	const { serverUrl, apiUrl, token, repository } = github;
	const signal = AbortSignal.timeout(timeout);
	const server = findServer({
		repo,
		environment,
		serverUrl,
		apiUrl,
		token,
		temp,
		signal,
		repository: repository ?? ""
	});
	return await readFileVersionsAnywhere({
		repo,
		environment
	}, revision, server, ignoreFile).then(({ base }) => base, () => ({ kind: "no-commit" }));
}
async function parseVersion(file, name) {
	if (file.kind === "unfit") return describeUnfitIgnoreFile(name, file.why);
	return file.kind === "file" ? await parseText(() => decodeText(file.bytes, name), name) : null;
}
async function findDraftFault({ repo, ignoreFile }) {
	const location = await locateIgnoreFile(repo, ignoreFile).catch(() => null);
	if (location === null) return null;
	const text = await readIgnoreFile(location).catch(explain);
	if (text === null) return null;
	const parsed = typeof text === "object" ? text.fault : await parseText(() => text, ignoreFile);
	return typeof parsed === "string" ? parsed : null;
}
async function parseText(read, name) {
	try {
		const text = read();
		return (await import("./ignore-file.js").then((n) => n.parse_exports)).parseIgnoreFile(text, name);
	} catch (error) {
		return explain(error).fault;
	}
}
function explain(error) {
	if (error instanceof UsageError) return { fault: error.message };
	throw error;
}
function countEntries({ ignore, exclude, protect }, now) {
	const isOver = (until) => until !== null && now.getTime() >= until.getTime() + A_DAY;
	const expired = ignore.filter(({ until }) => isOver(until)).length;
	return {
		ignored: ignore.length,
		expired,
		excluded: exclude.length,
		protected: protect.length
	};
}
// src/doctor/repository/repository.ts
const GIT_REQUESTS = 3;
async function checkRepository(context) {
	const { repo, isRepoGiven, medium } = context;
	const repository = await findRepository(repo).catch(ignoreUsageError);
	if (repository === null) {
		if (isRepoGiven && !await isFolder(repo)) return [createCheck("repository", "problem", describeNoFolder(quoteForMessage(repo)))];
		return [createCheck("repository", medium === "workflow" ? "ok" : "unknown", describeNoRepository(medium))];
	}
	const guard = async (id, run) => await runGuarded(id, context.timeout * GIT_REQUESTS, run);
	const rest = await Promise.all([
		guard("clone", async () => [checkClone(repository, context)]),
		guard("ignore-file", async () => [await checkIgnoreFile(context)]),
		...medium === "terminal" ? [guard("default-range", async () => [await checkDefaultRange(repository, context)]), guard("hooks", async () => await checkHooks(context))] : []
	]);
	return [createCheck("repository", "ok", describeRepository()), ...rest.flat()];
}
function checkClone({ shallow, isPartial }, { medium, workflow }) {
	if (shallow.size > 0) {
		if (workflow?.scan === "history" || workflow?.eventName === "schedule") return createCheck("clone", "problem", describeShallowHistory());
		return createCheck("clone", medium === "workflow" ? "ok" : "problem", describeShallowClone(medium));
	}
	if (isPartial) return createCheck("clone", medium === "workflow" ? "ok" : "problem", describePartialClone(medium));
	return createCheck("clone", "ok", describeWholeClone());
}
async function checkDefaultRange({ gitDir }, { repo, environment }) {
	const [commit] = await resolveCommits(new Git(gitDir, environment), ["HEAD"]);
	if (!commit) return createCheck("default-range", "unknown", describeNoCommit());
	const { name } = await findDefaultRange({
		repo,
		environment
	});
	return createCheck("default-range", "ok", describeDefaultRange(name));
}
async function isFolder(path) {
	return await stat(path).then((found) => found.isDirectory(), () => false);
}
function ignoreUsageError(error) {
	if (error instanceof UsageError) return null;
	throw error;
}
// src/messages/doctor/workflow.ts
var import_dist = require_dist();
const TYPES = "[opened, reopened, synchronize, edited]";
function describeEvent(name) {
	return describeFact(`The event ${name} started this run.`);
}
function describeUnreadEvent(why) {
	return {
		detail: why,
		fix: "docs/recipes.md has workflows for each event."
	};
}
function describeGoodTypes() {
	return describeFact("The workflow also runs when somebody edits a pull request.");
}
function describeMissingTypes(event) {
	return {
		detail: `${event} does not list the type edited. A key that is pasted into a description later is not scanned.`,
		fix: `Set types: ${TYPES} for ${event}.`
	};
}
function describeNoPullTrigger() {
	return {
		detail: "This workflow does not run on pull requests.",
		fix: `To scan them, add the event pull_request with types: ${TYPES}.`
	};
}
function describeUnreadWorkflow() {
	return {
		detail: "The workflow file is not checked out, so its triggers were not read.",
		fix: `For pull_request, set types: ${TYPES}.`
	};
}
// src/doctor/workflow.ts
const PULL_EVENTS = ["pull_request", "pull_request_target"];
const LONGEST = 524288;
async function checkWorkflow(context) {
	const { workflow } = context;
	if (workflow === null) return [];
	return [checkEvent(workflow), await checkTypes(workflow, context.repo)];
}
function checkEvent({ event: { target }, eventName, scan }) {
	if (target.kind === "unread" && scan === "change") return createCheck("event", "problem", describeUnreadEvent(target.why));
	return createCheck("event", "ok", describeEvent(eventName));
}
async function checkTypes({ file }, repo) {
	const triggers = file === null ? null : await readTriggers(join(repo, file));
	if (triggers === null) return createCheck("event-types", "unknown", describeUnreadWorkflow());
	const pulls = PULL_EVENTS.filter((name) => triggers.has(name));
	if (pulls.length === 0) return createCheck("event-types", "ok", describeNoPullTrigger());
	const lacking = pulls.find((name) => triggers.get(name)?.includes("edited") !== true);
	return lacking === void 0 ? createCheck("event-types", "ok", describeGoodTypes()) : createCheck("event-types", "problem", describeMissingTypes(lacking));
}
async function readTriggers(path) {
	const text = await readText(path);
	if (text === null) return null;
	try {
		const { on } = (0, import_dist.parse)(text) ?? {};
		if (typeof on === "string") return /* @__PURE__ */ new Map([[on, []]]);
		if (Array.isArray(on)) return new Map(on.map((name) => [String(name), []]));
		if (typeof on !== "object" || on === null) return null;
		return new Map(Object.entries(on).map(([name, trigger]) => [name, readTypes(trigger)]));
	} catch {
		return null;
	}
}
function readTypes(trigger) {
	const { types } = typeof trigger === "object" && trigger !== null ? trigger : {};
	return Array.isArray(types) ? types : [types];
}
async function readText(path) {
	const handle = await open(path, "r").catch(() => null);
	if (handle === null) return null;
	try {
		const { size } = await handle.stat();
		return size > LONGEST ? null : await handle.readFile("utf8");
	} catch {
		return null;
	} finally {
		await handle.close();
	}
}
// src/doctor/doctor.ts
var doctor_exports = /* @__PURE__ */ __exportAll({ runChecks: () => runChecks });
const STEPS = [
	["node", async (context) => [checkNode(context)]],
	["git", async (context) => [await checkGit(context)]],
	["version", async () => [await checkVersion()]],
	["search", async () => [await checkSearch()]],
	["repository", checkRepository],
	["event", checkWorkflow],
	["admin-key", checkAdminKey],
	["github-token", checkGitHubToken]
];
const FIRST_STEP = ["reach-openai", checkNetwork];
const STEP_REQUESTS = 4;
async function runChecks(context) {
	(await import("node:http")).setGlobalProxyFromEnv?.(context.environment);
	const network = await runStep(FIRST_STEP, context);
	const others = await Promise.all(STEPS.map(async (step) => await runStep(step, context)));
	const checks = [...network, ...others.flat()];
	const order = Object.values(CHECK_IDS).flat();
	return checks.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
async function runStep([id, run], context) {
	return await runGuarded(id, context.timeout * STEP_REQUESTS, async () => await run(context));
}
// src/doctor/report.ts
var report_exports = /* @__PURE__ */ __exportAll({
	concludeAsExitCode: () => concludeAsExitCode,
	describeChecks: () => describeChecks,
	renderCheckJson: () => renderCheckJson,
	renderCheckTable: () => renderCheckTable,
	renderCheckText: () => renderCheckText
});
const MARKS = {
	ok: "✓",
	problem: "✗",
	unknown: "?"
};
const STYLES = {
	ok: "green",
	problem: "red",
	unknown: "yellow"
};
const SCHEMA = "openai-key-guard/doctor/v1";
function concludeAsExitCode(checks) {
	return {
		ok: EXIT_CODES.clean,
		problem: EXIT_CODES.leaked,
		unknown: EXIT_CODES.incomplete
	}[concludeChecks(checks)];
}
function renderCheckText(checks, look) {
	const state = concludeChecks(checks);
	const verdict = look.paint(STYLES[state], look.paint("bold", `${MARKS[state]} ${describeChecks(checks)}.`));
	const footer = look.paint("dim", wrap(FOOTER, look.width).join("\n"));
	const groups = listGroups(checks).map(([group, members]) => [look.paint("bold", GROUP_TITLES[group]), ...members.flatMap((check) => renderCheck(check, look))].join("\n"));
	return toShownSigns([
		verdict,
		...groups,
		footer
	].join("\n\n"), look);
}
function renderCheck({ state, detail, fix }, { paint, width }) {
	const [first = "", ...rest] = wrap(escapePlain(detail), width - 4, "    ");
	return [
		`  ${paint(STYLES[state], MARKS[state])} ${first}`,
		...rest,
		...fix === null ? [] : wrap(`    › ${escapePlain(fix)}`, width, "      ")
	];
}
function renderCheckTable(checks) {
	const rows = checks.map(({ state, detail, fix }) => [
		`${MARKS[state]} ${STATE_WORDS[state]}`,
		escapeMarkdown(detail),
		fix === null ? "" : escapeMarkdown(fix)
	]);
	const table = [
		COLUMN_TITLES,
		COLUMN_TITLES.map(() => "---"),
		...rows
	].map((cells) => `| ${cells.join(" | ")} |`);
	return [
		`## ${MARKS[concludeChecks(checks)]} ${SUMMARY_TITLE}`,
		`**${describeChecks(checks)}.**`,
		table.join("\n"),
		FOOTER
	].join("\n\n");
}
function renderCheckJson(checks, version) {
	return formatSafeJson({
		schema: SCHEMA,
		tool: {
			name: "openai-key-guard",
			version
		},
		state: concludeChecks(checks),
		checks: checks.map(({ id, state, detail, fix }) => ({
			id,
			state,
			detail: escapePlain(detail),
			fix: fix && escapePlain(fix)
		}))
	});
}
function describeChecks(checks) {
	const count = (state) => checks.filter((check) => check.state === state).length;
	return describeVerdict({
		all: checks.length,
		problems: count("problem"),
		unknown: count("unknown")
	}, concludeChecks(checks) === "unknown");
}
function listGroups(checks) {
	return Object.keys(GROUP_TITLES).map((group) => [group, checks.filter((check) => getGroup(check) === group)]).filter(([, members]) => members.length > 0);
}
export { admin_key_exports, doctor_exports, report_exports, verdict_exports };
