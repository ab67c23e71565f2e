import "./rolldown-runtime.js";
import { describeRun, error, formatRunUrl, getInput, info, isDoctorRun, notice, openReportFiles, readCheckout, readDoctorSettings, readEvent, readSettings, refuseMisspeltInputs, requireRunnerFiles, setAll, setDoctorOutputs, setEmptyOutputs, setOutputs, setSecret, tryOrWarn, warning, writeFileOf, writeTemporaryReport } from "./outputs.js";
import { CANCELLED, CANCELLED_LATE, DEFAULTS, EXIT_CODES, FAILURE_TITLE, NOTHING_TO_SCAN, NO_JOURNAL, OutputFile, PrivateText, ROTATION_DEFAULTS, SYSTEM_CLOCK, StickyComment, UsageError, VERSION, chooseMessage, chooseRotationExit, computeJobId, conclude, concludeRun, createLinks, createWorld as createWorld$1, describeCrash, describeLeftFolder, getErrorCode, isAncestor, isClosedPipe, isOneLine, listenForErrors, openAuditJournal, openEventTarget, openRegistry, parseAdminKey, parseBaseUrl, parseBoolean, parseLines, parseNotifySettings, parseRepositoryPath, parseSettings, parseWord, redactKeys, renderOneLine, restrictPolicy, restrictReport, scanChange } from "./scan.js";
const createRequire = process.getBuiltinModule("node:module").createRequire;
// src/action/detail.ts
async function chooseStepDetail({ isPublic }, { apiUrl, repository, clock, token }) {
	if (!isPublic) return "full";
	if (token === null) return "minimal";
	const { isPublicRepository } = await import("./github.js").then((n) => n.repository_exports);
	return await isPublicRepository({
		apiUrl,
		token
	}, repository, { clock }) ? "minimal" : "full";
}
// src/action/notify-secret.ts
function readNotifySecret() {
	const text = process.env["NOTIFY_SECRET"];
	return text ? new PrivateText(text) : null;
}
// src/action/audit/audit-inputs.ts
const AUDIT_DEFAULTS = {
	"openai-admin-key": "",
	"openai-base-url": DEFAULTS["openai-base-url"],
	"policy-file": ".github/openai-key-policy.yml",
	"fail-on": "error",
	issue: "false",
	"report-file": "",
	"html-file": "",
	"notify-url": "",
	detail: "auto",
	"github-token": ""
};
async function readAuditInputs() {
	refuseMisspeltInputs(Object.keys(AUDIT_DEFAULTS));
	const read = (name) => getInput(name).trim() || AUDIT_DEFAULTS[name];
	const adminKey = parseAdminKey(read("openai-admin-key"), "openai-admin-key");
	if (adminKey === null) throw new UsageError((await import("./audit-rules.js").then((n) => n.sub_action_exports)).AUDIT_WITHOUT_KEY);
	const policyFile = parseRepositoryPath("policy-file", read("policy-file"));
	return {
		adminKey,
		baseURL: parseBaseUrl("openai-base-url", read("openai-base-url")),
		policyFile,
		isPolicyNamed: policyFile !== AUDIT_DEFAULTS["policy-file"],
		failOn: parseWord("fail-on", read("fail-on"), [
			"error",
			"warning",
			"never"
		]),
		writesIssue: parseBoolean("issue", read("issue")),
		reportFile: read("report-file") || null,
		htmlFile: read("html-file") || null,
		notify: parseNotifySettings("notify-url", {
			url: read("notify-url"),
			when: "leak",
			format: null
		}),
		detail: parseWord("detail", read("detail"), [
			"auto",
			"full",
			"minimal"
		]),
		githubToken: read("github-token") || null
	};
}
// \0stub:src/action/summary.ts
let late = null;
const load = () => late ??= createRequire(import.meta.url)("./findings.js");
const writeSummary = (...args) => load().writeSummary(...args);
// src/action/audit/publish-audit.ts
const { env: env$6 } = process;
async function publishAudit(report, inputs, files, repository) {
	const { describeAudit } = await import("./audit-rules.js").then((n) => n.view_exports);
	const view = describeAudit(report);
	const job = [env$6["GITHUB_WORKFLOW"], env$6["GITHUB_JOB"]].filter(Boolean).join(" / ") || null;
	const context = {
		medium: "workflow",
		version: VERSION,
		runUrl: formatRunUrl(),
		job
	};
	await setAuditOutputs(report, files, context);
	await tryOrWarn("The log", async () => {
		const { renderAuditText } = await import("./audit-rules.js").then((n) => n.text_exports);
		info(renderAuditText(view, {
			paint: (_style, text) => text,
			width: 100,
			unicode: true
		}));
	});
	const issue = inputs.writesIssue ? await tryOrWarn("The issue", async () => await publishIssue(report, view, context, inputs, repository)) : null;
	const trouble = issue?.trouble ?? null;
	if (trouble) warning(trouble);
	await tryOrWarn("The message", async () => await sendAuditNews(report, {
		view,
		context,
		issue
	}, inputs, repository));
	if (!env$6["GITHUB_STEP_SUMMARY"]) return;
	await tryOrWarn("The job's summary", async () => {
		const { renderAuditSummary } = await import("./audit-rules.js").then((n) => n.markdown_exports);
		await writeSummary([renderAuditSummary(view, context), ...trouble ? [`> ${trouble}`] : []].join("\n\n"));
	});
}
async function setAuditOutputs(report, files, context) {
	const json = async () => (await import("./audit-rules.js").then((n) => n.json_exports)).renderAuditJsonPieces(report, VERSION);
	const written = files.report ? await writeFileOf(files.report, json) : await writeTemporaryReport(json);
	if (files.html) await writeFileOf(files.html, async () => {
		const { renderAuditHtml } = await import("./audit-rules.js").then((n) => n.html_exports);
		return renderAuditHtml(report, context);
	});
	const { countLevels } = await import("./audit-rules.js").then((n) => n.title_exports);
	await setAll({
		conclusion: report.conclusion,
		...countLevels(report.findings),
		keys: report.keys.length,
		report: written ?? ""
	});
}
async function sendAuditNews(report, { view, context, issue }, { notify }, { repository: { owner, repo }, clock }) {
	if (notify === null || view.subjects.length === 0 || issue?.isNews === false) return;
	const [{ createAuditNoticeContent }, { sendContent }] = await Promise.all([import("./audit-rules.js").then((n) => n.audit_notice_exports), import("./notify.js").then((n) => n.send_news_exports$1)]);
	const warning$3 = await sendContent(createAuditNoticeContent(report, view, {
		repository: owner === "" ? null : `${owner}/${repo}`,
		issueUrl: issue?.url || null
	}, context), {
		...notify,
		secret: readNotifySecret()
	}, clock);
	if (warning$3 !== null) warning(warning$3);
}
async function publishIssue(report, view, context, { githubToken: token, policyFile }, { apiUrl, repository, clock }) {
	const fail = (trouble) => ({
		trouble,
		url: null,
		isNews: true
	});
	const { describeIssueTrouble, NO_TOKEN } = await import("./audit-rules.js").then((n) => n.sub_action_exports);
	if (token === null) return fail(describeIssueTrouble(NO_TOKEN));
	const [{ ISSUE_TEXT_ROOM }, { writeIssue }, { computeJobId }, { renderAuditIssue }, { listFindingIds }, title] = await Promise.all([
		import("./github.js").then((n) => n.issue_state_exports),
		import("./github.js").then((n) => n.sticky_issue_exports),
		import("./scan.js").then((n) => n.comment_state_exports),
		import("./audit-rules.js").then((n) => n.markdown_exports),
		import("./audit-rules.js").then((n) => n.subjects_exports),
		import("./audit-rules.js").then((n) => n.title_exports)
	]);
	const message = {
		job: computeJobId([
			(env$6["GITHUB_WORKFLOW_REF"] ?? env$6["GITHUB_WORKFLOW"] ?? "").replace(/@.*$/, ""),
			env$6["GITHUB_JOB"] ?? "",
			policyFile
		]),
		title: title.describeIssueTitle(report.findings),
		text: renderAuditIssue(view, context, ISSUE_TEXT_ROOM),
		findings: listFindingIds(report),
		isComplete: report.conclusion !== "incomplete"
	};
	const result = await writeIssue({
		apiUrl,
		token
	}, repository, message, { clock });
	if (result.kind === "failed") return fail(describeIssueTrouble(await explainFailure(result.failure)));
	return {
		trouble: null,
		url: null,
		isNews: false,
		...result.kind !== "none" && result
	};
}
async function explainFailure({ kind, status }) {
	const { describeGitHubFailure, NEEDS_ISSUES, NO_ISSUES } = await import("./audit-rules.js").then((n) => n.sub_action_exports);
	if (kind === "forbidden") return NEEDS_ISSUES;
	return kind === "not-found" ? NO_ISSUES : describeGitHubFailure(kind, status);
}
// src/action/audit/audit-step.ts
const { env: env$5 } = process;
async function runAuditStep(event, { clock, maskSecret, signal }) {
	const inputs = await readAuditInputs();
	maskSecret(inputs.adminKey);
	for (const text of [inputs.notify?.url, readNotifySecret()]) if (text) maskSecret(text);
	const checkout = readCheckout(inputs.githubToken, signal);
	const files = await openAuditFiles(inputs, [checkout.repo, process.cwd()]);
	const [owner = "", repo = ""] = checkout.repository.split("/");
	const repository = {
		apiUrl: checkout.apiUrl,
		repository: {
			owner,
			repo
		},
		clock
	};
	const [{ readDefaultBranchPolicy }, { runAudit }, { concludeAudit, restrictAuditReport }] = await Promise.all([
		import("./sources.js").then((n) => n.default_branch_policy_exports),
		import("./audit-run.js"),
		import("./report.js").then((n) => n.audit_report_exports)
	]);
	const policy = await readDefaultBranchPolicy(inputs, repository);
	const { adminKey, baseURL, failOn, detail } = inputs;
	const rails = parseSettings(() => void 0).policy;
	const report = await runAudit({
		policy,
		fixes: /* @__PURE__ */ new Map(),
		rails,
		adminKey,
		failOn,
		projects: []
	}, {
		registry: openRegistry({
			settings: {
				adminKey,
				baseURL
			},
			environment: env$5
		}, {
			clock,
			isCancelled: () => signal.aborted
		}),
		journal: NO_JOURNAL,
		clock,
		isCancelled: () => signal.aborted,
		confirm: null,
		onContainment: () => {},
		onPlanned: () => {},
		onFixed: () => {}
	}, {
		fix: "fix",
		project: "project"
	});
	await publishAudit(restrictAuditReport(report, detail === "auto" ? await chooseStepDetail(event, {
		...repository,
		token: inputs.githubToken
	}) : detail), inputs, files, repository);
	process.exitCode = EXIT_CODES[concludeAudit(report)];
}
async function openAuditFiles({ reportFile, htmlFile }, checkouts) {
	requireRunnerFiles();
	const openAt = async (name, file) => file === null ? null : await OutputFile.open({
		name,
		file
	}, checkouts);
	return {
		report: await openAt("report-file", reportFile),
		html: await openAt("html-file", htmlFile)
	};
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
// src/action/doctor.ts
const { env: env$4 } = process;
const TIMEOUT = 5e3;
async function runDoctor(event, run) {
	const [{ parseGivenKey }, { runChecks }, { concludeAsExitCode, renderCheckTable, renderCheckText, describeChecks }] = await Promise.all([
		import("./doctor.js").then((n) => n.admin_key_exports),
		import("./doctor.js").then((n) => n.doctor_exports),
		import("./doctor.js").then((n) => n.report_exports)
	]);
	const { SUMMARY_TITLE } = await import("./doctor.js").then((n) => n.verdict_exports);
	const settings = readDoctorSettings();
	const adminKey = parseGivenKey(getInput("openai-admin-key"), run.secretsWithheld);
	if (adminKey.kind === "key") run.maskSecret(adminKey.secret);
	const checks = await runChecks({
		...createContext(event, settings, run),
		adminKey
	});
	const exitCode = concludeAsExitCode(checks);
	process.exitCode = exitCode;
	info(renderCheckText(checks, {
		paint: (_style, text) => text,
		width: 100,
		unicode: true
	}));
	if (exitCode !== 0) error(describeChecks(checks), { title: SUMMARY_TITLE });
	if (env$4["GITHUB_STEP_SUMMARY"]) await tryOrWarn("The job's summary", async () => await writeSummary(renderCheckTable(checks)));
	await setDoctorOutputs();
}
function createContext(event, { githubToken, detail, ignoreFile, baseURL, scan, comment }, { clock, signal }) {
	const { repo, temp, apiUrl, serverUrl, repository } = readCheckout(githubToken, signal);
	return {
		medium: "workflow",
		detail: detail === "auto" ? event.isPublic ? "minimal" : "full" : detail,
		node: process.versions.node,
		platform: `${process.platform} ${process.arch}`,
		environment: env$4,
		repo,
		isRepoGiven: false,
		ignoreFile,
		baseURL,
		github: {
			apiUrl,
			serverUrl,
			token: githubToken,
			repository: repository || null
		},
		temp,
		workflow: {
			...readWorkflow(repository),
			event,
			scan,
			wantsComment: comment !== "never"
		},
		clock,
		timeout: TIMEOUT
	};
}
function readWorkflow(repository) {
	const [path = ""] = (env$4["GITHUB_WORKFLOW_REF"] ?? "").split("@");
	const prefix = `${repository}/`;
	return {
		eventName: env$4["GITHUB_EVENT_NAME"] ?? "",
		file: repository !== "" && path.startsWith(prefix) ? path.slice(prefix.length) : null,
		isDependabot: env$4["GITHUB_ACTOR"] === "dependabot[bot]"
	};
}
// src/action/publish.ts
const { env: env$3 } = process;
function openComment(settings, { pull }, { apiUrl }, clock) {
	const { comment, githubToken: token, scan, paths, exclude } = settings;
	if (comment !== "on-leak" || !token || !pull) return null;
	const workflow = (env$3["GITHUB_WORKFLOW_REF"] ?? env$3["GITHUB_WORKFLOW"] ?? "").replace(/@.*$/, "");
	const job = computeJobId([
		workflow,
		scan,
		...paths,
		"",
		...exclude
	]);
	return new StickyComment({
		apiUrl,
		token
	}, pull, {
		job,
		clock
	});
}
async function publish(report, { files, scope, comment, describeScan, notify }, checkout, clock) {
	const context = await createPageContext(report, checkout, scope, clock);
	await setOutputs(report, files, context, describeScan);
	const result = comment && await tryOrWarn("The comment", () => publishComment(comment, report, context, scope, checkout));
	const write = result?.kind === "failed" ? result.failure : null;
	const memory = comment?.memoryFailure ?? null;
	const note = write === null && memory === null ? null : await describeTrouble({
		write,
		memory
	}, scope);
	if (note) warning(note);
	await tryOrWarn("The log", async () => await publishToRun(report, context, note ? [`> ${note}`] : []));
	if (notify) await tryOrWarn("The message", async () => {
		const { sendNews } = await import("./notify.js").then((n) => n.send_news_exports$1);
		const warning$2 = await sendNews({
			report,
			context,
			notify,
			secret: readNotifySecret(),
			scope,
			comment
		}, checkout, clock);
		if (warning$2 !== null) warning(warning$2);
	});
	await tryOrWarn("The comment", async () => await comment?.settle());
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
	if (env$3["GITHUB_STEP_SUMMARY"] && needsSummary) await tryOrWarn("The job's summary", async () => {
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
	const { renderComment, renderGoneComment } = await import("./report.js").then((n) => n.markdown_exports);
	const { describeReport } = await import("./report.js").then((n) => n.view_exports);
	const view = describeReport(report, context);
	return await comment.write(chooseMessage(report, {
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
		head: change.kind === "range" ? change.head : env$3["GITHUB_SHA"] ?? "",
		link: createLinks(`${serverUrl}/${repository}`),
		runUrl: formatRunUrl(),
		repository: repository || null,
		defaultBranch: await findBranchFor(findings, scope, checkout, clock),
		serverUrl,
		job: [env$3["GITHUB_WORKFLOW"], env$3["GITHUB_JOB"]].filter(Boolean).join(" / ") || null,
		version: VERSION
	};
}
async function findBranchFor(findings, scope, { repository, apiUrl, token }, clock) {
	if (scope.defaultBranch !== null || findings.length === 0) return scope.defaultBranch;
	const [{ isForWorkflow }, { findOwnDefaultBranch }] = await Promise.all([import("./report.js").then((n) => n.workflow_place_exports), import("./default-branch.js")]);
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
// src/action/rotate/publish-rotation.ts
const { env: env$2 } = process;
async function publishRotation(report, file, hasAuditFile, told) {
	const { describeRotation } = await import("./rotation.js").then((n) => n.view_exports);
	const context = {
		medium: "workflow",
		version: VERSION,
		runUrl: formatRunUrl(),
		goOn: null,
		hasAuditFile
	};
	const view = describeRotation(report, context);
	const json = async () => (await import("./rotation.js").then((n) => n.json_exports)).renderRotationJson(report, VERSION);
	const written = file ? await writeFileOf(file, json) : await writeTemporaryReport(json);
	const rotated = report.rotations.filter(({ state }) => state.kind === "rotated" || state.kind === "planned").length;
	const failed = report.rotations.length - rotated;
	await setAll({
		rotated,
		failed,
		report: written ?? ""
	});
	await tryOrWarn("The log", async () => {
		const { renderRotationText } = await import("./rotation.js").then((n) => n.text_exports);
		info(renderRotationText(view, {
			paint: (_style, text) => text,
			width: 100,
			unicode: true
		}));
	});
	await sendRotationNews(report, view, context, told);
	if (!env$2["GITHUB_STEP_SUMMARY"]) return;
	await tryOrWarn("The job's summary", async () => {
		const { renderRotationSummary } = await import("./rotation.js").then((n) => n.markdown_exports);
		await writeSummary(renderRotationSummary(view, context));
	});
}
async function sendRotationNews(report, view, context, { repository, notify, clock }) {
	if (notify === null) return;
	const [{ createRotationNoticeContent, hasRotationNews }, { sendContent }] = await Promise.all([import("./report.js").then((n) => n.rotation_notice_exports), import("./notify.js").then((n) => n.send_news_exports$1)]);
	if (!hasRotationNews(report)) return;
	const warning$1 = await sendContent(createRotationNoticeContent(report, view, repository, context), {
		...notify,
		secret: readNotifySecret()
	}, clock);
	if (warning$1 !== null) warning(warning$1);
}
// src/action/rotate/rotate-inputs.ts
const ROTATE_DEFAULTS = {
	keys: "",
	due: "false",
	to: "",
	scopes: "",
	"expires-in": "",
	overlap: ROTATION_DEFAULTS.overlap,
	wait: ROTATION_DEFAULTS.wait,
	create: "false",
	"dry-run": "false",
	resume: "false",
	"openai-admin-key": "",
	"openai-base-url": DEFAULTS["openai-base-url"],
	"secrets-token": "",
	"keys-file": DEFAULTS["keys-file"],
	"audit-file": "",
	protect: "",
	"max-contained": DEFAULTS["max-contained"],
	"notify-url": "",
	detail: "auto",
	"report-file": "",
	"github-token": ""
};
async function readRotateInputs() {
	refuseMisspeltInputs(Object.keys(ROTATE_DEFAULTS));
	const read = (name) => getInput(name).trim() || ROTATE_DEFAULTS[name];
	const { adminKey, baseURL, secretsToken, keysFile, auditFile, reportFile, detail, githubToken, policy } = parseSettings((name) => name in ROTATE_DEFAULTS ? read(name) : void 0);
	if (adminKey === null) {
		const { describeRotationWithoutKey } = await import("./messages.js").then((n) => n.rotate_exports);
		throw new UsageError(describeRotationWithoutKey("openai-admin-key"));
	}
	const choices = await readChoices(read, auditFile);
	const needsKeysFile = choices.keys.length === 0 || keysFile !== ROTATE_DEFAULTS["keys-file"];
	return {
		notify: parseNotifySettings("notify-url", {
			url: read("notify-url"),
			when: "leak",
			format: null
		}),
		adminKey,
		baseURL,
		secretsToken,
		keysFile,
		auditFile,
		reportFile,
		detail,
		githubToken,
		choices,
		needsKeysFile,
		rails: policy
	};
}
async function readChoices(read, auditFile) {
	const { parseRotationChoices } = await import("./rotation.js").then((n) => n.choices_exports);
	const flag = (name) => parseBoolean(name, read(name));
	return parseRotationChoices({
		keys: parseLines(read("keys")),
		to: read("to"),
		scopes: read("scopes"),
		expiresIn: read("expires-in"),
		overlap: read("overlap"),
		wait: read("wait"),
		auditFile,
		due: flag("due"),
		widen: false,
		create: flag("create"),
		resume: flag("resume")
	}, (name) => name === "key" ? "keys" : name);
}
// src/action/rotate/rotate-step.ts
const { env: env$1 } = process;
async function runRotateStep(event, step) {
	const inputs = await readRotateInputs();
	const { clock, maskSecret, cancellation } = step;
	maskSecret(inputs.adminKey);
	for (const text of [inputs.notify?.url, readNotifySecret()]) if (text) maskSecret(text);
	const checkout = readCheckout(inputs.githubToken, cancellation.signal);
	const checkouts = [checkout.repo, process.cwd()];
	const audit = {
		run: describeRun(VERSION),
		clock,
		checkouts
	};
	const journal = await openAuditJournal(inputs.auditFile, audit);
	requireRunnerFiles();
	const { reportFile: file } = inputs;
	const report = file === null ? null : await OutputFile.open({
		name: "report-file",
		file
	}, checkouts);
	const [owner = "", repo = ""] = checkout.repository.split("/");
	const repository = {
		apiUrl: checkout.apiUrl,
		repository: {
			owner,
			repo
		},
		clock,
		token: inputs.githubToken
	};
	const detail = inputs.detail === "auto" ? await chooseStepDetail(event, repository) : inputs.detail;
	const done = await rotateAsked(inputs, repository, {
		...await createWorld(inputs, {
			step,
			checkout,
			checkouts,
			detail
		}),
		journal
	});
	const { restrictRotationReport } = await import("./report.js").then((n) => n.restricted_rotation_exports);
	const told = {
		repository: checkout.repository || null,
		notify: inputs.notify,
		clock
	};
	await publishRotation(restrictRotationReport(done, detail), report, inputs.auditFile !== null, told);
	process.exitCode = chooseRotationExit(done);
}
async function rotateAsked(inputs, repository, world) {
	const [{ readKeysFileOnGitHub }, { readDefaultProtection }, { buildOrders }, { rotateKeys }] = await Promise.all([
		import("./sources.js").then((n) => n.keys_file_exports),
		import("./sources.js").then((n) => n.default_branch_protection_exports),
		import("./rotation.js").then((n) => n.orders_exports),
		import("./rotation.js").then((n) => n.rotate_exports)
	]);
	const { choices, rails, adminKey, keysFile: path, needsKeysFile: isNamed } = inputs;
	const { token } = repository;
	const file = await readKeysFileOnGitHub({
		path,
		isNamed,
		token
	}, repository);
	const protect = token === null ? [] : await readDefaultProtection({
		path: DEFAULTS["ignore-file"],
		token
	}, repository);
	return await rotateKeys({
		orders: await buildOrders(choices, file, async () => (await world.registry.inventory()).records, "to"),
		isOnlyDue: choices.keys.length === 0,
		isResume: choices.resume,
		rails: {
			...rails,
			protect: [...rails.protect, ...protect]
		},
		adminKey
	}, world);
}
async function createWorld(inputs, { step: { clock, maskSecret, cancellation }, checkout, checkouts, detail }) {
	const [{ openMinter }, { createKeyStore }, { createRotationToken }, { StepTeller, describePlans }, restricted] = await Promise.all([
		import("./rotation.js").then((n) => n.connection_exports),
		import("./rotation.js").then((n) => n.key_store_exports),
		import("./rotation.js").then((n) => n.rotation_run_exports),
		import("./report.js").then((n) => n.progress_exports),
		import("./report.js").then((n) => n.restricted_rotation_exports)
	]);
	const { adminKey, baseURL, secretsToken: token } = inputs;
	const teller = new StepTeller(clock, false);
	const isCancelled = () => cancellation.isCancelled || cancellation.signal.aborted;
	return {
		registry: openRegistry({
			settings: {
				adminKey,
				baseURL
			},
			environment: env$1
		}, {
			clock,
			isCancelled
		}),
		minter: openMinter({
			baseURL,
			adminKey,
			environment: env$1,
			clock
		}),
		store: createKeyStore({
			token,
			apiUrl: checkout.apiUrl,
			clock,
			environment: env$1,
			checkouts
		}),
		clock,
		isCancelled,
		confirm: null,
		onPlanned: (plans) => {
			const shown = detail === "full" ? plans : plans.map(restricted.restrictPlan);
			for (const text of describePlans(shown)) info(text);
		},
		onContainment: () => cancellation.beginContainment(),
		onStep: (progress) => {
			const text = teller.describe(detail === "full" ? progress : restricted.restrictStep(progress));
			if (text !== null) info(text);
		},
		onKeyCreated: maskSecret,
		createToken: createRotationToken
	};
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
	await runAuditStep(await readEvent(), {
		clock,
		maskSecret,
		signal: cancellation.signal
	});
}
async function rotateKeys({ clock, cancellation }) {
	delete env["OPENAI_CUSTOM_HEADERS"];
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
	if (isDoctorRun()) return await runDoctor(event, {
		secretsWithheld,
		clock: surroundings.clock,
		maskSecret,
		signal: cancellation.signal
	});
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
	const comment = openComment(settings, scope, checkout, clock);
	const policy = settings.policy.onLeak === "report" ? settings.policy : restrictPolicy(settings.policy, await basePolicy());
	const world = createWorld$1({
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
		memory: async () => await comment?.memory() ?? /* @__PURE__ */ new Set(),
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
	if (closeAlerts && settings.closeAlerts) await (await import("./resolve-alerts.js")).resolveDeadAlerts(closeAlerts, report, policy.dryRun);
	process.exitCode = EXIT_CODES[concludeRun(report)];
}
function maskSecret(secret) {
	if (env["GITHUB_ACTIONS"] === "true") setSecret(secret.reveal());
}
// src/action.ts
async function run() {
	const story = STORIES.find((word) => word === process.argv[2]) ?? "scan";
	await runStep(SYSTEM_CLOCK, story);
	await listenForErrors(process.stderr)();
	process.exit();
}
run();
export {};
