import { CLOSING_WITHOUT_ALERTS, DEFAULTS, GLOBS_WITH_ALERTS, NO_EVENT_FILE, OutputFile, UsageError, VERSION, conclude, createUnreadScope, describeMisspeltInput, describeRunnerFile, escapePlain, findMisspelt, getErrorCode, identifyOutput, parseBoolean, parseEvent, parseSettings, refuseSameFile, renderJsonPieces } from "./scan.js";
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
// src/action/inputs.ts
const { env: env$1 } = process;
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
	for (const variable of Object.keys(env$1)) {
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
		repo: env$1["GITHUB_WORKSPACE"] || process.cwd(),
		environment: env$1,
		repository: env$1["GITHUB_REPOSITORY"] ?? "",
		serverUrl: env$1["GITHUB_SERVER_URL"] || "https://github.com",
		apiUrl: env$1["GITHUB_API_URL"] || "https://api.github.com",
		token,
		temp: env$1["RUNNER_TEMP"] || tmpdir(),
		signal
	};
}
async function readEvent() {
	const name = env$1["GITHUB_EVENT_NAME"] ?? "";
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
		return JSON.parse(readFileSync$1(env$1["GITHUB_EVENT_PATH"] ?? "", "utf8"));
	} catch {
		throw new UsageError(NO_EVENT_FILE);
	}
}
function describeRun(version) {
	const named = {
		id: env$1["GITHUB_RUN_ID"],
		attempt: env$1["GITHUB_RUN_ATTEMPT"],
		url: formatRunUrl() ?? void 0,
		repository: env$1["GITHUB_REPOSITORY"],
		workflow: env$1["GITHUB_WORKFLOW"],
		job: env$1["GITHUB_JOB"],
		event: env$1["GITHUB_EVENT_NAME"],
		actor: env$1["GITHUB_TRIGGERING_ACTOR"] ?? env$1["GITHUB_ACTOR"],
		version
	};
	return Object.fromEntries(Object.entries(named).flatMap(([name, value]) => value ? [[name, value]] : []));
}
function formatRunUrl() {
	const [server, repository, id] = [
		"GITHUB_SERVER_URL",
		"GITHUB_REPOSITORY",
		"GITHUB_RUN_ID"
	].map((name) => env$1[name]);
	return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : null;
}
// src/action/outputs.ts
const { env } = process;
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
			file: env["GITHUB_OUTPUT"] || null
		},
		{
			name: "GITHUB_STEP_SUMMARY",
			file: env["GITHUB_STEP_SUMMARY"] || null
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
	const file = env[name];
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
	return await tryOrWarn("The JSON report", async () => write(env["RUNNER_TEMP"] || tmpdir()).catch(async () => await write(tmpdir())));
}
export { describeRun, error, formatRunUrl, getInput, info, isDoctorRun, notice, openReportFiles, readCheckout, readDoctorSettings, readEvent, readSettings, refuseMisspeltInputs, requireRunnerFiles, setAll, setDoctorOutputs, setEmptyOutputs, setOutputs, setSecret, tryOrWarn, warning, writeFileOf, writeTemporaryReport };
