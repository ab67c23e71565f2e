import "./rolldown-runtime.js";
import { Ht as concludeRun, Ut as restrictReport, on as UsageError, ot as EXIT_CODES } from "./core.js";
import { t as openScanTarget } from "./scan-target.js";
import { r as shownWord } from "./flags.js";
import { i as runScan, n as createScanContext, o as formatIn, r as readSettings, s as print, t as chooseDetail } from "./scan.js";
import { readFile } from "node:fs/promises";
// src/cli/approved-report.ts
const SCHEMA = "openai-key-guard/report/v1";
const HOW = "give the one that \"scan --format json --output report.json\" or the Action's report-file wrote.";
function parseApprovedReport(text) {
	const report = parseJsonObject(text);
	const { schema, change, findings } = report;
	if (schema !== SCHEMA) throw new UsageError(`The report ${describeForeignFormat(report)}; ${HOW}`);
	if (!Array.isArray(findings)) throw createDamageError("findings", "is no list");
	return {
		fingerprints: new Set(findings.map(readFingerprint)),
		change: readChange(change)
	};
}
function parseJsonObject(text) {
	if (text.includes("\0")) throw new UsageError(`The report is not UTF-8, as what a shell wrote to a file; ${HOW}`);
	try {
		const value = JSON.parse(text.replace(/^\ufeff/, ""));
		if (isObject(value)) return value;
	} catch {}
	throw new UsageError(`The report is no JSON object; ${HOW}`);
}
function describeForeignFormat({ schema, runs, v }) {
	const version = typeof schema === "string" ? /^openai-key-guard\/report\/(v\d{1,4})$/.exec(schema)?.[1] : void 0;
	if (version !== void 0) return `is of version ${version}, and this tool reads v1`;
	if (Array.isArray(runs)) return "is SARIF, which says less than is needed";
	if (v === 1) return "is a line of an audit file";
	return "is not one of openai-key-guard";
}
function readFingerprint(finding, index) {
	const fingerprint = isObject(finding) ? finding["fingerprint"] : void 0;
	if (typeof fingerprint === "string" && /^[0-9a-f]{16}$/.test(fingerprint)) return fingerprint;
	throw createDamageError(`findings[${index}].fingerprint`, "is not 16 hex digits");
}
function readChange(change) {
	if (!isObject(change)) throw createDamageError("change", "is missing");
	const { kind } = change;
	switch (kind) {
		case "range": {
			const { base, head } = change;
			if (!isFullCommitName(head)) throw createDamageError("change.head", "is not a full commit name");
			if (base !== null && !isFullCommitName(base)) throw createDamageError("change.base", "is neither a full commit name nor null");
			return {
				kind,
				base,
				head
			};
		}
		case "history":
			if (typeof change["unreachable"] !== "boolean") throw createDamageError("change.unreachable", "is neither true nor false");
			return {
				kind,
				unreachable: change["unreachable"]
			};
		case "staged": return { kind };
		case "files": {
			const { globs } = change;
			if (!isListOfGlobs(globs)) throw createDamageError("change.globs", "is no list of globs");
			return {
				kind,
				globs
			};
		}
		case "stdin": throw new UsageError("The report is about standard input, which cannot be read again; pipe it in once more, with scan --stdin, --on-leak and --approved.");
		case "texts": throw new UsageError("The report is about texts of an event, which cannot be found again from here; set on-leak and approved in the workflow, and run it again.");
		default: throw createDamageError("change.kind", "is none that this tool knows");
	}
}
function createDamageError(field, why) {
	return new UsageError(`The report is damaged: ${field} ${why}; ${HOW}`);
}
function isFullCommitName(value) {
	return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}
function isListOfGlobs(value) {
	return Array.isArray(value) && value.every((one) => typeof one === "string" && !one.includes("\0"));
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/cli/contain.ts
async function contain(flags, words) {
	const [file] = words;
	if (file === void 0 || words.length > 1) throw new UsageError(`contain takes the JSON report of a scan, and ${words.length} files were given.`);
	const settings = readSettings(flags);
	if (settings.policy.onLeak === "report") throw new UsageError("contain needs to be told what to do: --on-leak quarantine, expire or revoke.");
	const format = formatIn(flags);
	const approved = parseApprovedReport(await readReport(file));
	const opened = await openScanTarget(chooseTarget(approved), await createScanContext(flags, settings));
	const report = await runScan(opened, restrictToApproved(settings, approved), flags);
	const missed = [...approved.fingerprints].filter((one) => report.findings.every(({ fingerprint }) => one !== fingerprint));
	if (missed.length > 0) process.stderr.write(`${missed.length} of the ${approved.fingerprints.size} keys in the report were not found again.\n`);
	await print(restrictReport(report, chooseDetail(settings)), format, flags);
	process.exitCode = EXIT_CODES[concludeRun(report)];
}
function restrictToApproved(settings, { fingerprints }) {
	const { approved } = settings.policy;
	const both = new Set([...fingerprints].filter((one) => approved === null || approved.has(one)));
	return {
		...settings,
		policy: {
			...settings.policy,
			approved: both
		}
	};
}
function chooseTarget({ change }) {
	switch (change.kind) {
		case "range": return {
			kind: "commits",
			base: change.base,
			head: change.head
		};
		case "staged": return { kind: "staged" };
		case "history": return {
			kind: "history",
			unreachable: change.unreachable
		};
		case "files": return {
			kind: "files",
			globs: change.globs,
			ignored: true
		};
		default: return change;
	}
}
async function readReport(file) {
	try {
		return await readFile(file, "utf8");
	} catch (error) {
		const { code = "it did not say why" } = error;
		throw new UsageError(`The report ${shownWord(file)} cannot be read (${code}).`);
	}
}
export { contain };
