import { __exportAll } from "./rolldown-runtime.js";
import { CANCELLED, CANCELLED_LATE, CLOSING_WITHOUT_ALERTS, COMMIT_COMMENT, DEFAULTS, EXIT_CODES, FAILURE_TITLE, GLOBS_WITH_ALERTS, Git, LOOKUP_FAULTS, MissingCommit, NOTHING_PUSHED, NOTHING_TO_SCAN, NOT_AFTER_PULL_REQUEST, NO_CHECKOUT, NO_EVENT_FILE, NO_TOKEN_FOR_LOOKUP, OutputFile, PARTIAL_WITHOUT_CHANGE, PARTIAL_WITHOUT_IGNORE_FILE, PrivateText, SYSTEM_CLOCK, UsageError, VERSION, addBasePolicy, concatSources, conclude, concludeRun, createPathFilter, createWorld, describeCrash, describeLeftFolder, describeLookupStatus, describeMissingDefaultBranch, describeMisspeltInput, describeRunnerFile, describeUnknownEvent, describeUnknownPullRequest, describeUnmatchedInput, encodePathForUrl, escapePlain, findMisspelt, findNewBranchBase, findRepository, findServer, getCount, getErrorCode, getObject, getObjectId, getText, getTime, identifyOutput, isAncestor, isClosedPipe, isOneLine, listenForErrors, nameTextOf, openAuditJournal, openRange, openTexts, parseBoolean, parseSettings, readBasePolicy, readFileVersionsAnywhere, readFileVersionsAt, readFirstFileVersions, redactKeys, refuseSameFile, renderJsonPieces, renderOneLine, requireField, restrictPolicy, restrictReport, scanChange, startBasePolicy } from "./scan.js";
const createRequire = process.getBuiltinModule("node:module").createRequire;
const os$1 = process.getBuiltinModule("os");
const crypto = process.getBuiltinModule("crypto");
const fs$1 = process.getBuiltinModule("fs");
const closeSync = process.getBuiltinModule("node:fs").closeSync;
const constants$1 = process.getBuiltinModule("node:fs").constants;
const mkdtempSync = process.getBuiltinModule("node:fs").mkdtempSync;
const openSync = process.getBuiltinModule("node:fs").openSync;
const readFileSync$1 = process.getBuiltinModule("node:fs").readFileSync;
const writeFileSync = process.getBuiltinModule("node:fs").writeFileSync;
const tmpdir = process.getBuiltinModule("node:os").tmpdir;
const path = process.getBuiltinModule("node:path");
// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$1.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs$1.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs$1.appendFileSync(filePath, `${toCommandValue(message)}${os$1.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os$1.EOL}${convertedValue}${os$1.EOL}${delimiter}`;
}
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os$1.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + os$1.EOL);
}
// src/targets/event-range.ts
async function openEventRange(target, scope, checkout, settings) {
	try {
		return await openLocalRange(target, scope, checkout, settings);
	} catch (error) {
		const server = findServer(checkout);
		if (!(error instanceof UsageError) || server === null) throw error;
		return await openRemoteRange(target, scope, server, settings);
	}
}
async function openLocalRange(target, scope, checkout, settings) {
	const { repo, environment } = checkout;
	const range = {
		base: await findBase(target, scope, checkout),
		head: target.head
	};
	await requireContents(range, checkout, settings.ignoreFile);
	const versions = readFileVersionsAt({
		repo,
		environment
	}, range, settings.ignoreFile);
	const { policy, includes } = await startBasePolicy(settings, versions);
	const { paths } = settings;
	const opened = await openRange({
		repo,
		environment,
		...range,
		includes,
		paths,
		names: refNames(scope)
	});
	return {
		...addBasePolicy(opened, await policy),
		close: async () => {}
	};
}
async function findBase({ base: given }, { defaultBranch, ref }, checkout) {
	const branch = (ref ?? "").replace(/^refs\/heads\//, "");
	const base = given ?? await findNewBranchBase(checkout, {
		branch,
		defaultBranch
	});
	if (base === null && defaultBranch !== null && ref !== `refs/heads/${defaultBranch}`) throw new MissingCommit(defaultBranch, describeMissingDefaultBranch(defaultBranch));
	return base;
}
async function requireContents(range, checkout, ignoreFile) {
	const { isPartial } = await findRepository(checkout.repo);
	if (!isPartial) return;
	const { hasWholeRange } = await import("./sources.js").then((n) => n.completeness_exports);
	if (!await hasWholeRange(checkout, range)) throw new MissingCommit(range.head, PARTIAL_WITHOUT_CHANGE);
	if ((await readFileVersionsAt(checkout, range, ignoreFile)).base.kind === "missing") {
		const commit = range.base ?? range.head;
		throw new MissingCommit(commit, PARTIAL_WITHOUT_IGNORE_FILE);
	}
}
async function openRemoteRange({ base, head, refs, commits: depth }, scope, server, { paths, exclude, ignoreFile: file }) {
	const { defaultBranch, ref } = scope;
	const main = defaultBranch === null ? null : `refs/heads/${defaultBranch}`;
	await createPathFilter(paths, exclude);
	const { fetchRange } = await import("./sources.js").then((n) => n.fetched_range_exports);
	const baseRefs = main === null || main === ref ? [] : [main];
	const fetched = await fetchRange({
		...server,
		base,
		head,
		refs,
		baseRefs,
		depth,
		file
	});
	try {
		const basePolicy = await readBasePolicy({ ignoreFile: file }, fetched.versions);
		const includes = await createPathFilter(paths, [...exclude, ...basePolicy.exclude]);
		const opened = await fetched.open({
			includes,
			paths,
			names: refNames(scope)
		});
		return {
			...addBasePolicy(opened, basePolicy),
			close: fetched.close
		};
	} catch (error) {
		await fetched.close();
		throw error;
	}
}
function refNames({ ref }) {
	return ref === null ? [] : [ref];
}
// src/targets/event-target.ts
async function openEventTarget(settings, event, checkout) {
	const opened = await openTarget(settings, event, checkout);
	if (opened === null) return null;
	const keysFile = async () => {
		const { base } = await readTrustedVersions(opened.scope, checkout, settings.keysFile);
		const { parseBaseKeys } = await import("./github.js").then((n) => n.base_keys_exports);
		return await parseBaseKeys(base, settings.keysFile, { isNeeded: settings.policy.onLeak === "rotate" });
	};
	return {
		...opened,
		keysFile
	};
}
async function openTarget(settings, event, checkout) {
	if (settings.scan === "alerts") return await openRepositoryAlerts(settings, event, checkout);
	if (settings.scan === "files") return await openCheckoutFiles(settings, event, checkout);
	if (settings.scan === "history" || event.target.kind === "history") return await openCheckoutHistory(settings, event, checkout);
	const { scope, gaps } = await resolveWorkflowRun(event, checkout);
	const { target, texts } = scope;
	switch (target.kind) {
		case "range": {
			const opened = await openEventRange(target, scope, checkout, settings);
			const { close, change, basePolicy, pathUse } = opened;
			const { source } = addBasePolicy(opened, {
				...basePolicy,
				gaps: [...gaps, ...listPathGaps(pathUse)]
			});
			return {
				change,
				source: concatSources([source, openTexts({ texts })]),
				scope,
				basePolicy: async () => basePolicy,
				close
			};
		}
		case "texts": return openEventTexts(target, scope, checkout, settings);
		case "nothing": return null;
		case "unread": throw new UsageError(target.why);
		case "history":
		case "workflow-run": throw new Error("the target of the event was not resolved");
		default: return target;
	}
}
const closeNothing = async () => {};
async function openRepositoryAlerts(settings, scope, checkout) {
	const { token, apiUrl, repository } = checkout;
	const { ALERTS_OF_PULL_REQUEST, describeMissingAlertToken } = await import("./scan.js").then((n) => n.listing_exports);
	if (scope.pull !== null) throw new UsageError(ALERTS_OF_PULL_REQUEST);
	if (token === null) throw new UsageError(describeMissingAlertToken("github-token"));
	const { openAlerts, parseAlertScope } = await import("./github.js").then((n) => n.alert_target_exports);
	const opened = await openAlerts({
		apiUrl,
		token
	}, parseAlertScope(repository));
	const basePolicy = await readBasePolicy(settings, await readTrustedVersions(scope, checkout, settings.ignoreFile));
	return {
		...addBasePolicy(opened, basePolicy),
		basePolicy: async () => basePolicy,
		scope,
		close: closeNothing
	};
}
async function openCheckoutFiles(settings, scope, checkout) {
	const { openFiles } = await import("./sources.js").then((n) => n.files_exports);
	const basePolicy = await readBasePolicy(settings, await readTrustedVersions(scope, checkout, settings.ignoreFile));
	const exclude = [...settings.exclude, ...basePolicy.exclude];
	const opened = await openFiles({
		root: checkout.repo,
		globs: settings.paths,
		exclude,
		areGlobsOptional: true
	});
	return {
		...addBasePolicy(opened, basePolicy),
		basePolicy: async () => basePolicy,
		scope,
		close: closeNothing
	};
}
async function openCheckoutHistory(settings, scope, checkout) {
	const { repo, environment } = checkout;
	const { openHistory } = await import("./history.js").then((n) => n.history_exports);
	await findRepository(repo).catch(() => {
		throw new UsageError(NO_CHECKOUT);
	});
	const versions = readTrustedVersions(scope, checkout, settings.ignoreFile);
	const { policy, includes } = await startBasePolicy(settings, versions);
	const opened = await openHistory({
		repo,
		environment,
		includes,
		unreachable: false
	});
	const { gaps, ...trusted } = await policy;
	const basePolicy = {
		...trusted,
		gaps: [...gaps, ...listPathGaps(await checkHistoryPaths(checkout, settings))]
	};
	return {
		...addBasePolicy(opened, basePolicy),
		basePolicy: async () => basePolicy,
		scope,
		close: closeNothing
	};
}
async function checkHistoryPaths({ repo, environment }, { paths }) {
	if (paths.length === 0) return {
		unmatched: [],
		untouched: null
	};
	const { checkPresentPaths } = await import("./scan.js").then((n) => n.path_use_exports);
	return await checkPresentPaths(new Git((await findRepository(repo)).gitDir, environment), ["HEAD"], paths, { withHistory: true });
}
function listPathGaps({ unmatched }) {
	return unmatched.length === 0 ? [] : [{
		kind: "paths",
		detail: describeUnmatchedInput(unmatched)
	}];
}
function openEventTexts({ of }, scope, checkout, settings) {
	let read = null;
	const basePolicy = async () => {
		read ??= readTrustedVersions(scope, checkout, settings.ignoreFile).then(async (versions) => await readBasePolicy(settings, versions));
		return await read;
	};
	const { texts } = scope;
	return {
		change: {
			kind: "texts",
			of
		},
		source: openTexts({ texts }),
		scope,
		basePolicy,
		close: closeNothing
	};
}
async function readTrustedVersions({ target, defaultBranch }, checkout, path) {
	const server = findServer(checkout);
	if (target.kind === "range" && target.base !== null) {
		const revision = {
			local: target.base,
			remote: target.base
		};
		return await readFileVersionsAnywhere(checkout, revision, server, path);
	}
	if (target.kind === "unread" && target.mayBeOfPull && defaultBranch === null) return {
		base: { kind: "no-commit" },
		head: null
	};
	const local = defaultBranch === null ? "HEAD" : `refs/remotes/origin/${defaultBranch}`;
	if (target.kind === "history" || defaultBranch === null) return await readFirstFileVersions(checkout, [local, "HEAD"], path);
	const revision = {
		local,
		remote: `refs/heads/${defaultBranch}`
	};
	return await readFileVersionsAnywhere(checkout, revision, server, path);
}
async function resolveWorkflowRun(event, { repository, apiUrl, token }) {
	const { target } = event;
	if (target.kind !== "workflow-run") return {
		scope: event,
		gaps: []
	};
	if (token === null) throw new UsageError(NO_TOKEN_FOR_LOOKUP);
	const [owner = "", repo = ""] = repository.split("/");
	const { findWorkflowRunScope } = await import("./steps.js").then((n) => n.workflow_run_exports);
	const looked = await findWorkflowRunScope({
		apiUrl,
		token
	}, {
		owner,
		repo,
		...target
	});
	const branch = {
		kind: "range",
		base: null,
		head: target.head,
		refs: [],
		commits: null
	};
	if ("found" in looked) return {
		scope: {
			...event,
			target: branch,
			...looked.found
		},
		gaps: []
	};
	return {
		scope: {
			...event,
			target: branch
		},
		gaps: [createLookupGap(looked.failed)]
	};
}
function createLookupGap(failure) {
	return {
		kind: "unfetched",
		cause: /^(?:forbidden|not-found|bad-token)$/.test(failure.kind) ? "pull-request" : "cut-short",
		detail: describeUnknownPullRequest(describeLookupFailure(failure))
	};
}
function describeLookupFailure({ kind, status }) {
	switch (kind) {
		case "forbidden":
		case "not-found": return LOOKUP_FAULTS.forbidden;
		case "bad-token":
		case "not-the-api": return LOOKUP_FAULTS[kind];
		default: return status === null ? LOOKUP_FAULTS["no-answer"] : describeLookupStatus(status);
	}
}
// src/action/cancellation.ts
var Cancellation = class {
	#aborting = new AbortController();
	#isContaining = false;
	#isCancelled = false;
	#cleanUp = async () => {};
	get signal() {
		return this.#aborting.signal;
	}
	get isCancelled() {
		return this.#isCancelled;
	}
	listen() {
		const cancel = () => this.#cancel();
		const signals = ["SIGINT", "SIGTERM"];
		for (const signal of signals) process.on(signal, cancel);
		return () => {
			for (const signal of signals) process.off(signal, cancel);
		};
	}
	setCleanUp(cleanUp) {
		this.#cleanUp = cleanUp;
	}
	beginContainment() {
		this.#isContaining = true;
	}
	#cancel() {
		if (!this.#isContaining) return this.#stop();
		if (!this.#isCancelled) warning(CANCELLED_LATE);
		this.#isCancelled = true;
	}
	#stop() {
		const cancelled = new UsageError(CANCELLED);
		this.#aborting.abort(cancelled);
		error(cancelled.message, { title: FAILURE_TITLE });
		this.#cleanUp().finally(() => process.exit(EXIT_CODES.incomplete));
	}
};
// src/github/event.ts
const PARSERS = {
	pull_request: (event) => parsePullRequestEvent(event, { hasSecrets: false }),
	pull_request_target: (event) => parsePullRequestEvent(event, { hasSecrets: true }),
	push: parsePush,
	merge_group: parseMergeGroup,
	workflow_run: parseWorkflowRun,
	issues: (event) => scopeTexts("an issue", extractPostTexts("issue", getObject(event, "issue"))),
	issue_comment: (event) => scopeTexts("a comment", extractBody("comment", getObject(event, "comment"))),
	pull_request_review: (event) => scopeTexts("a review", extractReviewTexts(getObject(event, "review"))),
	pull_request_review_comment: (event) => scopeTexts("a comment", extractBody("review comment", getObject(event, "comment"))),
	commit_comment: (event) => scopeTexts("a comment", extractBody(COMMIT_COMMENT, getObject(event, "comment"))),
	discussion: (event) => scopeTexts("a discussion", extractPostTexts("discussion", getObject(event, "discussion"))),
	discussion_comment: (event) => scopeTexts("a comment", extractBody("comment", getObject(event, "comment"))),
	release: (event) => scopeTexts("a release", extractReleaseTexts(getObject(event, "release"))),
	schedule: () => ({ target: { kind: "history" } }),
	workflow_dispatch: () => ({ target: { kind: "history" } })
};
function parseEvent(eventName, payload) {
	const event = getObject(payload);
	const parse = Object.hasOwn(PARSERS, eventName) ? PARSERS[eventName] : void 0;
	if (!parse) throw new UsageError(describeUnknownEvent(eventName, Object.keys(PARSERS)));
	return {
		...parseRepository(event),
		...parse(event)
	};
}
function createUnreadScope(eventName, payload, why) {
	const mayBeOfPull = /^(?:pull_request.*|workflow_run|issue_comment)$/.test(eventName);
	return {
		...parseRepository(getObject(payload)),
		target: {
			kind: "unread",
			why,
			mayBeOfPull
		}
	};
}
function parseRepository(event) {
	const { private: isPrivate, visibility, ...repository } = getObject(event, "repository");
	return {
		texts: [],
		ref: null,
		pull: null,
		secretsWithheld: false,
		pushed: null,
		isPublic: !(isPrivate === true || visibility === "private" || visibility === "internal"),
		defaultBranch: getText(repository["default_branch"])
	};
}
function parsePullRequestEvent(event, { hasSecrets }) {
	const pullRequest = getObject(event, "pull_request");
	const pull = parsePullRequest(pullRequest, event);
	const before = event["action"] === "synchronize" && pullRequest["comments"] !== 0 ? getText(event["before"]) : null;
	return {
		target: parseRange(pullRequest, pull),
		texts: extractPostTexts("pull request", pullRequest),
		ref: formatBranchRef(getText(getObject(pullRequest, "head")["ref"])),
		pull: {
			...pull,
			replaced: before
		},
		secretsWithheld: pull.isFork && !hasSecrets
	};
}
function parsePullRequest(pullRequest, { repository }) {
	const name = requireField(getText(getObject(repository)["full_name"]), "repository.full_name");
	const [owner = "", repo = ""] = name.split("/");
	const isFork = getObject(pullRequest, "head", "repo")["full_name"] !== name;
	const head = requireField(getObjectId(getObject(pullRequest, "head")["sha"]), "pull_request.head.sha");
	return {
		owner,
		repo,
		number: requireField(getCount(pullRequest["number"]), "pull_request.number"),
		head,
		isFork,
		replaced: null
	};
}
function parseRange(pullRequest, { number, head }) {
	return {
		kind: "range",
		base: requireField(getObjectId(getObject(pullRequest, "base")["sha"]), "pull_request.base.sha"),
		head,
		refs: [`refs/pull/${number}/head`],
		commits: getCount(pullRequest["commits"])
	};
}
function parsePush(event) {
	const [before, after] = [requireField(getObjectId(event["before"]), "before"), requireField(getObjectId(event["after"]), "after")];
	const ref = requireField(getText(event["ref"]), "ref");
	if (isZeroObjectId(after)) return {
		target: {
			kind: "nothing",
			why: NOTHING_PUSHED
		},
		ref
	};
	const base = isZeroObjectId(before) ? null : before;
	return {
		target: {
			kind: "range",
			base,
			head: after,
			refs: [ref],
			commits: null
		},
		ref: base === null ? ref : null,
		pushed: parsePushedCommits(event)
	};
}
function parsePushedCommits(event) {
	const seconds = getCount(getObject(event, "repository")["pushed_at"]);
	const ids = (Array.isArray(event["commits"]) ? event["commits"].map((commit) => getObject(commit)) : []).flatMap(({ id, distinct }) => distinct === true ? [getObjectId(id)] : []);
	return seconds === null ? null : {
		at: /* @__PURE__ */ new Date(seconds * 1e3),
		commits: new Set(ids.filter((id) => id !== null))
	};
}
function parseMergeGroup(event) {
	const group = getObject(event, "merge_group");
	const base = requireField(getObjectId(group["base_sha"]), "merge_group.base_sha");
	const head = requireField(getObjectId(group["head_sha"]), "merge_group.head_sha");
	const ref = getText(group["head_ref"]);
	return { target: {
		kind: "range",
		base,
		head,
		refs: ref ? [ref] : [],
		commits: null
	} };
}
function parseWorkflowRun(event) {
	const run = getObject(event, "workflow_run");
	if (!["pull_request", "pull_request_target"].includes(String(run["event"]))) throw new UsageError(NOT_AFTER_PULL_REQUEST);
	return { target: {
		kind: "workflow-run",
		head: requireField(getObjectId(run["head_sha"]), "workflow_run.head_sha"),
		headOwner: getText(getObject(run, "head_repository", "owner")["login"]),
		headBranch: getText(run["head_branch"])
	} };
}
function scopeTexts(of, texts) {
	return {
		target: {
			kind: "texts",
			of
		},
		texts
	};
}
function formatBranchRef(branch) {
	return branch === null ? null : `refs/heads/${branch}`;
}
function isZeroObjectId(sha) {
	return /^0+$/.test(sha);
}
function extractPostTexts(what, thing) {
	return [...extractField(nameTextOf("title", what), thing, "title", { mayBe: [] }), ...extractField(nameTextOf("body", what), thing, "body", { mayBe: [null, void 0] })];
}
function extractBody(what, thing) {
	return extractField(what, thing, "body", { mayBe: [] });
}
function extractReviewTexts(review) {
	return extractField("review", review, "body", { mayBe: [null] });
}
function extractReleaseTexts(release) {
	return [...extractField(nameTextOf("name", "release"), release, "name", { mayBe: [null, void 0] }), ...extractField(nameTextOf("notes", "release"), release, "body", { mayBe: [null] })];
}
function extractField(what, thing, field, { mayBe }) {
	const text = thing[field];
	if (typeof text !== "string") {
		if (!mayBe.some((nothing) => nothing === text)) requireField(null, what);
		return [];
	}
	if (text === "") return [];
	const author = getText(getObject(thing, "user")["login"]) ?? getText(getObject(thing, "author")["login"]);
	const at = getTime(thing["updated_at"]) ?? getTime(thing["published_at"]) ?? getTime(thing["created_at"]);
	return [{
		of: {
			what,
			url: getText(thing["html_url"]),
			author,
			at
		},
		text
	}];
}
// src/action/inputs.ts
const { env: env$4 } = process;
function readSettings(secretsWithheld) {
	refuseMisspeltInputs();
	const settings = parseSettings((name) => getInput(name), { secretsWithheld });
	refuseUselessInputs(settings);
	return settings;
}
function refuseUselessInputs({ scan, closeAlerts, paths, exclude }) {
	if (closeAlerts && scan !== "alerts") throw new UsageError(CLOSING_WITHOUT_ALERTS);
	if (scan === "alerts" && paths.length + exclude.length > 0) throw new UsageError(GLOBS_WITH_ALERTS);
}
function readDoctorSettings() {
	refuseMisspeltInputs();
	const read = (name) => name === "openai-admin-key" ? "" : getInput(name);
	return parseSettings(read, { secretsWithheld: true });
}
function isDoctorRun() {
	return parseBoolean("doctor", getInput("doctor") || DEFAULTS.doctor);
}
function refuseMisspeltInputs(names = Object.keys(DEFAULTS)) {
	for (const variable of Object.keys(env$4)) {
		const name = /^INPUT_(.+)$/.exec(variable)?.[1]?.toLowerCase();
		if (name === void 0 || names.includes(name)) continue;
		const meant = findMisspelt(name, names);
		if (meant === null) continue;
		const quote = (word) => JSON.stringify(escapePlain(word));
		throw new UsageError(describeMisspeltInput(quote(name), meant, quote(variable)));
	}
}
function readCheckout(token, signal) {
	return {
		repo: env$4["GITHUB_WORKSPACE"] || process.cwd(),
		environment: env$4,
		repository: env$4["GITHUB_REPOSITORY"] ?? "",
		serverUrl: env$4["GITHUB_SERVER_URL"] || "https://github.com",
		apiUrl: env$4["GITHUB_API_URL"] || "https://api.github.com",
		token,
		temp: env$4["RUNNER_TEMP"] || tmpdir(),
		signal
	};
}
async function readEvent() {
	const name = env$4["GITHUB_EVENT_NAME"] ?? "";
	let payload = null;
	try {
		payload = readPayload();
		return parseEvent(name, payload);
	} catch (error) {
		if (error instanceof UsageError) return createUnreadScope(name, payload, error.message);
		throw error;
	}
}
function readPayload() {
	try {
		return JSON.parse(readFileSync$1(env$4["GITHUB_EVENT_PATH"] ?? "", "utf8"));
	} catch {
		throw new UsageError(NO_EVENT_FILE);
	}
}
function describeRun(version) {
	const named = {
		id: env$4["GITHUB_RUN_ID"],
		attempt: env$4["GITHUB_RUN_ATTEMPT"],
		url: formatRunUrl() ?? void 0,
		repository: env$4["GITHUB_REPOSITORY"],
		workflow: env$4["GITHUB_WORKFLOW"],
		job: env$4["GITHUB_JOB"],
		event: env$4["GITHUB_EVENT_NAME"],
		actor: env$4["GITHUB_TRIGGERING_ACTOR"] ?? env$4["GITHUB_ACTOR"],
		version
	};
	return Object.fromEntries(Object.entries(named).flatMap(([name, value]) => value ? [[name, value]] : []));
}
function formatRunUrl() {
	const [server, repository, id] = [
		"GITHUB_SERVER_URL",
		"GITHUB_REPOSITORY",
		"GITHUB_RUN_ID"
	].map((name) => env$4[name]);
	return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : null;
}
function readNotifySecret() {
	const text = env$4["NOTIFY_SECRET"];
	return text ? new PrivateText(text) : null;
}
// src/action/outputs.ts
const { env: env$3 } = process;
async function openReportFiles({ reportFile, sarifFile, proofFile, auditFile }, checkouts) {
	requireRunnerFiles();
	if ([
		reportFile,
		sarifFile,
		proofFile,
		auditFile
	].every((file) => file === null)) return NO_FILES;
	const openAt = async (name, file) => file === null ? null : await OutputFile.open({
		name,
		file
	}, checkouts);
	const report = await openAt("report-file", reportFile);
	const sarif = await openAt("sarif-file", sarifFile);
	const proof = await openAt("proof-file", proofFile);
	const others = [
		{
			name: "audit-file",
			file: auditFile
		},
		{
			name: "GITHUB_OUTPUT",
			file: env$3["GITHUB_OUTPUT"] || null
		},
		{
			name: "GITHUB_STEP_SUMMARY",
			file: env$3["GITHUB_STEP_SUMMARY"] || null
		}
	].flatMap(({ name, file }) => file === null ? [] : [{
		name,
		file
	}]);
	const identified = await Promise.all(others.map(async (other) => await identifyOutput(other, [])));
	refuseSameFile([
		...identified,
		report,
		sarif,
		proof
	].filter((file) => file !== null));
	return {
		report,
		sarif,
		proof
	};
}
const NO_FILES = {
	report: null,
	sarif: null,
	proof: null
};
function requireRunnerFiles() {
	for (const name of ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"]) requireRunnerFile(name);
}
function requireRunnerFile(name) {
	const file = env$3[name];
	if (!file) return;
	const { O_WRONLY, O_APPEND, O_NONBLOCK = 0 } = constants$1;
	try {
		closeSync(openSync(file, O_WRONLY | O_APPEND | O_NONBLOCK));
	} catch (error) {
		throw new UsageError(describeRunnerFile(name, JSON.stringify(file), getErrorCode(error)));
	}
}
async function setOutputs(report, files, context, describeScan) {
	const json = async () => renderJsonPieces(report, VERSION);
	const sarif = async () => (await import("./report.js").then((n) => n.sarif_exports)).renderSarif(report, context);
	const reportPath = files.report ? await writeFileOf(files.report, json) : await writeTemporaryReport(json);
	const sarifPath = files.sarif ? await writeFileOf(files.sarif, sarif) : null;
	if (files.proof) await writeFileOf(files.proof, async () => {
		const setup = await describeScan();
		return (await import("./report.js").then((n) => n.predicate_exports)).renderPredicate(report, {
			version: VERSION,
			...setup
		});
	});
	const { findings } = report;
	await setAll({
		conclusion: conclude(report),
		found: findings.length,
		active: findings.filter(({ validity }) => validity.kind !== "inactive").length,
		contained: findings.filter(({ outcome, earlier }) => outcome.kind === "contained" && earlier === null).length,
		containable: findings.flatMap(({ containable, fingerprint }) => containable ? [fingerprint] : []).join(","),
		report: reportPath ?? "",
		sarif: sarifPath ?? ""
	});
}
async function setEmptyOutputs() {
	await setAll({
		conclusion: "clean",
		found: 0,
		active: 0,
		contained: 0,
		containable: "",
		report: "",
		sarif: ""
	});
}
async function setDoctorOutputs() {
	await setAll({
		conclusion: "incomplete",
		found: "",
		active: "",
		contained: "",
		containable: "",
		report: "",
		sarif: ""
	});
}
async function tryOrWarn(what, step) {
	try {
		return await step();
	} catch (error) {
		await warn(what, getErrorCode(error));
		return null;
	}
}
async function warn(what, code) {
	const { describeOutputFailure } = await import("./report.js").then((n) => n.action_taken_exports);
	warning(describeOutputFailure(what, code));
}
async function setAll(outputs) {
	await tryOrWarn("The step's outputs", async () => {
		for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
	});
}
async function writeFileOf(file, render) {
	return await tryOrWarn(`The ${file.name} ${JSON.stringify(file.file)}`, async () => {
		await file.write(await render());
		return file.file;
	});
}
async function writeTemporaryReport(render) {
	const write = async (folder) => {
		const file = path.join(mkdtempSync(path.join(folder, "key-guard-")), "report.json");
		const text = await render();
		const opened = openSync(file, "wx");
		try {
			for (const piece of typeof text === "string" ? [text] : text) writeFileSync(opened, piece);
		} finally {
			closeSync(opened);
		}
		return file;
	};
	return await tryOrWarn("The JSON report", async () => write(env$3["RUNNER_TEMP"] || tmpdir()).catch(async () => await write(tmpdir())));
}
// src/github/link.ts
var link_exports = /* @__PURE__ */ __exportAll({
	createLinks: () => createLinks,
	findAlertPage: () => findAlertPage
});
const ADDRESS = /^https?:\/\/[\w.:-]+\/[\w./-]+$/;
function createLinks(repositoryUrl) {
	return ({ path, line, commit, alert }) => {
		if (alert) return findAlertPage({ alert });
		if (commit === null) return null;
		if (path === null) return `${repositoryUrl}/commit/${commit}`;
		return `${repositoryUrl}/blob/${commit}/${encodePathForUrl(path)}?plain=1${line === null ? "" : `#L${line}`}`;
	};
}
function findAlertPage({ alert }) {
	return alert && ADDRESS.test(alert.url) ? alert.url : null;
}
// \0stub:src/action/summary.ts
let late = null;
const load = () => late ??= createRequire(import.meta.url)("./findings.js");
const writeSummary = (...args) => load().writeSummary(...args);
// src/action/publish.ts
const { env: env$2 } = process;
async function publish(report, { files, scope, comment, describeScan, notify }, checkout, clock) {
	const context = await createPageContext(report, checkout, scope, clock);
	await setOutputs(report, files, context, describeScan);
	const result = comment && await tryOrWarn("The comment", () => publishComment(comment, report, context, scope, checkout));
	const write = result?.kind === "failed" ? result.failure : null;
	const memory = comment?.opened?.memoryFailure ?? null;
	const note = write === null && memory === null ? null : await describeTrouble({
		write,
		memory
	}, scope);
	if (note) warning(note);
	await tryOrWarn("The log", async () => await publishToRun(report, context, note ? [`> ${note}`] : []));
	if (notify) await tryOrWarn("The message", async () => {
		const { sendNews } = await import("./notify.js").then((n) => n.send_news_exports$1);
		const warning$1 = await sendNews({
			report,
			context,
			notify,
			secret: readNotifySecret(),
			scope,
			comment: comment?.opened ?? null
		}, checkout, clock);
		if (warning$1 !== null) warning(warning$1);
	});
	await tryOrWarn("The comment", async () => await comment?.opened?.settle());
}
async function describeTrouble(failures, { pull }) {
	const { describeCommentTrouble } = await import("./report.js").then((n) => n.pull_request_comment_exports);
	return describeCommentTrouble(failures, pull?.isFork === true);
}
async function publishToRun(report, context, notes) {
	const look = {
		paint: (_style, text) => text,
		width: 100,
		unicode: true
	};
	if (isOneLine(report)) return info(renderOneLine(report, look));
	const { describeReport } = await import("./report.js").then((n) => n.view_exports);
	const view = describeReport(report, context);
	await tryOrWarn("The annotations", async () => await annotate(view));
	await tryOrWarn("The log", async () => {
		const { renderText } = await import("./report.js").then((n) => n.text_exports);
		info(renderText(view, look));
	});
	const needsSummary = report.findings.length + report.unfinished.length > 0 || conclude(report) !== "clean";
	if (env$2["GITHUB_STEP_SUMMARY"] && needsSummary) await tryOrWarn("The job's summary", async () => {
		const { renderSummary } = await import("./report.js").then((n) => n.markdown_exports);
		await writeSummary([renderSummary(view, context), ...notes].join("\n\n"));
	});
	if (view.failure !== null) info(view.failure);
}
async function annotate(view) {
	const { renderAnnotations } = await import("./report.js").then((n) => n.annotations_exports);
	for (const { level, message, title, path: file, line, column } of renderAnnotations(view)) {
		const place = {
			file,
			startLine: line,
			startColumn: column
		};
		PRINTERS[level](message, Object.fromEntries(Object.entries({
			title,
			...place
		}).filter(([, value]) => value !== null)));
	}
}
async function publishComment(comment, report, context, scope, checkout) {
	if (report.findings.length === 0 && conclude(report) === "clean" && !await isRewritten(scope, checkout)) return null;
	const { chooseMessage } = await import("./github.js").then((n) => n.message_exports);
	const { renderComment, renderGoneComment } = await import("./report.js").then((n) => n.markdown_exports);
	const { describeReport } = await import("./report.js").then((n) => n.view_exports);
	const view = describeReport(report, context);
	return await (await comment.open()).write(chooseMessage(report, {
		renderComment: (room) => renderComment(view, context, room),
		renderGoneComment: (open, more) => renderGoneComment({
			open,
			more
		}, context)
	}));
}
async function isRewritten({ pull }, checkout) {
	if (pull === null || pull.replaced === null) return false;
	return !await isAncestor(checkout, pull.replaced, pull.head).catch(() => false);
}
async function createPageContext({ change, findings }, checkout, scope, clock) {
	const { pull } = scope;
	const { serverUrl, repository } = checkout;
	return {
		medium: "workflow",
		range: pull === null ? "push" : "pull request",
		now: clock.now(),
		head: change.kind === "range" ? change.head : env$2["GITHUB_SHA"] ?? "",
		link: createLinks(`${serverUrl}/${repository}`),
		runUrl: formatRunUrl(),
		repository: repository || null,
		defaultBranch: await findBranchFor(findings, scope, checkout, clock),
		serverUrl,
		job: [env$2["GITHUB_WORKFLOW"], env$2["GITHUB_JOB"]].filter(Boolean).join(" / ") || null,
		version: VERSION
	};
}
async function findBranchFor(findings, scope, { repository, apiUrl, token }, clock) {
	if (scope.defaultBranch !== null || findings.length === 0) return scope.defaultBranch;
	const [{ isForWorkflow }, { findOwnDefaultBranch }] = await Promise.all([import("./report.js").then((n) => n.workflow_place_exports), import("./steps.js").then((n) => n.default_branch_exports)]);
	if (!findings.some(isForWorkflow)) return null;
	const [owner = "", repo = ""] = repository.split("/");
	return await findOwnDefaultBranch(scope, {
		apiUrl,
		repository: {
			owner,
			repo
		},
		clock,
		token
	});
}
const PRINTERS = {
	error,
	warning,
	notice
};
// src/action/pull-comment.ts
const { env: env$1 } = process;
var PullComment = class {
	#settings;
	#pull;
	#access;
	#clock;
	#opened = null;
	constructor(settings, pull, access, clock) {
		this.#settings = settings;
		this.#pull = pull;
		this.#access = access;
		this.#clock = clock;
	}
	get opened() {
		return this.#opened;
	}
	async open() {
		const [{ computeJobId }, { StickyComment: Comment }] = await Promise.all([import("./github.js").then((n) => n.comment_state_exports), import("./github.js").then((n) => n.sticky_comment_exports)]);
		const workflow = (env$1["GITHUB_WORKFLOW_REF"] ?? env$1["GITHUB_WORKFLOW"] ?? "").replace(/@.*$/, "");
		const { scan, paths, exclude } = this.#settings;
		const job = computeJobId([
			workflow,
			scan,
			...paths,
			"",
			...exclude
		]);
		this.#opened ??= new Comment(this.#access, this.#pull, {
			job,
			clock: this.#clock
		});
		return this.#opened;
	}
};
function findPullComment(settings, { pull }, { apiUrl }, clock) {
	const { comment, githubToken: token } = settings;
	return comment === "on-leak" && token && pull ? new PullComment(settings, pull, {
		apiUrl,
		token
	}, clock) : null;
}
// src/action/run-step.ts
const { env } = process;
const STORIES = [
	"scan",
	"audit",
	"rotate"
];
const RUNS = {
	scan: scanEvent,
	audit: auditOrganization,
	rotate: rotateKeys
};
async function runStep(clock = SYSTEM_CLOCK, story = "scan") {
	const cancellation = new Cancellation();
	const stopListening = cancellation.listen();
	const findOutputError = listenForErrors(process.stdout);
	listenForErrors(process.stderr);
	try {
		await RUNS[story]({
			clock,
			cancellation
		});
	} catch (error$1) {
		error(redactKeys(describeCrash(error$1)), { title: FAILURE_TITLE });
		process.exitCode = EXIT_CODES.incomplete;
	} finally {
		stopListening();
	}
	const code = await findOutputError();
	if (code === null || isClosedPipe(code)) return;
	const { describeOutputFailure } = await import("./report.js").then((n) => n.action_taken_exports);
	process.stderr.write(`${describeOutputFailure("The log", code)}\n`);
	process.exitCode = EXIT_CODES.incomplete;
}
async function auditOrganization({ clock, cancellation }) {
	delete env["OPENAI_CUSTOM_HEADERS"];
	const { runAuditStep } = await import("./steps.js").then((n) => n.audit_step_exports);
	await runAuditStep(await readEvent(), {
		clock,
		maskSecret,
		signal: cancellation.signal
	});
}
async function rotateKeys({ clock, cancellation }) {
	delete env["OPENAI_CUSTOM_HEADERS"];
	const { runRotateStep } = await import("./steps.js").then((n) => n.rotate_step_exports);
	await runRotateStep(await readEvent(), {
		clock,
		maskSecret,
		cancellation
	});
}
async function scanEvent(surroundings) {
	const { cancellation } = surroundings;
	delete env["OPENAI_CUSTOM_HEADERS"];
	const event = await readEvent();
	const secretsWithheld = event.secretsWithheld || env["GITHUB_ACTOR"] === "dependabot[bot]";
	if (isDoctorRun()) {
		const { runDoctor } = await import("./steps.js").then((n) => n.doctor_exports);
		return await runDoctor(event, {
			secretsWithheld,
			clock: surroundings.clock,
			maskSecret,
			signal: cancellation.signal
		});
	}
	const settings = readSettings(secretsWithheld);
	if (settings.adminKey) maskSecret(settings.adminKey);
	for (const text of [settings.notify?.url, readNotifySecret()]) if (text) maskSecret(text);
	const checkout = readCheckout(settings.githubToken, cancellation.signal);
	const checkouts = [checkout.repo, process.cwd()];
	const { clock } = surroundings;
	const journal = await openAuditJournal(settings.auditFile, {
		run: describeRun(VERSION),
		clock,
		checkouts
	});
	const files = await openReportFiles(settings, checkouts);
	const opened = await openEventTarget(settings, event, checkout);
	if (!opened) {
		info(event.target.kind === "nothing" ? event.target.why : NOTHING_TO_SCAN);
		return await setEmptyOutputs();
	}
	cancellation.setCleanUp(opened.close);
	try {
		await scan(opened, settings, {
			checkout,
			journal,
			files
		}, surroundings);
	} finally {
		await opened.close().catch((error) => warning(describeLeftFolder(getErrorCode(error))));
	}
}
async function scan({ change, source, scope, basePolicy, keysFile, closeAlerts }, settings, { checkout, journal, files }, { clock, cancellation }) {
	const comment = findPullComment(settings, scope, checkout, clock);
	const policy = settings.policy.onLeak === "report" ? settings.policy : restrictPolicy(settings.policy, await basePolicy());
	const world = createWorld({
		source,
		settings,
		ownsProcess: true,
		journal,
		environment: env,
		ignores: basePolicy,
		keysFile,
		replaceKey: policy.onLeak === "rotate" ? (await import("./rotation.js").then((n) => n.connection_exports)).openKeyReplacer({
			settings: {
				...settings,
				policy
			},
			environment: env,
			clock,
			apiUrl: checkout.apiUrl,
			checkouts: [checkout.repo, process.cwd()],
			onKeyCreated: maskSecret
		}) : null,
		memory: async () => await (await comment?.open())?.memory() ?? /* @__PURE__ */ new Set(),
		onKeyFound: maskSecret,
		onContainment: () => cancellation.beginContainment(),
		isCancelled: () => cancellation.isCancelled,
		findPushTime: (commit) => scope.pushed?.commits.has(commit) ? scope.pushed.at : null,
		clock
	});
	const report = await scanChange(change, world, policy);
	const detail = settings.detail === "auto" ? scope.isPublic ? "minimal" : "full" : settings.detail;
	const describeScan = async () => {
		return await (await import("./sources.js").then((n) => n.scan_setup_exports)).describeScanSetup(settings, change, basePolicy);
	};
	const { notify } = settings;
	await publish(restrictReport(report, detail), {
		files,
		scope,
		comment,
		describeScan,
		notify
	}, checkout, clock);
	if (closeAlerts && settings.closeAlerts) await (await import("./steps.js").then((n) => n.resolve_alerts_exports)).resolveDeadAlerts(closeAlerts, report, policy.dryRun);
	process.exitCode = EXIT_CODES[concludeRun(report)];
}
function maskSecret(secret) {
	if (env["GITHUB_ACTIONS"] === "true") setSecret(secret.reveal());
}
export { STORIES, describeRun, error, extractPostTexts, formatRunUrl, getInput, info, link_exports, parsePullRequest, parseRange, readCheckout, readDoctorSettings, readNotifySecret, refuseMisspeltInputs, requireRunnerFiles, runStep, setAll, setDoctorOutputs, tryOrWarn, warning, writeFileOf, writeSummary, writeTemporaryReport };
