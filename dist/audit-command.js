import { __exportAll } from "./rolldown-runtime.js";
import { EXIT_CODES, NO_JOURNAL, NO_KEYS_FILE, OUTPUTS, SYSTEM_CLOCK, Secret, UsageError, VERSION, createProgressBar, createRegistry, detectLook, escapePlain, findCheckout, getErrorCode, isClosedPipe, openRegistry, parseGrace, parseLines, parseSettings, quoteValue, suggestNearest } from "./scan.js";
import { addLineEnd, chooseDetail, createConfirmation, createInterruption, describePlanned, describeWritten, namePlace, openRunFiles, readSettings, writeOutput } from "./cli.js";
import { NO_KEPT_SECRETS, listKeptSecrets } from "./findings.js";
import { DEFAULT_AUDIT_POLICY, describeAudit, describeAuditTitle, describeFix, describeUnreadKeys, renderAuditText } from "./audit-rules.js";
import { concludeAudit, restrictAuditReport } from "./report.js";
import { describeAuditWithoutKey, describeFixWithoutAct, describeMissingKeysFile, describeTwoFixes, describeUnnamedPolicy, describeUnreadableDefaultPolicy, describeUnreadablePolicy, describeUselessWithoutFix, describeWrongFixAct, describeWrongFixRule } from "./messages.js";
import { runAudit } from "./audit-run.js";
import { AUDIT_FORMATS, FAIL_LEVELS, POLICY_FILE } from "./commands.js";
const join = process.getBuiltinModule("node:path").join;
const lstat = (...args) => process.getBuiltinModule("node:fs/promises").lstat(...args);
const readFile = (...args) => process.getBuiltinModule("node:fs/promises").readFile(...args);
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
// src/cli/print-audit.ts
const { stderr: stderr$1 } = process;
async function printAudit(report, printing) {
	const { flags, output } = printing;
	const isQuiet = flags.quiet === true && report.conclusion === "clean";
	try {
		const losses = isQuiet && output === null ? [] : await writeOutput(addLineEnd(await renderAudit(report, printing)), output);
		if (output !== null && losses.length === 0 && !isQuiet) tellFile(report, output);
		await tellLosses(losses);
		return losses.every(({ code }) => isClosedPipe(code)) ? EXIT_CODES[concludeAudit(report)] : EXIT_CODES.incomplete;
	} catch (error) {
		await tellLosses([{
			what: OUTPUTS.report,
			code: getErrorCode(error)
		}]);
		return EXIT_CODES.incomplete;
	}
}
function tellFile(report, { file }) {
	stderr$1.write(`${escapePlain(describeAuditTitle(report))} · ${describeWritten(file)}\n`);
}
async function tellLosses(losses) {
	const told = losses.filter(({ code }) => !isClosedPipe(code));
	if (told.length === 0) return;
	const { describeOutputFailure } = await import("./report.js").then((n) => n.action_taken_exports);
	stderr$1.write(told.map(({ what, code }) => `${describeOutputFailure(what, code)}\n`).join(""));
}
async function renderAudit(report, { format, detail, flags }) {
	const shown = restrictAuditReport(report, detail);
	const context = {
		medium: "terminal",
		version: VERSION,
		runUrl: null
	};
	switch (format) {
		case "text": {
			const { renderAuditText } = await import("./audit-rules.js").then((n) => n.text_exports);
			return renderAuditText(await describe(shown), detectLook(flags), context.medium);
		}
		case "json": return (await import("./audit-rules.js").then((n) => n.json_exports)).renderAuditJsonPieces(shown, VERSION);
		case "markdown": return (await import("./audit-rules.js").then((n) => n.markdown_exports)).renderAuditSummary(await describe(shown), context);
		case "html": return (await import("./audit-rules.js").then((n) => n.html_exports)).renderAuditHtml(shown, context);
		case "csv": return (await import("./audit-csv.js").then((n) => n.csv_exports)).renderAuditCsv(shown);
		default: return format;
	}
}
async function describe(report) {
	return (await import("./audit-rules.js").then((n) => n.view_exports)).describeAudit(report);
}
// src/cli/audit-typed.ts
var audit_typed_exports = /* @__PURE__ */ __exportAll({ runTypedAudit: () => runTypedAudit });
const { env: env$1, stderr } = process;
async function runTypedAudit({ failOn = FAIL_LEVELS[0], format = AUDIT_FORMATS[0], ...flags }) {
	const settings = readSettings(flags);
	const { adminKey } = settings;
	if (adminKey === null) throw new UsageError(describeAuditWithoutKey("OPENAI_ADMIN_KEY"));
	const fixes = parseFixes("--fix", flags.fix ?? "");
	if (fixes.size === 0) refuseIdleFlags(flags);
	const policy = await readPolicy(flags, fixes);
	const rails = fixes.size === 0 ? settings.policy : await addProtection(settings, flags);
	const { readAuditedKeysFile, addKeptSecrets } = await Promise.resolve().then(() => kept_secrets_exports);
	const keysFile = await readAuditedKeysFile(settings.keysFile, flags);
	const { output, journal } = await openRunFiles(settings, flags);
	const { runAudit } = await import("./audit-run.js").then((n) => n.audit_run_exports);
	const report = await addKeptSecrets(await runAudit({
		policy,
		fixes,
		rails,
		adminKey,
		failOn,
		projects: parseLines(flags.project ?? "")
	}, await createAuditWorld(settings, journal, flags), {
		fix: "--fix",
		project: "--project"
	}), keysFile, flags);
	process.exitCode = await printAudit(report, {
		format,
		detail: chooseDetail(settings),
		flags,
		output
	});
}
function refuseIdleFlags({ yes, dryRun }) {
	if (dryRun) throw new UsageError(describeUselessWithoutFix("--dry-run"));
	if (yes) throw new UsageError(describeUselessWithoutFix("--yes"));
}
async function readPolicy({ policy: named, repo }, fixes) {
	const { DEFAULT_AUDIT_POLICY } = await import("./audit-rules.js").then((n) => n.policy_exports);
	if (named !== void 0) return await parsePolicy(await readFile(named).catch((error) => {
		throw new UsageError(describeUnreadablePolicy("--policy", quoteValue(named), getErrorCode(error)));
	}), named);
	const top = await findCheckout(repo || ".");
	if (top === null) return DEFAULT_AUDIT_POLICY;
	const bytes = await readOwnFile(join(top, POLICY_FILE));
	if (bytes === null) return DEFAULT_AUDIT_POLICY;
	if (fixes.size > 0) throw new UsageError(describeUnnamedPolicy(POLICY_FILE));
	return await parsePolicy(bytes, POLICY_FILE);
}
async function readOwnFile(file) {
	try {
		if (!(await lstat(file)).isFile()) throw Object.assign(/* @__PURE__ */ new Error("no regular file"), { code: "EFTYPE" });
		return await readFile(file);
	} catch (error) {
		const code = getErrorCode(error);
		if (code === "ENOENT" || code === "ENOTDIR") return null;
		throw new UsageError(describeUnreadableDefaultPolicy(POLICY_FILE, code));
	}
}
async function parsePolicy(bytes, file) {
	const [{ decodeText }, { parseAuditPolicy }] = await Promise.all([import("./scan.js").then((n) => n.base_rules_exports), import("./audit-rules.js").then((n) => n.parse_exports)]);
	const name = escapePlain(file);
	return parseAuditPolicy(decodeText(bytes, name), name);
}
async function addProtection({ policy, ignoreFile }, { repo }) {
	const { readProtection } = await import("./audit-run.js").then((n) => n.protection_exports);
	const protect = await readProtection({
		repo: repo || process.cwd(),
		environment: env$1
	}, ignoreFile);
	return {
		...policy,
		protect: [...policy.protect, ...protect]
	};
}
async function createAuditWorld(settings, journal, flags) {
	const interruption = createInterruption();
	const detail = chooseDetail(settings);
	const clock = SYSTEM_CLOCK;
	const progress = await createProgressBar(flags);
	const say = (line) => {
		stderr.write(`${escapePlain(line)}\n`);
	};
	return {
		registry: openRegistry({
			settings,
			environment: env$1,
			progress
		}, {
			clock,
			...interruption
		}),
		journal,
		clock,
		...interruption,
		confirm: createConfirmation(flags),
		onPlanned: (acts) => describePlanned(acts, detail).forEach(say),
		onFixed: ({ act }, outcome) => say(`${namePlace(act, detail)}: ${describeFix({
			decision: act,
			outcome
		}, clock.now())}`)
	};
}
// src/cli/demo-audit.ts
var demo_audit_exports = /* @__PURE__ */ __exportAll({ renderDemoAudit: () => renderDemoAudit });
async function renderDemoAudit({ baseURL, adminKey: text, clock }, look) {
	const adminKey = new Secret(text);
	const { policy: rails } = parseSettings(() => void 0);
	const request = {
		policy: DEFAULT_AUDIT_POLICY,
		fixes: /* @__PURE__ */ new Map(),
		rails,
		adminKey,
		failOn: "error",
		projects: []
	};
	const world = {
		registry: createRegistry({
			baseURL,
			adminKey
		}, { clock }),
		journal: NO_JOURNAL,
		clock,
		confirm: null,
		isCancelled: () => false,
		onContainment: () => {},
		onPlanned: () => {},
		onFixed: () => {}
	};
	const report = await runAudit(request, world, {
		fix: "--fix",
		project: "--project"
	});
	return renderAuditText(describeAudit(report), look, "terminal");
}
// src/cli/kept-secrets.ts
var kept_secrets_exports = /* @__PURE__ */ __exportAll({
	addKeptSecrets: () => addKeptSecrets,
	describeRepositories: () => describeRepositories,
	readAuditedKeysFile: () => readAuditedKeysFile
});
const { env } = process;
async function readAuditedKeysFile(path, { repo, keysFile: named }) {
	const { readDefaultKeysFile } = await import("./github.js").then((n) => n.keys_file_exports);
	try {
		const { file, name } = await readDefaultKeysFile({
			repo: repo || process.cwd(),
			environment: env
		}, path);
		if (file === null && named !== void 0) throw new UsageError(describeMissingKeysFile("--keys-file", escapePlain(name)));
		return file ?? NO_KEYS_FILE;
	} catch (error) {
		if (named === void 0 && error instanceof UsageError) return null;
		throw error;
	}
}
async function addKeptSecrets(report, file, { repo }) {
	if (file === null) return {
		...report,
		notes: [...report.notes, describeUnreadKeys("--keys-file")]
	};
	const secrets = listKeptSecrets(file, report.keys);
	return {
		...report,
		kept: await describeRepositories(secrets, {
			repo,
			token: (env["GITHUB_TOKEN"] ?? "").trim() || null
		})
	};
}
async function describeRepositories(secrets, { repo, token }) {
	if (secrets.length === 0) return NO_KEPT_SECRETS;
	const [{ readOwnRepository, readServerUrl }, { findDefaultBranches }] = await Promise.all([import("./commands.js").then((n) => n.own_repository_exports), import("./github.js").then((n) => n.default_branches_exports)]);
	const own = await readOwnRepository(repo);
	const apiUrl = env["GITHUB_API_URL"] || "https://api.github.com";
	const branches = await findDefaultBranches(secrets, own, token === null ? null : {
		apiUrl,
		token
	}, SYSTEM_CLOCK);
	return {
		secrets,
		serverUrl: readServerUrl(),
		branches
	};
}
export { audit_typed_exports, demo_audit_exports, kept_secrets_exports };
