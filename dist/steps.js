import { __exportAll } from "./rolldown-runtime.js";
import { describeRun, error, extractPostTexts, formatRunUrl, getInput, info, parsePullRequest, parseRange, readCheckout, readDoctorSettings, readNotifySecret, refuseMisspeltInputs, requireRunnerFiles, setAll, setDoctorOutputs, tryOrWarn, warning, writeFileOf, writeSummary, writeTemporaryReport } from "./event.js";
import { DEFAULTS, EXIT_CODES, NO_JOURNAL, OutputFile, UsageError, VERSION, chooseRotationExit, getCount, getObject, getText, openAuditJournal, openRegistry, parseAdminKey, parseBaseUrl, parseBoolean, parseLines, parseNotifySettings, parseRepositoryPath, parseSettings, parseWord } from "./scan.js";
import { NO_KEPT_SECRETS, listKeptSecrets, listStoredSecrets } from "./findings.js";
import { describeUnreadKeys } from "./audit-rules.js";
import { describeProvenEnd } from "./report.js";
import { ROTATION_DEFAULTS } from "./rotation.js";
import { createOctokit, createShapeError, parseFailure } from "./github.js";
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
// src/action/audit/audit-inputs.ts
const AUDIT_DEFAULTS = {
	"openai-admin-key": "",
	"openai-base-url": DEFAULTS["openai-base-url"],
	"policy-file": ".github/openai-key-policy.yml",
	"keys-file": DEFAULTS["keys-file"],
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
	const keysFile = parseRepositoryPath("keys-file", read("keys-file"));
	const policyFile = parseRepositoryPath("policy-file", read("policy-file"));
	return {
		adminKey,
		baseURL: parseBaseUrl("openai-base-url", read("openai-base-url")),
		policyFile,
		isPolicyNamed: policyFile !== AUDIT_DEFAULTS["policy-file"],
		keysFile,
		isKeysFileNamed: keysFile !== AUDIT_DEFAULTS["keys-file"],
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
// src/action/audit/publish-audit.ts
const { env: env$5 } = process;
async function publishAudit(report, inputs, files, repository) {
	const { describeAudit } = await import("./audit-rules.js").then((n) => n.view_exports);
	const view = describeAudit(report);
	const job = [env$5["GITHUB_WORKFLOW"], env$5["GITHUB_JOB"]].filter(Boolean).join(" / ") || null;
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
		}, context.medium));
	});
	const issue = inputs.writesIssue ? await tryOrWarn("The issue", async () => await publishIssue(report, view, context, inputs, repository)) : null;
	const trouble = issue?.trouble ?? null;
	if (trouble) warning(trouble);
	await tryOrWarn("The message", async () => await sendAuditNews(report, {
		view,
		context,
		issue
	}, inputs, repository));
	if (!env$5["GITHUB_STEP_SUMMARY"]) return;
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
	const warning$2 = await sendContent(createAuditNoticeContent(report, view, {
		repository: owner === "" ? null : `${owner}/${repo}`,
		issueUrl: issue?.url || null
	}, context), {
		...notify,
		secret: readNotifySecret()
	}, clock);
	if (warning$2 !== null) warning(warning$2);
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
		import("./github.js").then((n) => n.comment_state_exports),
		import("./audit-rules.js").then((n) => n.markdown_exports),
		import("./audit-rules.js").then((n) => n.subjects_exports),
		import("./audit-rules.js").then((n) => n.title_exports)
	]);
	const message = {
		job: computeJobId([
			(env$5["GITHUB_WORKFLOW_REF"] ?? env$5["GITHUB_WORKFLOW"] ?? "").replace(/@.*$/, ""),
			env$5["GITHUB_JOB"] ?? "",
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
var audit_step_exports = /* @__PURE__ */ __exportAll({ runAuditStep: () => runAuditStep });
const { env: env$4 } = process;
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
		import("./github.js").then((n) => n.default_branch_policy_exports),
		import("./audit-run.js").then((n) => n.audit_run_exports),
		import("./report.js").then((n) => n.audit_report_exports)
	]);
	const policy = await readDefaultBranchPolicy(inputs, repository);
	const { readAuditedKeysFile, addKeptSecrets } = await Promise.resolve().then(() => kept_secrets_exports);
	const keysFile = await readAuditedKeysFile(inputs, repository);
	const { adminKey, baseURL, failOn, detail } = inputs;
	const rails = parseSettings(() => void 0).policy;
	const audited = await runAudit({
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
			environment: env$4
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
	const whole = {
		...repository,
		token: inputs.githubToken
	};
	const report = await addKeptSecrets(audited, keysFile, {
		event,
		serverUrl: checkout.serverUrl,
		run: whole
	});
	await publishAudit(restrictAuditReport(report, detail === "auto" ? await chooseStepDetail(event, whole) : detail), inputs, files, repository);
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
// src/action/default-branch.ts
var default_branch_exports = /* @__PURE__ */ __exportAll({
	describeRepositories: () => describeRepositories,
	findOwnDefaultBranch: () => findOwnDefaultBranch
});
const { env: env$3 } = process;
async function findOwnDefaultBranch({ defaultBranch }, { apiUrl, repository, clock, token }) {
	if (defaultBranch !== null) return defaultBranch;
	const ref = env$3["GITHUB_REF"] ?? "";
	if (env$3["GITHUB_EVENT_NAME"] === "schedule" && ref.startsWith("refs/heads/")) return ref.slice(11);
	if (token === null || repository.repo === "") return null;
	const { readDefaultBranchName } = await import("./github.js").then((n) => n.repository_exports);
	return await readDefaultBranchName({
		apiUrl,
		token
	}, repository, { clock });
}
async function describeRepositories(secrets, { event, serverUrl, run }) {
	if (secrets.length === 0) return NO_KEPT_SECRETS;
	const { findDefaultBranches } = await import("./github.js").then((n) => n.default_branches_exports);
	const { apiUrl, repository, clock, token } = run;
	return {
		secrets,
		serverUrl,
		branches: await findDefaultBranches(secrets, {
			repository: `${repository.owner}/${repository.repo}`,
			defaultBranch: await findOwnDefaultBranch(event, run)
		}, token === null ? null : {
			apiUrl,
			token
		}, clock)
	};
}
// src/action/audit/kept-secrets.ts
var kept_secrets_exports = /* @__PURE__ */ __exportAll({
	addKeptSecrets: () => addKeptSecrets,
	readAuditedKeysFile: () => readAuditedKeysFile
});
async function readAuditedKeysFile({ keysFile: path, isKeysFileNamed: isNamed, githubToken: token }, repository) {
	const { readKeysFileOnGitHub } = await import("./github.js").then((n) => n.keys_file_exports);
	return await readKeysFileOnGitHub({
		path,
		isNamed,
		token
	}, repository).catch((error) => {
		if (!isNamed && error instanceof UsageError) return null;
		throw error;
	});
}
async function addKeptSecrets(report, file, reporting) {
	if (file === null) return {
		...report,
		notes: [...report.notes, describeUnreadKeys("keys-file")]
	};
	return {
		...report,
		kept: await describeRepositories(listKeptSecrets(file, report.keys), reporting)
	};
}
// src/action/doctor.ts
var doctor_exports = /* @__PURE__ */ __exportAll({ runDoctor: () => runDoctor });
const { env: env$2 } = process;
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
	if (env$2["GITHUB_STEP_SUMMARY"]) await tryOrWarn("The job's summary", async () => await writeSummary(renderCheckTable(checks)));
	await setDoctorOutputs();
}
function createContext(event, { githubToken, detail, ignoreFile, baseURL, scan, comment }, { clock, signal }) {
	const { repo, temp, apiUrl, serverUrl, repository } = readCheckout(githubToken, signal);
	return {
		medium: "workflow",
		detail: detail === "auto" ? event.isPublic ? "minimal" : "full" : detail,
		node: process.versions.node,
		platform: `${process.platform} ${process.arch}`,
		environment: env$2,
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
	const [path = ""] = (env$2["GITHUB_WORKFLOW_REF"] ?? "").split("@");
	const prefix = `${repository}/`;
	return {
		eventName: env$2["GITHUB_EVENT_NAME"] ?? "",
		file: repository !== "" && path.startsWith(prefix) ? path.slice(prefix.length) : null,
		isDependabot: env$2["GITHUB_ACTOR"] === "dependabot[bot]"
	};
}
// src/action/resolve-alerts.ts
var resolve_alerts_exports = /* @__PURE__ */ __exportAll({ resolveDeadAlerts: () => resolveDeadAlerts });
async function resolveDeadAlerts(closeAlerts, { findings }, isDryRun) {
	await tryOrWarn("Closing alerts", async () => {
		const describeEnd = (end) => describeProvenEnd(end, formatRunUrl());
		for (const { isRefused, sentence } of await closeAlerts(findings, {
			describeEnd,
			isDryRun
		})) if (isRefused) warning(sentence);
		else info(sentence);
	});
}
// src/action/rotate/publish-rotation.ts
const { env: env$1 } = process;
async function publishRotation(report, file, hasAuditFile, told) {
	const { describeRotation } = await import("./rotation.js").then((n) => n.view_exports);
	const context = {
		medium: "workflow",
		version: VERSION,
		runUrl: formatRunUrl(),
		goOn: null,
		hasAuditFile,
		kept: await describeRepositories(listStoredSecrets(report), told.reporting).catch(() => NO_KEPT_SECRETS)
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
		}, context.medium));
	});
	await sendRotationNews(report, view, context, told);
	if (!env$1["GITHUB_STEP_SUMMARY"]) return;
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
var rotate_step_exports = /* @__PURE__ */ __exportAll({ runRotateStep: () => runRotateStep });
const { env } = process;
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
	const reporting = {
		event,
		serverUrl: checkout.serverUrl,
		run: repository
	};
	const told = {
		repository: checkout.repository || null,
		notify: inputs.notify,
		clock,
		reporting
	};
	await publishRotation(restrictRotationReport(done, detail), report, inputs.auditFile !== null, told);
	process.exitCode = chooseRotationExit(done);
}
async function rotateAsked(inputs, repository, world) {
	const [{ readKeysFileOnGitHub }, { readDefaultProtection }, { buildOrders }, { rotateKeys }] = await Promise.all([
		import("./github.js").then((n) => n.keys_file_exports),
		import("./github.js").then((n) => n.default_branch_protection_exports),
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
			environment: env
		}, {
			clock,
			isCancelled
		}),
		minter: openMinter({
			baseURL,
			adminKey,
			environment: env,
			clock
		}),
		store: createKeyStore({
			token,
			apiUrl: checkout.apiUrl,
			clock,
			environment: env,
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
// src/github/workflow-run.ts
var workflow_run_exports = /* @__PURE__ */ __exportAll({ findWorkflowRunScope: () => findWorkflowRunScope });
async function findWorkflowRunScope(access, run) {
	try {
		return { found: await findPullRequest(access, run) };
	} catch (error) {
		return { failed: parseFailure(error) };
	}
}
async function findPullRequest(access, { owner, repo, head, headOwner, headBranch }) {
	const octokit = await createOctokit(access);
	const number = (headOwner && headBranch ? await findByBranch(octokit, {
		owner,
		repo
	}, `${headOwner}:${headBranch}`, head) : null) ?? await findByCommit(octokit, {
		owner,
		repo
	}, head);
	if (number === null) return null;
	const pullRequest = getObject((await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	})).data);
	const pull = parsePullRequest(pullRequest, { repository: { full_name: `${owner}/${repo}` } });
	if (pull.head !== head) return null;
	const branch = getText(getObject(pullRequest, "head")["ref"]);
	const ref = branch === null ? null : `refs/heads/${branch}`;
	return {
		target: parseRange(pullRequest, pull),
		texts: extractPostTexts("pull request", pullRequest),
		pull,
		ref
	};
}
async function findByBranch({ rest }, repository, head, sha) {
	return findNumber(parsePulls((await rest.pulls.list({
		...repository,
		state: "open",
		head,
		per_page: 100
	})).data), sha);
}
async function findByCommit({ rest }, repository, sha) {
	const { data } = await rest.repos.listPullRequestsAssociatedWithCommit({
		...repository,
		commit_sha: sha
	});
	return findNumber(parsePulls(data).filter(({ state }) => state === "open"), sha);
}
function parsePulls(data) {
	if (!Array.isArray(data)) throw createShapeError();
	return data.map((pull) => getObject(pull));
}
function findNumber(pulls, sha) {
	return getCount(pulls.find((pull) => getObject(pull, "head")["sha"] === sha)?.["number"]);
}
export { audit_step_exports, default_branch_exports, doctor_exports, resolve_alerts_exports, rotate_step_exports, workflow_run_exports };
