import { __exportAll } from "./rolldown-runtime.js";
import { EXIT_CODES, NO_KEYS_FILE, OUTPUTS, SYSTEM_CLOCK, UsageError, VERSION, chooseRotationExit, concludeRotation, createProgressBar, detectLook, escapePlain, findCheckout, getErrorCode, isClosedPipe, openRegistry } from "./scan.js";
import { addLineEnd, chooseDetail, confirmOnTerminal, createInterruption, describeWritten, openConversation, openRunFiles, readSettings, writeOutput } from "./cli.js";
import { NO_KEPT_SECRETS, listStoredSecrets } from "./findings.js";
import { StepTeller, describePlans, formatPlain, restrictPlan, restrictRotationReport, restrictStep } from "./report.js";
import { createKeyStore, createRotationToken, openMinter, parseRotationChoices } from "./rotation.js";
import { ROTATION_DECLINED, ROTATION_INTERRUPTED, describeKeysFileRead, describeMissingKeysFile, describeRotationWithoutKey } from "./messages.js";
import { ROTATION_FORMATS, formatCommand } from "./commands.js";
// src/cli/print-rotation.ts
const { stderr: stderr$2 } = process;
async function printRotation(report, printing) {
	const { flags, output } = printing;
	const shown = restrictRotationReport(report, printing.detail);
	const kept = await findKept(shown, printing);
	const context = {
		...printing,
		medium: "terminal",
		version: VERSION,
		runUrl: null,
		kept
	};
	const view = (await import("./rotation.js").then((n) => n.view_exports)).describeRotation(shown, context);
	const isQuiet = flags.quiet === true && /^(?:rotated|nothing-due)$/.test(concludeRotation(report));
	try {
		const text = async () => addLineEnd(await renderRotation(shown, view, printing, context));
		const losses = isQuiet && output === null ? [] : await writeOutput(await text(), output);
		if (output !== null && losses.length === 0 && !isQuiet) stderr$2.write(`${formatPlain(view.title)} · ${describeWritten(output.file)}\n`);
		return await settleExit(report, view, losses);
	} catch (error) {
		return await settleExit(report, view, [{
			what: OUTPUTS.report,
			code: getErrorCode(error)
		}]);
	}
}
async function findKept(report, { flags: { repo }, token }) {
	const secrets = listStoredSecrets(report);
	if (secrets.length === 0) return NO_KEPT_SECRETS;
	const { describeRepositories } = await import("./audit-command.js").then((n) => n.kept_secrets_exports);
	return await describeRepositories(secrets, {
		repo,
		token
	}).catch(() => NO_KEPT_SECRETS);
}
async function settleExit(report, view, losses) {
	const told = losses.filter(({ code }) => !isClosedPipe(code));
	if (told.length === 0) return chooseRotationExit(report);
	const { describeOutputFailure } = await import("./report.js").then((n) => n.action_taken_exports);
	const lines = [...view.keys.map(({ verdict }) => formatPlain(verdict)), ...told.map(({ what, code }) => describeOutputFailure(what, code))];
	stderr$2.write(lines.map((one) => `${one}\n`).join(""));
	return EXIT_CODES.incomplete;
}
async function renderRotation(shown, view, { format, flags }, context) {
	switch (format) {
		case "text": return (await import("./rotation.js").then((n) => n.text_exports)).renderRotationText(view, detectLook(flags), context.medium);
		case "json": return (await import("./rotation.js").then((n) => n.json_exports)).renderRotationJson(shown, VERSION);
		case "markdown": return (await import("./rotation.js").then((n) => n.markdown_exports)).renderRotationSummary(view, context);
		default: return format;
	}
}
// src/cli/rotate-typed.ts
var rotate_typed_exports = /* @__PURE__ */ __exportAll({ rotateTyped: () => rotateTyped });
const { env: env$1, stderr: stderr$1 } = process;
async function rotateTyped(keys, { format = ROTATION_FORMATS[0], ...flags }) {
	const settings = readSettings(flags);
	const { adminKey } = settings;
	if (adminKey === null) throw new UsageError(describeRotationWithoutKey("OPENAI_ADMIN_KEY"));
	const choices = readChoices(keys, settings, flags);
	const file = await readKeysFile(choices, settings, flags);
	const { readProtection } = await import("./audit-run.js").then((n) => n.protection_exports);
	const protect = await readProtection({
		repo: flags.repo || process.cwd(),
		environment: env$1
	}, settings.ignoreFile);
	const rails = {
		...settings.policy,
		protect: [...settings.policy.protect, ...protect]
	};
	const { output, journal } = await openRunFiles(settings, flags);
	const [{ createRotationWorld }, { rotateKeys }, { buildOrders }] = await Promise.all([
		Promise.resolve().then(() => rotation_world_exports),
		import("./rotation.js").then((n) => n.rotate_exports),
		import("./rotation.js").then((n) => n.orders_exports)
	]);
	const world = await createRotationWorld({
		...settings,
		adminKey
	}, journal, flags);
	const report = await rotateKeys({
		orders: await buildOrders(choices, file, async () => (await world.registry.inventory()).records),
		isOnlyDue: choices.keys.length === 0,
		isResume: choices.resume,
		rails,
		adminKey
	}, world);
	const detail = chooseDetail(settings);
	const goOn = detail === "full" ? formatGoOn(keys, flags) : null;
	const hasAuditFile = settings.auditFile !== null;
	process.exitCode = await printRotation(report, {
		format,
		detail,
		flags,
		output,
		goOn,
		hasAuditFile,
		token: settings.secretsToken
	});
}
function readChoices(keys, { auditFile }, flags) {
	const { to, scopes, expiresIn, overlap, wait } = flags;
	return parseRotationChoices({
		keys,
		to,
		scopes,
		expiresIn,
		overlap,
		wait,
		auditFile,
		due: flags.due === true,
		widen: flags.widen === true,
		create: flags.create === true,
		resume: flags.resume === true
	}, (name) => name === "key" ? "KEY" : `--${name}`);
}
async function readKeysFile({ keys }, { keysFile: path }, { repo, verbose, keysFile: named }) {
	const { readDefaultKeysFile } = await import("./github.js").then((n) => n.keys_file_exports);
	const { file, name } = await readDefaultKeysFile({
		repo: repo || process.cwd(),
		environment: env$1
	}, path);
	if (file !== null && verbose) stderr$1.write(`${escapePlain(describeKeysFileRead(name, file.keys.length))}\n`);
	if (file === null && (named !== void 0 || keys.length === 0)) throw new UsageError(describeMissingKeysFile(named === void 0 ? "--due" : "--keys-file", escapePlain(name)));
	return file ?? NO_KEYS_FILE;
}
const REPEATED = [
	"due",
	"keysFile",
	"repo",
	"openaiBaseUrl",
	"expiresIn",
	"scopes",
	"widen",
	"create",
	"wait",
	"overlap"
];
const REPEATED_RAILS = [
	"auditFile",
	"protect",
	"maxContained",
	"ignoreFile"
];
function formatGoOn(keys, flags) {
	const values = flags;
	const words = [
		"to",
		...REPEATED,
		...REPEATED_RAILS
	].flatMap((name) => {
		const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
		const value = values[name];
		if (value === void 0) return [];
		return value === true ? [flag] : String(value).split("\n").flatMap((one) => [flag, one]);
	});
	return formatCommand([
		"rotate",
		...keys,
		...words,
		"--resume"
	]);
}
// src/cli/rotation-world.ts
var rotation_world_exports = /* @__PURE__ */ __exportAll({ createRotationWorld: () => createRotationWorld });
const { env, stderr } = process;
async function createRotationWorld(settings, journal, flags) {
	const clock = SYSTEM_CLOCK;
	const interruption = createInterruption(ROTATION_INTERRUPTED);
	const detail = chooseDetail(settings);
	const progress = await createProgressBar(flags);
	return {
		registry: openRegistry({
			settings,
			environment: env,
			progress
		}, {
			clock,
			...interruption
		}),
		minter: openMinter({
			...settings,
			environment: env,
			clock
		}),
		store: createKeyStore({
			token: settings.secretsToken,
			apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
			clock,
			environment: env,
			checkouts: await listCheckouts(flags)
		}),
		journal,
		clock,
		...interruption,
		confirm: createRotationConfirmation(flags),
		onPlanned: (plans) => describePlans(detail === "full" ? plans : plans.map(restrictPlan)).forEach(say),
		onStep: createStepListener(flags, detail, clock),
		onKeyCreated: () => {},
		createToken: createRotationToken
	};
}
async function listCheckouts({ repo }) {
	return (await Promise.all([findCheckout(repo || "."), findCheckout(".")])).filter((top) => top !== null);
}
function createRotationConfirmation({ yes }) {
	const conversation = openConversation(yes === true);
	if (conversation === null) return null;
	return async (plans) => {
		describePlans(plans).forEach(say);
		const isYes = await confirmOnTerminal(conversation);
		if (!isYes) say(ROTATION_DECLINED);
		return isYes;
	};
}
function createStepListener({ quiet, verbose }, detail, clock) {
	if (quiet) return () => {};
	const teller = new StepTeller(clock, verbose === true);
	return (step) => {
		const text = teller.describe(detail === "full" ? step : restrictStep(step));
		if (text !== null) say(text);
	};
}
function say(text) {
	stderr.write(`${escapePlain(text)}\n`);
}
export { rotate_typed_exports };
